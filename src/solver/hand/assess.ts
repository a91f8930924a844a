import { aims, valuesIn } from '../aims/aims.js';
import { PLAN_FORMAT, type AimName, type Plan } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { viewPlan, type Breach } from '../rules/plan-rule.js';
import { breachesIn } from '../rules/plan-rules.js';

/** What a plan is worth and what is wrong with it. */
export interface Assessment {
  /** Of every aim, in their order; means what it says only where no rule is broken. */
  values: ReadonlyMap<AimName, number>;
  /** Every broken rule; none in a plan that may be kept. */
  breaches: readonly Breach[];
}

/**
 * A plan priced and held against every rule, with no solve.
 *
 * @param rows one a review, in the problem's order
 */
export function assess(problem: Problem, rows: readonly SeatRow[]): Assessment {
  const plan = viewPlan(problem, rows);
  return { values: valuesIn(plan), breaches: breachesIn(plan) };
}

/**
 * The plan file's content of rows that somebody chose by hand: not proven best, so `FEASIBLE`, with
 * the bounds that are known without solving (docs/problem-format.md, "Plan").
 *
 * @param problemSha256 of the problem file's bytes
 * @param values as `assess` finds them
 */
export function planByHand(
  problem: Problem,
  rows: readonly SeatRow[],
  values: Assessment['values'],
  problemSha256: string,
): Plan {
  return {
    format: PLAN_FORMAT,
    problem: problemSha256,
    status: 'FEASIBLE',
    aims: aims.map((aim) => ({
      aim: aim.name,
      value: values.get(aim.name) ?? aim.start(problem),
      bound: aim.trivialBound(problem),
    })),
    reviews: [...rows],
    conflict: [],
  };
}
