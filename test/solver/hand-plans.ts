/** Plans of tiny problems to edit by hand, those that keep every rule and those that do not. */
import fc, { type Arbitrary } from 'fast-check';
import { seededRandom } from '../../scripts/seeded-random.js';
import { applyEdits, startingRows, type Edit } from '../../src/solver/hand/edits.js';
import type { Problem, SeatRow } from '../../src/solver/problem.js';
import { breachesOf } from '../../src/solver/rules/plan-rules.js';
import { tinyProblem } from './generate.js';
import { legalPlan, randomRow, wander } from './random-plans.js';

export interface PlanToEdit {
  problem: Problem;
  rows: SeatRow[];
  isLegal: boolean;
  /** One or two, of every kind. */
  edits: Edit[];
}

/**
 * Legal where the pins permit a plan to begin with, or one edit away from it, so that often one rule alone is broken; or with
 * whatever rows chance gives.
 */
export function planToEdit(): Arbitrary<PlanToEdit> {
  return fc
    .record({
      problem: tinyProblem().filter(({ reviews, leads }) => reviews.length > 0 && leads.length > 0),
      seed: fc.nat(),
      kind: fc.constantFrom('legal', 'legal', 'nearly legal', 'any'),
    })
    .map(({ problem, seed, kind }) => {
      const random = seededRandom(seed);
      const start = legalPlan(problem, startingRows(problem));
      const anyEdit = (): Edit =>
        editLike(randomRow(problem, random.between(0, problem.reviews.length - 1), random), random);
      let rows = problem.reviews.map((_, index) => randomRow(problem, index, random));
      if (kind !== 'any' && start !== null) ({ rows } = wander(problem, start, 40, random));
      if (kind === 'nearly legal') rows = applyEdits(problem, rows, [anyEdit()]);
      const edits = Array.from({ length: random.between(1, 2) }, anyEdit);
      return { problem, rows, isLegal: breachesOf(problem, rows).length === 0, edits };
    });
}

function editLike(row: SeatRow, random: ReturnType<typeof seededRandom>): Edit {
  const { review, week, window, lead, qualityAssurer, shadow } = row;
  if (lead === null || week === null || window === null) return { kind: 'CLEAR', review };
  if (random.chance(0.3)) {
    const seat = random.pick(['QUALITY_ASSURER', 'SHADOW'] as const);
    return { kind: 'SEAT', review, seat, person: random.chance(0.3) ? null : lead };
  }
  const put = { kind: 'PUT', review, lead, week, window } as const;
  return random.chance(0.5) ? put : { ...put, qualityAssurer, shadow };
}
