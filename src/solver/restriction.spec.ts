import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LinearModel } from './milp/milp.js';
import { proveBound, restrictTo, unrestricted, type Restriction } from './restriction.js';
import { RowBuilder } from './row-builder.js';

const COLUMNS = 6;

/** A random model of six 0/1 columns and up to five rows, with costs and whatever multipliers. */
const models = fc.record({
  rows: fc.array(
    fc.record({
      plus: fc.subarray([0, 1, 2, 3, 4, 5]),
      minus: fc.subarray([0, 1, 2, 3, 4, 5]),
      lower: fc.constantFrom(-Infinity, -1, 0, 1),
      upper: fc.constantFrom(Infinity, 0, 1, 2),
    }),
    { maxLength: 5 },
  ),
  costs: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: COLUMNS, maxLength: COLUMNS }),
  aimCosts: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: COLUMNS, maxLength: COLUMNS }),
  duals: fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 6, maxLength: 6 }),
});

type Drawn = typeof models extends fc.Arbitrary<infer T> ? T : never;

function build(drawn: Drawn): {
  model: LinearModel;
  restriction: Restriction;
  costs: Float64Array;
} {
  const rows = new RowBuilder();
  for (let i = 0; i < COLUMNS; i++) rows.column('INTEGER');
  for (const { plus, minus, lower, upper } of drawn.rows) {
    const onlyMinus = minus.filter((column) => !plus.includes(column));
    rows.row(Math.min(lower, upper), upper, plus, onlyMinus);
  }
  const model = rows.build();
  const restriction = unrestricted(model);
  restriction.aimRows.push({ costs: Float64Array.from(drawn.aimCosts), most: 2 });
  return { model, restriction, costs: Float64Array.from(drawn.costs) };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Every 0/1 vector that keeps the restriction. */
function solutions(model: LinearModel, restriction: Restriction): number[][] {
  const all = Array.from({ length: 2 ** COLUMNS }, (_, bits) =>
    Array.from({ length: COLUMNS }, (_, i) => (bits >> i) & 1),
  );
  return all.filter((x) => {
    const inBounds = x.every(
      (value, i) =>
        value >= (restriction.columnLower[i] ?? 0) && value <= (restriction.columnUpper[i] ?? 1),
    );
    const inRows = Array.from({ length: model.rowCount }).every((_, row) => {
      const from = model.starts[row] ?? 0;
      const to = model.starts[row + 1] ?? 0;
      const columns = [...model.indices.slice(from, to)];
      const activity = dot(
        model.values.slice(from, to),
        columns.map((column) => x[column] ?? 0),
      );
      return (
        activity >= (restriction.rowLower[row] ?? 0) && activity <= (restriction.rowUpper[row] ?? 0)
      );
    });
    return inBounds && inRows && restriction.aimRows.every((row) => dot(row.costs, x) <= row.most);
  });
}

describe('proveBound', () => {
  it('is never above the cost of a solution, whatever the multipliers', () => {
    fc.assert(
      fc.property(models, (drawn) => {
        const { model, restriction, costs } = build(drawn);
        const proof = proveBound(model, restriction, costs, Float64Array.from(drawn.duals), 0);
        if (!proof) throw new Error('Such small numbers always fit.');
        for (const x of solutions(model, restriction)) {
          expect(dot(costs, x) * proof.scale).toBeGreaterThanOrEqual(proof.bound);
        }
      }),
    );
  });

  it('refuses numbers that are not exact in 53 bits', () => {
    const rows = new RowBuilder();
    rows.column('INTEGER');
    const model = rows.build();
    const costs = Float64Array.from([2 ** 53]);
    expect(proveBound(model, unrestricted(model), costs, new Float64Array(0), 0)).toBeNull();
  });
});

describe('restrictTo', () => {
  it('keeps every solution that costs at most so much, and no other', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: -30, max: 30 }), (drawn, most) => {
        const { model, restriction, costs } = build(drawn);
        const proof = proveBound(model, restriction, costs, Float64Array.from(drawn.duals), 0);
        fc.pre(proof !== null && most * proof.scale >= proof.bound);
        const wanted = solutions(model, restriction).filter((x) => dot(costs, x) <= most);
        const next = restrictTo(most, proof, model, restriction, costs);
        expect(solutions(model, next)).toEqual(wanted);
      }),
    );
  });
});
