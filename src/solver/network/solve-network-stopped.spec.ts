import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { generateProblem } from '../../../scripts/generate-problem.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import {
  faultsOf,
  incumbentOf,
  type Solved,
  solvedByNetwork,
} from '../../../test/solver/solved-by-network.js';
import { areTrueBounds } from '../../../test/solver/true-bounds.js';
import { aims } from '../aims/aims.js';
import { type Incumbent, isBetter, type SolveHooks } from '../incumbent.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import { emptyRows } from '../empty-rows.js';
import type { Problem } from '../problem.js';
import { NetworkSolve } from './solve-network.js';

const SEED = 1;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const solved = (of: Problem, hooks: SolveHooks): Solved => solvedByNetwork(of, engine, hooks);

describe('a solve that is stopped', () => {
  /** True from the n-th time on that it is asked. */
  const after = (times: number): (() => boolean) => {
    let asked = 0;
    return () => asked++ >= times;
  };

  it('has a legal plan and bounds that do not rule out the best, wherever it is stopped', () => {
    fc.assert(
      fc.property(tinyProblem(), fc.nat({ max: 12 }), (of, times) => {
        const best = bruteForce(of);
        const result = solved(of, { shouldStop: after(times) });
        expect(result === null).toBe(best.status === 'INFEASIBLE');
        if (!result || best.status === 'INFEASIBLE') return;
        expect(faultsOf(of, result)).toEqual([]);
        expect(areTrueBounds(result.aims, best.values)).toBe(true);
      }),
      { numRuns: 80, seed: SEED },
    );
  });

  it('says how far off the first aim in doubt can be, once the search has looked', () => {
    const of = generateProblem({ leads: 30, reviews: 110, weeks: 8, radius: 150, seed: 1 });
    const result = solved(of, { maxWork: 6_000 });
    const inDoubt = result?.aims.find(({ value, bound }) => value !== bound);
    const aim = aims.find(({ name }) => name === inDoubt?.aim);
    expect(inDoubt?.bound).not.toBe(aim?.trivialBound(of));
  });

  it('where new leads are many has a plan that looking for their assurers anew has bettered', () => {
    const usual = generateProblem({ leads: 100, reviews: 500, weeks: 12, radius: 150, seed: 1 });
    const leads = usual.leads.map((lead, i) => {
      const isNew = lead.roles.includes('LEAD') && i % 3 === 0;
      return isNew ? { ...lead, isNew } : lead;
    });
    const of = { ...usual, leads };
    let improved = 0;
    const onProgress: SolveHooks['onProgress'] = ({ phase }) => {
      if (phase === 'improved') improved++;
    };
    const soFar = (plans: number): Solved => {
      improved = 0;
      return solved(of, { onProgress, maxWork: 300_000, shouldStop: () => improved >= plans });
    };
    const [first, third] = [soFar(1), soFar(3)];
    expect(third && first && isBetter(third.incumbent, first.incumbent)).toBe(true);
    expect(faultsOf(of, third)).toEqual([]);
  }, 60_000);

  it('by a limit of work has the same plan every time', () => {
    fc.assert(
      fc.property(tinyProblem(), fc.nat({ max: 40 }), (of, maxWork) => {
        const [first, second] = [solved(of, { maxWork }), solved(of, { maxWork })];
        expect(second).toEqual(first);
        expect(faultsOf(of, first)).toEqual([]);
      }),
      { numRuns: 30, seed: SEED },
    );
  });

  it('before the search has a plan begins with the one that it is given', () => {
    const reviews = Array.from({ length: 70 }, (_, i) => review(`R${i}`));
    const leads = reviews.map(({ id }) => person(`lead of ${id}`));
    const of = problem({ weeks: [WEEK_1], leads, reviews });
    const asked: Incumbent[] = [];
    const result = new NetworkSolve(of, engine, { maxWork: 10 }).run(() => {
      asked.push(incumbentOf(of, emptyRows(of)));
      return asked[0] as Incumbent;
    });
    expect(asked).toHaveLength(1);
    expect(faultsOf(of, result)).toEqual([]);
    expect(result?.aims.map(({ bound }) => bound)).toEqual([70, 0, 0, 0, 0, 0, 0]);
  });
});
