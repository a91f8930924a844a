import { valueOf } from '../aims/aims.js';
import { disturbedBetween } from '../disturbance.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import type { Problem, Review, SeatRow, Slot } from '../problem.js';
import { AskModel, type AskAnswer, type AskQuestion } from './ask-model.js';
import { movesBetween } from './moves.js';
import { directSets } from './direct-asks.js';
import { asksConsidered, MOST_TOGETHER } from './considered-asks.js';
import type { PricedAsk } from './cost-of-asking.js';
import { verifyAsks } from './verified-asks.js';

/** Asks that together would give a review a lead, and a plan in which they do. */
export interface AskSet {
  /** Those that cost most last. None: some plan covers the review as things stand. */
  asks: PricedAsk[];
  /** Of asking for all of them: the sum. Of sets that cost the same the one that moves fewest others comes first. */
  cost: number;
  /** Who leads the review then, and when. */
  lead: string;
  slot: Slot;
  /** Whose seats differ from the plan besides: as few seats as possible. */
  others: string[];
  /** The reviews that differ from the plan, as they are then. */
  moved: SeatRow[];
}

/** What it would take to give a review a lead. */
export interface WhatItTakes {
  review: string;
  /** The cheapest first; each is enough, and no part of it is. */
  sets: AskSet[];
  /** How many different asks were looked at, alone and in sets of up to `together`. */
  considered: number;
  together: number;
  /**
   * Whether every cheaper set is here: `ENOUGH` as many as were wanted, `ALL` there are no others of these asks,
   * `LIMIT` the search was given up, and others may be as cheap.
   */
  ended: 'ENOUGH' | 'ALL' | 'LIMIT';
}

export interface AskOptions {
  /** How many sets are wanted; five unless told. */
  most?: number;
  /** How many asks may be made together: 1 to 3; three unless told. */
  together?: number;
  /** Whether pins may be dropped; they may unless told. */
  dropPins?: boolean;
  /** Simplex iterations that one search for a set may take. */
  maxWork?: number;
}

const MOST_SETS = 5;
const MAX_WORK = 300_000;
/** Dearer asks are looked at only when too few sets have been found among cheaper ones. */
const COST_STEPS = [50, 100, 200, Infinity];

/**
 * The cheapest sets of asks that would give a review a lead without leaving out anything as weighty: coverage goes up by
 * its priority. Each is shown by a plan that keeps every rule with the asks granted, and is minimal: coverage is solved
 * again with each of its asks left out. Nothing cheaper was missed among the asks considered, unless `ended` says so.
 *
 * @param rows a plan of the problem that leaves the review without a lead
 * @throws EngineFault when an answer turns out wrong
 */
export function whatWouldItTake(
  problem: Problem,
  rows: readonly SeatRow[],
  review: Review,
  engine: MilpEngine,
  options: AskOptions = {},
): WhatItTakes {
  const { most = MOST_SETS, together = MOST_TOGETHER, maxWork = MAX_WORK } = options;
  const { dropPins = true } = options;
  const asks = asksConsidered(problem, rows, review).filter(
    ({ ask }) => dropPins || ask.kind !== 'UNPIN',
  );
  const coverage = (valueOf(problem, rows).get('coverage') as number) + review.priority;
  const direct = directSets(problem, rows, review, asks, { sets: most, together });
  const question = { problem, rows, led: [review], coverage, asks, mostAsks: together };
  const { sets, ended } = new CheapestSets(question, direct, { most, maxWork }, engine).run();
  return {
    review: review.id,
    sets: sets
      .map((answer) => describe({ problem, rows, review }, answer))
      .sort((a, b) => a.cost - b.cost || a.others.length - b.others.length),
    considered: asks.length,
    together,
    ended,
  };
}

/** The search for the cheapest sets: what is known so far, and what may still be cheaper. */
class CheapestSets {
  private readonly proven: AskAnswer[] = [];

  constructor(
    private readonly question: Omit<AskQuestion, 'mostCost'>,
    /** Sets that are enough, and may hold an ask too many. */
    private readonly known: readonly AskAnswer[],
    private readonly limits: { most: number; maxWork: number },
    private readonly engine: MilpEngine,
  ) {}

  run(): { sets: AskAnswer[]; ended: WhatItTakes['ended'] } {
    for (const step of COST_STEPS) {
      const [cheapest] = this.cheapest();
      if (cheapest?.asks.length === 0) break;
      const ended = this.searchUpTo(step);
      if (ended !== null) return { sets: this.cheapest(), ended };
      if (step >= this.dearest()) break;
    }
    return { sets: this.cheapest(), ended: 'ALL' };
  }

  /** Finds every set up to this cost that may be among the cheapest; null: dearer ones are missing. */
  private searchUpTo(step: number): WhatItTakes['ended'] | null {
    const { asks } = this.question;
    const mostCost = Math.min(step, this.costToBeat());
    const within = asks.filter(({ cost }) => cost <= mostCost);
    const question = { ...this.question, asks: within, mostCost };
    const model = new AskModel(question, this.engine);
    try {
      for (const set of this.cheapest()) {
        if (set.asks.every((ask) => within.includes(ask))) model.exclude(set.asks);
      }
      for (;;) {
        const answer = model.next(this.limits.maxWork);
        if (answer === 'STOPPED') return 'LIMIT';
        if (answer === null) break;
        verifyAsks(question, answer, this.engine);
        this.proven.push(answer);
        if (answer.asks.length === 0) return 'ALL';
        if (answer.cost > this.costToBeat()) return 'ENOUGH';
        model.exclude(answer.asks);
      }
    } finally {
      model.dispose();
    }
    return Number.isFinite(this.costToBeat()) && mostCost >= this.costToBeat() ? 'ENOUGH' : null;
  }

  /** What the dearest set can cost. */
  private dearest(): number {
    const { asks, mostAsks } = this.question;
    const costs = asks.map(({ cost }) => cost).sort((a, b) => b - a);
    return costs.slice(0, mostAsks).reduce((sum, cost) => sum + cost, 0);
  }

  /** Nothing that costs more can be among the cheapest: one point less than the last of as many as are wanted. */
  private costToBeat(): number {
    const last = this.cheapest()[this.limits.most - 1];
    return last ? last.cost - 1 : Infinity;
  }

  /** The cheapest minimal ones of those known, as many as are wanted. */
  private cheapest(): AskAnswer[] {
    const sets: AskAnswer[] = [];
    for (const set of [...this.proven, ...this.known].sort((a, b) => a.cost - b.cost)) {
      const isLarger = sets.some(({ asks }) => asks.every((ask) => set.asks.includes(ask)));
      if (!isLarger) sets.push(set);
    }
    return sets.slice(0, this.limits.most);
  }
}

function describe(
  { problem, rows, review }: { problem: Problem; rows: readonly SeatRow[]; review: Review },
  answer: AskAnswer,
): AskSet {
  const row = answer.rows.find((each) => each.review === review.id);
  const { lead, week, window } = row ?? {};
  if (!lead || !week || !window) throw new EngineFault('The review has no lead in its plan.');
  return {
    asks: [...answer.asks].sort((a, b) => a.cost - b.cost),
    cost: answer.cost,
    lead,
    slot: { week, window },
    others: disturbedBetween(problem, rows, answer.rows).filter((person) => person !== lead),
    moved: movesBetween(rows, answer.rows).reviews.map(({ after }) => after),
  };
}
