import { describe, expect, it } from '@jest/globals';
import { type AmountsView } from './fees.schema.js';
import { headlineOf } from './cost-words.js';

const amount = (pence: number, seats: number, unknown = 0): AmountsView['all'] => ({
  pence,
  seats,
  unknown,
});

/** Of what is done, and of all. */
function headline(done: AmountsView['all'], all: AmountsView['all']): string {
  const none = amount(0, 0);
  return headlineOf({ DONE: done, ACCEPTED: none, OFFERED: none, PLANNED: none, all });
}

describe('what a year costs in a sentence', () => {
  it.each([
    [
      amount(52_000, 1),
      amount(152_000, 3),
      '£520.00 for 1 paid seat done, and £1,000.00 forecast for 2 ahead: £1,520.00 in all.',
    ],
    [amount(52_000, 1), amount(52_000, 1), '£520.00 for 1 paid seat done, and none ahead.'],
    [
      amount(0, 0),
      amount(100_000, 2),
      '£1,000.00 forecast for 2 paid seats ahead, and none done yet.',
    ],
    [amount(0, 0), amount(0, 0), 'Nothing costs anything here: no paid seat is done or ahead.'],
    [amount(0, 1, 1), amount(0, 2, 2), 'Fee not set: 2 paid seats, and no amount for any of them.'],
  ])('says what is done and what lies ahead: %j of %j', (done, all, words) => {
    expect(headline(done, all)).toBe(words);
  });
});
