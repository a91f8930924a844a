import { describe, expect, it } from '@jest/globals';
import { networkOf, SINK } from '../../../test/solver/small-networks.js';
import { type Level, type Limb, limbsOf } from './levels.js';

const { network } = networkOf([1], [{ tail: 1, head: SINK, capacity: 1 }]);

const level = (largest: number, range = 0): Level => ({
  cost: Float64Array.of(largest, 1),
  range,
});

const limbs = (...levels: Level[]): Limb[] => limbsOf(levels, network);

describe('limbsOf', () => {
  it('refuses costs that potentials could not add up exactly', () => {
    expect(() => limbs(level(2 ** 50))).toThrow(RangeError);
    expect(() => limbs(level(-(2 ** 50)))).toThrow(RangeError);
    expect(() => limbs(level(1), level(2 ** 50, 1))).toThrow(RangeError);
    expect(limbs(level(2 ** 49))).toHaveLength(1);
  });

  it('begins a new limb where the weights would not be exact', () => {
    expect(limbs(level(1), level(1, 2 ** 49))).toHaveLength(1);
    expect(limbs(level(1), level(1, 2 ** 50))).toHaveLength(2);
  });

  it('weighs a level by more than all after it can vary', () => {
    const [limb] = limbs(level(2), level(3, 4), level(5, 6));
    expect(limb?.levels.map(({ weight }) => weight)).toEqual([35, 7, 1]);
    expect([...(limb?.cost ?? [])]).toEqual([2 * 35 + 3 * 7 + 5, 35 + 7 + 1]);
  });
});
