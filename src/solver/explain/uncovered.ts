import { coverage } from '../aims/coverage.js';
import { LexicographicSolve } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { buildModel } from '../model.js';
import { planOfPins } from '../pins.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { valueOf } from '../aims/aims.js';
import { type Fact, factsFor, type FactFor, withFact } from './facts.js';
import { shutOutOf, type ShutOut } from './shut-out.js';

/** Why a review has no lead, and what alone would give it one. */
export interface UncoveredReview extends ShutOut {
  /**
   * The fact, and who leads the review in the plan found with it. Null where no single fact of the
   * kinds that can be asked for does it, as far as was tried.
   */
  oneFact: { fact: Fact; lead: string } | null;
  /** How many single changes were looked at: each was tried or ruled out, alone or with others, by solving again. */
  tried: number;
}

/** Most re-solves for one review: enough to rule out hundreds of changes, and to find one among them. */
const MOST_SOLVES = 40;

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
  const wanted = (valueOf(problem, rows).get('coverage') as number) + review.priority;
  const leadWith = (facts: readonly Candidate[]): string | null => {
    const changed = facts.reduce((before, { fact }) => withFact(before, fact), problem);
    const pinned = { ...changed, pins: [...changed.pins, { review: review.id }] };
    const start = rows.map((each) => (each.review === review.id ? (facts[0]?.row ?? each) : each));
    const found = bestCoverage(pinned, start, engine);
    if (found === null || found.value < wanted) return null;
    return found.rows.find((each) => each.review === review.id)?.lead ?? null;
  };
  return firstThatCovers(
    promisingFirst(problem, rows, review, factsFor(problem, review)),
    leadWith,
  );
}

interface Candidate {
  fact: Fact;
  /** The seat that the fact would permit. */
  row: SeatRow;
}

/**
 * The first fact that alone covers the review. Every change only permits more, so where several
 * together do not cover it none of them does, and one solve rules out all of them.
 *
 * @param leadWith who leads the review when all these facts change; null where it stays uncovered
 */
function firstThatCovers(
  candidates: readonly Candidate[],
  leadWith: (facts: readonly Candidate[]) => string | null,
): Pick<UncoveredReview, 'oneFact' | 'tried'> {
  let solves = 0;
  let tried = 0;
  const search = (facts: readonly Candidate[]): UncoveredReview['oneFact'] => {
    const [first] = facts;
    if (first === undefined || solves >= MOST_SOLVES) return null;
    solves++;
    const lead = leadWith(facts);
    if (lead === null) {
      tried += facts.length;
      return null;
    }
    if (facts.length === 1) {
      tried++;
      return { fact: first.fact, lead };
    }
    const middle = Math.ceil(facts.length / 2);
    return search(facts.slice(0, middle)) ?? search(facts.slice(middle));
  };
  // The most promising one is most often the answer.
  const oneFact = search(candidates.slice(0, 1)) ?? search(candidates.slice(1));
  return { oneFact, tried };
}

/** Those where the lead could simply be added to the plan come first; the same fact stands once. */
function promisingFirst(
  problem: Problem,
  rows: readonly SeatRow[],
  review: Review,
  facts: FactFor[],
): Candidate[] {
  const seen = new Set<string>();
  const inOrder = facts.map(({ fact, lead, slot }) => {
    const row: SeatRow = { review: review.id, ...slot, lead, qualityAssurer: null, shadow: null };
    const added = rows.map((each) => (each.review === review.id ? row : each));
    return { fact, row, fits: breachesOf(withFact(problem, fact), added).length === 0 };
  });
  return [...inOrder.filter(({ fits }) => fits), ...inOrder.filter(({ fits }) => !fits)].filter(
    ({ fact }) => {
      const key = JSON.stringify(fact);
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst;
    },
  );
}

/** The best coverage of a problem, proven, with a plan that has it; null when its pins cannot hold. */
function bestCoverage(
  problem: Problem,
  start: SeatRow[],
  engine: MilpEngine,
): { value: number; rows: readonly SeatRow[] } | null {
  const rows = breachesOf(problem, start).length === 0 ? start : planOfPins(problem, engine);
  if (!rows) return null;
  const incumbent = { rows, values: valueOf(problem, rows) };
  const model = buildModel(problem);
  const found = new LexicographicSolve(engine, model, incumbent, {}, {}, [coverage]).run();
  return { value: found.aims[0]?.value ?? -1, rows: found.incumbent.rows };
}
