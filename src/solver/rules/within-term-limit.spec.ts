import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  WEEK_1,
  WEEK_2,
  sentencesOf,
} from '../../../test/solver/builders.js';
import { withinTermLimit } from './within-term-limit.js';
import { viewPlan } from './plan-rule.js';

describe('withinTermLimit', () => {
  const breaches = (term: number): string[] =>
    sentencesOf(
      withinTermLimit,
      viewPlan(
        problem({
          leads: [person('Ada', { limits: { term, restReviews: 4, restWeeks: 4, maxKm: null } })],
        }),
        [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_2, { shadow: 'Ada' })],
      ),
    );

  it('accepts as many seats of any kind as the limit', () => {
    expect(breaches(2)).toEqual([]);
  });

  it('refuses one more', () => {
    expect(breaches(1)).toEqual(['Ada has 2 seats; their limit for the term is 1.']);
  });
});
