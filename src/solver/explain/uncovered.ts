import { coverage } from '../aims/coverage.js';
import { LexicographicSolve } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { buildModel } from '../model.js';
import { planOfPins } from '../pins.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { valueOf } from '../aims/aims.js';
import { factsFor, type FactFor } from './facts.js';
import { shutOutOf, type ShutOut } from './shut-out.js';

/** Why a review has no lead, and what alone would give it one. */
export interface UncoveredReview extends ShutOut {
  /** Null where no single fact of the kinds that can be asked for does it, as far as was tried. */
  oneFact: { words: string; kind: string; subject: string } | null;
  /** How many single changes were tried by solving again. */
  tried: number;
}

/** Most re-solves for one review: those that look best are tried first. */
const MOST_TRIES = 12;

/**
 * For each review without a lead: how many leads each rule shuts out, and the least fact to ask
 * for that alone would cover it without leaving out anything as weighty, verified by solving
 * coverage again with the fact changed and the review pinned.
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
  const covered = valueOf(problem, rows).get('coverage') as number;
  const inOrder = promisingFirst(problem, rows, review, factsFor(problem, review));
  let tried = 0;
  for (const { fact, row } of inOrder.slice(0, MOST_TRIES)) {
    tried++;
    const changed = fact.apply(problem);
    const pinned = { ...changed, pins: [...changed.pins, { review: review.id }] };
    const start = rows.map((each) => (each.review === review.id ? row : each));
    if (coverageFrom(pinned, start, engine) >= covered + review.priority) {
      return { oneFact: { words: fact.words, kind: fact.kind, subject: fact.subject }, tried };
    }
  }
  return { oneFact: null, tried };
}

/** Those where the lead could simply be added to the plan come first; the same fact stands once. */
function promisingFirst(
  problem: Problem,
  rows: readonly SeatRow[],
  review: Review,
  facts: FactFor[],
): (FactFor & { row: SeatRow })[] {
  const seen = new Set<string>();
  const inOrder = facts.map(({ fact, lead, slot }) => {
    const row: SeatRow = { review: review.id, ...slot, lead, qualityAssurer: null, shadow: null };
    const added = rows.map((each) => (each.review === review.id ? row : each));
    return { fact, lead, slot, row, fits: breachesOf(fact.apply(problem), added).length === 0 };
  });
  return [...inOrder.filter(({ fits }) => fits), ...inOrder.filter(({ fits }) => !fits)].filter(
    ({ fact }) => {
      const isFirst = !seen.has(fact.words);
      seen.add(fact.words);
      return isFirst;
    },
  );
}

/** The best coverage of a problem, proven; below 0 when its pins cannot hold. */
function coverageFrom(problem: Problem, start: SeatRow[], engine: MilpEngine): number {
  const rows = breachesOf(problem, start).length === 0 ? start : planOfPins(problem, engine);
  if (!rows) return -1;
  const incumbent = { rows, values: valueOf(problem, rows) };
  const model = buildModel(problem);
  const { aims } = new LexicographicSolve(engine, model, incumbent, {}, [coverage]).run();
  return aims[0]?.value ?? -1;
}
