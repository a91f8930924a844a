import { describe, expect, it } from '@jest/globals';
import { type AimName, AIMS } from '../plan.js';
import { type AimPrice, aimPrices, comparePrices, priceOf } from './price.js';

const values = (...of: number[]): Map<AimName, number> =>
  new Map(AIMS.map((aim, index) => [aim, of[index] ?? 0]));
const loss = (given: number[], alternative: number[]): number[] =>
  priceOf(values(...given), values(...alternative)).aims.map((aim) => aim.loss);

describe('priceOf', () => {
  it('counts what is wanted large as lost when it falls, and all else when it rises', () => {
    expect(loss([9, 1, 3, 4, 500, 60, 7], [8, 3, 1, 5, 400, 61, 7])).toEqual([
      1, 2, 2, 1, -100, 1, 0,
    ]);
  });

  it('lets the first aim that differs decide', () => {
    const price = priceOf(values(9, 0, 0, 4, 500), values(9, 0, 0, 3, 900));
    expect([price.firstAim, price.verdict]).toEqual(['commitment', 'GAIN']);
    expect(priceOf(values(9), values(8)).verdict).toBe('LOSS');
    const none = priceOf(values(9), values(9));
    expect([none.firstAim, none.verdict]).toEqual([null, 'NOTHING']);
  });
});

describe('comparePrices', () => {
  const price = (...of: number[]): AimPrice[] => aimPrices(values(), values(...of));

  it('puts the price that is lower in the first aim that differs first, whatever follows', () => {
    expect(comparePrices(price(0, 0, 0, 1, 0), price(0, 0, 0, 0, 99))).toBeGreaterThan(0);
    expect(comparePrices(price(0, 0, 0, 1, 5), price(0, 0, 0, 1, 6))).toBeLessThan(0);
    expect(comparePrices(price(1), price(1))).toBe(0);
  });
});
