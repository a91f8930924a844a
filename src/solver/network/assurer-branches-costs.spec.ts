import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { assured, divided, type Divided } from '../../../test/solver/divided-branches.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Problem } from '../problem.js';
import type { Part } from './assurer-branches.js';
import { compare } from './limbs.js';
import type { Restriction } from './restricted-network.js';

const all = (): boolean => true;
/** The first of `dear`. */
const NIA = 0;

describe('what a part of a branch costs more', () => {
  const both = { MON_WED: 'PREFERRED', WED_FRI: 'PREFERRED' } as const;
  const quiet = { MON_WED: 'AVAILABLE', WED_FRI: 'AVAILABLE' } as const;
  const late = person('Late', { roles: ['QUALITY_ASSURER'], availability: { [WEEK_2]: both } });
  /** Leading in the second week is dearer to Nia; Qi alone can assure her in the first, and lead R2, which is then. */
  const dear = problem({
    weeks: [WEEK_1, WEEK_2],
    leads: [
      person('Nia', { isNew: true, availability: { [WEEK_1]: both, [WEEK_2]: quiet } }),
      person('Noa', { isNew: true }),
      person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'], needs: ['ASD'] }),
      late,
    ],
    reviews: [
      review('R1'),
      review('R2', {
        needs: ['ASD'],
        windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }],
      }),
    ],
  });

  it.each([
    ['by name', [], 3],
    ['by week', [{ ...late, id: 'Later' }], 2],
  ])('is exact where one thing alone is dear, %s', (_, others, count) => {
    const { branches, solve } = divided({ ...dear, leads: [...dear.leads, ...others] }, true);
    const cost = solve([assured(NIA)]) ?? [];
    const parts = branches.by([assured(NIA)], NIA, all);
    expect(parts).toHaveLength(count);
    for (const { restrictions, more } of parts) {
      expect(solve(restrictions)).toEqual(cost.map((each, i) => each + (more[i] ?? 0)));
      expect(compare(more, [0])).toBeGreaterThan(0);
    }
  });

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
