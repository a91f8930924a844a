import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyCases } from '../../test/solver/property-cases.js';
import type { LinearModel } from './milp/milp.js';
import { Propagation } from './propagation.js';
import { type Restriction, unrestricted } from './restriction.js';
import { RowBuilder } from './row-builder.js';

interface Small {
  isInteger: boolean[];
  rows: { of: number[]; lower: number; upper: number }[];
  aim: { costs: number[]; most: number } | null;
}

const WIDTH = 5;
const side = fc.integer({ min: -3, max: 4 });
const small: fc.Arbitrary<Small> = fc.record({
  isInteger: fc.array(fc.boolean(), { minLength: WIDTH, maxLength: WIDTH }),
  rows: fc.array(
    fc.record({
      of: fc.array(fc.constantFrom(0, 0, 1, 1, -1), { minLength: WIDTH, maxLength: WIDTH }),
      lower: fc.oneof(fc.constant(-Infinity), side),
      upper: fc.oneof(fc.constant(Infinity), side),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  aim: fc.option(
    fc.record({
      costs: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: WIDTH, maxLength: WIDTH }),
      most: fc.integer({ min: -20, max: 20 }),
    }),
  ),
});

function built({ isInteger, rows, aim }: Small): { model: LinearModel; restriction: Restriction } {
  const builder = new RowBuilder();
  const columns = isInteger.map((each) => builder.column(each ? 'INTEGER' : 'CONTINUOUS'));
  for (const { of, lower, upper } of rows) {
    const where = (sign: number): number[] => columns.filter((column) => of[column] === sign);
    builder.row(lower, upper, where(1), where(-1));
  }
  const model = builder.build();
  const aimRows = aim ? [{ costs: Float64Array.from(aim.costs), most: aim.most }] : [];
  return { model, restriction: { ...unrestricted(model), aimRows } };
}

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);

/** All solutions whose integer columns are 0 or 1; the others may be in between. */
function solutionsOf({ isInteger, rows, aim }: Small): number[][] {
  const all = isInteger.reduce<number[][]>(
    (before, each) =>
      before.flatMap((one) => (each ? [0, 1] : [0, 0.5, 1]).map((value) => [...one, value])),
    [[]],
  );
  return all.filter(
    (x) =>
      rows.every(({ of, lower, upper }) => lower <= product(of, x) && product(of, x) <= upper) &&
      (!aim || product(aim.costs, x) <= aim.most),
  );
}

const isIn = (x: readonly number[], { columnLower, columnUpper }: Restriction): boolean =>
  x.every((value, i) => (columnLower[i] ?? 0) <= value && value <= (columnUpper[i] ?? 1));

type Bounds = readonly [lower: number, upper: number];

const boundsOf = ({ columnLower, columnUpper }: Restriction): Bounds[] =>
  Array.from(columnLower, (lower, i) => [lower, columnUpper[i] as number]);

/** Whether each row could hold by itself, whatever the others ask. */
function canHold({ rows, aim }: Small, columns: readonly Bounds[]): boolean {
  const least = (factors: readonly number[]): number =>
    product(
      factors,
      columns.map(([lower, upper], i) => ((factors[i] ?? 0) > 0 ? lower : upper)),
    );
  const most = (factors: readonly number[]): number => -least(factors.map((each) => -each));
  return (
    rows.every(({ of, lower, upper }) => least(of) <= upper && most(of) >= lower) &&
    (!aim || least(aim.costs) <= aim.most)
  );
}

describe('propagation', () => {
  it('loses no solution', () => {
    fc.assert(
      fc.property(small, (of) => {
        const { model, restriction } = built(of);
        new Propagation(model).tighten(restriction);
        for (const x of solutionsOf(of)) expect(isIn(x, restriction)).toBe(true);
      }),
      { numRuns: propertyCases(1000), seed: 3 },
    );
  });

  it('leaves integers no value that a row by itself excludes', () => {
    fc.assert(
      fc.property(small, (of) => {
        const { model, restriction } = built(of);
        new Propagation(model).tighten(restriction);
        const columns = boundsOf(restriction);
        if (columns.some(([lower, upper]) => lower > upper)) return;
        columns.forEach(([lower, upper], column) => {
          if (!of.isInteger[column]) return;
          for (const value of [lower, upper]) {
            expect(canHold(of, columns.with(column, [value, value]))).toBe(true);
          }
        });
      }),
      { numRuns: propertyCases(1000), seed: 4 },
    );
  });

  const columnsOf = ({ rows, ...more }: Partial<Small>): Bounds[] => {
    const whole = { isInteger: [true, true, true], rows: rows ?? [], aim: null, ...more };
    const { model, restriction } = built(whole);
    new Propagation(model).tighten(restriction);
    return boundsOf(restriction);
  };
  const [open, none, one] = [
    [0, 1],
    [0, 0],
    [1, 1],
  ];

  it('follows what one row leaves into the others', () => {
    const rows = [
      { of: [0, 1, 1], lower: -Infinity, upper: 1 },
      { of: [1, 1, 0], lower: -Infinity, upper: 1 },
      { of: [1, 0, 0], lower: 1, upper: 1 },
      { of: [0, 1, 1], lower: 1, upper: Infinity },
    ];
    expect(columnsOf({ rows })).toEqual([one, none, one]);
  });

  it('takes a row that leaves a choice for none', () => {
    expect(columnsOf({ rows: [{ of: [1, 1, 0], lower: 1, upper: 1 }] })).toEqual([
      open,
      open,
      open,
    ]);
  });

  it('looks at the rows of aims, and again at the others after them', () => {
    const rows = [{ of: [1, 1, 0], lower: 1, upper: Infinity }];
    const aim = { costs: [5, 1, 1], most: 4 };
    expect(columnsOf({ rows, aim })).toEqual([none, one, open]);
  });

  it('fixes what is no integer only where it cannot move at all', () => {
    const rows = [{ of: [1, 1, 0], lower: -Infinity, upper: 1 }];
    const isInteger = [false, true, true];
    expect(columnsOf({ rows, isInteger })).toEqual([open, open, open]);
    const held = [...rows, { of: [0, 1, 0], lower: 1, upper: 1 }];
    expect(columnsOf({ rows: held, isInteger })).toEqual([none, one, open]);
  });

  it('fixes nothing for an aim to which it costs nothing', () => {
    const aim = { costs: [1, 0, 0], most: 0 };
    expect(columnsOf({ isInteger: [true, false, true], aim })).toEqual([none, open, open]);
  });

  it.each([
    ['more than its most', { of: [1, 1, 1], lower: -Infinity, upper: 1 }],
    ['less than its least', { of: [-1, -1, 1], lower: 0, upper: Infinity }],
  ])('says so where nothing can hold, as a row comes to %s', (_, row) => {
    const found = columnsOf({ rows: [{ of: [1, 1, 0], lower: 2, upper: 2 }, row] });
    expect(found.some(([lower, upper]) => lower > upper)).toBe(true);
  });
});
