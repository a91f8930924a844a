import { describe, expect, it } from '@jest/globals';
import { atLeastNothing, compare, larger, lastInDoubt } from './limbs.js';

describe('compare', () => {
  it('is the lexicographic order, in which what is missing comes first', () => {
    expect(compare([1, 2], [1, 2])).toBe(0);
    expect(compare([1, 9], [2, 0])).toBeLessThan(0);
    expect(compare([1, 3], [1, 2])).toBeGreaterThan(0);
    expect(compare([], [-5])).toBeLessThan(0);
    expect(compare([1, 0], [1])).toBeGreaterThan(0);
  });

  it('goes on after what is impossible in both, or missing in one as it is in the other', () => {
    expect(compare([Infinity, 1], [Infinity, 2])).toBeLessThan(0);
    expect(compare([-Infinity], [])).toBe(0);
  });
});

it('the larger of two is told, and one no less than nothing', () => {
  expect(larger([1, 2], [1, 3])).toEqual([1, 3]);
  expect(larger([2, 0], [1, 3])).toEqual([2, 0]);
  expect(atLeastNothing([0, -1, 5])).toEqual([0, 0, 0]);
  expect(atLeastNothing([0, 1, -5])).toEqual([0, 1, -5]);
});

it('of two that are the same, the larger is the first', () => {
  const [first, second] = [[1], [1]];
  expect(larger(first, second)).toBe(first);
});

describe('lastInDoubt', () => {
  it('is what the last level of a plan costs more than is proven', () => {
    expect(lastInDoubt([1, 2, 3], [1, 2, 7])).toBe(4);
    expect(lastInDoubt([1, 2, 3], [1, 2, 3])).toBe(0);
  });

  it('has no end where a level before differs', () => {
    expect(lastInDoubt([1, 1, 7], [1, 2, 7])).toBe(Infinity);
    expect(lastInDoubt([0, 2, 7], [1, 2, 7])).toBe(Infinity);
  });
});
