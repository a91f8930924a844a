import { roadKm } from '../distance.js';
import type { Lead, Problem, Review } from '../problem.js';
import { type Fact, withFact } from './facts.js';

/** Something that somebody could be asked for: a fact that changes, or a pin of the problem, by number, that is dropped. */
export type Ask = Fact | { kind: 'UNPIN'; pin: number };

/**
 * What it costs to ask, by kind, in points: how much is asked of people, not money. A window that was a no is asked for
 * every day; whoever asks for more reviews than agreed, or takes back what has been decided, had better have a reason.
 */
export const COST_OF_ASKING: Readonly<Record<Ask['kind'], number>> = {
  AVAILABILITY: 20,
  HOST_WINDOW: 30,
  DISTANCE: 30,
  REGION: 40,
  TERM_LIMIT: 50,
  REST: 60,
  UNPIN: 90,
};

/** One point more for each whole step by road from the person's home to the school that waits, up to the most. */
export const HOME_STEP_KM = 20;
export const MOST_FOR_HOME = 9;
/** One point more for each step begun by which a radius grows. */
export const RADIUS_STEP_KM = 5;

export interface PricedAsk {
  ask: Ask;
  cost: number;
}

/** What an ask costs that is made for a review without a lead. An integer, at least 1. */
export function costOfAsking(problem: Problem, review: Review, ask: Ask): number {
  const base = COST_OF_ASKING[ask.kind];
  if (!('lead' in ask)) return base;
  const lead = problem.leads.find(({ id }) => id === ask.lead) as Lead;
  const km = roadKm(lead.home, review, problem.policy.roadFactor);
  const forHome = Math.min(MOST_FOR_HOME, Math.floor(km / HOME_STEP_KM));
  if (ask.kind !== 'DISTANCE') return base + forHome;
  return base + forHome + Math.ceil((ask.km - ask.insteadOfKm) / RADIUS_STEP_KM);
}

/** The problem in which all these have been granted. */
export function withAsks(problem: Problem, asks: readonly Ask[]): Problem {
  const dropped = new Set(asks.flatMap((ask) => (ask.kind === 'UNPIN' ? [ask.pin] : [])));
  const facts = asks.filter((ask): ask is Fact => ask.kind !== 'UNPIN');
  // Of several radii or limits of one person the widest holds.
  const bySize = [...facts].sort((a, b) => sizeOf(a) - sizeOf(b));
  const pins = problem.pins.filter((_, index) => !dropped.has(index));
  return bySize.reduce(withFact, { ...problem, pins });
}

function sizeOf(fact: Fact): number {
  if ('km' in fact) return fact.km;
  return 'reviews' in fact ? fact.reviews : 0;
}
