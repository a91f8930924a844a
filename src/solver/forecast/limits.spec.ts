import { describe, expect, it } from '@jest/globals';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import type { Lead, Problem } from '../problem.js';
import { type Ahead, type Limit, LIMITS, withoutLimits } from './limits.js';

const monday = { week: WEEK_1, window: 'MON_WED' } as const;
const wednesday = { week: WEEK_1, window: 'WED_FRI' } as const;
const later = { week: WEEK_2, window: 'MON_WED' } as const;

const ada = person('Ada', {
  roles: ['SHADOW'],
  isNew: true,
  phases: ['special'],
  needs: ['ASD'],
  conflicts: [{ trust: 'T1', reason: 'works there' }],
  regions: { London: 'NO' },
  availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } },
  limits: { term: 1, restReviews: 1, restWeeks: 4, maxKm: 20 },
});
const ben: Lead = { ...ada, id: 'Ben' };
const given: Problem = problem({
  leads: [ada, ben],
  reviews: [
    review('R1', { windows: [{ ...monday, grade: 'PREFERRED' }], needs: ['MLD', 'ASD'] }),
    review('R2', { windows: [], phase: 'primary', needs: ['MLD'] }),
  ],
  pins: [
    { review: 'R1', lead: 'Ben' },
    { review: 'R2', lead: 'Ben', shadow: 'Ada' },
  ],
  bans: [{ lead: 'Ada' }, { lead: 'Ben' }],
});
const ahead: Ahead = {
  people: new Map([
    [
      'Ada',
      {
        withoutGates: { [WEEK_2]: { MON_WED: 'IF_NEEDED' } },
        couldBeFree: [monday, wednesday, later],
      },
    ],
  ]),
  usable: new Map([['R1', [wednesday, monday, later]]]),
};

/** What is otherwise about Ada, and about the problem, once these limits are dropped. */
function dropped(...limits: Limit[]): { facts: Partial<Lead>; problem: Partial<Problem> } {
  const without = withoutLimits(given, 'Ada', limits, ahead);
  const [lead, other] = without.leads as [Lead, Lead];
  expect(other).toBe(ben);
  const differing = <T extends object>(was: T, is: T): Partial<T> =>
    Object.fromEntries(
      Object.entries(is).filter(
        ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof T]),
      ),
    ) as Partial<T>;
  return {
    facts: differing(ada, lead),
    problem: differing(given, { ...without, leads: given.leads }),
  };
}

describe('a problem without a limit of somebody', () => {
  it.each<[Limit, Partial<Lead>]>([
    ['ROLE', { roles: ['LEAD', 'SHADOW'], availability: { [WEEK_2]: { MON_WED: 'IF_NEEDED' } } }],
    [
      'DATES',
      {
        availability: {
          [WEEK_1]: { WED_FRI: 'AVAILABLE', MON_WED: 'PREFERRED' },
          [WEEK_2]: { MON_WED: 'AVAILABLE' },
        },
      },
    ],
    ['SPECIALISM', { phases: ['special', 'primary'], needs: ['MLD', 'ASD'] }],
    ['REACH', { regions: {}, limits: { ...ada.limits, maxKm: null } }],
    ['CAP', { limits: { ...ada.limits, term: 1000 } }],
    ['REST', { limits: { ...ada.limits, restReviews: 1, restWeeks: 1 } }],
    ['ASSURER', { isNew: false }],
  ])('has other facts of theirs and of nobody else: %s', (limit, facts) => {
    expect(dropped(limit)).toEqual({ facts, problem: {} });
  });

  it('has no conflicts of theirs, nor what rules them out', () => {
    expect(dropped('CONFLICTS')).toEqual({
      facts: { conflicts: [] },
      problem: { bans: [{ lead: 'Ben' }] },
    });
  });

  it('has only the pins that name them', () => {
    expect(dropped('TAKEN')).toEqual({
      facts: {},
      problem: { pins: [{ review: 'R2', lead: 'Ben', shadow: 'Ada' }] },
    });
  });

  it('has every window that a school could have, and its own as they were', () => {
    const { reviews } = dropped('HOSTS').problem;
    expect(reviews?.map(({ windows }) => windows)).toEqual([
      [
        { ...monday, grade: 'PREFERRED' },
        { ...wednesday, grade: 'ACCEPTABLE' },
        { ...later, grade: 'ACCEPTABLE' },
      ],
      [],
    ]);
  });

  it('is the problem itself where none is dropped, and leaves it alone where all are', () => {
    const before = JSON.stringify(given);
    expect(dropped()).toEqual({ facts: {}, problem: {} });
    expect(Object.keys(dropped(...LIMITS).facts)).toHaveLength(8);
    expect(JSON.stringify(given)).toBe(before);
  });

  it('has a lead once where they may lead already, and their days where nothing is known of them', () => {
    const of = problem({ leads: [person('Zoe')] });
    const [zoe] = withoutLimits(of, 'Zoe', ['ROLE', 'DATES'], ahead).leads;
    expect(zoe).toEqual(of.leads[0]);
  });
});
