import type { Lead, Problem, Review, Week } from '../problem.js';
import type { LeadSupply } from './lead-supply.js';
import { Matching } from './matching.js';
import { type Room, roomsFor } from './rooms.js';
import { findShortages, type ShortSet } from './short-sets.js';
import type { BitRows } from './bit-rows.js';

/** How many seats somebody could take among some reviews, and what keeps them from taking more. */
export interface PersonRoom {
  lead: string;
  /** The weeks in which they could take one of these seats. */
  weeks: Week[];
  most: number;
  /** `WEEKS`: one seat in each of these weeks. `REST`: that would leave too little rest. `TERM_LIMIT`: more than they may this term. */
  limit: 'WEEKS' | 'REST' | 'TERM_LIMIT';
  /** Seats besides that pins give them: they count towards rest and limit. */
  pinnedSeats: number;
}

/** Reviews that nobody but these people could lead, who together can lead no more than `most` of them. */
export interface ReviewsShort {
  reviews: string[];
  /** The sum of what the people can take: fewer than there are reviews. */
  most: number;
  people: PersonRoom[];
  /** New leads who could lead one of them, if only anybody could assure their quality. */
  unassured: string[];
}

export interface ReviewShortage extends ReviewsShort {
  /** What going without costs in the aim coverage, at least. */
  priorityLost: number;
  /** Parts of it that are short by themselves, each by one; no proper part of those is. Empty where it is one itself. */
  smallest: ReviewsShort[];
}

/** Number of reviews, and their priorities added up as in the aim coverage. */
export interface Weighed {
  reviews: number;
  priority: number;
}

export interface ReviewFindings {
  coverage: {
    due: Weighed;
    /** No plan covers more. */
    most: Weighed;
  };
  /** Pinned reviews that cannot all have a lead: no plan keeps the pins. Null: not so, as far as can be seen from here. */
  pinsShort: ReviewsShort | null;
  /** Those that cost most first; reviews that nobody could lead are not among them. */
  shortages: ReviewShortage[];
  /** Reviews that nobody could lead, in the problem's order. */
  nobody: Review[];
}

/** @param unassured who of the new leads that nobody could assure could else lead one of these reviews */
export function reviewFindings(
  problem: Problem,
  leads: LeadSupply,
  unassured: (reviews: readonly number[]) => string[],
): ReviewFindings {
  const { reviews } = problem;
  const { supply, options } = leads;
  const { left, pinsShort } = heaviest(problem, leads);
  const isLeft = new Set(left);
  const all = reviews.map((_, review) => review);
  const weigh = (members: readonly number[]): number => weightOf(problem, members);
  const found = findShortages(supply, options);
  const tell = ({ demands, most }: ShortSet): ReviewsShort => ({
    reviews: demands.map((review) => (reviews[review] as Review).id),
    most,
    people: roomsFor(supply, options, demands).map((room) => personRoom(problem, room, leads)),
    unassured: unassured(demands),
  });
  return {
    coverage: {
      due: { reviews: reviews.length, priority: weigh(all) },
      most: withoutThese(problem, left),
    },
    pinsShort: pinsShort && tell({ demands: pinsShort, most: pinsShort.length - 1 }),
    shortages: found
      .filter(({ demands }) => !isNobody(options, demands))
      .map((shortage) => ({
        ...tell(shortage),
        priorityLost: weigh(shortage.demands.filter((review) => isLeft.has(review))),
        smallest: shortage.smallest.map(tell),
      }))
      .sort((a, b) => b.priorityLost - a.priorityLost || a.reviews.length - b.reviews.length),
    nobody: reviews.filter((_, review) => options.isEmpty(review)),
  };
}

/** The most that any plan could cover with such a supply. */
export function coverageOf(problem: Problem, leads: LeadSupply): Weighed {
  return withoutThese(problem, heaviest(problem, leads).left);
}

function withoutThese(problem: Problem, left: readonly number[]): Weighed {
  const all = problem.reviews.map((_, review) => review);
  return {
    reviews: all.length - left.length,
    priority: weightOf(problem, all) - weightOf(problem, left),
  };
}

function weightOf({ reviews }: Problem, members: readonly number[]): number {
  return members.reduce((sum, review) => sum + (reviews[review]?.priority ?? 0), 0);
}

function isNobody(options: BitRows, [first]: readonly number[]): boolean {
  return first === undefined || options.isEmpty(first);
}

/**
 * Which reviews go without a lead in a heaviest coverage: pinned ones come first, then those of the highest priority. What
 * can be seated in that order is a heaviest set (Rado 1957, Edmonds 1971).
 */
function heaviest(
  { reviews, pins }: Problem,
  { supply, options }: LeadSupply,
): { left: number[]; pinsShort: number[] | null } {
  const pinned = new Set(pins.map(({ review }) => review));
  const rank = ({ id, priority }: Review): number => (pinned.has(id) ? Infinity : priority);
  const order = reviews
    .map((review, index) => ({ index, rank: rank(review) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank));
  const matching = new Matching(supply, options);
  const left: number[] = [];
  let pinsShort: number[] | null = null;
  for (const { index, rank: weight } of order) {
    if (matching.seat(index) === null) continue;
    left.push(index);
    if (weight === Infinity) pinsShort ??= matching.shortSetOf(index, Infinity);
  }
  return { left, pinsShort };
}

const LIMITS = { COLUMNS: 'WEEKS', BLOCKS: 'REST', HOLDER: 'TERM_LIMIT' } as const;

/** Holders of the supply are the problem's people, its columns the weeks. */
export function personRoom(
  { leads, weeks }: Problem,
  { holder, columns, most, limit }: Room,
  { pinnedSeats }: { pinnedSeats: ReadonlyMap<number, number> },
): PersonRoom {
  return {
    lead: (leads[holder] as Lead).id,
    weeks: columns.map((column) => weeks[column] as Week),
    most,
    limit: LIMITS[limit],
    pinnedSeats: pinnedSeats.get(holder) ?? 0,
  };
}
