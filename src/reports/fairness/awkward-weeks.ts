import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { type Slot } from '../../calendar/slots.js';

/** Why a review lies awkwardly. A seat can be so for several reasons, and counts once. docs/fairness.md *(decided)* */
export const AWKWARD = ['EDGE_OF_TERM', 'BESIDE_HALF_TERM', 'BANK_HOLIDAY', 'FAR_FRIDAY'] as const;
export type Awkward = (typeof AWKWARD)[number];

export interface TermTimes {
  /** Mondays of the term's school weeks, ascending. */
  weeks: readonly CivilDate[];
  bankHolidays: ReadonlySet<CivilDate>;
}

/**
 * @param isFar further from home than the distance from which people stay overnight
 */
export function awkwardOf(
  slot: Slot,
  { weeks, bankHolidays }: TermTimes,
  isFar: boolean,
): Awkward[] {
  const found: Awkward[] = [];
  const { week, window } = slot;
  if (week === weeks[0] || week === weeks.at(-1)) found.push('EDGE_OF_TERM');
  if (isBesideBreak(week, weeks)) found.push('BESIDE_HALF_TERM');
  if ([0, 1, 2, 3, 4].some((day) => bankHolidays.has(addDays(week, day)))) {
    found.push('BANK_HOLIDAY');
  }
  if (window === 'WED_FRI' && isFar) found.push('FAR_FRIDAY');
  return found;
}

/** A break inside the term: weeks of the term lie before and after it. */
function isBesideBreak(week: CivilDate, weeks: readonly CivilDate[]): boolean {
  const place = weeks.indexOf(week);
  if (place < 0) return false;
  const [before, after] = [weeks[place - 1], weeks[place + 1]];
  return (
    (before !== undefined && before !== addDays(week, -7)) ||
    (after !== undefined && after !== addDays(week, 7))
  );
}
