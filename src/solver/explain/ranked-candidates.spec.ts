import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import {
  type Given,
  givenPlan,
  lossesByBruteForce,
  pricesOf,
} from '../../../test/solver/given-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import { type Review, type Slot, WINDOWS } from '../problem.js';
import type { PlanPrices } from './plan-prices.js';
import {
  candidatesForReview,
  candidatesForWindow,
  type CandidateList,
  inOrderOfPrice,
  type PricedCandidate,
  priceCandidates,
} from './ranked-candidates.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const oneWindow: Review['windows'] = [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }];
const isPriced = (each: object): each is PricedCandidate => 'facts' in each;
const away = (lat: number): { home: { lat: number; lon: number } } => ({ home: { lat, lon: -1 } });

function ranked(prices: PlanPrices, list: CandidateList): PricedCandidate[] {
  return inOrderOfPrice([...priceCandidates(prices, list)].filter(isPriced));
}

describe('the candidates of a review', () => {
  const of = problem({
    leads: [
      person('Far', away(53)),
      person('Here'),
      person('Nearer', away(52.3)),
      person('Away', { availability: {}, ...away(52.1) }),
      person('Elsewhere', { phases: [] }),
      person('Twice', { availability: {}, regions: { London: 'NO' } }),
      person('Di', { roles: ['SHADOW'], availability: {} }),
    ],
    reviews: [review('R1', { windows: oneWindow })],
  });
  const given: Given = { problem: of, rows: [led('R1', 'Here', WEEK_1)], isProven: true };

  it('are those with the role of a lead: the permitted by price, the refused by nearness', () => {
    const prices = pricesOf(given, engine);
    const list = candidatesForReview(prices, 'R1');
    expect(ranked(prices, list).map(({ lead, isPresent }) => [lead, isPresent])).toEqual([
      ['Here', true],
      ['Nearer', false],
      ['Far', false],
    ]);
    expect(list.refused.map(({ lead, fewestObstacles }) => [lead, fewestObstacles])).toEqual([
      ['Away', 1],
      ['Elsewhere', 1],
      ['Twice', 2],
    ]);
  });

  it('who are refused stand by how few rules are in the way, how much is asked, then by road', () => {
    const refused = problem({
      leads: [
        person('Two', { availability: {}, regions: { London: 'NO' } }),
        person('Never', { phases: [] }),
        person('Never, and near', { phases: [], ...away(52.1) }),
        person('Region', { regions: { London: 'NO' } }),
        person('Free, and far', { availability: {}, ...away(53) }),
        person('Free', { availability: {} }),
      ],
      reviews: [review('R1', { ...away(52.1).home, windows: oneWindow })],
    });
    const prices = pricesOf({ problem: refused, rows: [], isProven: false }, engine);
    expect(candidatesForReview(prices, 'R1').refused.map(({ lead }) => lead)).toEqual([
      'Free',
      'Free, and far',
      'Region',
      'Never, and near',
      'Never',
      'Two',
    ]);
  });

  it('is somebody who leads it now only where the slot is one of those asked about', () => {
    const anywhere = problem({ leads: [person('Ada')], reviews: [review('R1')] });
    const rows = [led('R1', 'Ada', WEEK_1)];
    const prices = pricesOf({ problem: anywhere, rows, isProven: false }, engine);
    const isPresentIn = (week: string, window: Slot['window']): boolean[] =>
      candidatesForWindow(prices, 'Ada', { week, window }).permitted.map((each) => each.isPresent);
    expect(candidatesForReview(prices, 'R1').permitted[0]?.isPresent).toBe(true);
    expect(isPresentIn(WEEK_1, 'MON_WED')).toEqual([true]);
    expect(isPresentIn(WEEK_1, 'WED_FRI')).toEqual([false]);
    expect(isPresentIn(WEEK_2, 'MON_WED')).toEqual([false]);
  });

  it('are priced one by one, the most promising first, and no further than asked', () => {
    const prices = pricesOf(given, engine);
    const list = candidatesForReview(prices, 'R1');
    expect(list.permitted.map(({ lead }) => lead)).toEqual(['Here', 'Nearer', 'Far']);
    const asked: string[] = [];
    const noted = new Proxy(prices, {
      get: (target, name, receiver) => {
        if (name === 'of') asked.push('of');
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    const turn = priceCandidates(noted, list);
    expect(turn.next().value).toMatchObject({
      lead: 'Here',
      outcome: { price: { verdict: 'NOTHING' } },
      facts: { slot: { week: WEEK_1 }, roadKm: 0, commitment: { led: 1 } },
    });
    expect(asked).toHaveLength(1);
  });

  it('who are busy that week or full promise less than those who are free', () => {
    const busy = problem({
      leads: [
        person('Here'),
        person('Busy'),
        person('Full', { limits: { term: 1, restReviews: 4, restWeeks: 4, maxKm: null } }),
        person('Free', away(53)),
      ],
      reviews: [review('R1', { windows: oneWindow }), review('R2'), review('R3')],
    });
    const rows = [led('R1', 'Here', WEEK_1), led('R2', 'Busy', WEEK_1), led('R3', 'Full', WEEK_2)];
    const prices = pricesOf({ problem: busy, rows, isProven: false }, engine);
    expect(candidatesForReview(prices, 'R1').permitted.map(({ lead }) => lead)).toEqual([
      'Here',
      'Free',
      'Busy',
      'Full',
    ]);
  });

  it('begin with whoever leads it now, however dear', () => {
    const rows = [led('R1', 'Far', WEEK_1)];
    const prices = pricesOf({ problem: of, rows, isProven: false }, engine);
    expect(candidatesForReview(prices, 'R1').permitted.map(({ lead }) => lead)).toEqual([
      'Far',
      'Here',
      'Nearer',
    ]);
  });

  it('whom pins rule out are told apart', () => {
    const pins = [{ review: 'R1', lead: 'Here' }];
    const prices = pricesOf({ ...given, problem: { ...of, pins } }, engine);
    const [, nearer] = [...priceCandidates(prices, candidatesForReview(prices, 'R1'))];
    expect(nearer).toMatchObject({ lead: 'Nearer', outcome: { kind: 'IMPOSSIBLE' } });
  });
});

describe('the candidates of somebody’s window', () => {
  it('are the reviews they could lead then, each pinned to that window', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [
        review('R1', { windows: oneWindow }),
        review('R2', { windows: oneWindow, phase: 'primary' }),
        review('R3', { windows: [{ week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' }] }),
      ],
    });
    const rows = [led('R1', 'Ben', WEEK_1), led('R3', 'Ada', WEEK_2)];
    const prices = pricesOf({ problem: of, rows, isProven: false }, engine);
    const slot: Slot = { week: WEEK_1, window: 'MON_WED' };
    const list = candidatesForWindow(prices, 'Ada', slot);
    expect(list.permitted).toEqual([
      { review: 'R1', lead: 'Ada', slots: [slot], isPresent: false },
    ]);
    expect(
      list.refused.map(({ review: id, windows }) => [id, windows[0]?.obstacles[0]?.rule]),
    ).toEqual([
      ['R3', 'hostAcceptsSlot'],
      ['R2', 'phaseIsTheirs'],
    ]);
    expect(ranked(prices, list)).toMatchObject([{ review: 'R1', facts: { slot } }]);
  });
});

describe('a ranking', () => {
  const losses = ({ outcome }: PricedCandidate): number[] =>
    outcome.price.aims.map(({ loss }) => loss);

  it('is sorted, its prices are those of every plan tried, and whoever leads in the best plan costs nothing', () => {
    fc.assert(
      fc.property(givenPlan(), (given) => {
        const prices = pricesOf(given, engine);
        const [subject] = given.problem.reviews;
        if (!subject) return;
        const list = candidatesForReview(prices, subject.id);
        const found = [...priceCandidates(prices, list)];
        for (const each of found) {
          const pin = { review: each.review, lead: each.lead };
          const expected = lossesByBruteForce(given, [{ kind: 'PIN', pin }]);
          expect(isPriced(each) ? losses(each) : null).toEqual(expected);
        }
        const order = inOrderOfPrice(found.filter(isPriced));
        for (const [index, each] of order.entries()) {
          const next = order[index + 1];
          if (next) expect(isDearer(losses(each), losses(next))).toBe(false);
          if (each.isPresent && given.isProven) expect(losses(each)).toEqual([0, 0, 0, 0, 0, 0, 0]);
        }
      }),
      { numRuns: propertyCases(60), seed: 6 },
    );
  });

  it('of a window has the prices of every plan tried', () => {
    const asked = givenPlan().chain((given) =>
      fc.record({
        given: fc.constant(given),
        week: fc.constantFrom(...given.problem.weeks),
        window: fc.constantFrom(...WINDOWS),
      }),
    );
    fc.assert(
      fc.property(asked, ({ given, week, window }) => {
        const prices = pricesOf(given, engine);
        const [somebody] = given.problem.leads;
        if (!somebody) return;
        const list = candidatesForWindow(prices, somebody.id, { week, window });
        for (const each of priceCandidates(prices, list)) {
          const pin = { review: each.review, lead: each.lead, week, window };
          const expected = lossesByBruteForce(given, [{ kind: 'PIN', pin }]);
          expect(isPriced(each) ? losses(each) : null).toEqual(expected);
        }
      }),
      { numRuns: propertyCases(60), seed: 7 },
    );
  });

  function isDearer(a: readonly number[], b: readonly number[]): boolean {
    const place = a.findIndex((loss, index) => loss !== b[index]);
    return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0);
  }
});
