import { aims, valueOf } from './aims/aims.js';
import { smallestConflict } from './conflict.js';
import type { Incumbent, SolveHooks } from './incumbent.js';
import { LexicographicSolve } from './lexicographic.js';
import type { MilpEngine } from './milp/milp.js';
import { buildModel } from './model.js';
import { emptyRows } from './empty-rows.js';
import { aroundPins, planOfPins } from './pins.js';
import type { NetworkBase } from './network/network-base.js';
import { NetworkSolve } from './network/solve-network.js';
import type { AimResult, Solution } from './plan.js';
import type { Problem } from './problem.js';

export type { SolveHooks, SolveProgress } from './incumbent.js';

/** Changes whenever the same problem could give another plan; stored with every run. */
export const SOLVER_VERSION = '2.3.0';

/**
 * `network`: flows first, the general engine only for what they leave open. `milp`: the general engine alone, slower, an
 * oracle for the first.
 */
export const ENGINES = ['network', 'milp'] as const;
export type EngineName = (typeof ENGINES)[number];
/** What solves when nobody asks for another. */
export const USUAL_ENGINE: EngineName = 'network';

/**
 * The best plan of a problem: every hard rule kept, the seven aims in their order, each proven
 * (`docs/problem-format.md`). The same problem gives the same plan. Blocks its thread.
 *
 * A stop or a limit ends it early with the best plan so far and the bounds proven until then
 * (`FEASIBLE`), but never before a plan that keeps the pins, or the proof that there is none.
 *
 * @param problem a problem that has passed the reader
 * @param base the network to go on from, of a problem that this one only restricts further (`NetworkBase.narrow`)
 * @throws EngineFault when the engine misbehaves; no plan is better than a wrong one
 */
export function solve(
  problem: Problem,
  engine: MilpEngine,
  hooks: SolveHooks = {},
  name: EngineName = USUAL_ENGINE,
  base?: NetworkBase,
): Solution {
  const solved =
    name === 'network'
      ? new NetworkSolve(problem, engine, hooks, base).run(() => somePlan(problem, engine))
      : solveByMilp(problem, engine, hooks);
  if (!solved) return infeasible(problem, engine);
  const isProven = solved.aims.every(({ value, bound }) => value === bound);
  return {
    status: isProven ? 'OPTIMAL' : 'FEASIBLE',
    aims: solved.aims,
    reviews: solved.incumbent.rows,
    conflict: [],
  };
}

type Solved = { incumbent: Incumbent; aims: AimResult[] } | null;

function solveByMilp(problem: Problem, engine: MilpEngine, hooks: SolveHooks): Solved {
  const incumbent = somePlan(problem, engine);
  if (!incumbent) return null;
  const model = buildModel(problem);
  return model.candidates.length === 0
    ? { incumbent, aims: aims.map(({ name }) => settledAt(name, incumbent)) }
    : new LexicographicSolve(engine, model, incumbent, hooks).run();
}

function somePlan(problem: Problem, engine: MilpEngine): Incumbent | null {
  const rows = planOfPins(problem, engine);
  return rows && { rows, values: valueOf(problem, rows) };
}

/** Where no seat can be taken at all, the empty plan is the only one. */
function settledAt(
  aim: Solution['aims'][number]['aim'],
  { values }: Incumbent,
): Solution['aims'][number] {
  const value = values.get(aim) as number;
  return { aim, value, bound: value };
}

function infeasible(problem: Problem, engine: MilpEngine): Solution {
  return {
    status: 'INFEASIBLE',
    aims: aims.map(({ name }) => ({ aim: name, value: null, bound: null })),
    reviews: emptyRows(problem),
    conflict: smallestConflict(aroundPins(problem), engine),
  };
}
