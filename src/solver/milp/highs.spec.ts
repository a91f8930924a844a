import { beforeAll, describe, expect, it } from '@jest/globals';
import { disagreements } from '../../../test/solver/agreement.js';
import { problemCase } from '../../../test/solver/problem-case.js';
import { RowBuilder } from '../row-builder.js';
import { solve } from '../solve.js';
import { loadHighs } from './highs.js';
import type { LinearModel, MilpEngine } from './milp.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Three columns of which any two exclude each other: at best 1.5 in fractions, 1 in integers. */
function triangle(): LinearModel {
  const rows = new RowBuilder();
  for (let i = 0; i < 3; i++) rows.column('INTEGER');
  rows.row(-Infinity, 1, [0, 1]);
  rows.row(-Infinity, 1, [1, 2]);
  rows.row(-Infinity, 1, [0, 2]);
  return rows.build();
}

describe('HiGHS behind the narrow interface', () => {
  it('solves the relaxation and the integer program of one model, in any order', () => {
    const session = engine.open(triangle());
    session.setCosts(Float64Array.from([-1, -1, -1]));
    expect(session.solveLinear(() => false).cost).toBeCloseTo(-1.5);
    expect(session.solveInteger(() => false)).toMatchObject({ status: 'OPTIMAL', bound: -1 });
    expect(session.solveLinear(() => false).cost).toBeCloseTo(-1.5);
    session.dispose();
  });

  it('takes bounds and rows that come later', () => {
    const session = engine.open(triangle());
    session.setCosts(Float64Array.from([-1, -1, -1]));
    session.addRow(-Infinity, 0, Int32Array.from([0, 1]), Float64Array.from([1, 1]));
    session.setColumnBounds(new Float64Array(3), Float64Array.from([1, 1, 0]));
    expect(session.solveInteger(() => false).bound).toBeCloseTo(0);
    session.setColumnBounds(Float64Array.from([1, 0, 0]), Float64Array.from([1, 1, 1]));
    expect(session.solveLinear(() => false).status).toBe('INFEASIBLE');
    session.dispose();
  });

  it('gives multipliers with which weak duality proves the cost', () => {
    const session = engine.open(triangle());
    session.setCosts(Float64Array.from([-1, -1, -1]));
    const { rowDuals } = session.solveLinear(() => false);
    expect(rowDuals.reduce((sum, dual) => sum + dual, 0)).toBeCloseTo(-1.5);
    session.dispose();
  });

  it.each([
    'engine-does-not-know',
    'engine-solve-error',
    'engine-calls-infeasible',
    'engine-calls-infeasible-too',
    'engine-never-ends',
  ])('solves what has once gone wrong: %s', (name) => {
    expect(disagreements(problemCase(name), (each) => solve(each, engine))).toEqual([]);
  });
});
