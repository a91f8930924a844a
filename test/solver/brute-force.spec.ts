import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../scripts/seeded-random.js';
import type { Problem, Review } from '../../src/solver/problem.js';
import { bruteForce, canHoldTogether } from './brute-force.js';
import { person, problem, review, row, WEEK_1, WEEK_2 } from './builders.js';
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
