import { describe, expect, it } from '@jest/globals';
import type { LinearModel } from './milp/milp.js';
import { RowBuilder } from './row-builder.js';

/** Every row as text, such as `0 ≤ +a -b ≤ 1`. */
function rowsOf({ rowCount, starts, indices, values, rowLower, rowUpper }: LinearModel): string[] {
  return Array.from({ length: rowCount }, (_, row) => {
    const entries = [...indices.slice(starts[row], starts[row + 1])].map((column, k) => {
      const value = values[(starts[row] ?? 0) + k] ?? NaN;
      return `${value > 0 ? '+' : ''}${value}${'abcd'[column] ?? '?'}`;
    });
    return `${rowLower[row] ?? NaN} ≤ ${entries.join(' ')} ≤ ${rowUpper[row] ?? NaN}`;
  });
}

describe('a model that is built row by row', () => {
  const rows = new RowBuilder();
  const [a, b, c] = [rows.column('INTEGER'), rows.column('CONTINUOUS'), rows.column('INTEGER')];

  it('has columns between 0 and 1, numbered in order, of which some are integers', () => {
    expect([a, b, c, rows.columnCount]).toEqual([0, 1, 2, 3]);
    const { columnCount, columnLower, columnUpper, isInteger } = rows.build();
    expect(columnCount).toBe(3);
    expect([...columnLower]).toEqual([0, 0, 0]);
    expect([...columnUpper]).toEqual([1, 1, 1]);
    expect([...isInteger]).toEqual([1, 0, 1]);
  });

  it('has its rows in order, without those that can not be broken', () => {
    rows.row(0, 2, [a, c], [b]);
    rows.atMost(1, [a]);
    rows.atMost(1, [a, b]);
    rows.widened(1, [a, b], [{ column: c, by: 2 }]);
    expect(rowsOf(rows.build())).toEqual([
      '0 ≤ +1a +1c -1b ≤ 2',
      '-Infinity ≤ +1a +1b ≤ 1',
      '-Infinity ≤ -2c +1a +1b ≤ 1',
    ]);
  });
});
