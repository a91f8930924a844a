import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../scripts/seeded-random.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import type { MilpEngine } from '../../src/solver/milp/milp.js';
import { AIMS } from '../../src/solver/plan.js';
import type { Problem, Review, SeatRow } from '../../src/solver/problem.js';
import { solve } from '../../src/solver/solve.js';
import { disagreements } from './agreement.js';
import { bruteForce, canHoldTogether } from './brute-force.js';
import { led, person, problem, review, row, WEEK_1, WEEK_2 } from './builders.js';
import { tinyProblem } from './generate.js';
import { faultsOf, isBetter, legalPlan, type LegalPlan, wander } from './random-plans.js';

/** How many random problems the properties try; more in continuous integration. */
const CASES = Number(process.env['QAR_PROPERTY_CASES'] ?? 500);
/** Fixed, so that a failure comes back; fast-check prints it, the path and the problem. */
const SEED = 20270111;
const WHOLE_RUN_MS = 60_000 + CASES * 150;
const STEPS = 100;

describe('the brute force', () => {
  it('finds the best plan of a problem small enough to solve by eye', () => {
    const of = problem({
      leads: [
        person('N', { isNew: true, commitment: { minimum: 6, done: 0, target: 1 } }),
        person('Q', {
          roles: ['QUALITY_ASSURER'],
          availability: { [WEEK_2]: { MON_WED: 'AVAILABLE' } },
        }),
      ],
      reviews: [review('R1', { priority: 2 }), review('R2')],
    });
    const limited = {
      ...of,
      weeks: [WEEK_1, WEEK_2],
      reviews: of.reviews.map((each) => inWeeks(each, WEEK_1, WEEK_2)),
    };
    const best = bruteForce(limited);
    // Both are led, one of them in the only slot in which the assurer can sit beside the new lead.
    expect(best).toMatchObject({ status: 'OPTIMAL', values: [3, 0, 0, 0, 667, 20, 20] });
    const rows = best.status === 'OPTIMAL' ? best.rows : [];
    expect(rows.find((each) => each.qualityAssurer === 'Q')).toMatchObject({
      week: WEEK_2,
      window: 'MON_WED',
    });
  });

  it('covers nothing rather than seat a new lead without an assurer', () => {
    const of = problem({ leads: [person('N', { isNew: true })], reviews: [review('R1')] });
    expect(bruteForce(of)).toMatchObject({ values: [0, 0, 0, 0, 0, 0, 0], rows: [row('R1')] });
  });

  it('finds the smallest set of pins that cannot hold together', () => {
    const of = problem({
      weeks: [WEEK_1],
      leads: [person('L'), person('M')],
      reviews: ['R1', 'R2', 'R3'].map((id) => inWeeks(review(id), WEEK_1)),
      pins: [{ review: 'R1' }, { review: 'R2' }, { review: 'R3' }],
    });
    expect(bruteForce(of)).toEqual({ status: 'INFEASIBLE', smallestConflict: 3 });
    expect(canHoldTogether(of, of.pins.slice(1))).toBe(true);
    const leadTwice = [...of.pins, { review: 'R1', lead: 'L' }, { review: 'R2', lead: 'L' }];
    expect(bruteForce({ ...of, pins: leadTwice })).toEqual({
      status: 'INFEASIBLE',
      smallestConflict: 2,
    });
  });

  it(
    'gives plans in which the checker finds no fault, and which no random plan beats',
    () => {
      fc.assert(
        fc.property(tinyProblem(), fc.integer(), (of, seed) => {
          const best = bruteForce(of);
          if (best.status === 'INFEASIBLE') return;
          expect(faultsOf(of, best.rows, best.values)).toEqual([]);
          const start = emptyPlan(of) ?? { rows: best.rows, values: best.values };
          const met = wander(of, start, STEPS, seededRandom(seed));
          expect(isBetter(met.values, best.values)).toBe(false);
        }),
        { numRuns: CASES, seed: SEED },
      );
    },
    WHOLE_RUN_MS,
  );

  it(
    'calls pins impossible only where no random plan keeps them',
    () => {
      fc.assert(
        fc.property(tinyProblem(), fc.integer(), (of, seed) => {
          if (of.pins.length === 0 || bruteForce(of).status === 'OPTIMAL') return;
          const free = emptyPlan({ ...of, pins: [] });
          if (free === null) throw new Error('The empty plan must be legal without pins');
          const met = wander({ ...of, pins: [] }, free, STEPS, seededRandom(seed));
          expect(legalPlan(of, met.rows)).toBeNull();
        }),
        { numRuns: CASES, seed: SEED },
      );
    },
    WHOLE_RUN_MS,
  );
});

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

/** The same school, accepting only slots of these weeks. */
function inWeeks(school: Review, ...weeks: string[]): Review {
  return { ...school, windows: school.windows.filter(({ week }) => weeks.includes(week)) };
}

function emptyPlan(of: Problem): LegalPlan | null {
  return legalPlan(
    of,
    of.reviews.map(({ id }) => row(id)),
  );
}
