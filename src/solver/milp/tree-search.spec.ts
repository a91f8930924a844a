import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tinyProblem } from '../../../test/solver/generate.js';
import { buildModel } from '../model.js';
import { loadHighs } from './highs.js';
import type {
  EngineProgress,
  IntegerResult,
  LinearModel,
  MilpEngine,
  MilpSession,
  ShouldStop,
} from './milp.js';
import { withTreeSearch } from './tree-search.js';

const CASES = Number(process.env['QAR_PROPERTY_CASES'] ?? 300);
const SEED = 20270112;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const unasked = (): boolean => false;

/** The models of small problems with random costs and a row that no more than so many columns keep. */
const drawn = fc.record({
  problem: tinyProblem({ people: 5, reviews: 4, weeks: 2 }),
  costs: fc.array(fc.integer({ min: -9, max: 5 }), { minLength: 600, maxLength: 600 }),
  weights: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 600, maxLength: 600 }),
  most: fc.integer({ min: 3, max: 9 }),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function opened(by: MilpEngine, linear: LinearModel, of: Drawn): MilpSession {
  const session = by.open(linear);
  session.setCosts(ofSeats(linear, of.costs));
  // A knapsack among assignments: relaxations come out fractional.
  const all = Int32Array.from(linear.columnLower.keys());
  session.addRow(-Infinity, of.most, all, ofSeats(linear, of.weights));
  return session;
}

/** Numbers for the integer columns, 0 for the others: whole numbers then have whole sums. */
function ofSeats({ isInteger }: LinearModel, numbers: readonly number[]): Float64Array {
  return Float64Array.from(isInteger, (each, i) => (each === 1 ? (numbers[i] as number) : 0));
}

/** What a search ends with, checked against rows and costs. */
function told(session: MilpSession, linear: LinearModel, of: Drawn): string {
  try {
    const { status, values, bound } = session.solveInteger(unasked);
    if (!values) return status;
    const sumOf = (numbers: Float64Array): number =>
      values.reduce((sum, value, i) => sum + value * (numbers[i] as number), 0);
    const cost = sumOf(ofSeats(linear, of.costs));
    const weight = sumOf(ofSeats(linear, of.weights));
    const isWhole = values.every(
      (value, i) => linear.isInteger[i] === 0 || Math.abs(value - Math.round(value)) < 1e-6,
    );
    const keepsRows =
      weight <= of.most + 1e-6 &&
      [...linear.rowLower.keys()].every((row) => keepsRow(linear, row, values));
    return `${status} ${cost.toFixed(3)} ${bound.toFixed(3)} ${isWhole} ${keepsRows}`;
  } finally {
    session.dispose();
  }
}

function keepsRow(linear: LinearModel, row: number, values: Float64Array): boolean {
  let sum = 0;
  for (let i = linear.starts[row] as number; i < (linear.starts[row + 1] as number); i++) {
    sum += (linear.values[i] as number) * (values[linear.indices[i] as number] as number);
  }
  const [lower, upper] = [linear.rowLower[row] as number, linear.rowUpper[row] as number];
  return sum >= lower - 1e-6 && sum <= upper + 1e-6;
}

describe('a search by a tree of linear programs', () => {
  /** What the engine says, and what the tree says, for every case that is drawn. */
  function compare(mostNodes: number): { statuses: Set<string>; programs: number; left: number } {
    const statuses = new Set<string>();
    let [programs, left] = [0, 0];
    const counting: MilpEngine = {
      ...engine,
      open: (model) => {
        const session = engine.open(model);
        const count =
          <Args extends unknown[], Result>(of: (...args: Args) => Result, on: () => void) =>
          (...args: Args): Result => {
            on();
            return of.apply(session, args);
          };
        return Object.assign(Object.create(session) as MilpSession, {
          resolveLinear: count(
            (stop) => session.resolveLinear(stop),
            () => programs++,
          ),
          solveInteger: count(
            (stop) => session.solveInteger(stop),
            () => left++,
          ),
        } satisfies Partial<MilpSession>);
      },
    };
    fc.assert(
      fc.property(drawn, (of) => {
        const { linear } = buildModel(of.problem);
        if (linear.columnCount === 0 || linear.columnCount > of.costs.length) return;
        const expected = told(opened(engine, linear, of), linear, of);
        statuses.add(expected.split(' ')[0] as string);
        const tree = withTreeSearch(counting, mostNodes);
        expect(told(opened(tree, linear, of), linear, of)).toBe(expected);
      }),
      { numRuns: CASES, seed: SEED },
    );
    return { statuses, programs, left };
  }

  it('ends as the engine does, with a solution that costs as much', () => {
    const { statuses, programs, left } = compare(10_000);
    expect([...statuses].sort()).toEqual(['INFEASIBLE', 'OPTIMAL']);
    expect(programs).toBeGreaterThan(CASES);
    expect(left).toBe(0);
  }, 120_000);

  it('leaves to the engine what takes too many linear programs', () => {
    expect(compare(2).left).toBeGreaterThan(CASES / 10);
  }, 120_000);

  it('stops when it is told, with what it has found, and says how far that can be off', () => {
    let stopped = 0;
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 40 }), (of, most) => {
        const { linear } = buildModel(of.problem);
        if (linear.columnCount === 0 || linear.columnCount > of.costs.length) return;
        const whole = opened(engine, linear, of);
        const best = whole.solveInteger(unasked);
        whole.dispose();
        const session = opened(withTreeSearch(engine), linear, of);
        const found = session.solveInteger(({ work }) => work >= most);
        session.dispose();
        if (found.status !== 'STOPPED') return;
        stopped++;
        if (best.status !== 'OPTIMAL') return;
        expect(found.bound).toBeLessThanOrEqual(best.bound + 1e-6);
      }),
      { numRuns: Math.ceil(CASES / 3), seed: SEED },
    );
    expect(stopped).toBeGreaterThan(0);
  }, 120_000);

  /** Three of a kind of which at most so many halves fit: a relaxation takes half a column. */
  const knapsack: LinearModel = {
    columnCount: 3,
    rowCount: 1,
    columnLower: new Float64Array(3),
    columnUpper: new Float64Array(3).fill(1),
    isInteger: new Uint8Array(3).fill(1),
    rowLower: Float64Array.of(-Infinity),
    rowUpper: Float64Array.of(5),
    starts: Int32Array.of(0, 3),
    indices: Int32Array.of(0, 1, 2),
    values: Float64Array.of(2, 2, 2),
  };
  const costs = Float64Array.of(-4, -3, -2);

  /** What the session is asked, in its order, beside what it would answer. */
  function watched(): { engine: MilpEngine; asked: string[]; work: () => number } {
    const asked: string[] = [];
    let work = 0;
    const open = (model: LinearModel): MilpSession => {
      const session = engine.open(model);
      const linear =
        (how: 'solveLinear' | 'resolveLinear'): MilpSession[typeof how] =>
        (stop) => {
          asked.push(how);
          const solved = session[how](stop);
          work += solved.work;
          return solved;
        };
      return Object.assign(Object.create(session) as MilpSession, {
        solveLinear: linear('solveLinear'),
        resolveLinear: linear('resolveLinear'),
        setColumnBounds: (lower, upper) => {
          asked.push(`${[...lower].join('')}-${[...upper].join('')}`);
          session.setColumnBounds(lower, upper);
        },
        solveInteger: (stop) => {
          asked.push('solveInteger');
          return session.solveInteger(stop);
        },
      } satisfies Partial<MilpSession>);
    };
    return { engine: { ...engine, open }, asked, work: () => work };
  }

  it('goes down the side to which a column was rounded first, and leaves the bounds as they were', () => {
    const { engine: by, asked, work } = watched();
    const session = withTreeSearch(by).open(knapsack);
    session.setCosts(costs);
    const found = session.solveInteger(unasked);
    expect(found).toMatchObject({ status: 'OPTIMAL', bound: -7, work: work() });
    expect([...(found.values ?? [])]).toEqual([1, 1, 0]);
    // Half of the third column is taken at first: with all of it, one of the others is halved.
    expect(asked.slice(0, 4)).toEqual(['000-111', 'solveLinear', '001-111', 'resolveLinear']);
    expect(asked.slice(1).filter((each) => each === 'solveLinear')).toHaveLength(1);
    expect(asked.at(-1)).toBe('000-111');
    session.dispose();
  });

  it('goes on from a linear program that was solved with these costs before', () => {
    const { engine: by, asked } = watched();
    const session = withTreeSearch(by).open(knapsack);
    const programs = (): string[] => asked.splice(0).filter((each) => each.endsWith('Linear'));
    session.setCosts(costs);
    expect(session.solveLinear(unasked).cost).toBeCloseTo(-8);
    session.solveInteger(unasked);
    expect(programs().filter((each) => each === 'solveLinear')).toHaveLength(1);
    session.setCosts(costs.map((cost) => -cost));
    session.solveInteger(unasked);
    expect(programs()[0]).toBe('solveLinear');
    session.resolveLinear(unasked);
    session.solveInteger(unasked);
    expect(programs()).not.toContain('solveLinear');
    session.dispose();
  });

  it('asks whether to stop with its work so far, what it has found and how far off that can be', () => {
    const told: EngineProgress[] = [];
    const session = withTreeSearch(engine).open(knapsack);
    session.setCosts(costs);
    const { work } = session.solveInteger((progress) => {
      told.push(progress);
      return false;
    });
    expect(Math.max(...told.map((each) => each.work))).toBe(work);
    // What costs 5 less is found first, then 6; that nothing costs more than 8 less was known before.
    const known = told.flatMap(({ incumbent, bound }) =>
      incumbent === undefined ? [] : [`${incumbent} of ${bound ?? NaN}`],
    );
    expect([...new Set(known)]).toEqual(['-5 of -8', '-6 of -8']);
    expect(told[0]).not.toHaveProperty('incumbent');
    session.dispose();
  });

  it('solves as many linear programs as it may, and has the engine go on from their work', () => {
    for (const most of [1, 2, 3]) {
      const { engine: by, asked, work } = watched();
      const session = withTreeSearch(by, most).open(knapsack);
      session.setCosts(costs);
      const told: number[] = [];
      const found = session.solveInteger((progress) => {
        if (asked.at(-1) === 'solveInteger') told.push(progress.work);
        return false;
      });
      expect(asked.filter((each) => each.endsWith('Linear'))).toHaveLength(most);
      expect(asked.slice(-2)).toEqual(['000-111', 'solveInteger']);
      expect(found.bound).toBe(-7);
      expect(found.work).toBeGreaterThanOrEqual(work());
      for (const each of told) expect(each).toBeGreaterThanOrEqual(work());
      session.dispose();
    }
  });

  it('has what it has found when it is stopped', () => {
    const session = withTreeSearch(engine).open(knapsack);
    session.setCosts(costs);
    const found = session.solveInteger(({ incumbent }) => incumbent !== undefined);
    expect(found).toMatchObject({ status: 'STOPPED', bound: -8 });
    const taken = [...(found.values ?? [])];
    expect(taken.filter((each) => each === 1)).toHaveLength(2);
    const none = session.solveInteger(() => true);
    expect(none).toMatchObject({ status: 'STOPPED', values: null });
    session.dispose();
  });

  /** Columns of which each by itself fits no more than so far: `most` of column i. */
  const halved = (...most: number[]): LinearModel => ({
    ...knapsack,
    columnCount: most.length,
    rowCount: most.length,
    columnLower: new Float64Array(most.length),
    columnUpper: new Float64Array(most.length).fill(1),
    isInteger: new Uint8Array(most.length).fill(1),
    rowLower: new Float64Array(most.length).fill(-Infinity),
    rowUpper: Float64Array.from(most),
    starts: Int32Array.from([...most.keys(), most.length]),
    indices: Int32Array.from(most.keys()),
    values: new Float64Array(most.length).fill(1),
  });

  it.each<[string, number[], number[], string[]]>([
    ['to the nearer side first', [0.25], [-8], ['0-1', '0-0', '1-1', '0-1']],
    ['up from the middle', [0.5], [-8], ['0-1', '1-1', '0-0', '0-1']],
    ['by the column whose fraction costs most', [0.5, 0.5], [-4, -6], ['00-11', '01-11']],
    ['whichever it is', [0.5, 0.5], [-6, -4], ['00-11', '10-11']],
    ['by cost and fraction together', [0.5, 0.25], [-4, -6], ['00-11', '10-11']],
    [
      'by the most fractional of those that cost as much',
      [0.25, 0.5],
      [-8, -4],
      ['00-11', '01-11'],
    ],
    ['by the first of those that are alike', [0.5, 0.5], [-4, -4], ['00-11', '10-11']],
  ])('divides %s', (_, most, each, expected) => {
    const { engine: by, asked } = watched();
    const session = withTreeSearch(by).open(halved(...most));
    session.setCosts(Float64Array.from(each));
    session.solveInteger(unasked);
    const bounds = asked.filter((what) => what.includes('-'));
    expect(bounds.slice(0, expected.length)).toEqual(expected);
    session.dispose();
  });

  it('leaves columns that need not be integers as they are', () => {
    const session = withTreeSearch(engine).open({ ...knapsack, isInteger: Uint8Array.of(1, 1, 0) });
    session.setCosts(costs);
    const { values, bound } = session.solveInteger(unasked);
    expect([...(values ?? [])]).toEqual([1, 1, 0.5]);
    expect(bound).toBe(-8);
    session.dispose();
  });

  it('is held to bounds that are told later, and leaves what it was given as it was', () => {
    let isDisposed = false;
    const open = (model: LinearModel): MilpSession => {
      const session = engine.open(model);
      const dispose = session.dispose.bind(session);
      return Object.assign(session, {
        dispose: () => {
          isDisposed = true;
          dispose();
        },
      });
    };
    const session = withTreeSearch({ ...engine, open }).open(knapsack);
    session.setCosts(costs);
    const [lower, upper] = [new Float64Array(3), Float64Array.of(1, 0, 1)];
    session.setColumnBounds(lower, upper);
    expect(session.solveInteger(unasked).bound).toBe(-6);
    session.setRowBounds(Float64Array.of(-Infinity), Float64Array.of(3));
    expect(session.solveInteger(unasked).bound).toBe(-4);
    // Stopped on its way, too.
    session.solveInteger(({ bound }) => bound !== undefined && bound > -Infinity);
    expect([...lower, ...upper]).toEqual([0, 0, 0, 1, 0, 1]);
    expect([...knapsack.columnLower, ...knapsack.columnUpper]).toEqual([0, 0, 0, 1, 1, 1]);
    session.dispose();
    expect(isDisposed).toBe(true);
  });

  it('looks at no side that cannot be better than what it has found', () => {
    const { engine: by, asked } = watched();
    const session = withTreeSearch(by).open({ ...knapsack, rowUpper: Float64Array.of(3) });
    session.setCosts(Float64Array.of(-1, -1, -1));
    // One and a half fit at first; once one is found no other is sought, which would cost as much.
    expect(session.solveInteger(unasked).bound).toBe(-1);
    const programs = asked.filter((each) => each.endsWith('Linear')).length;
    expect(programs).toBe(7);
    session.dispose();
  });

  it('tells the engine’s work on top of its own', () => {
    const told: number[] = [];
    const { engine: by, work } = watched();
    const open = (model: LinearModel): MilpSession =>
      Object.assign(by.open(model), {
        solveInteger: (stop: ShouldStop): IntegerResult => {
          stop({ work: 7 });
          return { status: 'INFEASIBLE', values: null, bound: Infinity, work: 9 };
        },
      });
    const session = withTreeSearch({ ...engine, open }, 2).open(knapsack);
    session.setCosts(costs);
    const found = session.solveInteger(({ work: so }) => {
      told.push(so);
      return false;
    });
    expect(work()).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(work() + 7);
    expect(found.work).toBe(work() + 9);
    session.dispose();
  });
});
