/** The network's solve by itself, and what the checker says of its result. */
import { valueOf } from '../../src/solver/aims/aims.js';
import { checkPlan } from '../../src/solver/check.js';
import type { Incumbent, SolveHooks } from '../../src/solver/incumbent.js';
import type { MilpEngine } from '../../src/solver/milp/milp.js';
import { NetworkSolve } from '../../src/solver/network/solve-network.js';
import { planOfPins } from '../../src/solver/pins.js';
import { type AimResult, type Plan, PLAN_FORMAT } from '../../src/solver/plan.js';
import type { Problem, SeatRow } from '../../src/solver/problem.js';
import { SHA256 } from './builders.js';

/** Null where no plan keeps the pins. */
export type Solved = { incumbent: Incumbent; aims: AimResult[] } | null;

/** Where the search finds no plan, the engine is asked for one that keeps the pins. */
export function solvedByNetwork(of: Problem, engine: MilpEngine, hooks: SolveHooks = {}): Solved {
  return new NetworkSolve(of, engine, hooks).run(() => {
    const rows = planOfPins(of, engine);
    return rows && incumbentOf(of, rows);
  });
}

export function incumbentOf(of: Problem, rows: SeatRow[]): Incumbent {
  return { rows, values: valueOf(of, rows) };
}

/** Everything that the checker finds wrong; none for no plan. */
export function faultsOf(of: Problem, solved: Solved): string[] {
  if (!solved) return [];
  const { incumbent, aims } = solved;
  const isProven = aims.every(({ value, bound }) => value === bound);
  const plan: Plan = {
    format: PLAN_FORMAT,
    problem: SHA256,
    status: isProven ? 'OPTIMAL' : 'FEASIBLE',
    aims,
    reviews: incumbent.rows,
    conflict: [],
  };
  return checkPlan(of, plan, SHA256).faults;
}
