/**
 * Plans found by wandering at random, with only the checker to say what is legal: they test the
 * brute force from the other side, because none of them may ever beat it.
 */
import type { SeededRandom } from '../../scripts/seeded-random.js';
import { checkPlan } from '../../src/solver/check.js';
import { type Problem, type SeatRow, WINDOWS } from '../../src/solver/problem.js';
import { checkedValues, optimalPlan, SHA256 } from './builders.js';

export interface LegalPlan {
  rows: SeatRow[];
  /** The seven aims in their order, as the checker computes them. */
  values: number[];
}

/** What the checker says of these seats: their values, or null when a rule is broken. */
export function legalPlan(problem: Problem, rows: SeatRow[]): LegalPlan | null {
  const values = checkedValues(problem, rows).flatMap((value) => (value === null ? [] : [value]));
  return faultsOf(problem, rows, values).length === 0 ? { rows, values } : null;
}

/** Everything the checker has to say against these seats with these values, said to be optimal. */
export function faultsOf(problem: Problem, rows: SeatRow[], values: number[]): string[] {
  return checkPlan(problem, optimalPlan(rows, values), SHA256).faults;
}

/** The best plan met in `steps` random changes of one or two rows, starting from a legal plan. */
export function wander(
  problem: Problem,
  start: LegalPlan,
  steps: number,
  random: SeededRandom,
): LegalPlan {
  let [here, best] = [start, start];
  for (let step = 0; step < steps; step += 1) {
    const rows = here.rows.map((row) => row);
    for (let change = random.between(1, 2); change > 0 && rows.length > 0; change -= 1) {
      const index = random.between(0, rows.length - 1);
      rows[index] = randomRow(problem, index, random);
    }
    const next = legalPlan(problem, rows);
    if (next === null) continue;
    if (isBetter(next.values, here.values) || random.chance(0.1)) here = next;
    if (isBetter(next.values, best.values)) best = next;
  }
  return best;
}

/** Whether `a` is lexicographically better: coverage and shadowing large, the others small. */
export function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  if (place < 0) return false;
  const [ours = 0, theirs = 0] = [a[place], b[place]];
  return place === 0 || place === 2 ? ours > theirs : ours < theirs;
}

/** A row of that review: mostly in one of its windows, seldom with nobody, often breaking some rule. */
export function randomRow(problem: Problem, index: number, random: SeededRandom): SeatRow {
  const review = problem.reviews[index];
  if (review === undefined) throw new RangeError(`No review ${index}`);
  const nobody = { lead: null, qualityAssurer: null, shadow: null };
  if (problem.leads.length === 0 || random.chance(0.1)) {
    return { review: review.id, week: null, window: null, ...nobody };
  }
  const anySlot = { week: random.pick(problem.weeks), window: random.pick(WINDOWS) };
  const { week, window } =
    review.windows.length > 0 && random.chance(0.9) ? random.pick(review.windows) : anySlot;
  const someone = (): string => random.pick(problem.leads).id;
  const second = random.pick(['qualityAssurer', 'shadow', 'none']);
  return {
    review: review.id,
    week,
    window,
    ...nobody,
    lead: someone(),
    ...(second === 'none' ? {} : { [second]: someone() }),
  };
}
