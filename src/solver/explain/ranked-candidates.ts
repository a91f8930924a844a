import { roadKm } from '../distance.js';
import type { Lead, Review, Slot } from '../problem.js';
import { mostPromisingFirst } from './candidate-promise.js';
import { afterMoves } from './moves.js';
import { compareWays, type Standing, standingOf } from './obstacles.js';
import type { NoSuchPlan, PlanPrices, PricedPlan } from './plan-prices.js';
import { comparePrices } from './price.js';
import { type SeatFacts, seatFacts } from './seat-facts.js';
import { findPerson, findReview, ledBy } from './why-this-one.js';

/** Somebody who may lead a review in some of the slots that were asked about. */
export interface CandidateSeat {
  review: string;
  lead: string;
  /** When the rules about one seat alone permit them. */
  slots: Slot[];
  /** Whether they lead it in the given plan, and in one of these slots. */
  isPresent: boolean;
}

/** A candidate with the exact price of choosing them. */
export interface PricedCandidate extends CandidateSeat {
  outcome: PricedPlan;
  /** About their seat in that plan. */
  facts: SeatFacts;
}

/** A candidate whom pins, alone or together with what is so of the person, keep out of every plan. */
export interface ImpossibleCandidate extends CandidateSeat {
  outcome: NoSuchPlan;
}

/** Somebody whom the rules refuse in every slot that was asked about. */
export interface RefusedCandidate extends Standing {
  review: string;
  lead: string;
  roadKm: number;
}

/** Who could lead a review, or what somebody could lead in a window: before any price is known. */
export interface CandidateList {
  /** Most promising first, by what their own seat adds to the aims. */
  permitted: CandidateSeat[];
  /** Nearest to permitted first: the fewest rules in the way, then what can be mended, then the cheapest ask. */
  refused: RefusedCandidate[];
  /** Set where one slot was asked about. */
  slot: Slot | null;
}

/** A ranking that has been worked out. */
export interface RankedCandidates {
  /** Best first: by the aims in their order. */
  priced: PricedCandidate[];
  impossible: ImpossibleCandidate[];
  refused: RefusedCandidate[];
}

/** Everybody with role `LEAD`, for one review. @throws RangeError where there is no such review */
export function candidatesForReview(prices: PlanPrices, review: string): CandidateList {
  const subject = findReview(prices.problem, review);
  const people = prices.problem.leads.filter(({ roles }) => roles.includes('LEAD'));
  return listOf(
    prices,
    people.map((lead) => [lead, subject]),
    null,
  );
}

/** Every review, for one person and one slot. @throws RangeError where there is no such person */
export function candidatesForWindow(prices: PlanPrices, person: string, slot: Slot): CandidateList {
  const lead = findPerson(prices.problem, person);
  return listOf(
    prices,
    prices.problem.reviews.map((review) => [lead, review]),
    slot,
  );
}

function listOf(
  prices: PlanPrices,
  pairs: readonly [Lead, Review][],
  slot: Slot | null,
): CandidateList {
  const { problem, rows } = prices;
  const permitted: CandidateSeat[] = [];
  const refused: RefusedCandidate[] = [];
  for (const [lead, review] of pairs) {
    const standing = standingOf(problem, lead, review, 'LEAD', slot ?? undefined);
    const pair = { review: review.id, lead: lead.id };
    if (standing.permitted.length > 0) {
      const slots = standing.permitted;
      const now = ledBy(rows, review);
      const isPresent = now?.lead === lead.id && slots.some((each) => isSame(each, now.slot));
      permitted.push({ ...pair, slots, isPresent });
    } else {
      const km = roadKm(lead.home, review, problem.policy.roadFactor);
      refused.push({ ...pair, ...standing, roadKm: km });
    }
  }
  return {
    permitted: mostPromisingFirst(problem, rows, permitted),
    refused: refused.sort(byNearness),
    slot,
  };
}

/**
 * The price of each permitted candidate in turn, each by solving again with that one pin. Stop pulling to stop it.
 *
 * @throws EngineFault as `solve`
 */
export function* priceCandidates(
  prices: PlanPrices,
  { permitted, slot }: CandidateList,
): Generator<PricedCandidate | ImpossibleCandidate, void> {
  for (const candidate of permitted) {
    const { review, lead } = candidate;
    const outcome = prices.of([{ kind: 'PIN', pin: { review, lead, ...slot } }]);
    if (outcome.kind === 'IMPOSSIBLE') {
      yield { ...candidate, outcome };
      continue;
    }
    const subject = findReview(prices.problem, review);
    const person = findPerson(prices.problem, lead);
    const then = afterMoves(prices.rows, outcome.moves);
    const seat = ledBy(then, subject);
    if (!seat) throw new Error(`The plan of a pin of ${review} leaves it without a lead.`);
    const facts = seatFacts(prices.problem, then, person, subject, seat.slot);
    yield { ...candidate, outcome, facts };
  }
}

/** Best first. Equal prices keep their order. */
export function inOrderOfPrice(candidates: readonly PricedCandidate[]): PricedCandidate[] {
  return [...candidates].sort((a, b) => comparePrices(a.outcome.price.aims, b.outcome.price.aims));
}

function byNearness(a: RefusedCandidate, b: RefusedCandidate): number {
  if (a.fewestObstacles !== b.fewestObstacles) return a.fewestObstacles - b.fewestObstacles;
  if (a.nearest !== null && b.nearest !== null) {
    const ways = compareWays(a.nearest, b.nearest);
    if (ways !== 0) return ways;
  }
  const isHopeless = (candidate: RefusedCandidate): number => (candidate.nearest === null ? 1 : 0);
  return isHopeless(a) - isHopeless(b) || a.roadKm - b.roadKm;
}

function isSame(a: Slot, b: Slot): boolean {
  return a.week === b.week && a.window === b.window;
}
