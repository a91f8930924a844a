import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  WEEK_4,
  sentencesOf,
} from '../../../test/solver/builders.js';
import { restIsKept } from './rest-is-kept.js';
import { viewPlan } from './plan-rule.js';

describe('restIsKept', () => {
  const breaches = (restReviews: number, restWeeks: number, weeks: string[]): string[] =>
    sentencesOf(
      restIsKept,
      viewPlan(
        problem({
          leads: [person('Ada', { limits: { term: 6, restReviews, restWeeks, maxKm: null } })],
        }),
        weeks.map((week) => led(`R of ${week}`, 'Ada', week)),
      ),
    );

  it('accepts as many seats in a run of weeks as the rule allows', () => {
    expect(breaches(2, 3, [WEEK_1, WEEK_2, WEEK_4])).toEqual([]);
  });

  it('refuses one more in any such run', () => {
    expect(breaches(2, 3, [WEEK_2, WEEK_3, WEEK_4])).toEqual([
      'Ada has 3 seats in 3 weeks from the week of 18 January 2027 on; 2 is the most.',
    ]);
  });

  it('speaks of the run that is broken, and only of the seats in it', () => {
    expect(breaches(1, 2, [WEEK_1, WEEK_3, WEEK_4])).toEqual([
      'Ada has 2 seats in 2 weeks from the week of 25 January 2027 on; 1 is the most.',
    ]);
  });

  it('asks nothing of somebody with fewer seats', () => {
    expect(breaches(2, 3, [WEEK_1])).toStrictEqual([]);
  });

  it('takes a run longer than the term for the whole term', () => {
    expect(breaches(2, 1000, [WEEK_1, WEEK_4])).toEqual([]);
    expect(breaches(2, 1000, [WEEK_1, WEEK_2, WEEK_4])).toHaveLength(1);
  });

  it('allows no seat at all when it allows none in one week', () => {
    expect(breaches(0, 1, [WEEK_2])).toEqual([
      'Ada has 1 seat in 1 week from the week of 18 January 2027 on; 0 is the most.',
    ]);
  });
});
