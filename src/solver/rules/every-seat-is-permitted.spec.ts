import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  WEEK_1,
  sentencesOf,
} from '../../../test/solver/builders.js';
import { everySeatIsPermitted } from './every-seat-is-permitted.js';
import { viewPlan } from './plan-rule.js';

describe('everySeatIsPermitted', () => {
  const breaches = (phase: string, rows = [led('R1', 'Ada', WEEK_1)]): string[] =>
    sentencesOf(
      everySeatIsPermitted,
      viewPlan(problem({ leads: [person('Ada')], reviews: [review('R1', { phase })] }), rows),
    );

  it('finds nothing where every seat keeps the rules about one seat', () => {
    expect(breaches('special')).toEqual([]);
  });

  it('says which rule a seat breaks', () => {
    expect(breaches('primary')).toEqual(['Ada does not review the phase of R1 (primary).']);
  });

  it('names people and reviews that the problem does not have', () => {
    expect(breaches('special', [led('R1', 'Nobody', WEEK_1), led('R9', 'Ada', WEEK_1)])).toEqual([
      'Nobody is not a person of this problem.',
      'R9 is not a review of this problem.',
    ]);
  });
});
