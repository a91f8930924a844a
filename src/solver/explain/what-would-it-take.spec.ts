import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { subsets } from '../../../test/solver/subsets.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine, MilpSession } from '../milp/milp.js';
import type { Lead, Problem, Review, SeatRow } from '../problem.js';
import { solve } from '../solve.js';
import { asksConsidered } from './considered-asks.js';
import { type PricedAsk, withAsks } from './cost-of-asking.js';
import { type AskOptions, whatWouldItTake, type WhatItTakes } from './what-would-it-take.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const oneWindow: Review['windows'] = [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }];
const limits: Lead['limits'] = { term: 1, restReviews: 4, restWeeks: 4, maxKm: null };

const elsewhere = (id: string): Lead['conflicts'][number] => ({
  urn: `urn of ${id}`,
  reason: 'own school',
});

function takes(of: Problem, id: string, options?: AskOptions): WhatItTakes {
  const rows = solve(of, engine).reviews;
  expect(rows.find((each) => each.review === id)?.lead).toBeNull();
  const wanted = of.reviews.find((each) => each.id === id) as Review;
  return whatWouldItTake(of, rows, wanted, engine, options);
}

const kinds = ({ sets }: WhatItTakes): string[] =>
  sets.map(({ asks }) => asks.map(({ ask }) => ask.kind).join(' '));

describe('whatWouldItTake', () => {
  it('asks one lead for a second review and another for a window, where neither alone would do', () => {
    // Ada is on R1 in the only week of both; Ben could take R1 if he had room and were free.
    const of = problem({
      leads: [
        person('Ada', { limits }),
        person('Ben', {
          limits: { ...limits, term: 0 },
          availability: {},
          conflicts: [{ urn: 'urn of R2', reason: 'own school' }],
        }),
      ],
      reviews: [
        review('R1', { windows: oneWindow }),
        review('R2', { windows: oneWindow, priority: 1 }),
      ],
      pins: [{ review: 'R1' }],
      weeks: [WEEK_1],
    });
    const found = takes(of, 'R2');
    expect(found.sets[0]).toMatchObject({
      cost: 20 + 50,
      lead: 'Ada',
      slot: { week: WEEK_1, window: 'MON_WED' },
      others: ['Ben'],
    });
    expect(found.sets[0]?.asks.map(({ ask }) => ask)).toEqual([
      { kind: 'AVAILABILITY', lead: 'Ben', slot: { week: WEEK_1, window: 'MON_WED' } },
      { kind: 'TERM_LIMIT', lead: 'Ben', reviews: 1 },
    ]);
    expect(found.ended).toBe('ALL');
  });

  it('prefers a cheaper ask that moves somebody to a dearer one that does not', () => {
    // Ada leads R1 in the only week. Ben, 70 km away, is not free to take it; the others will not come to its region.
    const stranger = (id: string): Lead =>
      person(id, { limits, regions: { London: 'NO' }, conflicts: [elsewhere('R2')] });
    const of = problem({
      leads: [
        person('Ada', { limits: { ...limits, term: 2 } }),
        stranger('Cy'),
        person('Ben', {
          limits,
          home: { lat: 52.5, lon: -1 },
          availability: {},
          conflicts: [elsewhere('R2')],
        }),
        stranger('Di'),
      ],
      reviews: [
        review('R1', { windows: oneWindow }),
        review('R2', { windows: oneWindow, region: 'Wales' }),
      ],
      pins: [{ review: 'R1' }],
    });
    expect(takes(of, 'R2', { most: 1 })).toMatchObject({
      sets: [{ cost: 23, asks: [{ ask: { kind: 'AVAILABILITY', lead: 'Ben' } }], lead: 'Ada' }],
      ended: 'ENOUGH',
    });
    const kindsAndCosts = takes(of, 'R2', { most: 2, together: 1 }).sets.map(
      ({ asks, cost }) => `${asks[0]?.ask.kind} ${cost}`,
    );
    expect(kindsAndCosts).toEqual(['AVAILABILITY 23', 'HOST_WINDOW 30']);
    // Also where nobody could simply be added, so that nothing bounds the cost beforehand.
    const closed = [{ week: WEEK_1, window: 'WED_FRI' as const, reason: 'Training day' }];
    const inOneWeek = takes({ ...of, weeks: [WEEK_1], closed }, 'R2', { most: 1 });
    expect(inOneWeek.sets).toMatchObject([{ cost: 23, others: ['Ben'] }]);
  });

  it('may ask for a pin to be dropped, at the highest price', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [review('R1'), review('R2', { windows: oneWindow })],
      pins: [{ review: 'R1', lead: 'Ada', week: WEEK_1, window: 'MON_WED' }],
      bans: [{ lead: 'Ben', review: 'R2' }],
      weeks: [WEEK_1],
      closed: [{ week: WEEK_1, window: 'WED_FRI', reason: 'Training day' }],
    });
    const found = takes(of, 'R2', { together: 1 });
    expect(kinds(found).at(-1)).toBe('UNPIN');
    expect(found.sets.at(-1)?.cost).toBe(90);
    expect(kinds(takes(of, 'R2', { together: 1, dropPins: false }))).not.toContain('UNPIN');
  });

  it('finds who could assure the quality, where only a new lead may lead', () => {
    const of = problem({
      leads: [
        person('New', { isNew: true }),
        person('Eve', { roles: ['QUALITY_ASSURER'], availability: {} }),
      ],
      reviews: [review('R1', { windows: oneWindow })],
    });
    const [cheapest] = takes(of, 'R1').sets;
    expect(cheapest).toMatchObject({ lead: 'New', others: ['Eve'] });
    expect(cheapest?.asks[0]?.ask).toMatchObject({ kind: 'AVAILABILITY', lead: 'Eve' });
  });

  it('asks for nothing where some plan covers the review as things stand', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')] });
    const found = whatWouldItTake(of, [row('R1')], of.reviews[0] as Review, engine);
    expect(found).toMatchObject({ ended: 'ALL', sets: [{ asks: [], cost: 0, lead: 'Ada' }] });
  });

  it('finds that by moving somebody, too', () => {
    const of = problem({
      leads: [person('Ada', { limits }), person('Ben', { limits })],
      reviews: [review('R1'), review('R2')],
      bans: [{ lead: 'Ben', review: 'R2' }],
    });
    const rows = [led('R1', 'Ada', WEEK_2), row('R2')];
    const found = whatWouldItTake(of, rows, of.reviews[1] as Review, engine);
    expect(found.sets).toMatchObject([{ asks: [], lead: 'Ada', others: ['Ben'] }]);
  });

  it('says that nothing would do where nobody reviews such schools', () => {
    const of = problem({
      leads: [person('Ada', { phases: ['primary'] })],
      reviews: [review('R1')],
    });
    expect(takes(of, 'R1')).toMatchObject({ sets: [], ended: 'ALL' });
  });

  it('says when it gave up', () => {
    const of = problem({
      leads: [person('Ada', { limits: { ...limits, term: 0 } })],
      reviews: [review('R1')],
    });
    const gaveUp = { status: 'STOPPED', values: null, bound: 0, work: 1 } as const;
    const tired: MilpEngine = {
      version: 'tired',
      open: (model) =>
        Object.assign(Object.create(engine.open(model)) as MilpSession, {
          solveInteger: () => gaveUp,
        }),
    };
    const found = whatWouldItTake(of, [row('R1')], of.reviews[0] as Review, tired);
    expect(found.ended).toBe('LIMIT');
    expect(kinds(found)).toEqual(['TERM_LIMIT']);
  });
});

/** More asks than this, and trying all sets of three takes too long. */
const MOST_ASKS = 24;
const SETS = 3;
const CASES = propertyCases(100);

describe('the cheapest sets, tried against all sets', () => {
  it('are enough, minimal, and the cheapest there are', () => {
    let cases = 0;
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 3, weeks: 2 }), (of) => {
        const best = bruteForce(of);
        if (best.status !== 'OPTIMAL') return;
        for (const { review: id } of best.rows.filter(({ lead }) => lead === null)) {
          const wanted = of.reviews.find((each) => each.id === id) as Review;
          const asks = asksConsidered(of, best.rows, wanted);
          if (asks.length > MOST_ASKS) continue;
          cases++;
          const found = whatWouldItTake(of, best.rows, wanted, engine, { most: SETS });
          const expected = allMinimal(of, best.rows, wanted, asks);
          expect(found.sets.map(({ cost }) => cost)).toEqual(expected.slice(0, SETS));
          for (const { asks: set } of found.sets) {
            expect(isEnough(of, best.rows, wanted, set)).toBe(true);
            for (const left of set) {
              const fewer = set.filter((each) => each !== left);
              expect(isEnough(of, best.rows, wanted, fewer)).toBe(false);
            }
          }
        }
      }),
      { numRuns: CASES, seed: 20270111 },
    );
    expect(cases).toBeGreaterThan(CASES / 5);
  }, 300_000);
});

/** What the minimal sets of up to three asks cost, the cheapest first; found by trying all. */
function allMinimal(
  of: Problem,
  rows: readonly SeatRow[],
  wanted: Review,
  asks: readonly PricedAsk[],
): number[] {
  const sets = subsets(asks, 3)
    .map((set) => ({ set, cost: set.reduce((sum, { cost }) => sum + cost, 0) }))
    .sort((a, b) => a.cost - b.cost);
  const minimal: typeof sets = [];
  for (const each of sets) {
    if (minimal.length >= SETS) break;
    if (minimal.some(({ set }) => set.every((ask) => each.set.includes(ask)))) continue;
    if (isEnough(of, rows, wanted, each.set)) minimal.push(each);
  }
  return minimal.map(({ cost }) => cost);
}

function isEnough(
  of: Problem,
  rows: readonly SeatRow[],
  { id, priority }: Review,
  asks: readonly PricedAsk[],
): boolean {
  const granted = withAsks(
    of,
    asks.map(({ ask }) => ask),
  );
  const best = bruteForce({ ...granted, pins: [...granted.pins, { review: id }] });
  if (best.status !== 'OPTIMAL') return false;
  return (best.values[0] ?? 0) >= coverageOf(of, rows) + priority;
}

function coverageOf(of: Problem, rows: readonly SeatRow[]): number {
  const covered = new Set(rows.filter(({ lead }) => lead !== null).map((each) => each.review));
  return of.reviews.reduce((sum, { id, priority }) => sum + (covered.has(id) ? priority : 0), 0);
}
