import { describe, expect, it } from '@jest/globals';
import { Clock } from './clock.js';

const at = (instant: string) => () => Date.parse(instant);

describe('the clock', () => {
  it('takes the day from London: half past midnight in summer time is the next day already', () => {
    expect(new Clock(undefined, at('2027-06-30T23:30:00Z')).today()).toBe('2027-07-01');
    expect(new Clock(undefined, at('2027-01-31T23:30:00Z')).today()).toBe('2027-01-31');
  });

  it('keeps to a fixed day, with the real time of day', () => {
    const clock = new Clock('2026-12-21', at('2027-06-30T23:30:00Z'));
    expect(clock.today()).toBe('2026-12-21');
    expect(clock.now().toISOString()).toBe('2026-12-21T00:30:00.000Z');
  });
});
