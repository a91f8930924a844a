import type { SeatRow } from './problem.js';

/** The plan file's types, exactly as `docs/problem-format.md` defines them. */

export const PLAN_FORMAT = 'qa-review-allocation/plan@1';

export const AIMS = [
  'coverage',
  'changes',
  'shadowing',
  'commitment',
  'balance',
  'fit',
  'company',
] as const;
/** The aims in their order: each outranks all that follow. */
export type AimName = (typeof AIMS)[number];

export const PLAN_STATUSES = ['OPTIMAL', 'FEASIBLE', 'INFEASIBLE'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** An aim's value in the plan and its proven bound; both null when the plan is `INFEASIBLE`. */
export interface AimResult {
  aim: AimName;
  value: number | null;
  bound: number | null;
}

/** One pin of a smallest set that cannot hold together. */
export interface ConflictingPin {
  /** Index into the problem's `pins`. */
  pin: number;
  /** The rules it breaks, in words. */
  rules: string[];
}

export interface Plan {
  format: typeof PLAN_FORMAT;
  /** SHA-256 of the problem file's bytes, 64 lower-case hexadecimal digits. */
  problem: string;
  status: PlanStatus;
  /** All seven aims, in order. */
  aims: AimResult[];
  /** One row a review, in the problem's order. */
  reviews: SeatRow[];
  conflict: ConflictingPin[];
}

/** What the solver decides; a plan without the name of its problem's file. */
export type Solution = Omit<Plan, 'format' | 'problem'>;
