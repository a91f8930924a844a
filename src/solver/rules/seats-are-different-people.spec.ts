import { describe, expect, it } from '@jest/globals';
import { problem, row, sentencesOf } from '../../../test/solver/builders.js';
import { seatsAreDifferentPeople } from './seats-are-different-people.js';
import { viewPlan } from './plan-rule.js';

describe('seatsAreDifferentPeople', () => {
  const breaches = (changes: Parameters<typeof row>[1]): string[] =>
    sentencesOf(seatsAreDifferentPeople, viewPlan(problem(), [row('R1', changes)]));

  it('accepts three different people', () => {
    expect(breaches({ lead: 'Ada', qualityAssurer: 'Ben', shadow: 'Cy' })).toEqual([]);
  });

  it.each([
    { lead: 'Ada', qualityAssurer: 'Ada' },
    { lead: 'Ada', shadow: 'Ada' },
    { qualityAssurer: 'Ada', shadow: 'Ada' },
  ])('refuses %j', (changes) => {
    expect(breaches(changes)).toEqual(['Ada has two seats on R1.']);
  });
});
