import { describe, expect, it } from '@jest/globals';
import { headlineOf } from './coverage-words.js';
import { figuresOf } from './figures.js';

/** So many reviews, so many of them with a lead. */
function headline(due: number, covered: number): string {
  const stages = Array.from({ length: due }, (_, index) =>
    index < covered ? ('ACCEPTED' as const) : ('NOT_COVERED' as const),
  );
  return headlineOf(figuresOf(stages), []);
}

describe('coverage in a sentence', () => {
  it.each([
    [0, 0, 'No review is due here.'],
    [1, 1, 'The one review due has a lead.'],
    [1, 0, 'The one review due does not have a lead.'],
    [3, 0, '0 of 3 reviews due have a lead.'],
    [3, 1, '1 of 3 reviews due has a lead.'],
    [3, 2, '2 of 3 reviews due have a lead.'],
    [3, 3, 'All 3 reviews due have a lead.'],
  ])('of %d due and %d led', (due, covered, words) => {
    expect(headline(due, covered)).toBe(words);
  });
});
