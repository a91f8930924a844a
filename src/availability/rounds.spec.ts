import { describe, expect, it } from '@jest/globals';
import { deadlineInWords, isLate, lastDay } from './rounds.js';

describe('the deadline of a round', () => {
  it.each([
    ['2026-12-11T17:00:00Z', 'Friday 11 December 2026, 5:00 pm', '2026-12-11'],
    ['2026-12-11T23:59:59Z', 'the end of Friday 11 December 2026', '2026-12-11'],
    ['2026-12-12T00:00:00Z', 'the end of Friday 11 December 2026', '2026-12-11'],
    // Midnight at the end of the day on which the clocks go forward.
    ['2026-03-29T23:00:00Z', 'the end of Sunday 29 March 2026', '2026-03-29'],
  ])('%s is %s', (at, words, last) => {
    expect([deadlineInWords(new Date(at)), lastDay(new Date(at))]).toEqual([words, last]);
    expect(isLate(last, new Date(at))).toBe(false);
  });

  it('is past on the day that midnight begins', () => {
    expect(isLate('2026-12-12', new Date('2026-12-12T00:00:00Z'))).toBe(true);
  });
});
