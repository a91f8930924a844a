import type { Lead, Problem, Review, Role, Slot } from '../problem.js';

/** A person considered for a seat on a review in a slot. */
export interface Seating {
  problem: Problem;
  lead: Lead;
  review: Review;
  role: Role;
  slot: Slot;
  /** Road distance from the person's home to the school, in km. */
  roadKm: number;
}

/**
 * What a rule looks at. The candidate builder asks a rule once for each value of its subject, not
 * once for each seating: a `PAIR` rule must not read the slot, a `HOST` rule must not read the lead.
 */
export type Subject = 'PERSON' | 'PAIR' | 'HOST' | 'TIME' | 'SEATING';

/** A hard rule about one seat alone (`docs/problem-format.md`, "Hard rules", first paragraph). */
export interface SeatRule {
  name: string;
  /** The rule as staff would say it. */
  title: string;
  /** What is so of somebody whom it keeps from leading a school’s review, after their number. */
  keepsOut: { one: string; many: string };
  /**
   * - `PERSON`: the person and the seat
   * - `PAIR`: the person, the seat and the review
   * - `HOST`: the review and the slot
   * - `TIME`: the person and the slot
   * - `SEATING`: all of them
   */
  subject: Subject;
  /** Why the person may not take the seat, in a sentence; null when the rule is kept. */
  refuse(seating: Seating): string | null;
}

const seats = { LEAD: 'lead', QUALITY_ASSURER: 'quality assurer', SHADOW: 'shadow' } as const;

/** A seat in words, such as "quality assurer". */
export function roleInWords(role: Role): string {
  return seats[role];
}
