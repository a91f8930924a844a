import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import type { Ban, Lead, Problem, Review } from '../problem.js';

/** R1 led by L in the MON_WED of week 1, with a few facts changed. */
function faults(
  lead: Partial<Lead>,
  school: Partial<Review> = {},
  more: Partial<Problem> = {},
): string[] {
  const of = problem({ leads: [person('L', lead)], reviews: [review('R1', school)], ...more });
  return seatFaultsOf(of, [led('R1', 'L', WEEK_1)]);
}

/** The one fault that says `words`, naming review, slot and person. */
function onlyFault(words: string): string[] {
  return [`Review "R1", week 2027-01-11 MON_WED: lead "L" ${words}.`];
}

describe('which seats the checker permits', () => {
  it('permits a seat that breaks nothing', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['lead', { lead: 'X' }],
    ['qualityAssurer', { lead: 'N', qualityAssurer: 'X' }],
    ['shadow', { lead: 'L', shadow: 'X' }],
  ])('asks for the role of the %s seat', (seat, seats) => {
    const role = { lead: 'LEAD', qualityAssurer: 'QUALITY_ASSURER', shadow: 'SHADOW' }[seat];
    const withRoles = (roles: Lead['roles']): string[] =>
      seatFaultsOf(
        problem({
          leads: [person('L'), person('N', { isNew: true }), person('X', { roles })],
          reviews: [review('R1')],
        }),
        [row('R1', { week: WEEK_1, window: 'MON_WED', ...seats })],
      );
    expect(withRoles([role as Lead['roles'][number]])).toEqual([]);
    const all: Lead['roles'] = ['LEAD', 'QUALITY_ASSURER', 'SHADOW'];
    expect(withRoles(all.filter((other) => other !== role))).toEqual([
      expect.stringContaining(`"X" does not have the role ${role}`),
    ]);
  });

  it('asks for a slot that the host accepts, window and week', () => {
    const slot = (week: string, window: 'MON_WED' | 'WED_FRI'): Partial<Review> => ({
      windows: [{ week, window, grade: 'ACCEPTABLE' }],
    });
    expect(faults({}, slot(WEEK_1, 'MON_WED'))).toEqual([]);
    for (const other of [slot(WEEK_1, 'WED_FRI'), slot(WEEK_2, 'MON_WED')]) {
      expect(faults({}, other)).toEqual([expect.stringContaining('windows the host accepts')]);
    }
  });

  it('refuses a closed slot, and only that slot', () => {
    const closed = (week: string, window: 'MON_WED' | 'WED_FRI'): Partial<Problem> => ({
      closed: [{ week, window, reason: 'training day' }],
    });
    expect(faults({}, {}, closed(WEEK_1, 'WED_FRI'))).toEqual([]);
    expect(faults({}, {}, closed(WEEK_2, 'MON_WED'))).toEqual([]);
    expect(faults({}, {}, closed(WEEK_1, 'MON_WED'))).toEqual([
      'Review "R1", week 2027-01-11 MON_WED: the slot is closed ("training day").',
    ]);
  });

  it('asks for availability in that very slot, whatever the grade', () => {
    expect(faults({ availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED' } } })).toEqual([]);
    const absent = onlyFault('is not available in that slot');
    expect(faults({ availability: { [WEEK_1]: { WED_FRI: 'PREFERRED' } } })).toEqual(absent);
    expect(faults({ availability: { [WEEK_2]: { MON_WED: 'PREFERRED' } } })).toEqual(absent);
  });

  it("asks for the review's phase among the person's", () => {
    expect(faults({ phases: ['primary', 'special'] })).toEqual([]);
    expect(faults({ phases: ['primary'] })).toEqual(
      onlyFault('may not review the phase "special"'),
    );
  });

  it('keeps conflicts by school, by trust, and by either when both are named', () => {
    const school = { urn: '1', trust: 'T' };
    const conflict = (names: { urn?: string; trust?: string }): string[] =>
      faults({ conflicts: [{ ...names, reason: 'own school' }] }, school);
    expect(conflict({ urn: '2', trust: 'U' })).toEqual([]);
    expect(conflict({ urn: '1' })).toEqual(onlyFault('has a conflict with the school of URN "1"'));
    expect(conflict({ urn: '1', trust: 'U' })).toHaveLength(1);
    expect(conflict({ urn: '2', trust: 'T' })).toEqual(
      onlyFault('has a conflict with the trust "T"'),
    );
  });

  it('finds a conflict among several', () => {
    const [school, other] = [
      { urn: '1', trust: 'T' },
      { urn: '2', trust: 'U' },
    ];
    for (const named of [{ urn: '1' }, { trust: 'T' }]) {
      const conflicts = [other, named].map((names) => ({ ...names, reason: 'own school' }));
      expect(faults({ conflicts }, school)).toHaveLength(1);
    }
  });

  it('finds no trust conflict with a school without a trust', () => {
    const conflicts = [{ trust: 'T', reason: 'own trust' }];
    expect(faults({ conflicts }, { trust: null })).toEqual([]);
    expect(faults({ conflicts }, { trust: 'T' })).toHaveLength(1);
  });

  it('refuses a region graded NO and no other grade', () => {
    expect(faults({ regions: { London: 'RELUCTANT', 'North East': 'NO' } })).toEqual([]);
    expect(faults({ regions: { London: 'NO' } })).toEqual(
      onlyFault('graded the region "London" NO'),
    );
    expect(faults({}, { region: 'constructor' })).toEqual([]);
  });

  it('keeps the distance limit: on it is near enough', () => {
    const limits = { term: 6, restReviews: 4, restWeeks: 4 };
    expect(faults({ limits: { ...limits, maxKm: 0 } })).toEqual([]);
    // One degree of latitude is 2πR/360 = 111.19508 km, by road 1.3 times that: 144.55361 km.
    const away = { lat: 53 };
    expect(faults({ limits: { ...limits, maxKm: 145 } }, away)).toEqual([]);
    expect(faults({ limits: { ...limits, maxKm: 144 } }, away)).toEqual([
      expect.stringMatching(/is 144\.6 km away by road, further than their limit of 144 km/),
    ]);
    expect(faults({ limits: { ...limits, maxKm: null } }, { lat: -90 })).toEqual([]);
  });

  it.each<[Omit<Ban, 'lead'>, boolean]>([
    [{}, true],
    [{ review: 'R1' }, true],
    [{ week: WEEK_1 }, true],
    [{ window: 'MON_WED' }, true],
    [{ review: 'R1', week: WEEK_1, window: 'MON_WED' }, true],
    [{ review: 'R2' }, false],
    [{ week: WEEK_2 }, false],
    [{ window: 'WED_FRI' }, false],
    [{ review: 'R1', week: WEEK_1, window: 'WED_FRI' }, false],
    [{ review: 'R2', week: WEEK_1, window: 'MON_WED' }, false],
  ])('matches a ban on %j: %s', (named, matches) => {
    const banned = (lead: string): string[] => faults({}, {}, { bans: [{ lead, ...named }] });
    expect(banned('L')).toEqual(matches ? onlyFault('is banned from it') : []);
    expect(banned('somebody else')).toEqual([]);
  });

  it('matches a ban on part of a slot with no seat that has none', () => {
    const bans = [
      { lead: 'L', week: WEEK_1 },
      { lead: 'L', window: 'MON_WED' as const },
    ];
    const of = problem({ leads: [person('L')], reviews: [review('R1')], bans });
    expect(seatFaultsOf(of, [row('R1', { lead: 'L' })])).toEqual([
      'Review "R1": rule 1, lead "L" has no slot.',
    ]);
  });

  it('asks the lead for one shared need, if the review has any', () => {
    const needs = ['ASD', 'SEMH'];
    expect(faults({ needs: ['SEMH'] }, { needs })).toEqual([]);
    expect(faults({ needs: ['PMLD'] }, { needs })).toEqual(
      onlyFault('has none of the review\'s needs ("ASD", "SEMH")'),
    );
    expect(faults({ needs: [] }, { needs: [] })).toEqual([]);
  });

  it('asks neither assurer nor shadow for a shared need, but for all else', () => {
    const second = (shadow: Partial<Lead>): string[] =>
      seatFaultsOf(
        problem({
          leads: [person('L', { needs: ['ASD'] }), person('S', { roles: ['SHADOW'], ...shadow })],
          reviews: [review('R1', { needs: ['ASD'] })],
        }),
        [led('R1', 'L', WEEK_1, { shadow: 'S' })],
      );
    expect(second({})).toEqual([]);
    expect(second({ phases: [] })).toEqual([
      'Review "R1", week 2027-01-11 MON_WED: shadow "S" may not review the phase "special".',
    ]);
  });
});
