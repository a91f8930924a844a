import { valueOf } from '../aims/aims.js';
import { disturbedBetween } from '../disturbance.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import type { Lead, Problem, Review, SeatRow, Slot } from '../problem.js';
import { type AskAnswer, AskModel, type AskQuestion } from './ask-model.js';
import { bestCoverage } from './best-coverage.js';
import { type Ask, costOfAsking, type PricedAsk } from './cost-of-asking.js';
import { type Fact, widerLimits } from './facts.js';
import { movesBetween } from './moves.js';
import { bestWithout, granting, verifyPlan } from './verified-asks.js';
import type { WhatItTakes } from './what-would-it-take.js';

/** One of the asks that are made together. */
export interface JointAsk extends PricedAsk {
  /** Which reviews have no lead in the best plan in which only this is not granted; with those that others cover as well. */
  covers: string[];
  /** Whether it alone would cover one of them. */
  isEnoughAlone: boolean;
}

/** What it would take to cover as many of the reviews without a lead as can be covered together. */
export interface AsksTogether {
  /** Reviews without a lead. */
  waiting: number;
  /** The dearest first. None: nothing need be asked, or nothing helps. */
  asks: JointAsk[];
  /** Of asking for all of them: the sum. */
  cost: number;
  /** Which have a lead then, and when. */
  covered: { review: string; lead: string; slot: Slot }[];
  /** Which still have none, and whether asking would cover them if it were not for the others. */
  left: { review: string; isCoveredAlone: boolean }[];
  /** Whose seats differ from the plan besides those who lead what is covered. */
  others: string[];
  /** The reviews that differ from the plan, as they are then. */
  moved: SeatRow[];
  /** How many different asks there were to choose from. */
  considered: number;
  /** Whether nothing cheaper does as much: `CHEAPEST`, proven; `LIMIT` the search was given up, no ask is needless. */
  ended: 'CHEAPEST' | 'LIMIT';
}

/** Simplex iterations that the search may take. */
const MAX_WORK = 600_000;

/** Nobody is asked for more reviews beyond a limit than this. */
const MOST_REVIEWS_MORE = 3;

/**
 * Of the asks that cover reviews one by one the cheapest that together cover as much as all of them could, by priority,
 * while every review that has a lead in the plan keeps one. Asks for different reviews may collide (one person, one week,
 * a limit) and one may serve several, so they are looked for and solved together.
 *
 * @param rows a plan of the problem
 * @param found what it would take to cover each review that it leaves without a lead
 * @throws EngineFault when an answer turns out wrong
 */
export function asksTogether(
  problem: Problem,
  rows: readonly SeatRow[],
  found: readonly WhatItTakes[],
  engine: MilpEngine,
  { maxWork = MAX_WORK }: { maxWork?: number } = {},
): AsksTogether {
  const asks = jointCandidates(problem, found);
  const led = placedIn(problem, rows);
  const best = bestCoverage(granting(problem, led, asks), rows, engine);
  const now = valueOf(problem, rows).get('coverage') as number;
  const told = { waiting: found.length, considered: asks.length, found };
  if (best === null || best.value <= now) return nothingHelps(told);
  const goal = { problem, rows, led, coverage: best.value, asks };
  const question = { ...goal, mostAsks: Infinity, mostCost: Infinity };
  const known = leanSet(question, { ...best, rows: [...best.rows] }, found, engine);
  const search = { ...question, asks: asks.filter(({ cost }) => cost <= known.cost) };
  const cheapest = cheapestSet({ ...search, mostCost: known.cost }, engine, maxWork);
  const answer = cheapest ?? known;
  verifyPlan(question, answer);
  return describe(question, answer, { ...told, isProven: cheapest !== null }, engine);
}

/**
 * What may be asked: whatever a set for one of the reviews holds, at its lowest cost; and for people who are named for
 * several of them as many reviews more, up to three, each at the cost of the first.
 */
export function jointCandidates(problem: Problem, found: readonly WhatItTakes[]): PricedAsk[] {
  const asks = new Map<string, PricedAsk>();
  const consider = (ask: Ask, cost: number): void => {
    const key = JSON.stringify(ask);
    if (cost < (asks.get(key)?.cost ?? Infinity)) asks.set(key, { ask, cost });
  };
  const namedFor = new Map<string, Review[]>();
  for (const { review: id, sets } of found) {
    const review = problem.reviews.find((each) => each.id === id) as Review;
    const people = new Set<string>();
    for (const set of sets) {
      people.add(set.lead);
      for (const { ask, cost } of set.asks) {
        consider(ask, cost);
        if ('lead' in ask) people.add(ask.lead);
      }
    }
    for (const person of people) namedFor.set(person, [...(namedFor.get(person) ?? []), review]);
  }
  for (const lead of problem.leads) {
    const reviews = namedFor.get(lead.id) ?? [];
    if (reviews.length < 2) continue;
    for (const ask of limitsWidened(lead, problem.weeks.length, reviews.length)) {
      const costs = reviews.map((review) => costOfAsking(problem, review, ask));
      consider(ask, Math.min(...costs) * (ask.more ?? 1));
    }
  }
  return [...asks.values()];
}

type Widening = Extract<Fact, { reviews: number }>;

function limitsWidened(lead: Lead, weeks: number, times: number): Widening[] {
  return widerLimits(lead, weeks).flatMap((fact) => {
    if (!('reviews' in fact)) return [];
    const felt = fact.kind === 'REST' ? Math.min(fact.weeks, weeks) : weeks;
    const most = Math.min(times, MOST_REVIEWS_MORE, felt - fact.reviews + 1);
    const further = Array.from({ length: most - 1 }, (_, i): Widening => {
      return { ...fact, reviews: fact.reviews + i + 1, more: i + 2 };
    });
    return [fact, ...further];
  });
}

function placedIn(problem: Problem, rows: readonly SeatRow[]): Review[] {
  const placed = new Set(rows.flatMap(({ review, lead }) => (lead === null ? [] : [review])));
  return problem.reviews.filter(({ id }) => placed.has(id));
}

/** Enough, and no ask too many, but perhaps not the cheapest: of each review's cheapest asks, or else of all, the dearest go first. */
function leanSet(
  question: AskQuestion,
  all: { rows: SeatRow[] },
  found: readonly WhatItTakes[],
  engine: MilpEngine,
): AskAnswer {
  const { problem, led, coverage, asks } = question;
  const keys = found.flatMap(({ sets }) => (sets[0]?.asks ?? []).map(({ ask }) => keyOf(ask)));
  const cheapestOfEach = asks.filter(({ ask }) => keys.includes(keyOf(ask)));
  const first = bestCoverage(granting(problem, led, cheapestOfEach), question.rows, engine);
  let answer =
    first !== null && first.value >= coverage
      ? { asks: cheapestOfEach, rows: [...first.rows] }
      : { asks: [...asks], rows: all.rows };
  for (const each of byCost(answer.asks)) {
    const without = bestWithout(question, answer, each, engine);
    if (without === null || without.value < coverage) continue;
    answer = { asks: answer.asks.filter((ask) => ask !== each), rows: [...without.rows] };
  }
  return { ...answer, cost: costOf(answer.asks) };
}

/** The cheapest of all, proven; null where the search was given up. */
function cheapestSet(question: AskQuestion, engine: MilpEngine, maxWork: number): AskAnswer | null {
  const model = new AskModel(question, engine);
  try {
    const answer = model.next(maxWork);
    if (answer === null) throw new EngineFault('Asks that are enough were not found again.');
    return answer === 'STOPPED' ? null : answer;
  } finally {
    model.dispose();
  }
}

interface Searched {
  waiting: number;
  considered: number;
  found: readonly WhatItTakes[];
}

function nothingHelps({ waiting, considered, found }: Searched): AsksTogether {
  const none = {
    asks: [],
    cost: 0,
    covered: [],
    others: [],
    moved: [],
    ended: 'CHEAPEST' as const,
  };
  return { waiting, considered, left: leftOf(found, new Set()), ...none };
}

function leftOf(found: readonly WhatItTakes[], covered: ReadonlySet<string>): AsksTogether['left'] {
  const left = found.filter(({ review }) => !covered.has(review));
  return left.map(({ review, sets }) => ({ review, isCoveredAlone: sets.length > 0 }));
}

/** @throws EngineFault where an ask is needless */
function describe(
  question: AskQuestion,
  answer: AskAnswer,
  { waiting, considered, found, isProven }: Searched & { isProven: boolean },
  engine: MilpEngine,
): AsksTogether {
  const waits = new Set(found.map(({ review }) => review));
  const covered = answer.rows.flatMap(({ review, lead, week, window }) =>
    lead && week && window && waits.has(review) ? [{ review, lead, slot: { week, window } }] : [],
  );
  const asks = byCost(answer.asks).map((each): JointAsk => {
    const covers = lostWithout(question, answer, each, engine).filter((id) => waits.has(id));
    return { ...each, covers, isEnoughAlone: isEnoughAlone(each.ask, covers, found) };
  });
  const isCovered = new Set(covered.map(({ review }) => review));
  const leading = new Set(covered.map(({ lead }) => lead));
  return {
    waiting,
    asks,
    cost: answer.cost,
    covered,
    left: leftOf(found, isCovered),
    others: disturbedBetween(question.problem, question.rows, answer.rows).filter(
      (person) => !leading.has(person),
    ),
    moved: movesBetween(question.rows, answer.rows).reviews.map(({ after }) => after),
    considered,
    ended: isProven ? 'CHEAPEST' : 'LIMIT',
  };
}

/** What loses its lead when one of the asks is not granted: whatever depends on it in this plan, where no other plan does better. */
function lostWithout(
  question: AskQuestion,
  answer: AskAnswer,
  left: PricedAsk,
  engine: MilpEngine,
): string[] {
  const { ask } = left;
  const depends = ({ review, lead, week, window }: SeatRow): boolean => {
    if ('slot' in ask && (ask.slot.week !== week || ask.slot.window !== window)) return false;
    return 'lead' in ask ? ask.lead === lead : ask.kind === 'HOST_WINDOW' && ask.review === review;
  };
  const unplaced = new Set(question.led.map(({ id }) => id));
  const rows = answer.rows.map((row) => {
    if (unplaced.has(row.review) || !depends(row)) return row;
    return { ...row, week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
  });
  const without = bestWithout(question, { ...answer, rows }, left, engine);
  if (without !== null && without.value >= question.coverage) {
    throw new EngineFault('An ask was said to be needed and is not.');
  }
  const after = without?.rows ?? question.rows;
  const open = new Set(after.flatMap(({ review, lead }) => (lead === null ? [review] : [])));
  return answer.rows.flatMap(({ review, lead }) => {
    return lead !== null && open.has(review) ? [review] : [];
  });
}

function isEnoughAlone(
  ask: Ask,
  covers: readonly string[],
  found: readonly WhatItTakes[],
): boolean {
  return found.some(
    ({ review, sets }) =>
      covers.includes(review) &&
      sets.some(({ asks }) => asks.length === 1 && isSameButForMore(asks[0]?.ask, ask)),
  );
}

function isSameButForMore(one: Ask | undefined, ask: Ask): boolean {
  if (one === undefined) return false;
  if ('reviews' in one && 'reviews' in ask) return one.kind === ask.kind && one.lead === ask.lead;
  return keyOf(one) === keyOf(ask);
}

const keyOf = (ask: Ask): string => JSON.stringify(ask);

function byCost(asks: readonly PricedAsk[]): PricedAsk[] {
  return [...asks].sort((a, b) => b.cost - a.cost);
}

function costOf(asks: readonly PricedAsk[]): number {
  return asks.reduce((sum, { cost }) => sum + cost, 0);
}
