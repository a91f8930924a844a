import { roadKm } from '../distance.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { indexProblem, seatsOf, type Breach, type ProblemIndex } from '../rules/plan-rule.js';
import { assess, type Assessment } from './assess.js';
import { applyEdits, isSameRow, type Edit } from './edits.js';
import { gainsBetween, type Gain } from './gains.js';
import { pinsAfter } from './pin-edits.js';

/** What a plan asks of one person. */
export interface Load {
  /** Reviews led in the plan. */
  led: number;
  /** Seats of any kind in the plan. */
  seats: number;
  /** By road from home to the schools of all seats, one way, in km. */
  roadKm: number;
}

/** Somebody whose seats the edits change. */
export interface PersonEffect {
  person: string;
  before: Load;
  after: Load;
  /** How many reviews led are wanted of them this term; 0 for those who may not lead. */
  target: number;
  /** Of the year: the minimum, and what was led in earlier terms. */
  minimum: number;
  done: number;
}

/** What edits make of a plan. */
export interface Effect {
  /** The plan after, one row a review, in the problem's order. */
  rows: SeatRow[];
  /** Whether the plan after keeps every rule, so that it may be kept. */
  isLegal: boolean;
  before: Assessment;
  after: Assessment;
  /** What each aim gains or pays, in the order of the aims. */
  gains: Gain[];
  /** Rules broken after and not before, and the other way round. */
  appearing: Breach[];
  vanishing: Breach[];
  /** Reviews whose slot or seats change. */
  reviews: { from: SeatRow; to: SeatRow }[];
  /** People whose seats change, in the problem's order. */
  people: PersonEffect[];
}

/**
 * What a plan becomes by edits, and what that is worth: the difference of two assessments, with no
 * solve. The plan before need not keep the rules.
 *
 * @param rows one a review, in the problem's order
 * @throws RangeError as `applyEdits`
 */
export function effectOf(
  problem: Problem,
  rows: readonly SeatRow[],
  edits: readonly Edit[],
): Effect {
  const changed = applyEdits(problem, rows, edits);
  const pinned = pinsAfter(problem, rows, edits);
  const [before, after] = [assess(problem, rows), assess(pinned, changed)];
  return {
    rows: changed,
    isLegal: after.breaches.length === 0,
    before,
    after,
    gains: gainsBetween(before.values, after.values),
    appearing: missingFrom(before.breaches, after.breaches),
    vanishing: missingFrom(after.breaches, before.breaches),
    reviews: rows.flatMap((from, index) => {
      const to = changed[index] as SeatRow;
      return isSameRow(from, to) ? [] : [{ from, to }];
    }),
    people: peopleAffected(problem, rows, changed),
  };
}

/** The breaches of the second list that the first does not have. */
function missingFrom(first: readonly Breach[], second: readonly Breach[]): Breach[] {
  const known = new Set(first.map(keyOf));
  return second.filter((breach) => !known.has(keyOf(breach)));
}

function keyOf({ rule, sentence }: Breach): string {
  return `${rule} ${sentence}`;
}

function peopleAffected(
  problem: Problem,
  rows: readonly SeatRow[],
  changed: readonly SeatRow[],
): PersonEffect[] {
  const index = indexProblem(problem);
  const differing = rows.flatMap((row, at) => {
    const other = changed[at] as SeatRow;
    return isSameRow(row, other) ? [] : [...seatsOf(row), ...seatsOf(other)];
  });
  const affected = new Set(differing.map(({ person }) => person));
  return problem.leads
    .filter(({ id }) => affected.has(id))
    .map((lead) => ({
      person: lead.id,
      before: loadOf(lead, rows, problem, index),
      after: loadOf(lead, changed, problem, index),
      target: lead.roles.includes('LEAD') ? lead.commitment.target : 0,
      minimum: lead.commitment.minimum,
      done: lead.commitment.done,
    }));
}

function loadOf(
  lead: Lead,
  rows: readonly SeatRow[],
  problem: Problem,
  { reviewsById }: ProblemIndex,
): Load {
  const seats = rows.flatMap(seatsOf).filter(({ person }) => person === lead.id);
  const distances = seats.map(({ row }) => {
    const review = reviewsById.get(row.review);
    return review ? roadKm(lead.home, review, problem.policy.roadFactor) : 0;
  });
  return {
    led: seats.filter(({ role }) => role === 'LEAD').length,
    seats: seats.length,
    roadKm: distances.reduce((sum, km) => sum + km, 0),
  };
}
