import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadHighs } from './milp/highs.js';
import type { LinearModel, MilpEngine } from './milp/milp.js';
import { RestrictedModel } from './restricted-model.js';
import { type AimRow, unrestricted } from './restriction.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Exactly two of four columns. */
const model: LinearModel = {
  columnCount: 4,
  rowCount: 1,
  columnLower: new Float64Array(4),
  columnUpper: new Float64Array(4).fill(1),
  isInteger: new Uint8Array(4).fill(1),
  rowLower: Float64Array.of(2),
  rowUpper: Float64Array.of(2),
  starts: Int32Array.of(0, 4),
  indices: Int32Array.of(0, 1, 2, 3),
  values: new Float64Array(4).fill(1),
};
const costs = Float64Array.of(1, 2, 4, 8);
/** Not the first two together; not the first and the third. */
const rows: AimRow[] = [
  { costs: Float64Array.of(1, 1, 0, 0), most: 1 },
  { costs: Float64Array.of(1, 0, 1, 0), most: 1 },
];

describe('a restricted model', () => {
  it('is held to the rows of its last restriction, whatever was said before it was asked', () => {
    const restricted = new RestrictedModel(engine, model);
    const least = (...aimRows: AimRow[]): number => {
      restricted.restrict({ ...unrestricted(model), aimRows });
      restricted.session.setCosts(costs);
      return restricted.session.solveInteger(() => false).bound;
    };
    const [first, second] = rows as [AimRow, AimRow];
    expect(least()).toBe(3);
    expect(least(first)).toBe(5);
    expect(least(second)).toBe(3);
    expect(least(first)).toBe(5);
    expect(least(first, second)).toBe(6);
    // As many rows as before, but another: the one that was told is let go.
    restricted.restrict(unrestricted(model));
    expect(least(second)).toBe(3);
    restricted.restrict({ ...unrestricted(model), aimRows: [second, first] });
    expect(least()).toBe(3);
    restricted.dispose();
  });

  it('is held to the bounds of its last restriction', () => {
    const restricted = new RestrictedModel(engine, model);
    restricted.restrict({ ...unrestricted(model), columnUpper: Float64Array.of(0, 1, 1, 1) });
    restricted.session.setCosts(costs);
    expect(restricted.session.solveInteger(() => false).bound).toBe(6);
    expect(restricted.restriction.columnUpper[0]).toBe(0);
    restricted.restrict({ ...unrestricted(model), rowLower: Float64Array.of(1) });
    expect(restricted.session.solveInteger(() => false).bound).toBe(1);
    restricted.dispose();
  });
});
