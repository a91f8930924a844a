import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBetter as isBetterTuple } from '../../test/solver/random-plans.js';
import { aims } from './aims/aims.js';
import { balance } from './aims/balance.js';
import { fit } from './aims/fit.js';
import { type Incumbent, isBetter } from './incumbent.js';

const planOf = (values: readonly number[]): Incumbent => ({
  rows: [],
  values: new Map(aims.map(({ name }, index) => [name, values[index] as number])),
});

describe('a better plan', () => {
  it('is so in the first aim in which they differ', () => {
    const tuple = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(tuple, tuple, fc.nat(7), (a, other, alike) => {
        const b = [...a.slice(0, alike), ...other.slice(alike)];
        expect(isBetter(planOf(a), planOf(b))).toBe(isBetterTuple(a, b));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('looks at other aims first where it is told to', () => {
    const [a, b] = [planOf([5, 0, 0, 0, 9, 1, 0]), planOf([4, 0, 0, 0, 9, 2, 0])];
    expect(isBetter(b, a)).toBe(false);
    expect(isBetter(a, b, [balance, fit])).toBe(true);
    const worseFit = planOf([5, 0, 0, 0, 9, 3, 0]);
    expect(isBetter(worseFit, b)).toBe(true);
    expect(isBetter(worseFit, b, [balance, fit])).toBe(false);
  });
});
