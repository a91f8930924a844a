import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { givenPlan, lossesByBruteForce, pricesOf } from '../../../test/solver/given-plans.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import { ledBy, whyThisOne, type WhyThisOne } from './why-this-one.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const oneWindow: Review['windows'] = [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }];
const near = person('Ada', { needs: ['ASD'], commitment: { minimum: 6, done: 2, target: 1 } });
const far = person('Ben', { needs: ['ASD'], home: { lat: 53, lon: -1 } });
const school = review('R1', { windows: oneWindow, needs: ['ASD', 'SEMH'] });

function why(changes: Partial<Problem>, rows: SeatRow[], isProven = true): WhyThisOne {
  const of = problem({ leads: [near, far], reviews: [school], ...changes });
  return whyThisOne(pricesOf({ problem: of, rows, isProven }, engine), 'R1');
}

describe('why this one', () => {
  it('is what the plan loses with the next best, who that is, and the plain facts of both', () => {
    const found = why({}, [led('R1', 'Ada', WEEK_1)]);
    expect(found).toMatchObject({
      lead: 'Ada',
      slot: { week: WEEK_1, window: 'MON_WED' },
      othersPermitted: 1,
      pins: [],
      facts: {
        roadKm: 0,
        isOvernight: false,
        availability: 'PREFERRED',
        hostWindow: 'PREFERRED',
        region: 'WILLING',
        needsMatched: ['ASD'],
        needsUnmatched: ['SEMH'],
        commitment: { minimum: 6, done: 2, target: 1, led: 1 },
      },
      without: { price: { verdict: 'LOSS', firstAim: 'commitment' } },
      nextBest: { lead: 'Ben', facts: { isOvernight: true, commitment: { led: 1 } } },
    });
  });

  it('says so where nobody else could lead it', () => {
    const found = why({ leads: [near] }, [led('R1', 'Ada', WEEK_1)]);
    expect(found).toMatchObject({
      othersPermitted: 0,
      without: { price: { firstAim: 'coverage' } },
      nextBest: null,
    });
  });

  it('counts those who may lead it, and nobody else', () => {
    const leads = [near, far, person('Cy', { ...far, id: 'Cy' }), person('Dee', { phases: [] })];
    expect(why({ leads }, [led('R1', 'Ada', WEEK_1)]).othersPermitted).toBe(2);
  });

  it('names pins of this lead on this review alone', () => {
    const pins = [
      { review: 'R1', week: WEEK_1, window: 'MON_WED' as const },
      { review: 'R2', lead: 'Ada', week: WEEK_2, window: 'MON_WED' as const },
    ];
    const reviews = [school, review('R2')];
    const rows = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
    expect(why({ pins, reviews }, rows, false).pins).toEqual([]);
  });

  it('knows a lead only where the row is whole', () => {
    const whole = led('R1', 'Ada', WEEK_1);
    expect(ledBy([row('R2'), whole], school)).toEqual({
      lead: 'Ada',
      slot: { week: WEEK_1, window: 'MON_WED' },
    });
    for (const part of [{ lead: null }, { week: null }, { window: null }]) {
      expect(ledBy([{ ...whole, ...part }], school)).toBeNull();
    }
  });

  it('names the pins that leave no choice', () => {
    const pins = [
      { review: 'R1', week: WEEK_1, window: 'MON_WED' as const },
      { review: 'R1', lead: 'Ada' },
    ];
    expect(why({ pins }, [led('R1', 'Ada', WEEK_1)])).toMatchObject({
      pins: [{ review: 'R1', lead: 'Ada' }],
      without: { kind: 'IMPOSSIBLE', conflict: [{ pin: { lead: 'Ada' }, isAsked: false }] },
      nextBest: null,
    });
  });

  it('is a gain where the plan is not the best', () => {
    const found = why({}, [led('R1', 'Ben', WEEK_1)], false);
    expect(found).toMatchObject({
      without: { price: { verdict: 'GAIN' } },
      nextBest: { lead: 'Ada' },
    });
  });

  it('refuses a review without a lead, or one that is not there', () => {
    expect(() => why({}, [row('R1')])).toThrow(RangeError);
    expect(() => why({ reviews: [review('R2')] }, [])).toThrow('There is no review R1');
  });

  it('costs what banning the lead costs, by trying every plan', () => {
    fc.assert(
      fc.property(givenPlan(), (given) => {
        const prices = pricesOf(given, engine);
        const covered = given.rows.find(({ lead }) => lead !== null);
        if (!covered?.lead) return;
        const { without } = whyThisOne(prices, covered.review);
        const ban = { lead: covered.lead, review: covered.review };
        const losses =
          without.kind === 'PRICED' ? without.price.aims.map(({ loss }) => loss) : null;
        expect(losses).toEqual(lossesByBruteForce(given, [{ kind: 'BAN', ban }]));
      }),
      { numRuns: 50, seed: 4 },
    );
  });

  it('tells who else moves', () => {
    // Only Ada and Ben are free in week 1; without Ada there, Ben comes over and his review goes to week 2.
    const busy = { [WEEK_1]: { MON_WED: 'PREFERRED' as const } };
    const found = why(
      {
        leads: [near, { ...far, availability: { ...busy, [WEEK_2]: { MON_WED: 'IF_NEEDED' } } }],
        reviews: [
          school,
          review('R2', {
            windows: [
              { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
              { week: WEEK_2, window: 'MON_WED', grade: 'ACCEPTABLE' },
            ],
            needs: ['ASD'],
          }),
        ],
      },
      [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_1)],
    );
    expect(found.without).toMatchObject({
      moves: { reviews: [{ review: 'R1' }, { review: 'R2' }], people: ['Ada', 'Ben'] },
    });
  });
});
