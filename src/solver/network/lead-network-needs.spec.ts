import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { levelsOfPlan, partsOf } from '../../../test/solver/network-parts.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';

function solvedValues(network: LeadNetwork): readonly number[] {
  expect(network.solve(() => false)).toBe(true);
  return network.values();
}

describe('needAssurer', () => {
  const qi = person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] });
  const of = problem({
    weeks: [WEEK_1, WEEK_2],
    leads: [person('Nia', { isNew: true }), qi],
    reviews: ['R1', 'R2', 'R3', 'R4'].map((id) => review(id)),
  });

  it('takes a week of an assurer, and counts −1 where it is met', () => {
    const { network } = partsOf(of);
    expect(solvedValues(network).slice(0, 2)).toEqual([0, 0]);
    network.needAssurer(0);
    expect(solvedValues(network).slice(0, 2)).toEqual([-1, 1]);
    expect(network.weeksUsed().get(1)).toHaveLength(2);
    network.needAssurer(0, -1);
    expect(solvedValues(network).slice(0, 2)).toEqual([0, 0]);
  });

  it('is not met where no assurance is left', () => {
    const { network } = partsOf(of);
    network.needAssurer(0);
    network.assurances.forEach((_, index) => network.forbidAssurance(index));
    expect(solvedValues(network)[0]).toBe(0);
    network.forbidAssurance(1, -1);
    expect(solvedValues(network)[0]).toBe(-1);
  });

  it('counts towards the limit of seats', () => {
    const { network } = partsOf(of);
    network.needAssurer(0);
    network.limitSeats(1, 1);
    expect(solvedValues(network).slice(0, 2)).toEqual([-1, 2]);
    network.limitSeats(1, 1, -1);
    network.limitSeats(1, 0);
    expect(solvedValues(network)[0]).toBe(0);
  });

  it('counts −1 more for a week that is insisted on', () => {
    const { network } = partsOf(of);
    network.insistOnWeek(0, 1);
    expect(solvedValues(network)[0]).toBe(-1);
    network.blockWeek(0, 1);
    expect(solvedValues(network)[0]).toBe(0);
  });

  it('refuses who cannot be assured at all', () => {
    expect(() => partsOf({ ...of, leads: of.leads.slice(0, 1) }).network.needAssurer(0)).toThrow(
      RangeError,
    );
    expect(() => partsOf(of).network.needAssurer(1)).toThrow(RangeError);
  });

  it('of every new lead who is assured in the best plan leaves a lower bound', () => {
    fc.assert(
      fc.property(tinyProblem(), (drawn) => {
        const best = bruteForce(drawn);
        if (best.status === 'INFEASIBLE') return;
        const assured = best.rows.filter(({ qualityAssurer }) => qualityAssurer !== null);
        const { network } = partsOf(drawn);
        const asked = new Map(assured.map(({ lead, week }) => [lead, week]));
        for (const [lead, week] of asked) {
          const who = drawn.leads.findIndex(({ id }) => id === lead);
          network.needAssurer(who);
          network.insistOnWeek(who, drawn.weeks.indexOf(week ?? ''));
        }
        const [penalty, ...rest] = solvedValues(network) as [number, ...number[]];
        const values = [penalty + 2 * asked.size, ...rest];
        expect(compare(values, levelsOfPlan(drawn, best.rows))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 120, seed: 1 },
    );
  });
});
