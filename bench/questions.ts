/**
 * How long questions about one plan take: the price of each candidate of a review, what is lost when each person drops out,
 * and what it buys to disturb one person, two, … One warm network for all, as the service asks them.
 */
import { generateProblem, type GenerateOptions } from '../scripts/generate-problem.js';
import { Alternatives, type Change, withChanges } from '../src/solver/explain/alternatives.js';
import type { MilpEngine } from '../src/solver/milp/milp.js';
import { usableCandidates } from '../src/solver/model.js';
import { priceOfDisturbance } from '../src/solver/explain/re-plan.js';
import type { Lead, Problem } from '../src/solver/problem.js';
import { solve } from '../src/solver/solve.js';
import { sharesOf } from './shares.js';

const REVIEWS_RANKED = 8;
/** Each price is asked for so often, every time of a network on which the others were asked before; its best time counts. */
const SERIES = 5;
/** People beyond the least that a re-plan may disturb, as many as the service tries. */
const FURTHER = 5;
/** Every so many questions one is asked anew, of a network of its own, and must give the same values. */
const CHECKED_EACH = 16;

export function measureQuestions(
  engine: MilpEngine,
  size: string,
  options: GenerateOptions,
  anchor: number,
): void {
  const problem = generateProblem(options);
  const reviews = someReviews(problem);
  const series = Array.from({ length: SERIES }, () => timesOfPrices(problem, engine, reviews));
  const best = reviews.map(({ people }, review) =>
    people.map((_, person) =>
      Math.min(...series.map((times) => times[review]?.[person] ?? Infinity)),
    ),
  );
  const rankings = best.map((times) => times.reduce((sum, each) => sum + each, 0));
  console.log(sharesOf(`price of a candidate, ${size}`, best.flat(), anchor));
  console.log(sharesOf(`ranking of a review, ${size}`, rankings, anchor));
  const alternatives = new Alternatives(problem, engine);
  alternatives.best();
  checkSome(engine, alternatives, reviews);
  const start = performance.now();
  for (const { id } of problem.leads) alternatives.with([{ kind: 'GONE', person: id }]);
  const all = performance.now() - start;
  console.log(sharesOf(`all ${problem.leads.length} drop-outs, ${size}`, [all], anchor));
  measureRePlan(engine, size, alternatives, anchor);
}

/** The price list of disturbance of a plan not yet published, when whoever leads most has gone: each line by itself. */
function measureRePlan(
  engine: MilpEngine,
  size: string,
  alternatives: Alternatives,
  anchor: number,
): void {
  const { problem } = alternatives;
  const { reviews } = alternatives.best();
  const led = ({ id }: Lead): number => reviews.filter(({ lead }) => lead === id).length;
  const [gone] = [...problem.leads].sort((a, b) => led(b) - led(a));
  const changes = [{ kind: 'GONE' as const, person: gone?.id ?? '' }];
  const best = alternatives.with(changes);
  const lines: number[] = [];
  let start = performance.now();
  priceOfDisturbance(withChanges(problem, changes), reviews, best, engine, {
    further: FURTHER,
    onTried: () => {
      lines.push(performance.now() - start);
      start = performance.now();
    },
  });
  console.log(sharesOf(`each line of a re-plan, ${size}`, lines, anchor));
  const all = lines.reduce((sum, each) => sum + each, 0);
  console.log(sharesOf(`a re-plan up to ${FURTHER} people, ${size}`, [all], anchor));
}

interface RankedReview {
  review: string;
  people: string[];
}

/** Reviews spread over the problem, with everybody who may lead each. */
function someReviews(problem: Problem): RankedReview[] {
  const people = new Map<number, Set<number>>();
  for (const { role, review, lead } of usableCandidates(problem)) {
    if (role === 'LEAD') people.set(review, (people.get(review) ?? new Set()).add(lead));
  }
  const each = Math.max(1, Math.floor(people.size / REVIEWS_RANKED));
  return [...people]
    .filter((_, index) => index % each === 0)
    .slice(0, REVIEWS_RANKED)
    .map(([review, leads]) => ({
      review: problem.reviews[review]?.id ?? '',
      people: [...leads].map((lead) => problem.leads[lead]?.id ?? ''),
    }));
}

const pinned = (review: string, lead: string): Change[] => [{ kind: 'PIN', pin: { review, lead } }];

/** How long the price of each person takes, review by review, in milliseconds. */
function timesOfPrices(
  problem: Problem,
  engine: MilpEngine,
  reviews: readonly RankedReview[],
): number[][] {
  const alternatives = new Alternatives(problem, engine);
  alternatives.best();
  return reviews.map(({ review, people }) =>
    people.map((lead) => {
      const start = performance.now();
      alternatives.with(pinned(review, lead));
      return performance.now() - start;
    }),
  );
}

/** Compares every sixteenth price with that of a network of its own. */
function checkSome(
  engine: MilpEngine,
  alternatives: Alternatives,
  reviews: readonly RankedReview[],
): void {
  const all = reviews.flatMap(({ review, people }) =>
    people.map((lead) => ({ review, lead, changes: pinned(review, lead) })),
  );
  const warm = all.map(({ changes }) => alternatives.with(changes));
  for (let index = CHECKED_EACH - 1; index < all.length; index += CHECKED_EACH) {
    const { review, lead, changes } = all[index] as (typeof all)[number];
    const anew = solve(withChanges(alternatives.problem, changes), engine);
    if (JSON.stringify(warm[index]?.aims) === JSON.stringify(anew.aims)) continue;
    throw new Error(`${review} with ${lead}: the warm price is not that of solving anew.`);
  }
}
