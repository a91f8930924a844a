import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Problem } from '../problem.js';
import { AssurerBranches, type Part } from './assurer-branches.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import { type Assured, RestrictedNetwork, type Restriction } from './restricted-network.js';

const all = (): boolean => true;

interface Divided {
  network: LeadNetwork;
  branches: AssurerBranches;
  /** What the flow of a branch costs, in limbs; null: nothing keeps it. */
  solve: (restrictions: readonly Restriction[]) => readonly number[] | null;
}

function divided(of: Problem, flowsNeeds: boolean): Divided {
  const { network, seconds } = partsOf(of);
  const restricted = new RestrictedNetwork(of, network, seconds, flowsNeeds, null);
  const branches = new AssurerBranches(network, restricted, flowsNeeds);
  const solve = (restrictions: readonly Restriction[]): readonly number[] | null => {
    restricted.apply(restrictions);
    expect(network.solve(() => false)).toBe(true);
    return restricted.isBroken() ? null : network.weighted(restricted.levels());
  };
  return { network, branches, solve };
}

const assured = (
  who: number,
  week: number | null = null,
  assurer: number | null = null,
): Assured => ({
  kind: 'ASSURED',
  person: who,
  week,
  assurer,
});
const leadsNothing = (who: number): Restriction => ({ kind: 'LEADS_NOTHING', person: who });
const blocked = (who: number, week: number): Restriction => ({
  kind: 'WEEK_BLOCKED',
  person: who,
  week,
});
const restrictionsOf = (parts: readonly Part[]): (readonly Restriction[])[] =>
  parts.map(({ restrictions }) => restrictions);

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
    const parts = restrictionsOf(branches.by([blocked(ADA, 0)], NIA, all));
    expect(parts).toHaveLength(3);
    expect(parts).toEqual(
      expect.arrayContaining([
        [blocked(ADA, 0), assured(NIA, 0)],
        [blocked(ADA, 0), assured(NIA, 1)],
      ]),
    );
    expect(parts.at(-1)).toEqual([blocked(ADA, 0), leadsNothing(NIA)]);
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
    const three = { ...of, reviews: [...of.reviews, review('R3')] };
    const { branches, solve } = divided(three, false);
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

  it('is left out where that is not worth it', () => {
    const { branches, solve } = divided(of, true);
    solve([assured(NIA)]);
    const inFirst = (part: Part): boolean =>
      part.restrictions.some((each) => each.kind === 'ASSURED' && each.week === 0);
    expect(restrictionsOf(branches.by([assured(NIA)], NIA, inFirst))).toEqual([
      [assured(NIA, 0, QI)],
    ]);
  });
});

describe('what a part costs more', () => {
  const crowded = tinyProblem({ people: 6, reviews: 5, weeks: 3 }).map((each): Problem => ({
    ...each,
    pins: [],
    leads: each.leads.map((lead, i) => ({
      ...lead,
      isNew: i < 3 && lead.roles.includes('LEAD'),
      limits: { ...lead.limits, restReviews: 9 },
    })),
  }));

  it.each([
    ['where needs flow', true],
    ['where they do not', false],
  ])('is no more than its flow costs more, %s', (_, flowsNeeds) => {
    let dearer = 0;
    const expectBound = (
      { branches, solve }: Divided,
      base: readonly Restriction[],
      who: number,
    ): readonly Part[] => {
      const cost = solve(base);
      if (!cost) return [];
      const parts = branches.by(base, who, all);
      for (const { restrictions, more } of parts) {
        const found = solve(restrictions);
        const bound = cost.map((each, i) => each + (more[i] ?? 0));
        if (found) expect(compare(bound, found)).toBeLessThanOrEqual(0);
        if (found && compare(bound, cost) > 0) dearer++;
      }
      return parts;
    };
    fc.assert(
      fc.property(crowded, (each) => {
        const run = divided(each, flowsNeeds);
        for (const who of new Set(run.network.assurances.map(({ newLead }) => newLead))) {
          for (const { restrictions } of expectBound(run, [assured(who)], who)) {
            const isOpen = restrictions.some(
              (one) => one.kind === 'ASSURED' && one.assurer === null,
            );
            if (isOpen) expectBound(run, restrictions, who);
          }
        }
      }),
      { numRuns: propertyCases(200), seed: 2 },
    );
    expect(dearer).toBeGreaterThan(propertyCases(200) / 10);
  });
});
