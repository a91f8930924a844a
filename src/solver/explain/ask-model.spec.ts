import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  inWeeks,
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { everyPlan } from '../../../test/solver/every-plan.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { subsets } from '../../../test/solver/subsets.js';
import { valueOf } from '../aims/aims.js';
import { loadHighs } from '../milp/highs.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import { seatsOf } from '../rules/plan-rule.js';
import { AskModel, type AskAnswer, type AskQuestion } from './ask-model.js';
import { asksConsidered } from './considered-asks.js';
import type { PricedAsk } from './cost-of-asking.js';
import { granting } from './verified-asks.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const CASES = propertyCases(250);
const ENOUGH_WORK = 1e6;
/** More asks or plans than these, and trying all takes too long. */
const MOST_ASKS = 9;
const MOST_PLANS = 2_000;

function answersOf(question: AskQuestion, most = 1): AskAnswer[] {
  const model = new AskModel(question, engine);
  const answers: AskAnswer[] = [];
  try {
    while (answers.length < most) {
      const answer = model.next(ENOUGH_WORK);
      if (answer === null) break;
      if (answer === 'STOPPED') throw new Error('The search was given up.');
      answers.push(answer);
      if (answer.asks.length === 0) break;
      model.exclude(answer.asks);
    }
    return answers;
  } finally {
    model.dispose();
  }
}

const coverageOf = (of: Problem, rows: readonly SeatRow[]): number =>
  valueOf(of, rows).get('coverage') as number;
const costOf = (asks: readonly PricedAsk[]): number =>
  asks.reduce((sum, { cost }) => sum + cost, 0);

const keysOf = (rows: readonly SeatRow[]): string[] =>
  rows
    .flatMap(seatsOf)
    .map(({ row: at, role, person: who }) => [at.review, at.week, at.window, role, who].join());

/** How many seats of one plan the other has too. */
function kept(before: readonly SeatRow[], after: readonly SeatRow[]): number {
  const had = new Set(keysOf(before));
  return keysOf(after).filter((seat) => had.has(seat)).length;
}

describe('the cheapest asks, with a plan', () => {
  it('are the cheapest of all, and of plans as cheap the one that keeps most of the plan at hand', () => {
    let cases = 0;
    const drawn = fc.record({
      of: tinyProblem({ people: 3, reviews: 3, weeks: 2 }),
      mostAsks: fc.integer({ min: 1, max: 3 }),
      mostCost: fc.constantFrom(Infinity, Infinity, 60, 100),
    });
    fc.assert(
      fc.property(drawn, ({ of, mostAsks, mostCost }) => {
        const best = bruteForce(of);
        if (best.status !== 'OPTIMAL') return;
        const id = best.rows.find(({ lead }) => lead === null)?.review;
        const wanted = of.reviews.find((each) => each.id === id);
        if (wanted === undefined) return;
        const asks = asksConsidered(of, best.rows, wanted);
        if (asks.length > MOST_ASKS) return;
        const coverage = coverageOf(of, best.rows) + wanted.priority;
        const question = {
          problem: of,
          rows: best.rows,
          led: [wanted],
          coverage,
          asks,
          mostCost,
          mostAsks,
        };
        const tried = triedAll(question, wanted);
        if (tried === 'TOO_MANY') return;
        cases++;
        const [answer] = answersOf(question);
        expect(answer === undefined ? null : [answer.cost, kept(best.rows, answer.rows)]).toEqual(
          tried,
        );
        if (answer) expect(answer.cost).toBe(costOf(answer.asks));
      }),
      { numRuns: CASES, seed: 20270111 },
    );
    expect(cases).toBeGreaterThan(CASES / 10);
  }, 300_000);

  it('come one after another, none with all of one before', () => {
    const slot = { week: WEEK_1, window: 'MON_WED' } as const;
    const ask = (lead: string, cost: number): PricedAsk => ({
      ask: { kind: 'AVAILABILITY', lead, slot },
      cost,
    });
    const away = { availability: { [WEEK_2]: { MON_WED: 'AVAILABLE' as const } } };
    const of = problem({
      leads: ['Ada', 'Ben', 'Cy'].map((id) => person(id, away)),
      reviews: [review('R1', inWeeks(WEEK_1)), review('R2', inWeeks(WEEK_2))],
      weeks: [WEEK_1, WEEK_2],
    });
    const asks = [ask('Ada', 22), ask('Ben', 21), ask('Cy', 23)];
    const rows = [row('R1'), led('R2', 'Ben', WEEK_2)];
    const question = {
      problem: of,
      rows,
      led: of.reviews.slice(0, 1),
      coverage: 2,
      asks,
      mostCost: Infinity,
      mostAsks: 3,
    };
    const answers = answersOf(question, 9);
    expect(answers.map((each) => each.asks)).toEqual([[asks[1]], [asks[0]], [asks[2]]]);
    expect(answers.map(({ cost }) => cost)).toEqual([21, 22, 23]);
    for (const { rows: then } of answers) expect(kept(rows, then)).toBe(1);
    expect(answersOf({ ...question, mostCost: 22 }, 9)).toHaveLength(2);
    expect(answersOf({ ...question, mostAsks: 0 }, 9)).toEqual([]);
  });

  it('are none where nobody could lead the review, whatever were asked', () => {
    const of = problem({
      leads: [person('Ada', { phases: ['primary'] })],
      reviews: [review('R1')],
    });
    const question = {
      problem: of,
      rows: [row('R1')],
      led: of.reviews,
      coverage: 1,
      asks: [],
      mostCost: 9,
      mostAsks: 3,
    };
    expect(answersOf(question)).toEqual([]);
  });

  it('are given up when told, and the empty set is never excluded', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')] });
    const question = {
      problem: of,
      rows: [row('R1')],
      led: of.reviews,
      coverage: 1,
      asks: [],
      mostCost: 9,
      mostAsks: 3,
    };
    const model = new AskModel(question, engine);
    expect(() => model.exclude([])).toThrow(new EngineFault('Every set contains the empty one.'));
    expect(model.next(-1)).toBe('STOPPED');
    expect(model.next(ENOUGH_WORK)).toMatchObject({ asks: [], cost: 0 });
    model.dispose();
  });
});

/** The least cost, and most seats kept at that cost, of all sets of asks and all plans that they permit; null: none does it. */
function triedAll(
  { problem: of, rows, coverage, asks, mostAsks, mostCost }: AskQuestion,
  wanted: Review,
): [number, number] | 'TOO_MANY' | null {
  let found: [number, number] | null = null;
  for (const set of subsets(asks, mostAsks)) {
    const cost = costOf(set);
    if (cost > mostCost || cost > (found?.[0] ?? Infinity)) continue;
    const plans = everyPlan(granting(of, [wanted], set), MOST_PLANS);
    if (plans === null) return 'TOO_MANY';
    for (const plan of plans) {
      if (coverageOf(of, plan.rows) < coverage) continue;
      const seats = kept(rows, plan.rows);
      if (found === null || cost < found[0] || seats > found[1]) found = [cost, seats];
    }
  }
  return found;
}
