import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  WEEKS,
} from '../../../test/solver/builders.js';
import { applyChanges } from './apply-changes.js';
import type { ScenarioChange } from './change.js';

const london = { lat: 51.5, lon: -0.12 };
const joins = (changes: Partial<Extract<ScenarioChange, { kind: 'JOINS' }>> = {}) =>
  ({
    kind: 'JOINS',
    ids: ['NEW-1'],
    home: london,
    region: 'London',
    phases: ['special'],
    needs: ['ASD', 'SEMH', 'PMLD'],
    isServingLeader: false,
    from: null,
    ...changes,
  }) as const satisfies ScenarioChange;

describe('a change that does not fit', () => {
  const pin = (id: string, week: string) =>
    ({ review: id, lead: 'Ada', week, window: 'MON_WED' }) as const;
  const of = problem({
    leads: [person('Ada'), person('Ben')],
    reviews: [review('R1', { region: 'North East' }), review('R2')],
    pins: [pin('R1', WEEK_1), pin('R2', WEEK_2)],
    published: [led('R1', 'Ada', WEEK_1)],
  });
  const refused: [string, ScenarioChange, object][] = [
    [
      'somebody unknown',
      { kind: 'LEAVES', person: 'Zed', from: '2027-01-11' },
      { why: 'NO_SUCH_PERSON' },
    ],
    [
      'limits of somebody unknown',
      { kind: 'LIMITS', person: 'Zed', limits: { term: 1 } },
      { why: 'NO_SUCH_PERSON', person: 'Zed' },
    ],
    [
      'a region of somebody unknown',
      { kind: 'REGION', person: 'Zed', region: 'London', grade: 'NO' },
      { why: 'NO_SUCH_PERSON', person: 'Zed' },
    ],
    [
      'a day after the last',
      { kind: 'LEAVES', person: 'Ada', from: '2027-02-06' },
      { why: 'TOO_LATE' },
    ],
    ['a name twice', joins({ ids: ['Ada'] }), { why: 'NAME_TAKEN', person: 'Ada' }],
    [
      'a school without a review',
      { kind: 'SCHOOL_MOVES', urn: '1', to: london, region: 'London' },
      { why: 'NO_SUCH_SCHOOL' },
    ],
    [
      'a review that is there',
      { kind: 'REVIEW_ADDED', review: review('R2') },
      { why: 'REVIEW_IS_THERE' },
    ],
    ['a review that is not', { kind: 'REVIEW_DROPPED', review: 'R9' }, { why: 'NO_SUCH_REVIEW' }],
    [
      'a limit below what is accepted',
      { kind: 'LIMITS', person: 'Ada', limits: { term: 1 } },
      { accepted: 2, limit: 1, weeks: null },
    ],
    [
      'rest that is broken already',
      { kind: 'LIMITS', person: 'Ada', limits: { restReviews: 1 } },
      { accepted: 2, limit: 1, weeks: 4 },
    ],
  ];

  it.each(refused)('is named: %s', (_, change, misfit) => {
    expect(
      applyChanges(of, [{ kind: 'REGION', person: 'Ben', region: 'London', grade: 'NO' }, change]),
    ).toMatchObject({
      kind: 'REFUSED',
      change: 1,
      misfit,
    });
  });

  it('is none where a rule comes to forbid what was accepted: that becomes free', () => {
    const applied = applyChanges(of, [
      { kind: 'REGION', person: 'Ada', region: 'North East', grade: 'NO' },
    ]);
    expect(applied).toMatchObject({
      problem: { pins: [pin('R2', WEEK_2)] },
      freed: [{ review: 'R1', role: 'LEAD', person: 'Ada' }],
    });
    const moved = applyChanges(of, [
      { kind: 'LIMITS', person: 'Ada', limits: { maxKm: 200 } },
      { kind: 'SCHOOL_MOVES', urn: 'urn of R1', to: { lat: 55, lon: -1.6 }, region: 'North East' },
    ]);
    expect(moved).toMatchObject({
      freed: [{ review: 'R1' }],
      problem: { pins: [pin('R2', WEEK_2)] },
    });
  });

  it('is none for somebody who goes on a day of a window: that window goes, the one before stays', () => {
    const applied = applyChanges(of, [{ kind: 'LEAVES', person: 'Ada', from: '2027-01-15' }]);
    expect(applied).toMatchObject({
      freed: [{ review: 'R2' }],
      problem: { pins: [pin('R1', WEEK_1)] },
    });
    if (applied.kind === 'APPLIED') {
      expect(applied.problem.leads[0]?.availability).toEqual({
        [WEEK_1]: { MON_WED: 'PREFERRED' },
      });
    }
  });
});

describe('a change to one person or school', () => {
  const north = { region: 'North East', lat: 55, lon: -1.6 };
  const of = problem({
    leads: ['Ada', 'Ben'].map((id) => person(id, { regions: { 'North East': 'NO' } })),
    reviews: [review('R1'), review('R2'), review('R3', north), review('R4', north)],
    pins: ['Ada', 'Ben', 'Ada', 'Ben'].map((lead, index) => ({
      review: `R${index + 1}`,
      lead,
      week: WEEKS[index]!,
      window: 'MON_WED',
    })),
  });
  const after = (change: ScenarioChange) => {
    const applied = applyChanges(of, [change]);
    if (applied.kind !== 'APPLIED') throw new Error(applied.misfit.why);
    return applied;
  };

  it.each<[string, ScenarioChange, string[]]>([
    ['limits of one', { kind: 'LIMITS', person: 'Ben', limits: { maxKm: 50 } }, ['R4']],
    [
      'a region of one',
      { kind: 'REGION', person: 'Ada', region: 'London', grade: 'NO' },
      ['R1', 'R3'],
    ],
    ['a school', { kind: 'SCHOOL_MOVES', urn: 'urn of R1', to: london, region: 'London' }, []],
    [
      'a school',
      { kind: 'SCHOOL_MOVES', urn: 'urn of R2', to: north, region: 'North East' },
      ['R2'],
    ],
    ['somebody more', joins(), []],
    ['a review more', { kind: 'REVIEW_ADDED', review: review('R5') }, []],
    ['a review less', { kind: 'REVIEW_DROPPED', review: 'R3' }, []],
  ])('frees no accepted seat of another, even one that no rule permits: %s', (_, change, freed) => {
    expect(after(change).freed.map((seat) => seat.review)).toStrictEqual(freed);
  });

  it('leaves everybody else and every other school as they were', () => {
    const limits = after({ kind: 'LIMITS', person: 'Ben', limits: { maxKm: 50 } }).problem.leads;
    const ben = of.leads[1]!;
    expect(limits[0]).toBe(of.leads[0]);
    expect(limits[1]).toEqual({ ...ben, limits: { ...ben.limits, maxKm: 50 } });
    const region = after({ kind: 'REGION', person: 'Ben', region: 'London', grade: 'PREFERRED' });
    expect(region.problem.leads).toEqual([
      of.leads[0],
      { ...ben, regions: { 'North East': 'NO', London: 'PREFERRED' } },
    ]);
    const to = { lat: 53, lon: -2 };
    const moved = after({ kind: 'SCHOOL_MOVES', urn: 'urn of R2', to, region: 'North West' });
    expect(moved.problem.reviews).toEqual(
      of.reviews.map((each) =>
        each.id === 'R2' ? { ...each, ...to, region: 'North West' } : each,
      ),
    );
  });
});

describe('whoever joins', () => {
  const of = problem({
    leads: [person('Ada', { commitment: { minimum: 6, done: 0, target: 2 } })],
    reviews: [review('R1')],
  });
  const joined = (change: Parameters<typeof joins>[0]) => {
    const applied = applyChanges(of, [joins(change)]);
    return applied.kind === 'APPLIED' ? applied.problem.leads.slice(1) : [];
  };

  it('is as many as said, each with what is usual', () => {
    expect(
      joined({ ids: ['A', 'B'] }).map(({ id, commitment, limits }) => [
        id,
        commitment.target,
        limits.term,
      ]),
    ).toEqual([
      ['A', 2, 6],
      ['B', 2, 6],
    ]);
  });

  it('as a serving leader is wanted for half and takes at most two thirds', () => {
    const [leader] = joined({ isServingLeader: true });
    expect([leader?.commitment, leader?.limits.term]).toEqual([
      { minimum: 3, done: 0, target: 1 },
      4,
    ]);
  });

  it('later has nothing before', () => {
    const [late] = joined({ from: '2027-01-19' });
    expect(Object.keys(late?.availability ?? {})).toEqual([WEEK_3, '2027-02-01']);
    expect(late?.commitment.target).toBe(1);
    const [onMonday] = joined({ from: WEEK_3 });
    expect(Object.keys(onMonday?.availability ?? {})).toEqual([WEEK_3, '2027-02-01']);
  });
});

describe('a review that comes or goes', () => {
  const of = problem({
    leads: [person('Ada')],
    reviews: [review('R1'), review('R2')],
    pins: [
      { review: 'R1', lead: 'Ada' },
      { review: 'R2', lead: 'Ada' },
    ],
    bans: [{ lead: 'Ada', review: 'R1' }, { lead: 'Ada', review: 'R2' }, { lead: 'Ada' }],
  });
  const problemAfter = (change: ScenarioChange) => {
    const applied = applyChanges(of, [change]);
    return applied.kind === 'APPLIED' ? applied.problem : null;
  };

  it('takes its pins and bans with it, and no others', () => {
    const after = problemAfter({ kind: 'REVIEW_DROPPED', review: 'R1' });
    expect(after?.reviews.map(({ id }) => id)).toEqual(['R2']);
    expect(after?.pins).toEqual([{ review: 'R2', lead: 'Ada' }]);
    expect(after?.bans).toEqual([{ lead: 'Ada', review: 'R2' }, { lead: 'Ada' }]);
  });

  it('comes last, and is refused where its school or its name is there', () => {
    const added = review('R3');
    expect(problemAfter({ kind: 'REVIEW_ADDED', review: added })?.reviews.at(-1)).toBe(added);
    for (const known of [{ id: 'R1' }, { urn: 'urn of R2' }]) {
      expect(
        applyChanges(of, [{ kind: 'REVIEW_ADDED', review: { ...added, ...known } }]),
      ).toMatchObject({ kind: 'REFUSED', misfit: { why: 'REVIEW_IS_THERE' } });
    }
  });
});

describe('people who join one after another', () => {
  const of = problem({ leads: [person('Ada')], reviews: [review('R1')] });

  it('cannot have one name, in one change or in two', () => {
    const twice = { kind: 'REFUSED', misfit: { why: 'NAME_TAKEN', person: 'A' } };
    expect(applyChanges(of, [joins({ ids: ['A', 'A'] })])).toMatchObject({ ...twice, change: 0 });
    expect(applyChanges(of, [joins({ ids: ['A'] }), joins({ ids: ['B', 'A'] })])).toMatchObject({
      ...twice,
      change: 1,
    });
  });

  it('are refused after the last day there is', () => {
    expect(applyChanges(of, [joins({ from: '2027-02-06' })])).toMatchObject({
      misfit: { why: 'TOO_LATE', from: '2027-02-06', lastWeek: '2027-02-01' },
    });
    expect(applyChanges(of, [joins({ from: '2027-02-05' })])).toMatchObject({ kind: 'APPLIED' });
  });
});
