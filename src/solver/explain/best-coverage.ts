import { valueOf } from '../aims/aims.js';
import { coverage } from '../aims/coverage.js';
import { LexicographicSolve } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { buildModel } from '../model.js';
import { planOfPins } from '../pins.js';
import type { Problem, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';

/**
 * The best coverage of a problem, proven, with a plan that has it; null when its pins cannot hold. Only the first aim is
 * solved, by the general engine.
 *
 * @param start a plan to begin with, legal or not
 */
export function bestCoverage(
  problem: Problem,
  start: readonly SeatRow[],
  engine: MilpEngine,
): { value: number; rows: readonly SeatRow[] } | null {
  const rows = breachesOf(problem, start).length === 0 ? [...start] : planOfPins(problem, engine);
  if (!rows) return null;
  const incumbent = { rows, values: valueOf(problem, rows) };
  const model = buildModel(problem, { load: false });
  if (model.candidates.length === 0) return { value: incumbent.values.get('coverage') ?? 0, rows };
  const found = new LexicographicSolve(engine, model, incumbent, {}, {}, [coverage]).run();
  return { value: found.aims[0]?.value ?? -1, rows: found.incumbent.rows };
}
