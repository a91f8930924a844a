import type { Problem, Role, SeatRow } from '../problem.js';
import type { Breach } from '../rules/plan-rule.js';
import { isSameRow, rowAfter } from './edits.js';
import { compareGains, type Gain } from './gains.js';
import { OpenPlan } from './open-plan.js';

/** A place that somebody could have in a plan while nobody else moves; whoever has the seat loses it. */
export interface Place {
  person: string;
  /** The review's row with them in it: its slot, and who sits beside. */
  row: SeatRow;
  /** Whether it is so already. */
  isNow: boolean;
  /** What each aim gains or pays, in the order of the aims; of interest where nothing speaks against it. */
  gains: Gain[];
  /** What speaks against it, seat by seat and over the whole plan; nothing where it is permitted. */
  breaches: Breach[];
}

/**
 * Every place on a review: for the lead's seat everybody in each of the host's windows, for a second
 * seat everybody in the slot the review has. Permitted ones first, the best first by the aims in their
 * order; then refused ones, those against which least speaks first.
 *
 * @param rows one a review, in the problem's order; they need not keep the rules
 * @throws RangeError when there is no such review
 */
export function placesOf(
  problem: Problem,
  rows: readonly SeatRow[],
  review: string,
  seat: Role = 'LEAD',
): Place[] {
  return inOrder([...eachPlace(problem, rows, { review }, seat)]);
}

/**
 * Every place of a person: as lead on each review in each of its host's windows, in a second seat on
 * each review in the slot it has. Ordered as `placesOf`.
 *
 * @param rows as `placesOf`
 */
export function placesFor(
  problem: Problem,
  rows: readonly SeatRow[],
  person: string,
  seat: Role = 'LEAD',
): Place[] {
  return inOrder([...eachPlace(problem, rows, { lead: person }, seat)]);
}

/**
 * The places of `placesOf` or `placesFor` one by one, each worked out when it is asked for, in the order of the problem:
 * for whoever must do other things between them. `inOrder` puts them into theirs.
 */
export function* eachPlace(
  problem: Problem,
  rows: readonly SeatRow[],
  of: { review: string } | { lead: string },
  seat: Role,
): Generator<Place, void, undefined> {
  const plan = new OpenPlan(problem, rows);
  const pairs =
    'review' in of
      ? problem.leads.map(({ id }) => ({ review: of.review, person: id }))
      : problem.reviews.map(({ id }) => ({ review: id, person: of.lead }));
  for (const { review, person } of pairs) {
    for (const row of rowsWith(plan, review, person, seat)) yield placeAt(plan, person, row);
  }
}

/** The rows of a review with the person in the seat: one a slot that it can have. */
function rowsWith(plan: OpenPlan, review: string, person: string, seat: Role): SeatRow[] {
  const row = plan.rowOf(review);
  const isNew = (id: string): boolean => plan.isNew(id);
  if (seat !== 'LEAD') return [rowAfter(row, { kind: 'SEAT', review, seat, person }, isNew)];
  return plan
    .windowsOf(review)
    .map(({ week, window }) =>
      rowAfter(row, { kind: 'PUT', review, lead: person, week, window }, isNew),
    );
}

function placeAt(plan: OpenPlan, person: string, row: SeatRow): Place {
  return {
    person,
    row,
    isNow: isSameRow(row, plan.rowOf(row.review)),
    gains: plan.gainsWith(row),
    breaches: plan.breachesWith(row),
  };
}

/** The permitted first, as `placesOf` says. The sort is stable, so that equal places keep the problem's order. */
export function inOrder(places: readonly Place[]): Place[] {
  const permitted = places.filter(({ breaches }) => breaches.length === 0);
  const refused = places.filter(({ breaches }) => breaches.length > 0);
  return [
    ...permitted.sort((one, other) => compareGains(one.gains, other.gains)),
    ...refused.sort((one, other) => one.breaches.length - other.breaches.length),
  ];
}
