import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cheapestMatching, type Match } from './cheapest-matching.js';

const COLUMNS = 4;
const way = fc.record({
  column: fc.nat({ max: COLUMNS - 1 }),
  cost: fc.integer({ min: -5, max: 9 }),
});
const table = fc.array(fc.array(way, { maxLength: 4 }), { maxLength: 4 });

/** By trying everything: the least cost of so many rows; Infinity where so many cannot be matched. */
function least(rows: readonly (readonly Match[])[], count: number, next = 0, used = 0): number {
  if (next === rows.length) return count === 0 ? 0 : Infinity;
  let best = least(rows, count, next + 1, used);
  for (const { column, cost } of rows[next] ?? []) {
    if ((used >> column) & 1) continue;
    best = Math.min(best, cost + least(rows, count - 1, next + 1, used | (1 << column)));
  }
  return best;
}

describe('cheapestMatching', () => {
  it('is the cheapest of all matchings of so many rows, and null where there is none', () => {
    fc.assert(
      fc.property(table, fc.nat({ max: 4 }), (rows, count) => {
        const best = least(rows, count);
        const found = cheapestMatching(rows, count);
        if (!found) {
          expect(best).toBe(Infinity);
          return;
        }
        const ways = found.flatMap((number, row) => rows[row]?.[number] ?? []);
        expect(ways).toHaveLength(count);
        expect(new Set(ways.map(({ column }) => column)).size).toBe(count);
        expect(ways.reduce((sum, { cost }) => sum + cost, 0)).toBe(best);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('moves a row to its second choice where that lets another have its only one', () => {
    const rows = [
      [
        { column: 1, cost: 0 },
        { column: 2, cost: 5 },
      ],
      [{ column: 1, cost: 3 }],
    ];
    expect(cheapestMatching(rows, 2)).toEqual([1, 0]);
    expect(cheapestMatching(rows, 1)).toEqual([0, -1]);
    expect(cheapestMatching(rows, 0)).toEqual([-1, -1]);
  });
});
