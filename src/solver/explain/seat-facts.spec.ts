import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { roadKm } from '../distance.js';
import { seatFacts } from './seat-facts.js';

const north = { lat: 53, lon: -1 };
const ada = person('Ada', {
  isNew: true,
  needs: ['ASD', 'PMLD'],
  regions: { Wales: 'NO' },
  availability: { [WEEK_1]: { MON_WED: 'PREFERRED', WED_FRI: 'AVAILABLE' }, [WEEK_2]: {} },
  commitment: { minimum: 6, done: 2, target: 3 },
});
const school = review('R1', {
  ...north,
  needs: ['SEMH', 'ASD'],
  windows: [
    { week: WEEK_2, window: 'WED_FRI', grade: 'PREFERRED' },
    { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
    { week: WEEK_1, window: 'WED_FRI', grade: 'ACCEPTABLE' },
  ],
});
const of = problem({ leads: [ada], reviews: [school] });
const km = roadKm(ada.home, north, of.policy.roadFactor);

describe('the facts of a seat', () => {
  it('are those of this person, this school and this slot', () => {
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Ada', WEEK_2),
      led('R3', 'Ben', WEEK_3, { qualityAssurer: 'Ada' }),
    ];
    expect(seatFacts(of, rows, ada, school, { week: WEEK_1, window: 'WED_FRI' })).toStrictEqual({
      slot: { week: WEEK_1, window: 'WED_FRI' },
      roadKm: km,
      isOvernight: true,
      availability: 'AVAILABLE',
      hostWindow: 'ACCEPTABLE',
      region: 'WILLING',
      needsMatched: ['ASD'],
      needsUnmatched: ['SEMH'],
      isNew: true,
      commitment: { minimum: 6, done: 2, target: 3, led: 2 },
    });
  });

  it.each([
    [WEEK_2, 'WED_FRI', null, 'PREFERRED'],
    [WEEK_2, 'MON_WED', null, null],
    [WEEK_3, 'MON_WED', null, null],
  ] as const)('say what nobody declared or accepted: %s %s', (week, window, availability, host) => {
    expect(seatFacts(of, [], ada, school, { week, window })).toMatchObject({
      availability,
      hostWindow: host,
    });
  });

  it('say how gladly they travel to the region, and that so far is a night away', () => {
    const inWales = { ...school, region: 'Wales' };
    const slot = { week: WEEK_1, window: 'MON_WED' } as const;
    expect(seatFacts(of, [], ada, inWales, slot).region).toBe('NO');
    const nightFrom = (overnightKm: number): boolean =>
      seatFacts({ ...of, policy: { ...of.policy, overnightKm } }, [], ada, school, slot)
        .isOvernight;
    expect([nightFrom(km - 0.001), nightFrom(km)]).toEqual([true, false]);
  });
});
