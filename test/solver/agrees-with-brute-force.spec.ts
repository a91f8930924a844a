import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHighs } from '../../src/solver/milp/highs.js';
import type { MilpEngine } from '../../src/solver/milp/milp.js';
import { AIMS } from '../../src/solver/plan.js';
import type { SeatRow } from '../../src/solver/problem.js';
import { solve } from '../../src/solver/solve.js';
import { disagreements } from './agreement.js';
import { led, person, problem, review, row, WEEK_1 } from './builders.js';
import { tinyProblem } from './generate.js';

/** How many random problems are solved; more in continuous integration. */
const CASES = Number(process.env['QAR_PROPERTY_CASES'] ?? 500);
/** Fixed, so that a failure comes back; fast-check prints it, the path and the problem. */
const SEED = 20270111;
const WHOLE_RUN_MS = 60_000 + CASES * 150;

describe('the solver', () => {
  let engine: MilpEngine;
  beforeAll(async () => {
    engine = await loadHighs();
  });

  it(
    `agrees with the brute force and the checker on ${CASES} tiny problems`,
    () => {
      fc.assert(
        fc.property(tinyProblem(), (of) => {
          expect(disagreements(of, (each) => solve(each, engine))).toEqual([]);
        }),
        { numRuns: CASES, seed: SEED },
      );
    },
    WHOLE_RUN_MS,
  );

  it('seats a pinned new lead whose assurer can only come to another review', () => {
    // R1 is out of the assurer's reach, so the pin holds only with the unpinned R2 led as well.
    const of = problem({
      leads: [
        person('N', { isNew: true }),
        person('Q', {
          roles: ['QUALITY_ASSURER'],
          conflicts: [{ urn: '1', reason: 'own school' }],
        }),
      ],
      reviews: [review('R1', { urn: '1' }), review('R2', { urn: '2' })],
      pins: [{ review: 'R1', lead: 'N' }],
    });
    expect(disagreements(of, (each) => solve(each, engine))).toEqual([]);
    expect(solve(of, engine).status).toBe('OPTIMAL');
  });
});

describe('what a disagreement is', () => {
  const of = problem({ leads: [person('L')], reviews: [review('R1')], pins: [{ review: 'R1' }] });
  const solved = (rows: SeatRow[]): string[] =>
    disagreements(of, () => ({
      status: 'OPTIMAL',
      aims: AIMS.map((aim, index) => ({
        aim,
        value: VALUES[index] ?? 0,
        bound: VALUES[index] ?? 0,
      })),
      reviews: rows,
      conflict: [],
    }));
  const VALUES = [1, 0, 0, 0, 167, 10, 0];

  it('is none for the best plan, and some for a wrong or a worse one', () => {
    expect(solved([led('R1', 'L', WEEK_1)])).toEqual([]);
    expect(solved([row('R1')])).not.toEqual([]);
  });

  it('is a conflict that is too large or can hold', () => {
    const nulls = { week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
    const conflicting = (...pins: number[]): string[] =>
      disagreements(
        {
          ...of,
          pins: [
            { review: 'R1', lead: 'L' },
            { review: 'R1', shadow: 'L' },
          ],
        },
        () => ({
          status: 'INFEASIBLE',
          aims: AIMS.map((aim) => ({ aim, value: null, bound: null })),
          reviews: [{ review: 'R1', ...nulls }],
          conflict: pins.map((pin) => ({ pin, rules: ['a rule'] })),
        }),
      );
    expect(conflicting(1)).toEqual([]);
    expect(conflicting(0)).toEqual(['The pins 0 can hold together.']);
    expect(conflicting(0, 1)).toEqual(['The conflict has 2 pins, the smallest 1.']);
  });
});
