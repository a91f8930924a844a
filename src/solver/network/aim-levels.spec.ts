import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { levelsOfPlan } from '../../../test/solver/network-parts.js';
import { aims, valueOf } from '../aims/aims.js';
import { boundOf, firstAims, LEAD_AIMS, levelOf, levelsOf } from './aim-levels.js';

const leadAims = ['coverage', 'changes', 'shadowing', 'commitment', 'balance', 'fit'];

/** Two of three reviews were published, one of them as it is led now; the third is worth as much as both. */
const of = problem({
  leads: [
    person('Ada', { commitment: { minimum: 6, done: 0, target: 3 } }),
    person('Sam', { roles: ['SHADOW'] }),
  ],
  reviews: [review('R1'), review('R2', { region: 'Leeds' }), review('R3', { priority: 2 })],
  published: [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)],
});
const plans = [
  [],
  [led('R1', 'Ada', WEEK_1)],
  [led('R1', 'Ada', WEEK_2, { shadow: 'Sam' }), led('R2', 'Ada', WEEK_1)],
  [led('R2', 'Ada', WEEK_2), led('R3', 'Ada', WEEK_1)],
];

describe('the levels of aims', () => {
  it('are what a plan costs in the network, of all aims but shadows and company', () => {
    for (const rows of plans) {
      expect(levelsOf(of, valueOf(of, rows))).toEqual(levelsOfPlan(of, rows));
    }
    expect(aims.flatMap(({ name }) => levelOf(name) ?? [])).toEqual([
      'uncovered',
      'changes',
      'commitment',
      'balance',
      'fit',
    ]);
  });

  it('bound an aim by its value where they are what the plan costs, and shadows by how many there can be', () => {
    for (const rows of plans) {
      const values = valueOf(of, rows);
      const least = levelsOf(of, values);
      for (const aim of LEAD_AIMS) {
        const bound = aim.name === 'shadowing' ? 7 : values.get(aim.name);
        expect(boundOf(of, aim, least, 7)).toBe(bound);
      }
    }
  });
});

describe('the aims that leads decide', () => {
  it('are all but company, in their order', () => {
    expect(LEAD_AIMS.map(({ name }) => name)).toEqual(leadAims);
  });

  it('are told as long as something is so of them', () => {
    fc.assert(
      fc.property(fc.subarray(leadAims), (those) => {
        const found = firstAims(({ name }) => those.includes(name)).map(({ name }) => name);
        const end = leadAims.findIndex((name) => !those.includes(name));
        expect(found).toEqual(end < 0 ? leadAims : leadAims.slice(0, end));
      }),
      { numRuns: 50, seed: 1 },
    );
    expect(firstAims(() => true)).toEqual(LEAD_AIMS);
    expect(firstAims(({ name }) => name !== 'coverage')).toEqual([]);
  });
});
