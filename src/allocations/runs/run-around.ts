import { Refusal } from '../../platform/problems/refusal.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { pinOfRow } from '../../solver/hand/pin-edits.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { editedPlan } from '../hand/edited-plan.js';
import { type OpenedPlan } from '../plans/opened-plans.js';
import { type PlanNames } from '../summary/plan-names.js';
import { type FrozenInput } from './frozen-problems.js';
import { withPins } from './pins-by-hand.js';
import { type AroundPlan } from './run.schema.js';

/**
 * A freshly frozen term in which part of a plan is pinned: what is pinned in it by hand, what the edits
 * put somewhere, and the reviews named. A review that is accepted by now is pinned already.
 *
 * @throws Refusal when the plan is of another term, an edit or a review is not of the plan, or what is
 * to stay names a review or a person that the term no longer has
 */
export function frozenAround(
  frozen: FrozenInput,
  opened: OpenedPlan,
  { edits, reviews }: AroundPlan,
): FrozenInput {
  const { problem, stored, names, held } = opened;
  if (stored.termId !== frozen.termId) {
    throw new Refusal('PLAN_OF_ANOTHER_TERM', 'The plan to run around belongs to another term.');
  }
  const {
    rows,
    problem: { pins },
  } = editedPlan(opened, edits);
  refuseUnknownReviews(problem, reviews);
  const byHand = pins.map(({ review }) => review).filter((review) => !held.has(review));
  const put = edits.filter(({ kind }) => kind === 'PUT' || kind === 'SEAT').map((e) => e.review);
  const stays = new Set([...byHand, ...put, ...reviews]);
  const term = readProblem(frozen.bytes);
  const pinned = new Set(term.pins.map(({ review }) => review));
  const added = rows.filter(
    ({ review, lead }) => stays.has(review) && lead !== null && !pinned.has(review),
  );
  refuseGone(term, added, names);
  return withPins(frozen, { ...term, pins: [...term.pins, ...added.map(pinOfRow)] }, pinned);
}

function refuseUnknownReviews(problem: Problem, reviews: readonly string[]): void {
  const known = new Set(problem.reviews.map(({ id }) => id));
  const faults = reviews.flatMap((review, index) =>
    known.has(review)
      ? []
      : [
          {
            pointer: `#/around/reviews/${index}`,
            field: `around, reviews, item ${index + 1}`,
            message: `There is no review ${review} in the plan.`,
          },
        ],
  );
  if (faults.length === 0) return;
  throw new Refusal('UNKNOWN_NAME', 'A review is not in the plan. See errors.', 422, faults);
}

/** A pin on what is not there would be a bad problem: it is said which, so that it can be unpinned. */
function refuseGone(term: Problem, rows: readonly SeatRow[], names: PlanNames): void {
  const reviews = new Set(term.reviews.map(({ id }) => id));
  const people = new Set(term.leads.map(({ id }) => id));
  const faults = rows.flatMap(({ review, lead, qualityAssurer, shadow }) => {
    const gone = [lead, qualityAssurer, shadow].filter(
      (person) => person !== null && !people.has(person),
    );
    const school = names.school(review);
    const sentences = [
      ...(reviews.has(review) ? [] : [`${school} can no longer be reviewed in the term.`]),
      ...gone.map(
        (person) => `${names.person(person ?? '')} can have no seat in the term any more.`,
      ),
    ];
    return sentences.map((message) => ({ pointer: `#/around`, field: school, message }));
  });
  if (faults.length === 0) return;
  throw new Refusal(
    'PIN_OUT_OF_DATE',
    'The registers have changed since the plan was made, so not all of it can stay. See errors, and unpin or move these reviews.',
    409,
    faults,
  );
}
