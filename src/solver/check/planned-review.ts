import {
  type SeatRow,
  type Lead,
  type Problem,
  type Review,
  type Role,
  type Slot,
} from '../problem.js';
import { quoted } from './words.js';

/** A seat that the plan fills; `person` is null when the problem knows nobody of that name. */
export interface FilledSeat {
  role: Role;
  personId: string;
  person: Lead | null;
}

/** One review of the problem, with what the plan says about it. */
export interface PlannedReview {
  review: Review;
  /** Null when the plan gives no slot, or half of one. */
  slot: Slot | null;
  row: SeatRow;
  seats: FilledSeat[];
}

export interface MatchedRows {
  /** One for each review of the problem, in its order; a review without a row counts as not covered. */
  planned: PlannedReview[];
  faults: string[];
}

/**
 * Lays the plan's rows beside the problem's reviews: "One row per review, in the problem's order"
 * (problem-format.md, Plan). Of several rows for one review the first is taken.
 */
export function matchRows(problem: Problem, rows: readonly SeatRow[]): MatchedRows {
  const faults: string[] = [];
  const knownReviews = new Set(problem.reviews.map((review) => review.id));
  const rowsByReview = new Map<string, SeatRow>();
  for (const [index, row] of rows.entries()) {
    if (!knownReviews.has(row.review)) {
      faults.push(`Row ${index + 1}: review ${quoted(row.review)} is not in the problem.`);
    } else if (rowsByReview.has(row.review)) {
      faults.push(`Row ${index + 1}: review ${quoted(row.review)} has a row already.`);
    } else {
      rowsByReview.set(row.review, row);
    }
  }
  for (const review of problem.reviews) {
    if (!rowsByReview.has(review.id)) faults.push(`Review ${quoted(review.id)} has no row.`);
  }
  faults.push(...orderFaults(problem, [...rowsByReview.keys()]));
  const peopleById = new Map(problem.leads.map((person) => [person.id, person]));
  const planned = problem.reviews.map((review) => {
    const row = rowsByReview.get(review.id) ?? emptyRow(review.id);
    return { review, row, slot: slotOf(row), seats: seatsOf(row, peopleById) };
  });
  return { planned, faults };
}

function orderFaults(problem: Problem, found: readonly string[]): string[] {
  const foundReviews = new Set(found);
  const expected = problem.reviews.map((review) => review.id).filter((id) => foundReviews.has(id));
  const place = found.findIndex((id, index) => id !== expected[index]);
  if (place < 0) return [];
  return [
    `The rows are not in the problem's order: review ${quoted(found[place] ?? '')} stands where ` +
      `${quoted(expected[place] ?? '')} belongs.`,
  ];
}

function emptyRow(review: string): SeatRow {
  return { review, week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
}

function slotOf({ week, window }: SeatRow): Slot | null {
  return week !== null && window !== null ? { week, window } : null;
}

function seatsOf(row: SeatRow, peopleById: ReadonlyMap<string, Lead>): FilledSeat[] {
  const named: [Role, string | null][] = [
    ['LEAD', row.lead],
    ['QUALITY_ASSURER', row.qualityAssurer],
    ['SHADOW', row.shadow],
  ];
  return named.flatMap(([role, personId]) =>
    personId === null ? [] : [{ role, personId, person: peopleById.get(personId) ?? null }],
  );
}
