import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { levelsOfPlan, partsOf } from '../../../test/solver/network-parts.js';
import type { Problem } from '../problem.js';
import { AssurancePrices } from './assurance-prices.js';
import { compare } from './limbs.js';

const SEED = 1;

interface Raised {
  before: number[];
  after: number[];
  pricesLeft: number[];
}

/** What the flow in which all needs are met costs, before and after prices are raised towards a goal, and once they are gone. */
function raise(of: Problem, goal: readonly number[]): Raised {
  const { network, seconds } = partsOf(of);
  const newLeads = [...new Set(network.assurances.map(({ newLead }) => newLead))];
  const prices = new AssurancePrices(network, seconds);
  const levels = (): number[] => {
    network.solve(() => false);
    const [penalty, ...rest] = network.values() as [number, ...number[]];
    return [penalty + newLeads.length, ...rest];
  };
  for (const newLead of newLeads) {
    network.needAssurer(newLead);
    prices.apply(newLead, 1);
  }
  const before = levels();
  prices.raise(levels, goal, 50);
  const after = levels();
  prices.clear();
  return { before, after, pricesLeft: levels() };
}

describe('prices for assurers', () => {
  it('raise the bound, never above a plan in which every new lead is assured', () => {
    fc.assert(
      fc.property(tinyProblem({ people: 5, reviews: 3, weeks: 3 }), (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const goal = levelsOfPlan(of, best.rows);
        const { before, after, pricesLeft } = raise(of, goal);
        expect(compare(after, before)).toBeGreaterThanOrEqual(0);
        expect(pricesLeft).toEqual(before);
        const assured = new Set(
          best.rows.flatMap(({ lead, qualityAssurer }) => (qualityAssurer && lead ? [lead] : [])),
        );
        const { network } = partsOf(of);
        const asked = new Set(network.assurances.map(({ newLead }) => of.leads[newLead]?.id));
        if ([...asked].every((lead) => lead !== undefined && assured.has(lead))) {
          expect(compare(after, goal)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it('charge a new lead who is assured in a week in which it is dear for them to lead', () => {
    const of = problem({
      leads: [
        person('Nia', {
          isNew: true,
          availability: { [WEEK_1]: { MON_WED: 'PREFERRED' }, [WEEK_2]: { MON_WED: 'IF_NEEDED' } },
        }),
        person('Qi', {
          roles: ['QUALITY_ASSURER'],
          availability: { [WEEK_2]: { MON_WED: 'PREFERRED' } },
        }),
      ],
      reviews: [review('R1')],
    });
    const best = bruteForce(of);
    if (best.status === 'INFEASIBLE') throw new Error('There is a plan.');
    const goal = levelsOfPlan(of, best.rows);
    const { before, after } = raise(of, goal);
    expect(compare(before, goal)).toBeLessThan(0);
    expect(after).toEqual(goal);
  });

  it('charge somebody busy for what the seat of another assurer would spare them', () => {
    const both = {
      [WEEK_1]: { MON_WED: 'PREFERRED' },
      [WEEK_2]: { MON_WED: 'PREFERRED' },
    } as const;
    const of = problem({
      leads: [
        person('Nia', { isNew: true, phases: ['primary'], availability: both }),
        person('Bo', { roles: ['LEAD', 'QUALITY_ASSURER'], availability: both }),
        person('Qi', {
          roles: ['QUALITY_ASSURER'],
          phases: ['primary'],
          availability: { [WEEK_2]: { MON_WED: 'PREFERRED' } },
        }),
      ].map((each) => (each.id === 'Bo' ? { ...each, phases: ['primary', 'special'] } : each)),
      reviews: [
        review('R1', { phase: 'primary', priority: 1 }),
        review('R2', { phase: 'special', priority: 5 }),
        review('R3', { phase: 'special', priority: 5 }),
      ],
    });
    const best = bruteForce(of);
    if (best.status === 'INFEASIBLE') throw new Error('There is a plan.');
    const goal = levelsOfPlan(of, best.rows);
    const { before, after } = raise(of, goal);
    expect(goal.slice(1, 5)).toEqual([0, 0, 0, 167 + 667]);
    expect(before[4]).toBeLessThan(834);
    expect(after[4]).toBe(834);
  });
});
