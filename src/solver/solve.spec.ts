import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  person,
  problem,
  review,
  SHA256,
  WEEK_1,
  WEEK_2,
  WEEKS,
} from '../../test/solver/builders.js';
import { checkPlan } from './check.js';
import { loadHighs } from './milp/highs.js';
import type { MilpEngine } from './milp/milp.js';
import { PLAN_FORMAT, type Solution } from './plan.js';
import type { Pin, Problem } from './problem.js';
import { solve, type SolveProgress } from './solve.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const values = (solution: Solution): (number | null)[] => solution.aims.map(({ value }) => value);
const faults = (of: Problem, solution: Solution): string[] =>
  checkPlan(of, { format: PLAN_FORMAT, problem: SHA256, ...solution }, SHA256).faults;

/** Two leads, one of them new; an assurer; somebody in induction; four reviews. */
const small = problem({
  leads: [
    person('Ada', { commitment: { minimum: 6, done: 0, target: 2 } }),
    person('Ben', { isNew: true, commitment: { minimum: 3, done: 0, target: 1 } }),
    person('Cy', { roles: ['QUALITY_ASSURER'] }),
    person('Di', { roles: ['SHADOW'] }),
  ],
  reviews: ['R1', 'R2', 'R3', 'R4'].map((id) => review(id)),
});

describe('solve', () => {
  it('covers all it can, seats the shadow and assures the new lead', () => {
    const solution = solve(small, engine);
    expect(solution.status).toBe('OPTIMAL');
    expect(values(solution).slice(0, 4)).toEqual([4, 0, 1, 0]);
    expect(faults(small, solution)).toEqual([]);
    const assured = solution.reviews.filter((row) => row.qualityAssurer !== null);
    expect(assured.map(({ lead, qualityAssurer }) => [lead, qualityAssurer])).toEqual([
      ['Ben', 'Cy'],
    ]);
  });

  it('gives the same plan every time', () => {
    expect(solve(small, engine)).toEqual(solve(small, engine));
  });

  it('leaves everything empty where nobody may take a seat', () => {
    const solution = solve({ ...small, leads: [] }, engine);
    expect(solution.status).toBe('OPTIMAL');
    expect(values(solution)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(solve({ ...small, reviews: [] }, engine).reviews).toEqual([]);
  });

  it('does not let a new lead lead where nobody can assure', () => {
    const leads = small.leads.filter(({ id }) => id === 'Ben' || id === 'Di');
    expect(values(solve({ ...small, leads }, engine))[0]).toBe(0);
  });

  it('keeps what is published when nothing is gained by a change', () => {
    const first = solve(small, engine);
    const again = solve({ ...small, published: first.reviews }, engine);
    expect(again.reviews).toEqual(first.reviews);
    expect(values(again)[1]).toBe(0);
  });

  it('tells of every aim, in order', () => {
    const progress: SolveProgress[] = [];
    const solution = solve(small, engine, { onProgress: (step) => progress.push(step) });
    const settled = progress.filter(({ phase }) => phase === 'settled');
    expect(settled.map(({ aim, value, bound }) => ({ aim, value, bound }))).toEqual(solution.aims);
    // There is no plan yet when the search for the first begins.
    const [first, ...others] = progress;
    expect(first).toEqual({ aim: 'coverage', phase: 'started', value: null, bound: null });
    expect(others.every(({ value }) => value !== null)).toBe(true);
  });
});

describe('a solve that is stopped', () => {
  it.each([0, 1, 5, 20])('after %i iterations gives a legal plan with true bounds', (maxWork) => {
    const solution = solve(small, engine, { maxWork });
    expect(faults(small, solution)).toEqual([]);
    const best = values(solve(small, engine));
    const [coverage] = solution.aims;
    expect(coverage?.bound).toBeGreaterThanOrEqual(best[0] ?? NaN);
  });

  it('at once still keeps the pins', () => {
    const pins: Pin[] = [{ review: 'R2', lead: 'Ada', week: WEEK_2, window: 'WED_FRI' }];
    const pinned = { ...small, pins };
    const solution = solve(pinned, engine, { shouldStop: () => true });
    expect(solution.status).toBe('FEASIBLE');
    expect(solution.aims.map(({ bound }) => bound)).toEqual([4, 0, 1, 0, 0, 0, 0]);
    expect(faults(pinned, solution)).toEqual([]);
  });
});

describe('pins that cannot hold', () => {
  const conflictOf = (pins: Pin[], changes: Partial<Problem> = {}): Solution => {
    const of = { ...small, ...changes, pins };
    const solution = solve(of, engine);
    expect(solution.status).toBe('INFEASIBLE');
    expect(faults(of, solution)).toEqual([]);
    return solution;
  };

  it('names the one pin that nobody could keep, with the rule in words', () => {
    const pins: Pin[] = [
      { review: 'R1', lead: 'Ada' },
      { review: 'R2', lead: 'Ada', week: '2026-11-02', window: 'MON_WED' },
    ];
    expect(conflictOf(pins).conflict).toEqual([
      {
        pin: 1,
        rules: [
          'The school of R2 does not accept Monday 2 to Wednesday 4 November 2026.',
          'Ada is not available on Monday 2 to Wednesday 4 November 2026.',
        ],
      },
    ]);
  });

  it('names two pins that put one person in one week', () => {
    const pins: Pin[] = [
      { review: 'R1', lead: 'Ada', week: WEEK_1, window: 'MON_WED' },
      { review: 'R2' },
      { review: 'R3', lead: 'Ada', week: WEEK_1, window: 'WED_FRI' },
    ];
    expect(conflictOf(pins).conflict).toEqual([
      { pin: 0, rules: ['At most one review a week'] },
      { pin: 2, rules: ['At most one review a week'] },
    ]);
  });

  it('names two leads on one review', () => {
    const pins: Pin[] = [
      { review: 'R1', lead: 'Ada' },
      { review: 'R1', lead: 'Ben' },
    ];
    expect(conflictOf(pins).conflict.map(({ pin }) => pin)).toEqual([0, 1]);
    expect(conflictOf(pins).conflict[0]?.rules).toEqual([
      'A review has one lead, at most one quality assurer and one shadow, all in one window',
    ]);
  });

  it('names the new lead without an assurer', () => {
    const leads = small.leads.filter(({ id }) => id !== 'Cy');
    expect(conflictOf([{ review: 'R1', lead: 'Ben' }], { leads }).conflict).toEqual([
      { pin: 0, rules: ['A new lead has a quality assurer on at least one review'] },
    ]);
  });

  it('lets a pinned new lead have their assurer on a review that is not pinned', () => {
    const reviews = [review('R1'), review('R2', { region: 'North East' })];
    const leads = [
      person('Ben', { isNew: true }),
      person('Cy', { roles: ['QUALITY_ASSURER'], regions: { London: 'NO' } }),
    ];
    const pinned = { ...small, leads, reviews, pins: [{ review: 'R1', lead: 'Ben' }] };
    const solution = solve(pinned, engine);
    expect(solution.status).toBe('OPTIMAL');
    expect(solution.reviews[1]?.qualityAssurer).toBe('Cy');
  });

  it('finds that nobody can be pinned to two shadow seats', () => {
    const leads = [person('Ada'), person('Ben'), person('Sam', { roles: ['SHADOW'] })];
    const pins: Pin[] = [
      { review: 'R1', shadow: 'Sam' },
      { review: 'R2', shadow: 'Sam' },
    ];
    const reviews = [review('R1'), review('R2')];
    expect(conflictOf(pins, { leads, reviews }).conflict.map(({ pin }) => pin)).toEqual([0, 1]);
  });

  it('finds the smallest set where there are several', () => {
    const leads = [
      person('Ada', { limits: { term: 2, restReviews: 4, restWeeks: 4, maxKm: null } }),
      person('Ben', { availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } } }),
    ];
    const pins: Pin[] = [
      { review: 'R1', lead: 'Ada', week: WEEKS[0] as string, window: 'MON_WED' },
      { review: 'R2', lead: 'Ada', week: WEEKS[1] as string, window: 'MON_WED' },
      { review: 'R3', lead: 'Ada', week: WEEKS[2] as string, window: 'MON_WED' },
      { review: 'R4', lead: 'Ben' },
      { review: 'R5', lead: 'Ben' },
    ];
    const reviews = ['R1', 'R2', 'R3', 'R4', 'R5'].map((id) => review(id));
    expect(conflictOf(pins, { leads, reviews }).conflict.map(({ pin }) => pin)).toEqual([3, 4]);
  });
});
