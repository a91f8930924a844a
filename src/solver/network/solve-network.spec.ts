import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { problemCase } from '../../../test/solver/problem-case.js';
import {
  faultsOf,
  incumbentOf,
  type Solved,
  solvedByNetwork,
} from '../../../test/solver/solved-by-network.js';
import type { SolveHooks, SolveProgress } from '../incumbent.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine, MilpSession } from '../milp/milp.js';
import type { HostGrade, Lead, Problem, Review } from '../problem.js';
import { solve } from '../solve.js';
import { NetworkSolve } from './solve-network.js';

const SEED = 1;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const solved = (of: Problem, hooks?: SolveHooks): Solved => solvedByNetwork(of, engine, hooks);

describe('a solve that runs to its end', () => {
  it('proves the best plan', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const result = solved(of);
        expect(result?.aims.map(({ value }) => value)).toEqual(best.values);
        expect(result?.aims.map(({ bound }) => bound)).toEqual(best.values);
        expect(faultsOf(of, result)).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('proves it where a need that flows spares the wrong load, so that dearer plans lie on the optimal face', () => {
    const of = problemCase('need-spares-the-wrong-load');
    expect(solved(of)?.aims).toEqual(solve(of, engine, {}, 'milp').aims);
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

  it('says that it looks for plans before it has one, and settles all aims in order, those of leads before the engine begins', () => {
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
    expect(progress[0]).toEqual({ aim: 'coverage', phase: 'started', value: null, bound: null });
    const started = progress.flatMap(({ aim, phase }) => (phase === 'started' ? [aim] : []));
    expect(started).toEqual(['coverage', 'company']);
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
    const settled: Pick<SolveProgress, 'aim' | 'value' | 'bound'>[] = [];
    const onProgress = ({ aim, value, bound, phase }: SolveProgress): void => {
      if (phase === 'settled') settled.push({ aim, value, bound });
    };
    const result = solved(of, { onProgress });
    expect(result?.incumbent.rows).toEqual([
      led('R1', 'Ada', WEEK_1, { window: 'WED_FRI', shadow: 'Sam' }),
    ]);
    // Nothing was said to be settled that was not.
    for (const each of settled) expect(result?.aims).toContainEqual(each);
    expect(faultsOf(of, result)).toEqual([]);
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

  /** Whom the pin wants to assure would lead better; nobody else may. */
  const assurerWanted = [
    person('Nia', { isNew: true }),
    person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
  ];
  const pins = [{ review: 'R1', qualityAssurer: 'Qi' }];

  it('is a pinned second seat of somebody who leads better elsewhere', () => {
    const reviews = [review('R1'), review('R2', { priority: 5 })];
    const result = solved(problem({ weeks: [WEEK_1], leads: assurerWanted, reviews, pins }));
    expect(result?.incumbent.rows).toEqual([
      led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Qi' }),
      row('R2'),
    ]);
  });

  it('is not what the network has settled already', () => {
    const started: string[] = [];
    const week1 = { ...pins[0], review: 'R1', week: WEEK_1, window: 'MON_WED' as const };
    const of = problem({
      leads: assurerWanted.map((lead) => ({
        ...lead,
        availability: { [WEEK_1]: { MON_WED: 'PREFERRED' }, [WEEK_2]: { MON_WED: 'AVAILABLE' } },
      })),
      reviews: [review('R1'), review('R2')],
      pins: [week1, { review: 'R2', lead: 'Qi' }],
    });
    const result = solved(of, {
      onProgress: ({ aim, phase }) => void (phase === 'started' && started.push(aim)),
    });
    expect(faultsOf(of, result)).toEqual([]);
    expect(started).toEqual(['coverage', 'company']);
  });

  it('is coverage at the price of a shadow', () => {
    const leads = [...assurerWanted, person('Ada'), person('Sam', { roles: ['LEAD', 'SHADOW'] })];
    const reviews = ['R1', 'R2', 'R3', 'R4'].map((id) => review(id));
    const of = problem({ weeks: [WEEK_1], leads, reviews, pins });
    const start = [
      led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Qi' }),
      led('R2', 'Ada', WEEK_1, { shadow: 'Sam' }),
      row('R3'),
      row('R4'),
    ];
    const result = new NetworkSolve(of, engine, {}).run(() => incumbentOf(of, start));
    expect(result?.aims.map(({ value }) => value).slice(0, 3)).toEqual([3, 0, 0]);
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
  resolveLinear: () => {
    throw new Error('Nothing was left to solve.');
  },
  solveInteger: () => {
    throw new Error('Nothing was left to search.');
  },
  dispose: () => undefined,
};
