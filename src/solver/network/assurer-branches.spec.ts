import { describe, expect, it } from '@jest/globals';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import {
  assured,
  blocked,
  divided,
  leadsNothing,
  restrictionsOf,
} from '../../../test/solver/divided-branches.js';
import type { Part } from './assurer-branches.js';
import type { Restriction } from './restricted-network.js';

const all = (): boolean => true;

const both = { MON_WED: 'PREFERRED', WED_FRI: 'PREFERRED' } as const;

/** Nia and Noa are new; Qi assures in both weeks, Quinn in the second only; Ada is neither. */
const of = problem({
  weeks: [WEEK_1, WEEK_2],
  leads: [
    person('Nia', { isNew: true }),
    person('Noa', { isNew: true }),
    person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
    person('Quinn', { roles: ['QUALITY_ASSURER'], availability: { [WEEK_2]: both } }),
    person('Ada'),
  ],
  reviews: ['R1', 'R2'].map((id) => review(id)),
});
const [NIA, NOA, QI, QUINN, ADA] = [0, 1, 2, 3, 4] as const;

describe('new leads whose need flows', () => {
  it('are open until it is known who meets it', () => {
    const { branches } = divided(of, true);
    const restrictions = [
      assured(NOA, 1, QUINN),
      leadsNothing(ADA),
      assured(NIA),
      blocked(QI, 0),
      assured(QI, 1),
    ];
    expect(branches.open(restrictions)).toEqual([NIA, QI]);
  });
});

describe('who is asked for an assurer', () => {
  const before = [blocked(ADA, 0)];

  it('has one with all others, or is the first who leads nothing', () => {
    const { branches } = divided(of, true);
    const parts = branches.ask(before, [NIA, NOA]);
    expect(restrictionsOf(parts)).toEqual([
      [...before, assured(NIA), assured(NOA)],
      [...before, leadsNothing(NIA)],
      [...before, assured(NIA), leadsNothing(NOA)],
    ]);
    expect(parts.every(({ more }) => more.length === 0)).toBe(true);
  });

  it('leads nothing where nobody can assure them, and nothing is asked of those after', () => {
    const { branches } = divided(of, true);
    expect(restrictionsOf(branches.ask(before, [NIA, ADA, NOA]))).toEqual([
      [...before, leadsNothing(NIA)],
      [...before, assured(NIA), leadsNothing(ADA)],
    ]);
  });
});

describe('a new lead’s assurer', () => {
  it('is asked for in each week, or they lead nothing, where nothing is known of it', () => {
    const { branches, solve } = divided(of, false);
    solve([blocked(ADA, 0)]);
    const parts = branches.by([blocked(ADA, 0)], NIA, all);
    expect(parts).toHaveLength(3);
    expect(restrictionsOf(parts)).toEqual(
      expect.arrayContaining([
        [blocked(ADA, 0), assured(NIA, 0)],
        [blocked(ADA, 0), assured(NIA, 1)],
      ]),
    );
    expect(parts.at(-1)).toEqual({
      restrictions: [blocked(ADA, 0), leadsNothing(NIA)],
      more: [],
    });
  });

  it('comes first in the week in which the flow has them meet', () => {
    for (const week of [0, 1]) {
      const { branches, solve } = divided(of, false);
      // The others lead nothing, Nia in this week.
      const others = [NOA, QI, ADA].flatMap((who) => [blocked(who, 0), blocked(who, 1)]);
      solve([...others, blocked(NIA, 1 - week)]);
      expect(branches.by([], NIA, all)[0]?.restrictions).toEqual([assured(NIA, week)]);
    }
  });

  it('does not meet them in a week in which all who could come lead', () => {
    // Zoe is free in the first week, but could assure Noa only.
    const zoe = person('Zoe', { roles: ['QUALITY_ASSURER'], phases: ['primary'] });
    const leads = of.leads.map((lead, i) => (i === NOA ? { ...lead, phases: ['primary'] } : lead));
    const reviews = [...of.reviews, review('R3'), review('P1', { phase: 'primary' })];
    const { branches, solve } = divided({ ...of, leads: [...leads, zoe], reviews }, false);
    // Nia leads in both weeks, and Qi in the first, in which Quinn is away.
    solve([...[NOA, ADA].flatMap((who) => [blocked(who, 0), blocked(who, 1)]), blocked(QI, 1)]);
    expect(branches.by([], NIA, all)[0]?.restrictions).toEqual([assured(NIA, 1)]);
  });

  it('is asked for by name once the week is known, those first who are free', () => {
    for (const flowsNeeds of [false, true]) {
      const { branches, solve } = divided(of, flowsNeeds);
      // Qi alone leads, in both weeks, so that Quinn is the one who is free.
      solve([NIA, NOA, ADA].flatMap((who) => [blocked(who, 0), blocked(who, 1)]));
      const known = [assured(NOA, 0), blocked(ADA, 0), assured(NIA, 1)];
      expect(restrictionsOf(branches.by(known, NIA, all))).toEqual(
        [QUINN, QI].map((assurer) => [assured(NOA, 0), blocked(ADA, 0), assured(NIA, 1, assurer)]),
      );
    }
  });

  it('is asked for beside all else that the branch says of them', () => {
    const { branches, solve } = divided(of, true);
    const known = [blocked(NIA, 0), assured(NIA, 1)];
    solve(known);
    expect(restrictionsOf(branches.by(known, NIA, all))).toEqual(
      expect.arrayContaining([[blocked(NIA, 0), assured(NIA, 1, QI)]]),
    );
  });

  it('is nobody who is held to another review that week', () => {
    const { branches, solve } = divided(of, true);
    const known = [assured(NOA, 1, QUINN), assured(NIA, 1)];
    solve(known);
    expect(restrictionsOf(branches.by(known, NIA, all))).toEqual([
      [assured(NOA, 1, QUINN), assured(NIA, 1, QI)],
    ]);
  });

  it('is asked for by name at once where that makes hardly more parts', () => {
    const { branches, solve } = divided(of, true);
    solve([assured(NIA)]);
    const byName = (parts: readonly Part[]): boolean =>
      restrictionsOf(parts)
        .flat()
        .every((each) => each.kind === 'ASSURED' && each.assurer !== null);
    // Two weeks, three ways.
    const finer = branches.by([assured(NIA)], NIA, all);
    expect(finer).toHaveLength(3);
    expect(byName(finer)).toBe(true);
    const quy = person('Quy', { roles: ['LEAD', 'QUALITY_ASSURER'] });
    const other = divided({ ...of, leads: [...of.leads, quy] }, true);
    other.solve([assured(NIA)]);
    expect(restrictionsOf(other.branches.by([assured(NIA)], NIA, all))).toHaveLength(2);
  });

  it('is known already to who asks for a third time', () => {
    const { branches, solve } = divided(of, true);
    const known = [assured(NIA, 1, QI)];
    solve(known);
    expect(() => branches.by(known, NIA, all)).toThrow(/not seated/);
  });

  it('is asked for by week alone where no need flows', () => {
    const { branches, solve } = divided(of, false);
    solve([assured(NIA)]);
    expect(restrictionsOf(branches.by([assured(NIA)], NIA, all))).toHaveLength(2);
  });

  it.each([
    ['by name', true, [assured(NIA)], assured(NIA, 0, QI)],
    ['by week', false, [], assured(NIA, 0)],
    ['by name in a week that is known', true, [assured(NIA, 1)], assured(NIA, 1, QUINN)],
  ])('is left out %s where it is not worth it', (_, flowsNeeds, base, left) => {
    const { branches, solve } = divided(of, flowsNeeds);
    solve(base);
    const isLeft = ({ restrictions: [last] }: Part): boolean =>
      last?.kind === 'ASSURED' &&
      last.week === left.week &&
      [null, left.assurer].includes(last.assurer);
    expect(restrictionsOf(branches.by(base, NIA, isLeft))).toEqual([[left]]);
  });

  it('is nobody in a week that the problem leaves them nothing to lead in', () => {
    const { network, branches, solve } = divided(of, true);
    const arcs = network.arcsOfPerson(NIA).filter((index) => network.arcs[index]?.week === 1);
    const narrowed: Restriction = {
      kind: 'NARROWED',
      arcs: new Map(arcs.map((index) => [index, null])),
      isKept: all,
      led: [],
      assurances: [],
    };
    solve([narrowed, assured(NIA)]);
    const isPossible = ({ more }: Part): boolean => more.every(Number.isFinite);
    expect(restrictionsOf(branches.by([narrowed, assured(NIA)], NIA, isPossible))).toEqual([
      [narrowed, assured(NIA, 0, QI)],
    ]);
  });

  it('comes in no week in which only those could who may take no seat', () => {
    const leads = of.leads.map((lead, i) =>
      i === QUINN
        ? { ...lead, limits: { ...lead.limits, term: 0 } }
        : { ...lead, availability: i === QI ? { [WEEK_1]: both } : lead.availability },
    );
    const quy = person('Quy', { roles: ['QUALITY_ASSURER'], availability: { [WEEK_1]: both } });
    const { branches, solve } = divided({ ...of, leads: [...leads, quy] }, true);
    solve([assured(NIA)]);
    expect(restrictionsOf(branches.by([assured(NIA)], NIA, all))).toEqual([[assured(NIA, 0)]]);
  });
});
