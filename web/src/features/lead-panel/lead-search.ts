import { oneOf, type RawSearch, said } from '../../parts/search-params';

/** What a link to somebody's page can say. */
export interface LeadSearch {
  /** The calendar as a table. */
  calendar?: 'table';
  /** The travel picture as a table. */
  travel?: 'table';
  /** All that was ever recorded, not only the latest. */
  history?: 'all';
  /** The form that is open. */
  correct?: Correction;
}

export const CORRECTIONS = [
  'limits',
  'gate',
  'region',
  'expertise',
  'contract',
  'contract-end',
  'exception',
  'employer',
  'employer-end',
  'standing',
] as const;
/** What can be corrected on the telephone besides availability. */
export type Correction = (typeof CORRECTIONS)[number];

export function leadSearch(raw: RawSearch): LeadSearch {
  return said({
    calendar: oneOf(raw.calendar, ['table']),
    travel: oneOf(raw.travel, ['table']),
    history: oneOf(raw.history, ['all']),
    correct: oneOf(raw.correct, CORRECTIONS),
  });
}
