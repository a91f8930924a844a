import type { MilpEngine } from '../milp/milp.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import type { Fact } from './facts.js';
import { shutOutOf, type ShutOut } from './shut-out.js';
import { whatWouldItTake } from './what-would-it-take.js';

/** Why a review has no lead, and what alone would give it one. */
export interface UncoveredReview extends ShutOut {
  /**
   * The fact, and who leads the review in the plan found with it. Null where no single fact of the
   * kinds that can be asked for does it, as far as was tried.
   */
  oneFact: { fact: Fact; lead: string } | null;
  /** How many single changes were looked at. */
  tried: number;
}

/**
 * For each review without a lead: how many leads each rule shuts out, and the cheapest fact to ask
 * for that alone would cover it without leaving out anything as weighty (`whatWouldItTake`).
 */
export function explainUncovered(
  problem: Problem,
  rows: readonly SeatRow[],
  engine: MilpEngine,
  hooks: { onReview?(review: string): void } = {},
): UncoveredReview[] {
  const reviewsById = new Map(problem.reviews.map((review) => [review.id, review]));
  return rows
    .filter((row) => row.lead === null)
    .map((row) => {
      hooks.onReview?.(row.review);
      const review = reviewsById.get(row.review) as Review;
      return { ...shutOutOf(problem, review), ...oneFactFor(problem, rows, review, engine) };
    });
}

function oneFactFor(
  problem: Problem,
  rows: readonly SeatRow[],
  review: Review,
  engine: MilpEngine,
): Pick<UncoveredReview, 'oneFact' | 'tried'> {
  const { sets, considered } = whatWouldItTake(problem, rows, review, engine, {
    most: 1,
    together: 1,
    dropPins: false,
  });
  const [cheapest] = sets;
  const ask = cheapest?.asks[0]?.ask;
  const isFact = cheapest !== undefined && ask !== undefined && ask.kind !== 'UNPIN';
  return { oneFact: isFact ? { fact: ask, lead: cheapest.lead } : null, tried: considered };
}
