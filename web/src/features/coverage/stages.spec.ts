import { describe, expect, it } from '@jest/globals';
import { stagesOf } from './stages';

describe('the parts of what is due', () => {
  it('are each review once', () => {
    const figures = {
      due: 14,
      covered: 11,
      published: 10,
      accepted: 8,
      done: 3,
      notCovered: 1,
      postponed: 1,
      cancelled: 1,
    };
    const parts = stagesOf(figures).map(({ stage, count }) => [stage, count]);
    expect(parts).toEqual([
      ['DONE', 3],
      ['ACCEPTED', 5],
      ['PUBLISHED', 2],
      ['PLACED', 1],
      ['NOT_COVERED', 1],
      ['POSTPONED', 1],
      ['CANCELLED', 1],
    ]);
    expect(stagesOf(null).every(({ count }) => count === 0)).toBe(true);
  });
});
