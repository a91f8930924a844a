import { describe, expect, it } from '@jest/globals';
import { led, problem, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { oneReviewAWeek } from './one-review-a-week.js';
import { viewPlan } from './plan-rule.js';

describe('oneReviewAWeek', () => {
  it('accepts seats in neighbouring weeks', () => {
    const rows = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
    expect(oneReviewAWeek.breaches(viewPlan(problem(), rows))).toEqual([]);
  });

  it('refuses two seats of any kind in one week, in either window', () => {
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Ben', WEEK_1, { window: 'WED_FRI', qualityAssurer: 'Ada' }),
    ];
    expect(oneReviewAWeek.breaches(viewPlan(problem(), rows))).toEqual([
      'Ada has two seats in the week of 2027-01-11.',
    ]);
  });
});
