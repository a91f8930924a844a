import { aims } from '../aims/aims.js';
import { roadKm } from '../distance.js';
import type { Lead, Problem, Review, Role, SeatRow, Slot } from '../problem.js';
import { seatsOf } from '../rules/plan-rule.js';

interface Pair {
  review: string;
  lead: string;
  slots: readonly Slot[];
  isPresent: boolean;
}

/**
 * A guess at the order of prices, made without solving: whoever leads it now, then those who are free in some slot and
 * within their limit, then by what the seat itself adds to the aims.
 */
export function mostPromisingFirst<P extends Pair>(
  problem: Problem,
  rows: readonly SeatRow[],
  pairs: readonly P[],
): P[] {
  const leads = new Map(problem.leads.map((lead) => [lead.id, lead]));
  const reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  const valueOfSeat = seatCosts(problem);
  const guess = (pair: P): number[] => {
    const lead = leads.get(pair.lead);
    const review = reviews.get(pair.review);
    if (!lead || !review) return [];
    const theirs = rows.filter(
      (row) => row.review !== review.id && seatsOf(row).some(({ person }) => person === lead.id),
    );
    const led = theirs.filter((row) => row.lead === lead.id).length;
    const isFull = theirs.length >= lead.limits.term;
    const costs = pair.slots.map((slot) => [
      isFull || theirs.some(({ week }) => week === slot.week) ? 1 : 0,
      ...valueOfSeat(lead, review, slot, led + 1),
    ]);
    return [pair.isPresent ? 0 : 1, ...costs.reduce((a, b) => (compare(b, a) < 0 ? b : a))];
  };
  return pairs
    .map((pair) => ({ pair, guess: guess(pair) }))
    .sort((a, b) => compare(a.guess, b.guess))
    .map(({ pair }) => pair);
}

/** What a lead seat adds to each aim, as a cost, where it is the person's n-th. */
function seatCosts(
  problem: Problem,
): (lead: Lead, review: Review, slot: Slot, n: number) => number[] {
  const role: Role = 'LEAD';
  const ofSeat = aims.map((aim) => ({ aim, value: aim.seatValues(problem) }));
  return (lead, review, slot, n) => {
    const km = roadKm(lead.home, review, problem.policy.roadFactor);
    const seat = { lead, review, role, slot, roadKm: km };
    return ofSeat.map(({ aim, value }) => {
      const gain = value(seat) + aim.ofReviewLed(lead, n);
      return aim.sense === 'MAX' ? -gain : gain;
    });
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
