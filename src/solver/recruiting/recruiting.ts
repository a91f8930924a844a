import type { MilpEngine } from '../milp/milp.js';
import type { Solution } from '../plan.js';
import type { Lead, Problem, Review } from '../problem.js';
import { solve } from '../solve.js';
import { MostLed } from './most-led.js';
import { type Added, OneMore, type Reached } from './one-more.js';
import { askedBy, type Niche, nichesOf, type Specialism, wishFor } from './specialisms.js';
import { typicalLead } from './typical-lead.js';

/** Supply and demand of reviews that have something in common. */
export interface Balance {
  /** null: all regions. */
  region: string | null;
  /** null: whatever they ask for. */
  specialism: Specialism | null;
  /** The reviews, in the problem's order. */
  demand: string[];
  /** The most of them that have a lead in any plan, whatever becomes of the others. What is missing to the demand is **short**. */
  canBeLed: number;
  /** Those without a lead in the best plan, in the problem's order. */
  without: string[];
  /**
   * What one more lead there with that specialism would add, and two and three where each of them lets more go ahead than the
   * one before. Empty where region or specialism is not one.
   */
  more: Added[];
}

/** Where leads are short, and what one more would add. */
export interface Recruiting {
  /** The best plan as people stand. */
  plan: Solution;
  reached: Reached;
  /** Each region × specialism, as `nichesOf` orders them, then each region, then each specialism, then all together. */
  balances: Balance[];
  /** Somebody typical, living nowhere in particular and with no specialism: days, limits and target are those of everybody added. */
  typical: Lead;
}

/** Told after each part; `of` parts there are in all. */
export type RecruitingNews = (news: { done: number; of: number }) => void;

/** Nothing can be said of a problem whose pins contradict each other. */
export class RecruitingImpossible extends Error {
  override readonly name = 'RecruitingImpossible';
}

/** More than so many at once are not looked at. */
const MOST_ADDED = 3;

/**
 * Compares supply and demand of each region × specialism, and finds what one more typical lead there would add. Blocks its
 * thread. The same problem gives the same answer.
 *
 * @throws RecruitingImpossible when the pins cannot hold together; EngineFault as `solve`
 */
export function recruiting(
  problem: Problem,
  engine: MilpEngine,
  onNews: RecruitingNews = () => undefined,
): Recruiting {
  const niches = nichesOf(problem);
  const of = recruitingParts(problem);
  const plan = solve(problem, engine);
  if (plan.status === 'INFEASIBLE') {
    throw new RecruitingImpossible('Seats that were accepted contradict each other.');
  }
  onNews({ done: 1, of });
  const mostLed = new MostLed(problem, plan.reviews, engine);
  const oneMore = new OneMore(problem, plan, engine);
  const id = freeId(problem);
  const compared = ({ region, specialism, reviews }: Group, more: Added[]): Balance => ({
    region,
    specialism,
    demand: idsOf(problem, reviews),
    canBeLed: mostLed.of(reviews),
    without: idsOf(
      problem,
      reviews.filter((index) => plan.reviews[index]?.lead === null),
    ),
    more,
  });
  const inNiches = niches.map((niche, index) => {
    const balance = compared(niche, addedTo(problem, niche, id, oneMore));
    onNews({ done: index + 2, of });
    return balance;
  });
  const together = marginsOf(problem, niches).map((group) => compared(group, []));
  onNews({ done: of, of });
  return {
    plan,
    reached: oneMore.reached,
    balances: [...inNiches, ...together],
    typical: typicalLead(problem, {
      id,
      home: { lat: 0, lon: 0 },
      region: '',
      phases: [],
      needs: [],
    }),
  };
}

/** How many parts are told of: the plan, each region × specialism, and the rest. */
export function recruitingParts(problem: Problem): number {
  return nichesOf(problem).length + 2;
}

type Group = Pick<Balance, 'region' | 'specialism'> & Pick<Niche, 'reviews'>;

function addedTo(problem: Problem, niche: Niche, id: string, oneMore: OneMore): Added[] {
  const wish = wishFor(problem, niche, id);
  const added: Added[] = [];
  let { coverage } = oneMore.reached;
  for (let people = 1; people <= MOST_ADDED; people++) {
    const found = oneMore.of(wish, people);
    const isMore = found.reached.coverage > coverage;
    if (people === 1 || isMore) added.push(found);
    if (!isMore) break;
    coverage = found.reached.coverage;
  }
  return added;
}

/** Each region, each specialism, and all. */
function marginsOf({ reviews }: Problem, niches: readonly Niche[]): Group[] {
  const all = reviews.map((_, index) => index);
  const indexes = (is: (review: Review) => boolean): number[] =>
    all.filter((index) => is(reviews[index] as Review));
  const regions = [...new Set(niches.map(({ region }) => region))];
  const specialisms = new Map(
    niches.map(({ specialism }) => [
      JSON.stringify([specialism.kind === 'NEED', specialism.code]),
      specialism,
    ]),
  );
  return [
    ...regions.map((region) => ({
      region,
      specialism: null,
      reviews: indexes((review) => review.region === region),
    })),
    ...[...specialisms]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, specialism]) => ({
        region: null,
        specialism,
        reviews: indexes((review) =>
          askedBy(review).some(
            ({ kind, code }) => kind === specialism.kind && code === specialism.code,
          ),
        ),
      })),
    { region: null, specialism: null, reviews: all },
  ];
}

function idsOf({ reviews }: Problem, indexes: readonly number[]): string[] {
  return indexes.map((index) => (reviews[index] as Review).id);
}

/** A name that nobody has, nor with a number behind it. */
function freeId({ leads }: Problem): string {
  let id = 'one more';
  while (leads.some((lead) => lead.id.startsWith(id))) id = `${id}+`;
  return id;
}
