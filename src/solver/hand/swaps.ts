import type { Problem, SeatRow } from '../problem.js';
import { everySeatIsPermitted } from '../rules/every-seat-is-permitted.js';
import { indexProblem, seatsOf, type Breach, type ProblemIndex } from '../rules/plan-rule.js';
import { assess } from './assess.js';
import { type Edit, rowAfter } from './edits.js';
import { compareGains, type Gain, gainsBetween } from './gains.js';

/** Two reviews whose leads change places: each leads the other's review on the days that it has. */
export interface Swap {
  /** The other review. */
  review: string;
  /** That make it, as one step: the review that was asked about first. */
  edits: [Edit, Edit];
  /** The rows of both with it, in the same order. */
  rows: [SeatRow, SeatRow];
  /** What each aim gains or pays, in the order of the aims; of interest where nothing speaks against it, else there may be none. */
  gains: Gain[];
  /** Rules that are broken with it and were not before: those about the seats alone, and where these are kept those about the plan. */
  breaches: Breach[];
}

/**
 * With which reviews a review could swap its lead. Permitted swaps first, the best first by the aims in their order; then refused
 * ones, those against which least speaks first. Reviews that are pinned, have no lead, or have the same lead take no part.
 *
 * @param rows one a review, in the problem's order; they need not keep the rules
 * @throws RangeError when there is no such review
 */
export function swapsOf(problem: Problem, rows: readonly SeatRow[], review: string): Swap[] {
  const here = rows.find((row) => row.review === review);
  if (here === undefined) throw new RangeError(`There is no row of ${review}.`);
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  if (here.lead === null || pinned.has(review)) return [];
  const newLeads = new Set(problem.leads.filter(({ isNew }) => isNew).map(({ id }) => id));
  const before = assess(problem, rows);
  const known = new Set(before.breaches.map(keyOf));
  const index = indexProblem(problem);
  const swaps = rows.flatMap((there): Swap[] => {
    const [one, other] = [putInto(here, there.lead), putInto(there, here.lead)];
    if (there.lead === here.lead || pinned.has(there.review) || !one || !other) return [];
    const [changedHere, changedThere] = [one, other].map((edit, index) =>
      rowAfter(index === 0 ? here : there, edit, (person) => newLeads.has(person)),
    ) as [SeatRow, SeatRow];
    const pair: [SeatRow, SeatRow] = [changedHere, changedThere];
    const common = { review: there.review, edits: [one, other] as [Edit, Edit], rows: pair };
    const isNewTrouble = (breach: Breach): boolean => !known.has(keyOf(breach));
    const ofSeats = breachesOfSeats(problem, index, pair).filter(isNewTrouble);
    if (ofSeats.length > 0) return [{ ...common, gains: [], breaches: ofSeats }];
    const after = assess(
      problem,
      rows.map((row) => (row === here ? changedHere : row === there ? changedThere : row)),
    );
    const gains = gainsBetween(before.values, after.values);
    return [{ ...common, gains, breaches: after.breaches.filter(isNewTrouble) }];
  });
  return [
    ...swaps
      .filter(({ breaches }) => breaches.length === 0)
      .sort((one, other) => compareGains(one.gains, other.gains)),
    ...swaps
      .filter(({ breaches }) => breaches.length > 0)
      .sort((one, other) => one.breaches.length - other.breaches.length),
  ];
}

/** Most swaps fail by the seats alone, and then nobody need go through the whole plan. */
function breachesOfSeats(
  problem: Problem,
  index: ProblemIndex,
  rows: readonly SeatRow[],
): Breach[] {
  const { name, title, breaches } = everySeatIsPermitted;
  const seats = rows.flatMap(seatsOf);
  return breaches({ ...index, problem, rows, seats, seatsByPerson: new Map() }).map(
    ({ seatRule = { name, title }, ...found }) => ({
      rule: seatRule.name,
      title: seatRule.title,
      ...found,
    }),
  );
}

/** Null where somebody or a slot is missing. */
function putInto({ review, week, window }: SeatRow, lead: string | null): Edit | null {
  if (week === null || window === null || lead === null) return null;
  return { kind: 'PUT', review, week, window, lead };
}

function keyOf({ rule, sentence }: Breach): string {
  return `${rule} ${sentence}`;
}
