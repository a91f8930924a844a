/** Plans to price from, best and not best, and the prices of tiny problems by brute force. */
import fc, { type Arbitrary } from 'fast-check';
import { seededRandom } from '../../scripts/seeded-random.js';
import { Alternatives, type Change, withChanges } from '../../src/solver/explain/alternatives.js';
import { PlanPrices } from '../../src/solver/explain/plan-prices.js';
import type { MilpEngine } from '../../src/solver/milp/milp.js';
import { emptyRows } from '../../src/solver/empty-rows.js';
import type { Problem, SeatRow } from '../../src/solver/problem.js';
import { bruteForce } from './brute-force.js';
import { checkedValues } from './builders.js';
import { tinyProblem } from './generate.js';
import { legalPlan, wander } from './random-plans.js';

/** A tiny problem with a plan of it that keeps every rule. */
export interface Given {
  problem: Problem;
  rows: SeatRow[];
  isProven: boolean;
}

/** Problems whose pins can hold, with the best plan or any other. */
export function givenPlan(): Arbitrary<Given> {
  return fc
    .record({ problem: tinyProblem(), seed: fc.nat({ max: 9999 }), isProven: fc.boolean() })
    .map(({ problem, seed, isProven }): Given | null => {
      const best = bruteForce(problem);
      if (best.status === 'INFEASIBLE') return null;
      if (isProven) return { problem, rows: best.rows, isProven };
      const start = legalPlan(problem, emptyRows(problem)) ?? legalPlan(problem, best.rows);
      return (
        start && { problem, rows: wander(problem, start, 5, seededRandom(seed)).rows, isProven }
      );
    })
    .filter((given) => given !== null);
}

export function pricesOf({ problem, rows, isProven }: Given, engine: MilpEngine): PlanPrices {
  return new PlanPrices(new Alternatives(problem, engine), { rows, isProven });
}

/** What each aim loses by the changes, by trying every plan; null where no plan keeps the pins then. */
export function lossesByBruteForce(
  { problem, rows }: Pick<Given, 'problem' | 'rows'>,
  changes: readonly Change[],
): number[] | null {
  const best = bruteForce(withChanges(problem, changes));
  if (best.status === 'INFEASIBLE') return null;
  const given = checkedValues(problem, rows);
  return best.values.map((value, aim) => {
    const before = given[aim] ?? 0;
    return aim === 0 || aim === 2 ? before - value : value - before;
  });
}
