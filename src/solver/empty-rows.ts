import type { Problem, SeatRow } from './problem.js';

/** A review without a lead. */
export function emptyRow(review: string): SeatRow {
  return { review, week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
}

/** The plan in which nobody has a seat. */
export function emptyRows(problem: Problem): SeatRow[] {
  return problem.reviews.map(({ id }) => emptyRow(id));
}
