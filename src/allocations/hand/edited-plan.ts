import { applyEdits, type Edit } from '../../solver/hand/edits.js';
import { pinsAfter } from '../../solver/hand/pin-edits.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { type OpenedPlan } from '../plans/opened-plans.js';
import { refuseHeldPins, refuseUnknownNames } from './edit-refusals.js';

/** A plan with edits that are not saved: what it would be, and its problem with the pins they set and take. */
export interface EditedPlan {
  problem: Problem;
  rows: SeatRow[];
}

/** @throws Refusal when an edit names what the plan does not have, or unpins what was not pinned by hand */
export function refuseEdits({ problem, held, names }: OpenedPlan, edits: readonly Edit[]): void {
  refuseUnknownNames(problem, edits);
  refuseHeldPins(held, edits, names);
}

/** @throws Refusal as `refuseEdits` */
export function editedPlan(opened: OpenedPlan, edits: readonly Edit[]): EditedPlan {
  refuseEdits(opened, edits);
  const { reviews } = opened.stored.content;
  const problem = pinsAfter(opened.problem, reviews, edits);
  return { problem, rows: applyEdits(problem, reviews, edits) };
}
