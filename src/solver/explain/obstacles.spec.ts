import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2, WEEKS } from '../../../test/solver/builders.js';
import { choicesOfReview } from '../../../test/solver/choices.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { type Lead, type Problem, type Review, ROLES, type Role, WINDOWS } from '../problem.js';
import { seatRules } from '../rules/seat-rules.js';
import { withFact } from './facts.js';
import { compareWays, type Standing, standingOf, type Way } from './obstacles.js';

const mondays: Review['windows'] = [
  { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
  { week: WEEK_2, window: 'MON_WED', grade: 'ACCEPTABLE' },
];
const limits: Lead['limits'] = { term: 6, restReviews: 4, restWeeks: 4, maxKm: null };

function standing(
  ada: Partial<Lead>,
  of: Partial<Problem> = {},
  about: Partial<Review> = {},
): Standing {
  const lead = person('Ada', ada);
  const subject = review('R1', { windows: mondays, ...about });
  return standingOf(problem({ leads: [lead], reviews: [subject], ...of }), lead, subject);
}

describe('what stands in the way of a seat', () => {
  it('is nothing for somebody whom every rule permits', () => {
    expect(standing({})).toMatchObject({
      permitted: [
        { week: WEEK_1, window: 'MON_WED' },
        { week: WEEK_2, window: 'MON_WED' },
      ],
      blockedBy: [],
      nearest: null,
      fewestObstacles: 0,
    });
  });

  it('is told for each of the school’s windows, with the smallest change that would mend it', () => {
    const found = standing({
      availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } },
      regions: { London: 'NO' },
    });
    expect(found.windows).toMatchObject([
      {
        slot: { week: WEEK_1 },
        hostGrade: 'PREFERRED',
        obstacles: [
          {
            rule: 'regionIsNotRefused',
            mend: { kind: 'ASK', fact: { kind: 'REGION', lead: 'Ada', region: 'London' } },
          },
        ],
      },
      {
        slot: { week: WEEK_2 },
        hostGrade: 'ACCEPTABLE',
        obstacles: [{ rule: 'personIsAvailable' }, { rule: 'regionIsNotRefused' }],
      },
    ]);
    expect(found.blockedBy.map(({ rule }) => rule)).toEqual(['regionIsNotRefused']);
    expect(found.nearest).toMatchObject({ slot: { week: WEEK_1 }, mends: [{ kind: 'ASK' }] });
  });

  it.each<[string, Partial<Lead>, Partial<Problem>]>([
    ['roleIsHeld', { roles: ['SHADOW'] }, {}],
    ['phaseIsTheirs', { phases: ['primary'] }, {}],
    ['noConflictOfInterest', { conflicts: [{ urn: 'urn of R1', reason: 'own school' }] }, {}],
    [
      'slotIsOpen',
      {},
      { closed: WEEKS.map((week) => ({ week, window: 'MON_WED', reason: 'Training day' })) },
    ],
  ])('cannot be asked away: %s', (rule, ada, of) => {
    const found = standing(ada, of);
    expect(found.blockedBy.map((each) => each.rule)).toContain(rule);
    expect(found.windows[0]?.obstacles).toMatchObject([
      { rule, mend: { kind: 'NOBODY_CAN_BE_ASKED' } },
    ]);
  });

  it('may be a specialism, which nobody can be asked to have', () => {
    const found = standing({ needs: ['ASD'] }, {}, { needs: ['SEMH'] });
    expect(found).toMatchObject({ nearest: null, blockedBy: [{ rule: 'leadSharesANeed' }] });
  });

  it('may be what operations ruled out: which of the bans', () => {
    const bans = [
      { lead: 'Ben' },
      { lead: 'Ada', review: 'R1' },
      { lead: 'Ada', review: 'R2' },
      { lead: 'Ada', week: WEEK_2 },
      { lead: 'Ada', week: WEEK_1, window: 'WED_FRI' as const },
      { lead: 'Ada', week: WEEK_2, window: 'MON_WED' as const },
    ];
    const found = standing({}, { leads: [person('Ada'), person('Ben')], bans });
    expect(found.windows.map(({ obstacles: [first] }) => first?.mend)).toEqual([
      { kind: 'LIFT_BANS', bans: [1] },
      { kind: 'LIFT_BANS', bans: [1, 3, 5] },
    ]);
    expect(found.nearest?.mends).toEqual([{ kind: 'LIFT_BANS', bans: [1] }]);
  });

  it('may be that the school accepts no window in which nothing else is in the way', () => {
    const found = standing({ availability: { [WEEK_2]: { WED_FRI: 'PREFERRED' } } });
    expect(found.blockedBy.map(({ rule }) => rule)).toEqual([
      'personIsAvailable',
      'hostAcceptsSlot',
    ]);
    const closed = standing(
      { availability: { [WEEK_2]: { WED_FRI: 'PREFERRED' } } },
      {
        closed: mondays.map(({ week, window }) => ({ week, window, reason: 'Bank holiday' })),
      },
    );
    expect(closed.nearest).toEqual({
      slot: { week: WEEK_2, window: 'WED_FRI' },
      mends: [
        {
          kind: 'ASK',
          fact: { kind: 'HOST_WINDOW', review: 'R1', slot: { week: WEEK_2, window: 'WED_FRI' } },
        },
      ],
    });
  });

  it('is sought outside the school’s windows only where nothing but the school is in the way', () => {
    const bans = mondays.map(({ week, window }) => ({ lead: 'Ada', week, window }));
    const found = standing(
      {
        availability: { [WEEK_2]: { WED_FRI: 'PREFERRED' } },
        regions: { London: 'NO' },
      },
      { bans },
    );
    expect(found.nearest).toMatchObject({ slot: { window: 'MON_WED' } });
    expect(found.nearest?.mends).toHaveLength(3);
    expect(found.fewestObstacles).toBe(3);
  });

  it.each<[string, Lead['limits'], object]>([
    ['withinTermLimit', { ...limits, term: 0 }, { kind: 'TERM_LIMIT', reviews: 1 }],
    ['restIsKept', { ...limits, restReviews: 0 }, { kind: 'REST', reviews: 1, weeks: 4 }],
  ])('may be a cap of none: %s', (rule, of, fact) => {
    const found = standing({ limits: of });
    expect(found.blockedBy.map((each) => each.rule)).toEqual([rule]);
    expect(found.nearest).toMatchObject({ mends: [{ kind: 'ASK', fact }] });
  });

  it('is looked at in one slot alone where that is asked', () => {
    const lead = person('Ada', { availability: {} });
    const subject = review('R1', { windows: mondays });
    const of = problem({ leads: [lead], reviews: [subject] });
    const slot = { week: WEEK_1, window: 'WED_FRI' } as const;
    const found = standingOf(of, lead, subject, 'LEAD', slot);
    expect(found.windows).toMatchObject([
      {
        slot,
        hostGrade: null,
        obstacles: [{ rule: 'hostAcceptsSlot' }, { rule: 'personIsAvailable' }],
      },
    ]);
    expect(found.fewestObstacles).toBe(2);
  });

  it('looks at every window of the term where the school accepts none', () => {
    const lead = person('Ada', { phases: [] });
    const subject = review('R1', { windows: [] });
    const of = problem({ leads: [lead], reviews: [subject] });
    const found = standingOf(of, lead, subject);
    expect(found).toMatchObject({ nearest: null, fewestObstacles: 2 });
    expect(found.windows).toHaveLength(2 * of.weeks.length);
    for (const { hostGrade, obstacles } of found.windows) {
      expect(hostGrade).toBeNull();
      expect(obstacles.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(['hostAcceptsSlot', 'phaseIsTheirs']),
      );
    }
  });

  it('names the nearest way to a school that accepts no window, also where two must change', () => {
    const lead = person('Ada', { availability: {} });
    const subject = review('R1', { windows: [] });
    const { nearest } = standingOf(problem({ leads: [lead], reviews: [subject] }), lead, subject);
    expect(nearest?.mends).toMatchObject([
      { fact: { kind: 'HOST_WINDOW' } },
      { fact: { kind: 'AVAILABILITY' } },
    ]);
  });
});

describe('compareWays', () => {
  const way = (...kinds: ('AVAILABILITY' | 'REGION' | 'BAN')[]): Way => ({
    slot: { week: WEEK_1, window: 'MON_WED' },
    mends: kinds.map((kind) => {
      if (kind === 'BAN') return { kind: 'LIFT_BANS', bans: [0] };
      const slot = { week: WEEK_1, window: 'MON_WED' } as const;
      return kind === 'AVAILABILITY'
        ? { kind: 'ASK', fact: { kind, lead: 'Ada', slot } }
        : { kind: 'ASK', fact: { kind, lead: 'Ada', region: 'London' } };
    }),
  });

  it('prefers fewer mends, then cheaper ones; a ban is lifted last', () => {
    const inOrder = [
      way('AVAILABILITY'),
      way('REGION'),
      way('BAN'),
      way('REGION', 'AVAILABILITY'),
      way('AVAILABILITY', 'BAN'),
      way('REGION', 'BAN'),
    ];
    expect([...inOrder].reverse().sort(compareWays)).toEqual(inOrder);
  });
});

describe('obstacles and the brute force', () => {
  /** The problem in which one rule is kept whatever it says, made by facts; null where facts cannot say it. */
  const without: Record<string, (of: Problem, id: string) => Problem> = {
    roleIsHeld: (of) => everybody(of, { roles: [...ROLES] }),
    hostAcceptsSlot: (of, id) => ({
      ...of,
      reviews: of.reviews.map((each) =>
        each.id === id ? { ...each, windows: everySlot(of) } : each,
      ),
    }),
    slotIsOpen: (of) => ({ ...of, closed: [] }),
    personIsAvailable: (of) =>
      everybody(of, {
        availability: Object.fromEntries(
          of.weeks.map((week) => [week, { MON_WED: 'IF_NEEDED', WED_FRI: 'IF_NEEDED' }]),
        ),
      }),
    phaseIsTheirs: (of) => everybody(of, { phases: of.reviews.map(({ phase }) => phase) }),
    noConflictOfInterest: (of) => everybody(of, { conflicts: [] }),
    regionIsNotRefused: (of) => everybody(of, { regions: {} }),
    withinTravelRadius: (of) => withLimits(of, { maxKm: null }),
    noBan: (of) => ({ ...of, bans: [] }),
    leadSharesANeed: (of) => ({
      ...of,
      reviews: of.reviews.map((each) => ({ ...each, needs: [] })),
    }),
    withinTermLimit: (of) => withLimits(of, { term: 1 }),
    restIsKept: (of) => withLimits(of, { restReviews: 1 }),
  };
  const everySlot = ({ weeks }: Problem): Review['windows'] =>
    weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window, grade: 'ACCEPTABLE' })));
  const everybody = (of: Problem, changes: Partial<Lead>): Problem => ({
    ...of,
    leads: of.leads.map((lead) => ({ ...lead, ...changes })),
  });
  const withLimits = (of: Problem, changes: Partial<Lead['limits']>): Problem => ({
    ...of,
    leads: of.leads.map((lead) => ({ ...lead, limits: { ...lead.limits, ...changes } })),
  });
  const seats = { LEAD: 'lead', QUALITY_ASSURER: 'qualityAssurer', SHADOW: 'shadow' } as const;

  /** Whether some slot lets them have the seat, by the third reading of the format and the caps of none. */
  function mayBe(of: Problem, id: string, about: string, role: Role): boolean {
    const { term, restReviews } = of.leads.find((lead) => lead.id === id)?.limits ?? limits;
    if (term === 0 || restReviews === 0) return false;
    // A lead whom nothing stops, new where an assurer is asked for, so that the second seat can be judged.
    const host = person('Host', {
      isNew: role === 'QUALITY_ASSURER',
      needs: ['ASD', 'SEMH', 'PMLD'],
      phases: ['special', 'primary'],
    });
    host.availability = Object.fromEntries(
      of.weeks.map((week) => [week, { MON_WED: 'PREFERRED', WED_FRI: 'PREFERRED' }]),
    );
    const hosted = role === 'LEAD' ? of : { ...of, leads: [...of.leads, host] };
    const subject = of.reviews.find((each) => each.id === about);
    return (
      subject !== undefined &&
      choicesOfReview(hosted, subject, []).some(({ row }) => row?.[seats[role]] === id)
    );
  }

  const seating = tinyProblem()
    .filter(({ leads, reviews }) => leads.length > 0 && reviews.length > 0)
    .chain((of) =>
      fc.record({
        of: fc.constant(of),
        lead: fc.constantFrom(...of.leads),
        about: fc.constantFrom(...of.reviews),
        role: fc.constantFrom(...ROLES),
      }),
    );

  it('agree on who is blocked by a rule: exactly those whom leaving it alone out would permit', () => {
    expect(Object.keys(without)).toEqual(expect.arrayContaining(seatRules.map(({ name }) => name)));
    fc.assert(
      fc.property(seating, ({ of, lead, about, role }) => {
        const found = standingOf(of, lead, about, role);
        const isPermitted = mayBe(of, lead.id, about.id, role);
        expect(found.permitted.length > 0).toBe(isPermitted);
        const expected = isPermitted
          ? []
          : Object.entries(without)
              .filter(([, leaveOut]) => mayBe(leaveOut(of, about.id), lead.id, about.id, role))
              .map(([rule]) => rule);
        expect(found.blockedBy.map(({ rule }) => rule).sort()).toEqual(expected.sort());
      }),
      { numRuns: propertyCases(400), seed: 1 },
    );
  });

  it('agree that the nearest way permits the seat, and nothing less of it does', () => {
    fc.assert(
      fc.property(seating, ({ of, lead, about, role }) => {
        const { nearest } = standingOf(of, lead, about, role);
        if (!nearest) return;
        const after = (mends: Way['mends']): boolean => {
          const mended = mends.reduce((before, mend) => {
            if (mend.kind === 'ASK') return withFact(before, mend.fact);
            return { ...before, bans: before.bans.filter((_, i) => !mend.bans.includes(i)) };
          }, of);
          return mayBe(mended, lead.id, about.id, role);
        };
        expect(after(nearest.mends)).toBe(true);
        for (const mend of nearest.mends) {
          expect(after(nearest.mends.filter((each) => each !== mend))).toBe(false);
        }
      }),
      { numRuns: propertyCases(400), seed: 2 },
    );
  });
});
