import { describe, expect, it } from '@jest/globals';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { movesBetween } from './moves.js';

describe('movesBetween', () => {
  it('finds nothing between a plan and itself', () => {
    const rows = [led('R1', 'Ada', WEEK_1), row('R2')];
    expect(movesBetween(rows, rows)).toEqual({ reviews: [], people: [] });
  });

  it('names those who get or lose a seat, not those who keep theirs beside them', () => {
    const before = [led('R1', 'Ada', WEEK_1, { shadow: 'Di' }), row('R2')];
    const after = [led('R1', 'Ben', WEEK_1, { shadow: 'Di' }), led('R2', 'Ada', WEEK_1)];
    const { reviews, people } = movesBetween(before, after);
    expect(reviews.map(({ review, differs }) => [review, differs])).toEqual([
      ['R1', ['LEAD']],
      ['R2', ['LEAD', 'SLOT']],
    ]);
    expect(people).toEqual(['Ada', 'Ben']);
  });

  it('names everybody on a review whose date moves', () => {
    const before = [led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Eve' })];
    const after = [led('R1', 'Ada', WEEK_2, { qualityAssurer: 'Eve' })];
    expect(movesBetween(before, after)).toMatchObject({
      reviews: [{ differs: ['SLOT'] }],
      people: ['Ada', 'Eve'],
    });
  });

  it('tells second seats from the lead', () => {
    const before = [led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Eve' })];
    const after = [led('R1', 'Eve', WEEK_1, { qualityAssurer: 'Ada', shadow: 'Di' })];
    expect(movesBetween(before, after)).toMatchObject({
      reviews: [{ differs: ['LEAD', 'QUALITY_ASSURER', 'SHADOW'] }],
      people: ['Ada', 'Di', 'Eve'],
    });
  });
});
