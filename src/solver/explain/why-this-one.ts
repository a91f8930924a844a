import type { Lead, Pin, Problem, Review, SeatRow, Slot } from '../problem.js';
import { afterMoves } from './moves.js';
import { standingOf } from './obstacles.js';
import type { Alternative, PlanPrices } from './plan-prices.js';
import { type SeatFacts, seatFacts } from './seat-facts.js';

/** Why the lead of a review leads it: what they are worth there, and the plain facts. */
export interface WhyThisOne {
  review: string;
  lead: string;
  slot: Slot;
  facts: SeatFacts;
  /** How many other people may lead it, as far as the rest of the plan lets them. */
  othersPermitted: number;
  /** Pins of the problem that name this lead for this review. */
  pins: Pin[];
  /** The best plan in which they have no seat on this review. Its price is what they are worth there. */
  without: Alternative;
  /** Who leads it in that plan; null where nobody does, or there is no such plan. */
  nextBest: { lead: string; facts: SeatFacts } | null;
}

/**
 * What the lead of a review is worth against the next best: the price of banning them from it.
 *
 * @param review one with a lead in the given plan
 * @throws RangeError where it has none; EngineFault as `solve`
 */
export function whyThisOne(prices: PlanPrices, review: string): WhyThisOne {
  const { problem, rows } = prices;
  const subject = findReview(problem, review);
  const chosen = ledBy(rows, subject);
  if (!chosen) throw new RangeError(`${review} has no lead in this plan.`);
  const lead = findPerson(problem, chosen.lead);
  const without = prices.of([{ kind: 'BAN', ban: { lead: lead.id, review } }]);
  const mayLead = problem.leads.filter(
    (other) => other !== lead && standingOf(problem, other, subject).permitted.length > 0,
  );
  return {
    review,
    lead: lead.id,
    slot: chosen.slot,
    facts: seatFacts(problem, rows, lead, subject, chosen.slot),
    othersPermitted: mayLead.length,
    pins: problem.pins.filter((pin) => pin.review === review && pin.lead === lead.id),
    without,
    nextBest: nextBestIn(prices, subject, without),
  };
}

function nextBestIn(
  { problem, rows }: PlanPrices,
  review: Review,
  without: Alternative,
): WhyThisOne['nextBest'] {
  if (without.kind === 'IMPOSSIBLE') return null;
  const then = afterMoves(rows, without.moves);
  const next = ledBy(then, review);
  if (!next) return null;
  const lead = findPerson(problem, next.lead);
  return { lead: lead.id, facts: seatFacts(problem, then, lead, review, next.slot) };
}

/** Who leads a review in a plan, and when; null where nobody does. */
export function ledBy(
  rows: readonly SeatRow[],
  { id }: Review,
): { lead: string; slot: Slot } | null {
  const row = rows.find(({ review }) => review === id);
  if (!row || row.lead === null || row.week === null || row.window === null) return null;
  return { lead: row.lead, slot: { week: row.week, window: row.window } };
}

/** @throws RangeError where the problem has no such review */
export function findReview(problem: Problem, id: string): Review {
  const review = problem.reviews.find((each) => each.id === id);
  if (!review) throw new RangeError(`There is no review ${id} in this problem.`);
  return review;
}

/** @throws RangeError where the problem has no such person */
export function findPerson(problem: Problem, id: string): Lead {
  const person = problem.leads.find((each) => each.id === id);
  if (!person) throw new RangeError(`There is nobody ${id} in this problem.`);
  return person;
}
