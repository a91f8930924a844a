import { describe, expect, it } from '@jest/globals';
import { limits, person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { type Ask, costOfAsking, withAsks } from './cost-of-asking.js';

const slot = { week: WEEK_1, window: 'WED_FRI' } as const;
/** A degree of latitude is 144.55 km by road. */
const at = (lat: number): { home: { lat: number; lon: number } } => ({ home: { lat, lon: -1 } });

describe('what an ask costs', () => {
  const of = problem({
    leads: [person('Near'), person('Away', at(53)), person('Far', at(58))],
    reviews: [review('R1')],
  });
  it.each<[Ask, number]>([
    [{ kind: 'AVAILABILITY', lead: 'Near', slot }, 20],
    [{ kind: 'REGION', lead: 'Near', region: 'London' }, 40],
    [{ kind: 'TERM_LIMIT', lead: 'Near', reviews: 7 }, 50],
    [{ kind: 'REST', lead: 'Near', reviews: 5, weeks: 6 }, 60],
    // Seven whole steps of 20 km, and no more than nine points.
    [{ kind: 'AVAILABILITY', lead: 'Away', slot }, 27],
    [{ kind: 'AVAILABILITY', lead: 'Far', slot }, 29],
    // A radius that grows by 5 km, by a little more, and by 45.
    [{ kind: 'DISTANCE', lead: 'Near', km: 45, insteadOfKm: 40 }, 31],
    [{ kind: 'DISTANCE', lead: 'Near', km: 46, insteadOfKm: 40 }, 32],
    [{ kind: 'DISTANCE', lead: 'Away', km: 145, insteadOfKm: 100 }, 46],
    // Schools and whoever pinned something live nowhere.
    [{ kind: 'HOST_WINDOW', review: 'R1', slot }, 30],
    [{ kind: 'UNPIN', pin: 0 }, 90],
  ])('%j: %d', (ask, cost) => {
    expect(costOfAsking(of, review('R1'), ask)).toBe(cost);
  });

  it('grows only with whole steps from home', () => {
    const just = problem({ leads: [person('Just', at(52 + 19.9 / 144.55))] });
    const over = problem({ leads: [person('Just', at(52 + 20.1 / 144.55))] });
    const ask: Ask = { kind: 'AVAILABILITY', lead: 'Just', slot };
    expect([just, over].map((each) => costOfAsking(each, review('R1'), ask))).toEqual([20, 21]);
  });
});

describe('a problem with what is asked', () => {
  const pins = [{ review: 'R1' }, { review: 'R2' }, { review: 'R3' }];
  const of = problem({
    leads: [person('Ada', limits({ maxKm: 40, term: 2 })), person('Ben')],
    reviews: ['R1', 'R2', 'R3'].map((id) => review(id)),
    pins,
  });

  it('has whatever facts were asked for, and no pin that is dropped', () => {
    const asked = withAsks(of, [
      { kind: 'UNPIN', pin: 1 },
      { kind: 'TERM_LIMIT', lead: 'Ada', reviews: 3 },
      { kind: 'REGION', lead: 'Ben', region: 'London' },
    ]);
    expect(asked).toEqual({
      ...of,
      pins: [pins[0], pins[2]],
      leads: [
        person('Ada', limits({ maxKm: 40, term: 3 })),
        person('Ben', { regions: { London: 'RELUCTANT' } }),
      ],
    });
  });

  it('has the widest of several radii or limits, in whatever order they were asked for', () => {
    const asks: Ask[] = [
      { kind: 'DISTANCE', lead: 'Ada', km: 90, insteadOfKm: 40 },
      { kind: 'DISTANCE', lead: 'Ada', km: 60, insteadOfKm: 40 },
      { kind: 'TERM_LIMIT', lead: 'Ada', reviews: 4, more: 2 },
      { kind: 'TERM_LIMIT', lead: 'Ada', reviews: 3 },
      { kind: 'REST', lead: 'Ada', reviews: 6, weeks: 6 },
      { kind: 'REST', lead: 'Ada', reviews: 5, weeks: 6 },
    ];
    for (const order of [asks, [...asks].reverse()]) {
      expect(withAsks(of, order).leads[0]?.limits).toEqual({
        ...person('').limits,
        maxKm: 90,
        term: 4,
        restReviews: 6,
      });
    }
  });
});
