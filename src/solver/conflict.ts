import type { ConflictingPin } from './plan.js';
import type { MilpEngine } from './milp/milp.js';
import { EngineFault } from './milp/milp.js';
import { buildModel } from './model.js';
import type { Pin, Problem } from './problem.js';
import { rulesBroken } from './conflict-rules.js';
import { RowBuilder } from './row-builder.js';

/**
 * A smallest set of pins that cannot hold together, by implicit hitting sets (Ignatiev, Previti,
 * Liffiton and Marques-Silva 2015): every conflicting set meets every correction set, so a smallest
 * set that meets the correction sets found so far, once it cannot hold, is a smallest conflict.
 *
 * @param problem one whose pins cannot all hold
 */
export function smallestConflict(problem: Problem, engine: MilpEngine): ConflictingPin[] {
  const corrections: number[][] = [];
  for (;;) {
    const set = smallestHittingSet(problem.pins.length, corrections, engine);
    const correction = correctionBeyond(problem, set, engine);
    if (!correction) {
      const pins = set.map((index) => problem.pins[index] as Pin);
      return set.map((pin, i) => ({
        pin,
        rules: rulesBroken({ ...problem, pins }, i, (p) => canHold(p, engine)),
      }));
    }
    corrections.push(correction);
  }
}

/** Whether a plan keeps all pins, where some rules may be left out. */
function canHold(
  { problem, without }: { problem: Problem; without: ReadonlySet<string> },
  engine: MilpEngine,
): boolean {
  const model = buildModel(problem, { without });
  if (model.candidates.length === 0) return false;
  const session = engine.open(model.linear);
  try {
    return session.solveInteger(() => false).status === 'OPTIMAL';
  } finally {
    session.dispose();
  }
}

/**
 * With the pins of `set` held and as many others as possible: those that are not. Null when the
 * pins of `set` alone cannot hold.
 */
function correctionBeyond(
  problem: Problem,
  set: readonly number[],
  engine: MilpEngine,
): number[] | null {
  const { linear, held } = buildModel(problem, { pins: 'ELASTIC' });
  const lower = linear.columnLower.slice();
  for (const pin of set) lower[held[pin] as number] = 1;
  const costs = new Float64Array(linear.columnCount);
  for (const column of held) costs[column] = -1;
  const session = engine.open(linear);
  try {
    session.setColumnBounds(lower, linear.columnUpper);
    session.setCosts(costs);
    const { status, values } = session.solveInteger(() => false);
    if (status === 'INFEASIBLE') return null;
    if (!values) throw new EngineFault('The engine stopped unasked.');
    return [...held.keys()].filter((pin) => (values[held[pin] as number] as number) < 0.5);
  } finally {
    session.dispose();
  }
}

function smallestHittingSet(
  pinCount: number,
  corrections: readonly number[][],
  engine: MilpEngine,
): number[] {
  if (corrections.length === 0) return [];
  const rows = new RowBuilder();
  for (let i = 0; i < pinCount; i++) rows.column('INTEGER');
  for (const correction of corrections) rows.row(1, Infinity, correction);
  const session = engine.open(rows.build());
  try {
    session.setCosts(new Float64Array(pinCount).fill(1));
    const { values } = session.solveInteger(() => false);
    if (!values) throw new EngineFault('The engine found no hitting set although there is one.');
    return [...values.keys()].filter((pin) => (values[pin] as number) > 0.5);
  } finally {
    session.dispose();
  }
}
