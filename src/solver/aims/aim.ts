import type { AimName } from '../plan.js';
import type { Lead, Problem, Review, Role, Slot } from '../problem.js';

/** A seat as the aims see it: who, on what, when, how far. */
export interface ValuedSeat {
  lead: Lead;
  review: Review;
  role: Role;
  slot: Slot;
  roadKm: number;
}

/**
 * One of the seven aims (`docs/problem-format.md`, "Aims"). Its value in a plan is always
 * `start + Σ ofSeat(seat) + Σ over people Σ n = 1 … reviews led of ofReviewLed(person, n)`,
 * in integers: the same numbers are the coefficients of the optimisation model.
 */
export interface Aim {
  name: AimName;
  /** What it means, for people. */
  title: string;
  sense: 'MAX' | 'MIN';
  /** The value of an empty plan. */
  start(problem: Problem): number;
  /** A function from seat to what it adds, prepared once for a problem. */
  seatValues(problem: Problem): (seat: ValuedSeat) => number;
  /** What a person's n-th review led in the plan adds; never falls as n grows. */
  ofReviewLed(lead: Lead, n: number): number;
  /** What no plan can be better than, known without solving. */
  trivialBound(problem: Problem): number;
}

/** For aims that do not look at how many reviews a person leads, or at single seats. */
export const nothing = (): number => 0;
