import { describe, expect, it } from '@jest/globals';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { valueOf } from './aims.js';
import { balance } from './balance.js';

describe('balance', () => {
  const cost = (minimum: number, done: number, n: number): number =>
    balance.ofReviewLed(person('Ada', { commitment: { minimum, done, target: 0 } }), n);

  it('costs round(1000 (2k − 1) / c) for the k-th review of the year', () => {
    expect(cost(6, 0, 1)).toBe(167); // 166.67
    expect(cost(6, 0, 2)).toBe(500);
    expect(cost(6, 2, 1)).toBe(833); // 833.33
    expect(cost(3, 0, 1)).toBe(333); // 333.33
  });

  it('rounds a half up', () => {
    expect(cost(16, 0, 1)).toBe(63); // 62.5
    expect(cost(80, 0, 1)).toBe(13); // 12.5
  });

  it('takes a minimum of 0 for 1', () => {
    expect(cost(0, 0, 1)).toBe(1000);
  });

  it('never falls as reviews are added', () => {
    for (const minimum of [0, 1, 3, 6, 7, 1000]) {
      for (let n = 1; n < 50; n++)
        expect(cost(minimum, 0, n + 1)).toBeGreaterThanOrEqual(cost(minimum, 0, n));
    }
  });

  it('adds up the reviews that a person leads', () => {
    const term = problem({ leads: [person('Ada')], reviews: [review('R1'), review('R2')] });
    const rows = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
    expect(valueOf(term, rows).get('balance')).toBe(667);
  });
});
