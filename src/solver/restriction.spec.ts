import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyCases } from '../../test/solver/property-cases.js';
import type { LinearModel } from './milp/milp.js';
import {
  type DualBound,
  proveBound,
  type Restriction,
  restrictTo,
  unrestricted,
} from './restriction.js';
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
  duals: fc.array(
    fc.oneof(
      fc.integer({ min: -4, max: 4 }),
      fc.integer({ min: -20, max: 20 }).map((twelfths) => twelfths / 12),
      fc.double({ min: -30, max: 30, noNaN: true }),
    ),
    { minLength: 7, maxLength: 7 },
  ),
});

type Drawn = typeof models extends fc.Arbitrary<infer T> ? T : never;

function build(drawn: Drawn): {
  model: LinearModel;
  restriction: Restriction;
  costs: Float64Array;
} {
  const rows = new RowBuilder();
  for (let i = 0; i < COLUMNS; i++) rows.column('INTEGER');
  rows.widened(1, [0, 1, 2], [{ column: 3, by: 2 }]);
  for (const { plus, minus, lower, upper } of drawn.rows) {
    const onlyMinus = minus.filter((column) => !plus.includes(column));
    rows.row(Math.min(lower, upper), upper, plus, onlyMinus);
  }
  const model = rows.build();
  const restriction = unrestricted(model);
  restriction.aimRows.push({ costs: Float64Array.from(drawn.aimCosts), most: 1 });
  return { model, restriction, costs: Float64Array.from(drawn.costs) };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Every 0/1 vector. */
const vectors = Array.from({ length: 2 ** COLUMNS }, (_, bits) =>
  Array.from({ length: COLUMNS }, (_, i) => (bits >> i) & 1),
);

/** What each row comes to, those of aims last. */
function activities(model: LinearModel, { aimRows }: Restriction, x: readonly number[]): number[] {
  const rows = Array.from({ length: model.rowCount }, (_, row) => {
    const [from, to] = [model.starts[row] ?? 0, model.starts[row + 1] ?? 0];
    const columns = [...model.indices.slice(from, to)];
    return dot(
      model.values.slice(from, to),
      columns.map((column) => x[column] ?? 0),
    );
  });
  return [...rows, ...aimRows.map(({ costs }) => dot(costs, x))];
}

/** Every 0/1 vector that keeps the restriction. */
function solutions(model: LinearModel, restriction: Restriction): number[][] {
  const { columnLower, columnUpper, rowLower, rowUpper, aimRows } = restriction;
  const lower = [...rowLower, ...aimRows.map(() => -Infinity)];
  const upper = [...rowUpper, ...aimRows.map(({ most }) => most)];
  const isWithin = (
    values: readonly number[],
    least: ArrayLike<number>,
    most: ArrayLike<number>,
  ): boolean => values.every((value, i) => value >= (least[i] ?? 0) && value <= (most[i] ?? 0));
  return vectors.filter(
    (x) =>
      isWithin(x, columnLower, columnUpper) &&
      isWithin(activities(model, restriction, x), lower, upper),
  );
}

const SEED = 1;
const COST = 1e9;

describe('unrestricted', () => {
  it('has the bounds of the model, and changes to them are not changes of the model', () => {
    fc.assert(
      fc.property(models, (drawn) => {
        const { model } = build(drawn);
        const before = structuredClone(model);
        const free = unrestricted(model);
        expect({ ...model, ...free }).toEqual({ ...model, aimRows: [] });
        for (const bounds of [free.columnLower, free.columnUpper, free.rowLower, free.rowUpper])
          bounds.fill(9);
        expect(model).toEqual(before);
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});

describe('proveBound', () => {
  it('is never above the cost of a solution, whatever the multipliers', () => {
    let tight = 0;
    fc.assert(
      fc.property(models, (drawn) => {
        const { model, restriction, costs } = build(drawn);
        const proof = proveBound(model, restriction, costs, Float64Array.from(drawn.duals), COST);
        if (!proof) throw new Error('Such small numbers always fit.');
        for (const x of solutions(model, restriction)) {
          const cost = dot(costs, x) * proof.scale;
          if (cost === proof.bound) tight++;
          expect(cost).toBeGreaterThanOrEqual(proof.bound);
        }
      }),
      { numRuns: propertyCases(1_000), seed: SEED },
    );
    expect(tight).toBeGreaterThan(0);
  });

  it('differs from the cost of anything by what its columns and rows pay for leaving their sides', () => {
    fc.assert(
      fc.property(models, (drawn) => {
        const { model, restriction, costs } = build(drawn);
        const { columnLower, columnUpper, rowLower, rowUpper, aimRows } = restriction;
        const proof = proveBound(model, restriction, costs, Float64Array.from(drawn.duals), COST);
        if (!proof) throw new Error('Such small numbers always fit.');
        const { scale, bound, multipliers, reducedCosts } = proof;
        const sides = [...multipliers].map((multiplier, row) => {
          const aimRow = aimRows[row - model.rowCount];
          if (multiplier === 0) return 0;
          if (multiplier > 0) return aimRow ? -Infinity : (rowLower[row] as number);
          return aimRow ? aimRow.most : (rowUpper[row] as number);
        });
        expect(sides.every(Number.isFinite)).toBe(true);
        const paying = [...reducedCosts].map((d, j) => (d > 0 ? columnLower[j] : columnUpper[j]));
        for (const x of vectors) {
          const rows = activities(model, restriction, x).map(
            (each, row) => each - (sides[row] ?? 0),
          );
          const columns = x.map((each, j) => each - (paying[j] ?? 0));
          const paid = dot(multipliers, rows) + dot(reducedCosts, columns);
          expect(dot(costs, x) * scale - bound).toBe(paid);
        }
      }),
      { numRuns: propertyCases(500), seed: SEED },
    );
  });

  it('is by the multipliers that the engine gives, as far as they are of the right sign', () => {
    fc.assert(
      fc.property(models, (drawn) => {
        const { model, restriction, costs } = build(drawn);
        const twelfths = Float64Array.from(drawn.duals, (dual) => Math.round(dual * 12) / 12);
        const proof = proveBound(model, restriction, costs, twelfths, COST);
        if (proof?.scale !== 60) return;
        const { rowLower, rowUpper, aimRows } = restriction;
        const lower = [...rowLower, ...aimRows.map(() => -Infinity)];
        const upper = [...rowUpper, ...aimRows.map(({ most }) => most)];
        const expected = lower.map((_, row) => {
          const dual = twelfths[row] ?? 0;
          return Number.isFinite(dual > 0 ? lower[row] : upper[row]) ? Math.round(dual * 60) : 0;
        });
        expect([...proof.multipliers].map((each) => each + 0)).toEqual(
          expected.map((each) => each + 0),
        );
      }),
      { numRuns: propertyCases(500), seed: SEED },
    );
  });

  it('is the best of several denominators, and of no more once it reaches the cost', () => {
    let better = 0;
    fc.assert(
      fc.property(models, (drawn) => {
        const { model, restriction, costs } = build(drawn);
        const prove = (duals: readonly number[], cost: number): DualBound =>
          proveBound(model, restriction, costs, Float64Array.from(duals), cost) as DualBound;
        const best = prove(drawn.duals, COST);
        const valueOf = ({ bound, scale }: DualBound): number => bound / scale;
        for (const scale of [1, 2, 6, 60, 840]) {
          const rounded = drawn.duals.map((dual) => Math.round(dual * scale) / scale);
          const first = prove(rounded, COST);
          expect(valueOf(best)).toBeGreaterThanOrEqual(valueOf(prove(drawn.duals, -COST)));
          if (first.scale === scale) {
            expect(valueOf(best)).toBeGreaterThanOrEqual(valueOf(first) - 1e-9);
          }
        }
        const whole = prove(drawn.duals, -COST);
        expect(whole.scale).toBe(1);
        if (valueOf(best) > valueOf(whole)) better++;
        // A cost that is reached but for rounding is enough, and one that is not is not.
        expect(prove(drawn.duals, valueOf(whole) + 5e-8).scale).toBe(1);
        expect(valueOf(prove(drawn.duals, valueOf(best) - 1e-3))).toBeGreaterThanOrEqual(
          Math.max(valueOf(whole), valueOf(best) - 2e-3),
        );
      }),
      { numRuns: propertyCases(500), seed: SEED },
    );
    expect(better).toBeGreaterThan(0);
  });

  it('refuses numbers that are not exact in 53 bits', () => {
    const rows = new RowBuilder();
    rows.column('INTEGER');
    const model = rows.build();
    const costs = Float64Array.from([2 ** 53]);
    expect(proveBound(model, unrestricted(model), costs, new Float64Array(0), 0)).toBeNull();
  });

  it('refuses sums that were not exact on the way, though the last of them is', () => {
    const rows = new RowBuilder();
    rows.column('INTEGER');
    rows.row(2 ** 52, Infinity, []);
    rows.row(-Infinity, 2 ** 52, []);
    const model = rows.build();
    const prove = (...duals: number[]): DualBound | null =>
      proveBound(model, unrestricted(model), new Float64Array(1), Float64Array.from(duals), 0);
    expect(prove(1, -1)).toMatchObject({ bound: 0, scale: 1 });
    expect(prove(2, -2)).toBeNull();
  });
});

describe('restrictTo', () => {
  it('keeps every solution that costs at most so much, and no other', () => {
    const gaps = { none: 0, some: 0 };
    const beyond = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(models, beyond, (drawn, more) => {
        const { model, restriction, costs } = build(drawn);
        const proof = proveBound(model, restriction, costs, Float64Array.from(drawn.duals), -COST);
        if (!proof) throw new Error('Such small numbers always fit.');
        const most = Math.ceil(proof.bound / proof.scale) + more;
        const before = structuredClone({ model, restriction, costs });
        const wanted = solutions(model, restriction).filter((x) => dot(costs, x) <= most);
        const next = restrictTo(most, proof, model, restriction, costs);
        // No plan is below the row of an aim that was settled: its multiplier speaks of those at it.
        const isSettled = (x: readonly number[]): boolean =>
          restriction.aimRows.every((row) => dot(row.costs, x) === row.most);
        expect(solutions(model, next).filter(isSettled)).toEqual(wanted.filter(isSettled));
        expect(solutions(model, next)).toEqual(expect.arrayContaining(wanted));
        // With no gap bounds are enough.
        const isExact = most * proof.scale === proof.bound;
        gaps[isExact ? 'none' : 'some']++;
        const added = isExact ? [] : [{ costs, most }];
        expect(next.aimRows).toEqual([...restriction.aimRows, ...added]);
        expect({ model, restriction, costs }).toEqual(before);
      }),
      { numRuns: propertyCases(2_000), seed: SEED },
    );
    expect(gaps.none).toBeGreaterThan(0);
    expect(gaps.some).toBeGreaterThan(0);
  });

  it('holds columns and rows to the sides that they pay more than the gap to leave, and no others', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 0, max: 6 }), (drawn, more) => {
        const { model, restriction, costs } = build(drawn);
        const proof = proveBound(model, restriction, costs, Float64Array.from(drawn.duals), COST);
        if (!proof) throw new Error('Such small numbers always fit.');
        const most = Math.ceil(proof.bound / proof.scale) + more;
        const gap = most * proof.scale - proof.bound;
        const next = restrictTo(most, proof, model, restriction, costs);
        const held = (price: number, lower: number, upper: number): [number, number] =>
          price > gap ? [lower, lower] : price < -gap ? [upper, upper] : [lower, upper];
        for (let j = 0; j < COLUMNS; j++) {
          const [lower, upper] = [restriction.columnLower[j], restriction.columnUpper[j]];
          expect([next.columnLower[j], next.columnUpper[j]]).toEqual(
            held(proof.reducedCosts[j] as number, lower as number, upper as number),
          );
        }
        for (let row = 0; row < model.rowCount; row++) {
          const [lower, upper] = [restriction.rowLower[row], restriction.rowUpper[row]];
          expect([next.rowLower[row], next.rowUpper[row]]).toEqual(
            held(proof.multipliers[row] as number, lower as number, upper as number),
          );
        }
      }),
      { numRuns: propertyCases(500), seed: SEED },
    );
  });

  it('is a row for the aim and nothing else where nothing is proven', () => {
    fc.assert(
      fc.property(models, (drawn) => {
        const { model, restriction, costs } = build(drawn);
        const next = restrictTo(3, null, model, restriction, costs);
        const aimRows = [...restriction.aimRows, { costs, most: 3 }];
        expect(next).toEqual({ ...restriction, aimRows });
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});
