import { slotInWords } from '../../calendar/words.js';
import { type Edit } from '../../solver/hand/edits.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { listed } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';

/** How two plans may treat a review differently, in the order in which people ask. */
export const CHANGE_KINDS = [
  'LOSES_LEAD',
  'GAINS_LEAD',
  'ANOTHER_LEAD',
  'OTHER_DATES',
  'QUALITY_ASSURER',
  'SHADOW',
  'ONLY_IN_ONE',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_TITLES: Record<ChangeKind, string> = {
  LOSES_LEAD: 'Loses its lead',
  GAINS_LEAD: 'Gets a lead',
  ANOTHER_LEAD: 'Another lead',
  OTHER_DATES: 'Other dates',
  QUALITY_ASSURER: 'Quality assurer',
  SHADOW: 'Shadow',
  ONLY_IN_ONE: 'Only in one plan',
};

/** Who is on a review and when, in one of the plans. */
export interface SeatsInWords {
  lead: string | null;
  dates: string | null;
  /** Quality assurer and shadow; null: neither. */
  company: string | null;
}

/** What differs between the first plan and another one. */
export function changeKinds(from: SeatRow | undefined, to: SeatRow | undefined): ChangeKind[] {
  if (from === undefined || to === undefined) {
    return from === to ? [] : ['ONLY_IN_ONE'];
  }
  const kinds: ChangeKind[] = [];
  if (from.lead !== null && to.lead === null) return ['LOSES_LEAD'];
  if (from.lead === null && to.lead !== null) return ['GAINS_LEAD'];
  if (from.lead !== to.lead) kinds.push('ANOTHER_LEAD');
  if (from.week !== to.week || from.window !== to.window) kinds.push('OTHER_DATES');
  if (from.qualityAssurer !== to.qualityAssurer) kinds.push('QUALITY_ASSURER');
  if (from.shadow !== to.shadow) kinds.push('SHADOW');
  return kinds;
}

/** Null where the plan has no such review. */
export function seatsInWords(row: SeatRow | undefined, names: PlanNames): SeatsInWords | null {
  if (row === undefined) return null;
  const { lead, week, window, qualityAssurer, shadow } = row;
  const company = [
    ...(qualityAssurer === null ? [] : [`${names.person(qualityAssurer)} assures its quality`]),
    ...(shadow === null ? [] : [`${names.person(shadow)} shadows`]),
  ];
  return {
    lead: lead === null ? null : names.person(lead),
    dates: week === null || window === null ? null : slotInWords(week, window),
    company: company.length === 0 ? null : listed(company),
  };
}

/** The edit that makes the review in the first plan as it is in the other, or why there is none. */
export interface Adoption {
  edit: Edit | null;
  obstacle: string | null;
}

/**
 * @param problem of the first plan
 * @param names of the other plan, which knows whom it seats
 */
export function adoptionOf(
  problem: Pick<Problem, 'leads' | 'reviews'>,
  review: string,
  to: SeatRow | undefined,
  names: PlanNames,
): Adoption {
  const none = (obstacle: string): Adoption => ({ edit: null, obstacle });
  if (!problem.reviews.some(({ id }) => id === review)) {
    return none(`${names.school(review)} is not among the reviews of the first plan.`);
  }
  if (to === undefined) return none(`${names.school(review)} is only in the first plan.`);
  const { lead, week, window, qualityAssurer, shadow } = to;
  const known = new Set(problem.leads.map(({ id }) => id));
  const unknown = [lead, qualityAssurer, shadow].find(
    (person) => person !== null && !known.has(person),
  );
  if (typeof unknown === 'string') {
    return none(`${names.person(unknown)} could have no seat when the first plan was made.`);
  }
  const edit: Edit =
    lead === null || week === null || window === null
      ? { kind: 'CLEAR', review }
      : { kind: 'PUT', review, lead, week, window, qualityAssurer, shadow };
  return { edit, obstacle: null };
}
