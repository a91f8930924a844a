import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  inWeeks,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem } from '../problem.js';
import { solve } from '../solve.js';
import { MostLed } from './most-led.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** The most of these reviews with a lead, and how many of them have one in the best plan. */
function most(of: Problem, reviews: readonly number[]): { most: number; inPlan: number } {
  const { reviews: rows } = solve(of, engine);
  const inPlan = reviews.filter((index) => rows[index]?.lead !== null).length;
  return { most: new MostLed(of, rows, engine).of(reviews), inPlan };
}

describe('the most of some reviews that have a lead', () => {
  const once = person('Ada', limits({ term: 1 }));
  const ahead = [review('R1'), review('R2'), review('R3', { priority: 9 })];

  it('is told apart from reviews that matter more, and from those of the others', () => {
    const of = problem({ leads: [once], reviews: ahead });
    expect(most(of, [0, 1])).toEqual({ most: 1, inPlan: 0 });
    expect(most(of, [2])).toEqual({ most: 1, inPlan: 1 });
    expect(most(of, [])).toEqual({ most: 0, inPlan: 0 });
  });

  it('heeds what is ruled out: on one of them, on any review, and of others', () => {
    const of = (bans: Problem['bans']): Problem => problem({ leads: [once], reviews: ahead, bans });
    expect(most(of([{ lead: 'Ada', review: 'R1' }]), [0, 1]).most).toBe(1);
    expect(most(of([{ lead: 'Ada', review: 'R1' }]), [0]).most).toBe(0);
    expect(most(of([{ lead: 'Ada', review: 'R3' }]), [0, 1]).most).toBe(1);
    expect(most(of([{ lead: 'Ada' }]), [0, 1]).most).toBe(0);
  });

  it('leaves seats that are accepted where they are, with the rest that they ask for', () => {
    const of = problem({
      leads: [person('Ada', limits({ restReviews: 1, restWeeks: 2 }))],
      reviews: [
        review('R1', inWeeks(WEEK_1)),
        review('R2', inWeeks(WEEK_2)),
        review('R3', inWeeks(WEEK_3)),
      ],
      pins: [{ review: 'R2', lead: 'Ada', week: WEEK_2, window: 'MON_WED' }],
    });
    expect(most(of, [0, 2])).toEqual({ most: 0, inPlan: 0 });
    expect(most({ ...of, pins: [] }, [1])).toEqual({ most: 1, inPlan: 0 });
  });

  it('is of a single one more than all others are worth together, where somebody is new', () => {
    const of = problem({
      leads: [
        person('Ada', {
          ...limits({ restReviews: 1, restWeeks: 2 }),
          commitment: { minimum: 2, done: 0, target: 2 },
        }),
        person('Noor', { isNew: true, phases: ['nursery'] }),
      ],
      reviews: [
        review('R1', inWeeks(WEEK_1)),
        review('R2', inWeeks(WEEK_2)),
        review('R3', inWeeks(WEEK_3)),
      ],
    });
    expect(most(of, [1])).toEqual({ most: 1, inPlan: 0 });
    expect(most(of, [0, 2])).toEqual({ most: 2, inPlan: 2 });
    expect(most(of, [0, 1])).toEqual({ most: 1, inPlan: 1 });
  });
});
