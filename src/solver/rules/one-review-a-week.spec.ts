import { describe, expect, it } from '@jest/globals';
import { led, problem, WEEK_1, WEEK_2, sentencesOf } from '../../../test/solver/builders.js';
import { oneReviewAWeek } from './one-review-a-week.js';
import { viewPlan } from './plan-rule.js';

describe('oneReviewAWeek', () => {
  it('accepts seats in neighbouring weeks', () => {
    const rows = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
    expect(sentencesOf(oneReviewAWeek, viewPlan(problem(), rows))).toEqual([]);
  });

  it('refuses two seats of any kind in one week, in either window', () => {
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Ben', WEEK_1, { window: 'WED_FRI', qualityAssurer: 'Ada' }),
    ];
    expect(sentencesOf(oneReviewAWeek, viewPlan(problem(), rows))).toEqual([
      'Ada has 2 seats in the week of 11 January 2027; one is the most.',
    ]);
  });

  it('speaks of the crowded week alone', () => {
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Ada', WEEK_2),
      led('R3', 'Ada', WEEK_2, { window: 'WED_FRI' }),
    ];
    expect(oneReviewAWeek.breaches(viewPlan(problem(), rows))).toEqual([
      {
        sentence: 'Ada has 2 seats in the week of 18 January 2027; one is the most.',
        reviews: ['R2', 'R3'],
        people: ['Ada'],
      },
    ]);
  });
});
