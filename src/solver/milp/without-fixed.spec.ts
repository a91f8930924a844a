import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tinyProblem } from '../../../test/solver/generate.js';
import { buildModel } from '../model.js';
import { loadHighs } from './highs.js';
import type { LinearModel, MilpEngine, MilpSession } from './milp.js';
import { withTreeSearch } from './tree-search.js';
import { withoutFixed } from './without-fixed.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const unasked = (): boolean => false;

/** What a session finds of a model with these bounds, costs and row. */
function found(session: MilpSession, of: Parameters<typeof told>[1]): string {
  try {
    return told(session, of);
  } finally {
    session.dispose();
  }
}

function told(
  session: MilpSession,
  of: {
    lower: Float64Array;
    upper: Float64Array;
    costs: Float64Array;
    rows: [Float64Array, Float64Array];
  },
): string {
  session.setCosts(of.costs);
  session.setColumnBounds(of.lower, of.upper);
  session.setRowBounds(...of.rows);
  const all = Int32Array.from(of.lower.keys());
  session.addRow(-Infinity, 3, all, new Float64Array(all.length).fill(1));
  const linear = session.solveLinear(unasked);
  const integer = session.solveInteger(unasked);
  const cost = (values: Float64Array): string =>
    values.reduce((sum, value, column) => sum + value * (of.costs[column] as number), 0).toFixed(6);
  return [
    linear.status,
    linear.status === 'OPTIMAL' ? `${cost(linear.values)} ${linear.cost.toFixed(6)}` : '',
    integer.status,
    integer.values ? `${cost(integer.values)} ${integer.bound.toFixed(6)}` : '',
  ].join(' ');
}

describe('an engine without what is fixed', () => {
  it('finds what the engine finds, whatever is fixed, also where that breaks a row', () => {
    const statuses = new Set<string>();
    const drawn = fc.record({
      problem: tinyProblem({ people: 4, reviews: 3, weeks: 2 }),
      fixed: fc.array(fc.constantFrom(0, 1, null, null), { minLength: 400, maxLength: 400 }),
      costs: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 400, maxLength: 400 }),
    });
    fc.assert(
      fc.property(drawn, ({ problem, fixed, costs }) => {
        const { linear } = buildModel(problem);
        if (linear.columnCount === 0 || linear.columnCount > fixed.length) return;
        const of = {
          lower: linear.columnLower.map((bound, i) => fixed[i] ?? bound),
          upper: linear.columnUpper.map((bound, i) => fixed[i] ?? bound),
          costs: Float64Array.from(linear.columnLower, (_, i) => costs[i] as number),
          rows: [linear.rowLower, linear.rowUpper] as [Float64Array, Float64Array],
        };
        const expected = found(engine.open(linear), of);
        statuses.add(expected.split(' ')[0] as string);
        expect(found(withoutFixed(engine).open(linear), of)).toBe(expected);
      }),
      { numRuns: Number(process.env['QAR_PROPERTY_CASES'] ?? 300), seed: 20270111 },
    );
    expect([...statuses].sort()).toEqual(['INFEASIBLE', 'OPTIMAL']);
  }, 120_000);

  it('finds what the engine finds in a search after bounds have been narrowed or widened', () => {
    const statuses = new Set<string>();
    const choices = fc.array(fc.constantFrom(0, 1, null, null, null), {
      minLength: 400,
      maxLength: 400,
    });
    const drawn = fc.record({
      problem: tinyProblem({ people: 4, reviews: 3, weeks: 2 }),
      before: choices,
      after: choices,
      isNarrowed: fc.boolean(),
      tightened: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1), { minLength: 400, maxLength: 400 }),
      costs: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 400, maxLength: 400 }),
    });
    fc.assert(
      fc.property(drawn, ({ problem, before, after, isNarrowed, tightened, costs: all }) => {
        const { linear } = buildModel(problem);
        if (linear.columnCount === 0 || linear.columnCount > all.length) return;
        const costs = Float64Array.from(linear.columnLower, (_, i) => all[i] as number);
        const first = (bound: number, i: number): number => before[i] ?? bound;
        const second = (bound: number, i: number): number =>
          (isNarrowed ? (before[i] ?? after[i]) : after[i]) ?? bound;
        const searched = (session: MilpSession): string => {
          session.setCosts(costs);
          session.setColumnBounds(linear.columnLower.map(first), linear.columnUpper.map(first));
          session.solveLinear(unasked);
          session.setColumnBounds(linear.columnLower.map(second), linear.columnUpper.map(second));
          session.setRowBounds(
            linear.rowLower,
            linear.rowUpper.map((side, row) => side - (tightened[row] as number)),
          );
          const { status, values, bound } = session.solveInteger(unasked);
          const cost = values?.reduce((sum, value, i) => sum + value * (costs[i] as number), 0);
          session.dispose();
          return `${status} ${bound.toFixed(6)} ${(cost ?? Infinity).toFixed(6)}`;
        };
        const [status = '', , cost] = searched(engine.open(linear)).split(' ');
        statuses.add(status);
        const [ours, , costOfOurs] = searched(withoutFixed(engine).open(linear)).split(' ');
        expect([ours, costOfOurs]).toEqual([status, cost]);
        const [tree, , costOfTree] = searched(
          withoutFixed(withTreeSearch(engine)).open(linear),
        ).split(' ');
        expect([tree, costOfTree]).toEqual([status, cost]);
      }),
      { numRuns: Number(process.env['QAR_PROPERTY_CASES'] ?? 300), seed: 20281128 },
    );
    expect([...statuses].sort()).toEqual(['INFEASIBLE', 'OPTIMAL']);
  }, 120_000);

  it('goes on from a linear program where bounds have been narrowed, and opens another where not', () => {
    const opened: number[] = [];
    const counting: MilpEngine = {
      ...engine,
      open: (model) => {
        opened.push(model.columnCount);
        return engine.open(model);
      },
    };
    const linear = {
      columnCount: 3,
      rowCount: 1,
      columnLower: Float64Array.of(0, 0, 0),
      columnUpper: Float64Array.of(1, 1, 0),
      isInteger: Uint8Array.of(1, 1, 1),
      rowLower: Float64Array.of(1),
      rowUpper: Float64Array.of(1),
      starts: Int32Array.of(0, 3),
      indices: Int32Array.of(0, 1, 2),
      values: Float64Array.of(1, 1, 1),
    };
    const session = withoutFixed(counting).open(linear);
    session.setCosts(Float64Array.of(7, 9, 1));
    session.solveLinear(unasked);
    session.setColumnBounds(Float64Array.of(0, 0, 0), Float64Array.of(0, 1, 0));
    expect(session.solveInteger(unasked)).toMatchObject({ status: 'OPTIMAL', bound: 9 });
    expect(opened).toEqual([2]);
    session.setColumnBounds(Float64Array.of(0, 0, 0), Float64Array.of(0, 1, 1));
    expect(session.solveInteger(unasked)).toMatchObject({ status: 'OPTIMAL', bound: 1 });
    expect(opened).toEqual([2, 2]);
    session.dispose();
  });

  describe('after a linear program', () => {
    /** Exactly one of two columns; the row before it has none that is open. */
    const oneOfTwo: LinearModel = {
      columnCount: 3,
      rowCount: 2,
      columnLower: Float64Array.of(0, 0, 1),
      columnUpper: Float64Array.of(1, 1, 1),
      isInteger: Uint8Array.of(1, 1, 1),
      rowLower: Float64Array.of(0, 1),
      rowUpper: Float64Array.of(1, 1),
      starts: Int32Array.of(0, 1, 3),
      indices: Int32Array.of(2, 0, 1),
      values: Float64Array.of(1, 1, 1),
    };
    let session: MilpSession;
    beforeEach(() => {
      session = withoutFixed(withTreeSearch(engine)).open(oneOfTwo);
      session.setCosts(Float64Array.of(7, 9, 100));
    });
    afterEach(() => {
      session.dispose();
    });

    it('tells its multipliers by the rows of the model', () => {
      const { rowDuals, cost } = session.solveLinear(unasked);
      expect(cost).toBe(107);
      expect(rowDuals[0]).toBe(0);
      expect(rowDuals[1]).toBeGreaterThanOrEqual(7);
    });

    it('searches by other costs where they are others', () => {
      session.solveLinear(unasked);
      session.setCosts(Float64Array.of(9, 8, 100));
      expect(session.solveInteger(unasked)).toMatchObject({ status: 'OPTIMAL', bound: 108 });
    });

    it('searches with a row more where there is one', () => {
      session.solveLinear(unasked);
      session.addRow(-Infinity, 0, Int32Array.of(0), Float64Array.of(1));
      expect(session.solveInteger(unasked)).toMatchObject({ status: 'OPTIMAL', bound: 109 });
    });

    it('finds nothing where bounds exclude each other', () => {
      session.solveLinear(unasked);
      session.setColumnBounds(Float64Array.of(0, 1, 1), Float64Array.of(1, 0, 1));
      expect(session.solveInteger(unasked)).toMatchObject({ status: 'INFEASIBLE' });
      expect(session.solveLinear(unasked)).toMatchObject({ status: 'INFEASIBLE' });
    });

    it('stops a search when it is told', () => {
      session.solveLinear(unasked);
      expect(session.solveInteger(() => true)).toMatchObject({ status: 'STOPPED' });
    });
  });

  it('finds nothing where a row without open columns is tightened to what they break', () => {
    const linear = {
      columnCount: 2,
      rowCount: 2,
      columnLower: Float64Array.of(0, 1),
      columnUpper: Float64Array.of(1, 1),
      isInteger: Uint8Array.of(1, 1),
      rowLower: Float64Array.of(0, 0),
      rowUpper: Float64Array.of(1, 1),
      starts: Int32Array.of(0, 1, 2),
      indices: Int32Array.of(0, 1),
      values: Float64Array.of(1, 1),
    };
    const session = withoutFixed(engine).open(linear);
    session.setCosts(Float64Array.of(1, 1));
    expect(session.solveLinear(unasked)).toMatchObject({ status: 'OPTIMAL', cost: 1 });
    session.setRowBounds(Float64Array.of(0, 0), Float64Array.of(1, 0));
    expect(session.solveInteger(unasked)).toMatchObject({ status: 'INFEASIBLE' });
    session.dispose();
  });

  it('solves a model of which nothing is open', () => {
    const linear = {
      columnCount: 2,
      rowCount: 1,
      columnLower: Float64Array.of(1, 0),
      columnUpper: Float64Array.of(1, 0),
      isInteger: Uint8Array.of(1, 1),
      rowLower: Float64Array.of(1),
      rowUpper: Float64Array.of(1),
      starts: Int32Array.of(0, 2),
      indices: Int32Array.of(0, 1),
      values: Float64Array.of(1, 1),
    };
    const session = withoutFixed(engine).open(linear);
    session.setCosts(Float64Array.of(7, 9));
    expect(session.solveInteger(unasked)).toMatchObject({ status: 'OPTIMAL', bound: 7 });
    expect(session.solveLinear(unasked)).toMatchObject({ status: 'OPTIMAL', cost: 7 });
  });
});
