import { describe, expect, it } from '@jest/globals';
import { closingIn } from './closing-in';

describe('value and bound closing in', () => {
  it('shows nothing while nothing is known, and one side while only one is', () => {
    expect(closingIn({ value: null, bound: null, opening: null })).toBeNull();
    expect(closingIn({ value: null, bound: 9, opening: null })).toEqual({ reached: 0, limit: 88 });
    expect(closingIn({ value: 4, bound: null, opening: null })).toEqual({
      reached: 12,
      limit: 100,
    });
  });

  it('goes from where both were first known to where they meet', () => {
    const opening = { value: 500, bound: 100 };
    expect(closingIn({ value: 500, bound: 100, opening })).toEqual({ reached: 12, limit: 88 });
    expect(closingIn({ value: 300, bound: 200, opening })).toEqual({ reached: 50, limit: 69 });
    expect(closingIn({ value: 300, bound: 300, opening })).toEqual({ reached: 50, limit: 50 });
  });

  it('is full where nothing was ever open, and never leaves the picture', () => {
    expect(closingIn({ value: 7, bound: 7, opening: { value: 7, bound: 7 } })).toEqual({
      reached: 100,
      limit: 100,
    });
    const opening = { value: 10, bound: 20 };
    expect(closingIn({ value: 5, bound: 30, opening })).toEqual({ reached: 12, limit: 88 });
  });
});
