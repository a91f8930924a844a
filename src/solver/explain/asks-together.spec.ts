import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { subsets } from '../../../test/solver/subsets.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine, MilpSession } from '../milp/milp.js';
import type { Lead, Problem, Review, SeatRow } from '../problem.js';
import { solve } from '../solve.js';
import { asksTogether, type AsksTogether, jointCandidates } from './asks-together.js';
import type { PricedAsk } from './cost-of-asking.js';
import { editsTo } from '../hand/edits.js';
import { effectOf } from '../hand/effect.js';
import { granting } from './verified-asks.js';
import { whatWouldItTake, type WhatItTakes } from './what-would-it-take.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const inWindow = (window: 'MON_WED' | 'WED_FRI', week = WEEK_1): Review['windows'] => [
  { week, window, grade: 'PREFERRED' },
];
const limits: Lead['limits'] = { term: 5, restReviews: 4, restWeeks: 4, maxKm: null };

function eachAlone(of: Problem, rows: readonly SeatRow[], most?: number): WhatItTakes[] {
  const waiting = new Set(rows.filter(({ lead }) => lead === null).map((row) => row.review));
  return of.reviews
    .filter(({ id }) => waiting.has(id))
    .map((each) =>
      whatWouldItTake(of, rows, each, engine, most === undefined ? {} : { most, together: 2 }),
    );
}

function together(of: Problem): AsksTogether {
  const rows = solve(of, engine).reviews;
  return asksTogether(of, rows, eachAlone(of, rows), engine);
}

const asked = ({ asks }: AsksTogether): string[] =>
  asks.map(({ ask, covers }) => `${ask.kind} ${'lead' in ask ? ask.lead : ''}: ${covers.join()}`);

describe('asksTogether', () => {
  it('finds that one ask serves two reviews', () => {
    // Both could be led by Ada in weeks of their own, if only she travelled to their region.
    const of = problem({
      leads: [person('Ada', { limits, regions: { Wales: 'NO' } })],
      reviews: [
        review('R1', { region: 'Wales', windows: inWindow('MON_WED') }),
        review('R2', { region: 'Wales', windows: inWindow('MON_WED', WEEK_2) }),
      ],
      weeks: [WEEK_1, WEEK_2],
    });
    const found = together(of);
    expect(asked(found)).toEqual(['REGION Ada: R1,R2']);
    expect(found).toMatchObject({ cost: 40, waiting: 2, left: [], ended: 'CHEAPEST' });
    expect(found.asks[0]?.isEnoughAlone).toBe(true);
    expect(found.covered).toEqual([
      { review: 'R1', lead: 'Ada', slot: { week: WEEK_1, window: 'MON_WED' } },
      { review: 'R2', lead: 'Ada', slot: { week: WEEK_2, window: 'MON_WED' } },
    ]);
  });

  it('asks somebody for two reviews more where each alone takes one more', () => {
    const of = problem({
      leads: [person('Ada', { limits: { ...limits, term: 0 } })],
      reviews: [
        review('R1', { windows: inWindow('MON_WED') }),
        review('R2', { windows: inWindow('MON_WED', WEEK_2) }),
      ],
      weeks: [WEEK_1, WEEK_2],
    });
    const found = together(of);
    expect(found.asks).toMatchObject([
      { ask: { kind: 'TERM_LIMIT', lead: 'Ada', reviews: 2, more: 2 }, covers: ['R1', 'R2'] },
    ]);
    expect(found.cost).toBe(100);
  });

  it('does not count on somebody twice in a week, and says what is left', () => {
    // Only Ada may lead either, both in one week, and the schools have no other.
    const of = problem({
      leads: [person('Ada', { limits, availability: {} })],
      reviews: [
        review('R1', { windows: inWindow('MON_WED') }),
        review('R2', { windows: inWindow('WED_FRI'), priority: 2 }),
      ],
      weeks: [WEEK_1],
    });
    const found = together(of);
    expect(found.covered.map((each) => each.review)).toEqual(['R2']);
    expect(found.left).toEqual([{ review: 'R1', isCoveredAlone: true }]);
  });

  it('asks for nothing where some plan covers them as things stand', () => {
    const of = problem({
      leads: [person('Ada', { limits })],
      reviews: [
        review('R1', { windows: inWindow('MON_WED') }),
        review('R2', { windows: inWindow('MON_WED', WEEK_2) }),
      ],
      weeks: [WEEK_1, WEEK_2],
    });
    const open = { week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
    const rows = of.reviews.map(({ id }) => ({ review: id, ...open }));
    const found = asksTogether(of, rows, eachAlone(of, rows), engine);
    expect(found).toMatchObject({ asks: [], cost: 0, ended: 'CHEAPEST' });
    expect(found.covered).toHaveLength(2);
  });

  it('says that nothing helps where nobody reviews such schools', () => {
    const of = problem({
      leads: [person('Ada', { phases: ['primary'] })],
      reviews: [review('R1'), review('R2')],
    });
    expect(together(of)).toMatchObject({
      waiting: 2,
      asks: [],
      covered: [],
      left: [
        { review: 'R1', isCoveredAlone: false },
        { review: 'R2', isCoveredAlone: false },
      ],
      considered: 0,
    });
  });

  it('still tells asks that are enough, none of them needless, when the search is given up', () => {
    const of = problem({
      leads: [
        person('Ada', { limits, regions: { Wales: 'NO' } }),
        person('Ben', { limits, availability: {} }),
      ],
      reviews: [
        review('R1', { region: 'Wales', windows: inWindow('MON_WED') }),
        review('R2', { region: 'Wales', windows: inWindow('MON_WED', WEEK_2) }),
      ],
      weeks: [WEEK_1, WEEK_2],
    });
    const rows = solve(of, engine).reviews;
    const found = eachAlone(of, rows);
    const patient = asksTogether(of, rows, found, engine);
    const tired: MilpEngine = {
      version: 'tired',
      open: (model) => {
        const session = engine.open(model);
        const solveInteger: MilpSession['solveInteger'] = (stop) =>
          // Only the search for the cheapest has so many costs above 1.
          isAskModel ? { status: 'STOPPED', values: null, bound: 0, work: 1 } : real(stop);
        let isAskModel = false;
        const real = session.solveInteger.bind(session);
        return Object.assign(Object.create(session) as MilpSession, {
          solveInteger,
          setCosts: (costs: Float64Array) => {
            isAskModel = costs.some((cost) => cost > 1);
            session.setCosts(costs);
          },
        });
      },
    };
    const gaveUp = asksTogether(of, rows, found, tired);
    expect(gaveUp.ended).toBe('LIMIT');
    expect(gaveUp.covered).toHaveLength(patient.covered.length);
    expect(gaveUp.asks.every(({ covers }) => covers.length > 0)).toBe(true);
    expect(gaveUp.cost).toBeGreaterThanOrEqual(patient.cost);
  });
});

/** More asks than this, and trying all their sets takes too long. */
const MOST_ASKS = 8;
const CASES = propertyCases(100);

describe('the cheapest asks together, tried against all sets', () => {
  it('cover as much as can be, none is needless, and nothing cheaper does it', () => {
    let cases = 0;
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 4, weeks: 2 }), (of) => {
        const best = bruteForce(of);
        if (best.status !== 'OPTIMAL') return;
        const found = eachAlone(of, best.rows, 2);
        const asks = jointCandidates(of, found);
        if (found.length < 2 || asks.length === 0 || asks.length > MOST_ASKS) return;
        cases++;
        const told = asksTogether(of, best.rows, found, engine);
        const most = coverageWith(of, best.rows, asks);
        expect(coverageWith(of, best.rows, told.asks)).toBe(most);
        expect(coverageOf(of, best.rows) + priorities(of, told)).toBe(most);
        // Tried by hand it keeps every rule once the asks are granted, and covers as much.
        const granted = granting(of, [], told.asks);
        const tried = effectOf(granted, best.rows, editsTo(told.moved));
        expect([tried.isLegal, tried.after.values.get('coverage')]).toEqual([true, most]);
        expect(told.cost).toBe(costOf(told.asks));
        expect(told.asks).toEqual([...told.asks].sort((a, b) => b.cost - a.cost));
        const covered = told.covered.map((each) => each.review);
        const isLeft = found.filter(({ review: id }) => !covered.includes(id));
        expect(told.left).toEqual(
          isLeft.map(({ review: id, sets }) => ({ review: id, isCoveredAlone: sets.length > 0 })),
        );
        for (const left of told.asks) {
          const fewer = told.asks.filter((each) => each !== left);
          const without = coverageWith(of, best.rows, fewer);
          expect(without).toBeLessThan(most);
          expect(covered).toEqual(expect.arrayContaining(left.covers));
          const lost = of.reviews.filter(({ id }) => left.covers.includes(id));
          expect(sum(lost.map(({ priority }) => priority))).toBeGreaterThanOrEqual(most - without);
          const alone = found
            .filter(({ review: id }) => left.covers.includes(id))
            .flatMap(({ sets }) => sets.filter((set) => set.asks.length === 1));
          const kindOf = ({ ask }: PricedAsk): string =>
            'reviews' in ask ? `${ask.kind} ${ask.lead}` : JSON.stringify(ask);
          const isAlone = alone.some((set) => set.asks.map(kindOf).includes(kindOf(left)));
          expect(left.isEnoughAlone).toBe(isAlone);
        }
        for (const { review: id, lead, slot } of told.covered) {
          expect(told.moved).toContainEqual(expect.objectContaining({ review: id, lead, ...slot }));
          expect(told.others).not.toContain(lead);
        }
        for (const set of subsets(asks)) {
          if (costOf(set) < told.cost) {
            expect(coverageWith(of, best.rows, set)).toBeLessThan(most);
          }
        }
      }),
      { numRuns: CASES * 4, seed: 20270118 },
    );
    expect(cases).toBeGreaterThan(CASES / 5);
  }, 300_000);
});

/** The best coverage with these granted, while whatever has a lead keeps one; by trying all plans. */
function coverageWith(of: Problem, rows: readonly SeatRow[], asks: readonly PricedAsk[]): number {
  const led = of.reviews.filter(({ id }) =>
    rows.some(({ review: each, lead }) => each === id && lead !== null),
  );
  const best = bruteForce(granting(of, led, asks));
  return best.status === 'OPTIMAL' ? (best.values[0] ?? 0) : -1;
}

function coverageOf(of: Problem, rows: readonly SeatRow[]): number {
  const led = new Set(rows.filter(({ lead }) => lead !== null).map((row) => row.review));
  return sum(of.reviews.filter(({ id }) => led.has(id)).map(({ priority }) => priority));
}

function priorities(of: Problem, { covered }: AsksTogether): number {
  const ids = new Set(covered.map((each) => each.review));
  return sum(of.reviews.filter(({ id }) => ids.has(id)).map(({ priority }) => priority));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const costOf = (set: readonly PricedAsk[]): number => sum(set.map(({ cost }) => cost));
