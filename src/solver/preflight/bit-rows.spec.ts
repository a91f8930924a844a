import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { addBits, BitRows, bitsOf, countBits } from './bit-rows.js';

const ROWS = 3;
const COLUMNS = 70;

/** For each row the columns that are set, and how that came about. */
const drawn = fc.array(
  fc.record({
    row: fc.nat({ max: ROWS - 1 }),
    column: fc.oneof(fc.nat({ max: COLUMNS - 1 }), fc.constantFrom(0, 31, 32, 63, 64)),
    isSet: fc.boolean(),
  }),
  { maxLength: 40 },
);
const ascending = (columns: Iterable<number>): number[] => [...columns].sort((a, b) => a - b);

describe('rows of bits', () => {
  it('hold for each row a set of columns', () => {
    fc.assert(
      fc.property(drawn, (steps) => {
        const bits = new BitRows(ROWS, COLUMNS);
        const sets = Array.from({ length: ROWS }, () => new Set<number>());
        for (const { row, column, isSet } of steps) {
          if (isSet) bits.set(row, column);
          else bits.clear(row, column);
          if (isSet) sets[row]?.add(column);
          else sets[row]?.delete(column);
        }
        sets.forEach((set, row) => {
          expect(bitsOf(bits.row(row))).toEqual(ascending(set));
          expect(countBits(bits.row(row))).toBe(set.size);
          expect(bits.isEmpty(row)).toBe(set.size === 0);
        });
        const [first, , last] = sets as [Set<number>, Set<number>, Set<number>];
        expect(bitsOf(bits.union([0, 2]))).toEqual(ascending(new Set([...first, ...last])));
        expect(bitsOf(bits.row(0), bits.row(2))).toEqual(
          ascending([...first].filter((column) => last.has(column))),
        );
      }),
      { numRuns: propertyCases(300), seed: 1 },
    );
  });

  it('are no wider than their columns ask for', () => {
    expect([0, 1, 32, 33].map((columns) => new BitRows(1, columns).width)).toEqual([0, 1, 1, 2]);
  });

  it('are added a word or more further on', () => {
    const to = Uint32Array.of(1, 2, 4);
    addBits(to, Uint32Array.of(1, 3), 1);
    expect([...to]).toEqual([1, 3, 7]);
    addBits(to, Uint32Array.of(2));
    expect([...to]).toEqual([3, 3, 7]);
  });
});
