import { describe, expect, it } from '@jest/globals';
import { problem, row, WEEK_1, sentencesOf } from '../../../test/solver/builders.js';
import { uncoveredReviewIsEmpty } from './uncovered-review-is-empty.js';
import { viewPlan } from './plan-rule.js';

describe('uncoveredReviewIsEmpty', () => {
  const breaches = (changes: Parameters<typeof row>[1]): string[] =>
    sentencesOf(uncoveredReviewIsEmpty, viewPlan(problem(), [row('R1', changes)]));

  it('accepts a review without anybody and one with a lead and a slot', () => {
    expect(breaches({})).toEqual([]);
    expect(breaches({ lead: 'Ada', week: WEEK_1, window: 'MON_WED' })).toEqual([]);
  });

  it('refuses a lead without a slot', () => {
    expect(breaches({ lead: 'Ada' })).toEqual(['R1 has a lead and no slot.']);
  });

  it.each([
    { week: WEEK_1, window: 'MON_WED' as const },
    { qualityAssurer: 'Ben' },
    { shadow: 'Cy' },
  ])('refuses %j without a lead', (changes) => {
    expect(breaches(changes)).toEqual([
      'R1 has no lead, so it can have no slot and no other seat.',
    ]);
  });

  it('concerns the review and everybody on it', () => {
    const rows = [row('R1', { lead: 'Ada', shadow: 'Cy' }), row('R2', { qualityAssurer: 'Ben' })];
    const found = uncoveredReviewIsEmpty.breaches(viewPlan(problem(), rows));
    expect(found.map(({ reviews, people }) => ({ reviews, people }))).toEqual([
      { reviews: ['R1'], people: ['Ada', 'Cy'] },
      { reviews: ['R2'], people: ['Ben'] },
    ]);
  });
});
