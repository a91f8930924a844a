import { describe, expect, it } from '@jest/globals';
import { headlineOf } from './cost-words.js';
import type { AmountsView } from './fees.schema.js';

const none = { pence: 0, seats: 0, unknown: 0 };
const two = { pence: 100_000, seats: 2, unknown: 0 };
const amounts = (own: Partial<AmountsView>): AmountsView => ({
  DONE: none,
  ACCEPTED: none,
  OFFERED: none,
  PLANNED: none,
  all: two,
  ...own,
});

describe('the headline of the report of costs', () => {
  it('gives no sum for what has not happened', () => {
    expect(headlineOf(amounts({ PLANNED: two }))).toBe(
      'No paid seat is done yet; £1,000.00 is forecast for 2 ahead.',
    );
    expect(headlineOf(amounts({ DONE: two }))).toBe(
      '£1,000.00 for 2 paid seats done, and none ahead.',
    );
  });
});
