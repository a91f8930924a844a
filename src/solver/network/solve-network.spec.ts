import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { checkPlan } from '../check.js';
import {
  led,
  person,
  problem,
  review,
  row,
  SHA256,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { aims, valueOf } from '../aims/aims.js';
import type { Incumbent, SolveHooks, SolveProgress } from '../lexicographic.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine, MilpSession } from '../milp/milp.js';
import { emptyRows, planOfPins } from '../pins.js';
import { type AimResult, PLAN_FORMAT } from '../plan.js';
import type { HostGrade, Lead, Problem, Review, SeatRow } from '../problem.js';
import { NetworkSolve } from './solve-network.js';

const SEED = 1;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

type Solved = { incumbent: Incumbent; aims: AimResult[] } | null;

const incumbentOf = (of: Problem, rows: SeatRow[] | null): Incumbent | null =>
  rows && { rows, values: valueOf(of, rows) };

/** Where the search finds no plan, the engine is asked for one that keeps the pins. */
const solved = (of: Problem, hooks: SolveHooks = {}): Solved =>
  new NetworkSolve(of, engine, hooks).run(() => incumbentOf(of, planOfPins(of, engine)));

function faultsOf(of: Problem, { incumbent, aims: results }: NonNullable<Solved>): string[] {
  const isProven = results.every(({ value, bound }) => value === bound);
  const status = isProven ? 'OPTIMAL' : 'FEASIBLE';
  const plan = { status, aims: results, reviews: incumbent.rows, conflict: [] } as const;
  return checkPlan(of, { format: PLAN_FORMAT, problem: SHA256, ...plan, conflict: [] }, SHA256)
    .faults;
}

/** Whether no bound rules out the best plan: each holds given the values of the aims before it. */
function isTrue(results: readonly AimResult[], best: readonly number[]): boolean {
  for (const [index, aim] of aims.entries()) {
    const { value, bound } = results[index] as AimResult;
    const attained = best[index] as number;
    if (aim.sense === 'MAX' ? (bound as number) < attained : (bound as number) > attained)
      return false;
    if (value !== attained) return true;
  }
  return true;
}

describe('a solve that runs to its end', () => {
  it('proves the best plan', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const result = solved(of);
        expect(result?.aims.map(({ value }) => value)).toEqual(best.values);
        expect(result?.aims.map(({ bound }) => bound)).toEqual(best.values);
        expect(result && faultsOf(of, result)).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('is null where no plan keeps the pins', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')], weeks: [WEEK_1] });
    const pins = [{ review: 'R1', lead: 'Ada', week: WEEK_2, window: 'MON_WED' as const }];
    expect(solved({ ...of, pins })).toBeNull();
    expect(solved(of)).not.toBeNull();
  });

  it('asks for a plan that keeps the pins only where the search finds none', () => {
    const of = problem({
      leads: [person('Ada')],
      reviews: [review('R1')],
      pins: [{ review: 'R1' }],
    });
    const asked: string[] = [];
    const ask = (from: Problem): Solved =>
      new NetworkSolve(from, engine, {}).run(() => {
        asked.push(from.name);
        return null;
      });
    expect(ask({ ...of, name: 'possible' })).not.toBeNull();
    expect(ask({ ...of, name: 'impossible', leads: [] })).toBeNull();
    expect(asked).toEqual(['impossible']);
  });

  it('settles all aims in order, those of leads before the engine begins', () => {
    const progress: SolveProgress[] = [];
    const of = problem({
      leads: [
        person('Ada'),
        person('Sam', { roles: ['SHADOW'] }),
        person('Sue', { roles: ['SHADOW'] }),
      ],
      reviews: [review('R1')],
    });
    const result = solved(of, { onProgress: (step) => progress.push(step) });
    const settled = progress.filter(({ phase }) => phase === 'settled');
    expect(settled.map(({ aim, value, bound }) => ({ aim, value, bound }))).toEqual(result?.aims);
    const started = progress.flatMap(({ aim, phase }) => (phase === 'started' ? [aim] : []));
    expect(started).toEqual(['company']);
  });

  it('asks the engine to solve nothing where nobody takes a second seat', () => {
    const idle: MilpEngine = { version: 'none', open: () => idleSession };
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [review('R1'), review('R2')],
    });
    const result = new NetworkSolve(of, idle, {}).run(() => null);
    expect(result?.aims.map(({ value, bound }) => [value, bound])).toEqual(
      [2, 0, 0, 0, 334, 20, 0].map((value) => [value, value]),
    );
  });
});

describe('what the search leaves open', () => {
  /** R1 in one week, whose windows the host grades so. */
  const graded = (...grades: [HostGrade, HostGrade]): Review => {
    const [first, second] = grades;
    return review('R1', {
      windows: [
        { week: WEEK_1, window: 'MON_WED', grade: first },
        { week: WEEK_1, window: 'WED_FRI', grade: second },
      ],
    });
  };
  const wednesdays: Pick<Lead, 'availability'> = {
    availability: { [WEEK_1]: { WED_FRI: 'PREFERRED' } },
  };

  it('is a lead in a dearer window, for the sake of a shadow', () => {
    const of = problem({
      leads: [person('Ada'), person('Sam', { roles: ['SHADOW'], ...wednesdays })],
      reviews: [graded('PREFERRED', 'ACCEPTABLE')],
    });
    const result = solved(of);
    expect(result?.incumbent.rows).toEqual([
      led('R1', 'Ada', WEEK_1, { window: 'WED_FRI', shadow: 'Sam' }),
    ]);
    expect(result && faultsOf(of, result)).toEqual([]);
  });

  it('is which of the best plans has the best company', () => {
    // Either may lead; the one who suits Sam better, by the window, is found over all of them.
    const of = problem({
      leads: [
        person('Ada'),
        person('Sam', {
          roles: ['SHADOW'],
          availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED', WED_FRI: 'PREFERRED' } },
        }),
      ],
      reviews: [graded('PREFERRED', 'PREFERRED')],
    });
    const [best] = solved(of)?.incumbent.rows ?? [];
    expect(best).toEqual(led('R1', 'Ada', WEEK_1, { window: 'WED_FRI', shadow: 'Sam' }));
  });

  it('is a pinned second seat of somebody who leads better elsewhere', () => {
    const of = problem({
      weeks: [WEEK_1],
      leads: [person('Nia', { isNew: true }), person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] })],
      reviews: [review('R1'), review('R2', { priority: 5 })],
      pins: [{ review: 'R1', qualityAssurer: 'Qi' }],
    });
    const result = solved(of);
    expect(result?.incumbent.rows).toEqual([
      led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Qi' }),
      row('R2'),
    ]);
    expect(result && faultsOf(of, result)).toEqual([]);
  });
});

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
        expect(isTrue(result.aims, best.values)).toBe(true);
      }),
      { numRuns: 80, seed: SEED },
    );
  });

  it('by a limit of work has the same plan every time', () => {
    fc.assert(
      fc.property(tinyProblem(), fc.nat({ max: 40 }), (of, maxWork) => {
        const [first, second] = [solved(of, { maxWork }), solved(of, { maxWork })];
        expect(second).toEqual(first);
        expect(first && faultsOf(of, first)).toEqual(first && []);
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
      asked.push(incumbentOf(of, emptyRows(of)) as Incumbent);
      return asked[0] as Incumbent;
    });
    expect(asked).toHaveLength(1);
    expect(result && faultsOf(of, result)).toEqual([]);
    expect(result?.aims.map(({ bound }) => bound)).toEqual([70, 0, 0, 0, 0, 0, 0]);
  });
});

/** Fails when it is asked to solve. */
const idleSession: MilpSession = {
  setCosts: () => undefined,
  setColumnBounds: () => undefined,
  setRowBounds: () => undefined,
  addRow: () => undefined,
  solveLinear: () => {
    throw new Error('Nothing was left to solve.');
  },
  solveInteger: () => {
    throw new Error('Nothing was left to search.');
  },
  dispose: () => undefined,
};
