import { describe, expect, it } from '@jest/globals';
import { durationInWords, instantInWords } from './instants';

describe('instants', () => {
  it('are told on the clocks of the United Kingdom, in summer and winter', () => {
    expect(instantInWords('2026-12-21T09:30:00.000Z')).toBe('21 December 2026, 09:30');
    expect(instantInWords('2026-07-01T09:30:00.000Z')).toBe('1 July 2026, 10:30');
  });
  it.each([
    [0.4, 'under a second'],
    [1, '1 second'],
    [65.9, '1 minute 5 seconds'],
    [120, '2 minutes'],
    [7265, '2 hours 1 minute'],
  ])('last: %d seconds is %s', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });
});
