import { describe, expect, it } from '@jest/globals';
import { problem, row, sentencesOf } from '../../../test/solver/builders.js';
import { oneOfEachSeat } from './one-of-each-seat.js';
import { viewPlan } from './plan-rule.js';

describe('oneOfEachSeat', () => {
  it('accepts one row a review', () => {
    expect(sentencesOf(oneOfEachSeat, viewPlan(problem(), [row('R1'), row('R2')]))).toEqual([]);
  });

  it('refuses a second row', () => {
    expect(sentencesOf(oneOfEachSeat, viewPlan(problem(), [row('R1'), row('R1')]))).toEqual([
      'R1 stands in the plan more than once.',
    ]);
  });
});
