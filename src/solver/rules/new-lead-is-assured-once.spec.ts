import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  WEEK_1,
  WEEK_2,
  sentencesOf,
} from '../../../test/solver/builders.js';
import { newLeadIsAssuredOnce } from './new-lead-is-assured-once.js';
import { viewPlan } from './plan-rule.js';

describe('newLeadIsAssuredOnce', () => {
  const breaches = (first: string | null, second: string | null, isNew = true): string[] =>
    sentencesOf(
      newLeadIsAssuredOnce,
      viewPlan(problem({ leads: [person('Ada', { isNew }), person('Ben')] }), [
        led('R1', 'Ada', WEEK_1, { qualityAssurer: first }),
        led('R2', 'Ada', WEEK_2, { qualityAssurer: second }),
      ]),
    );

  it('accepts one assured review, and more', () => {
    expect(breaches(null, 'Ben')).toEqual([]);
    expect(breaches('Ben', 'Ben')).toEqual([]);
  });

  it('refuses none', () => {
    expect(breaches(null, null)).toEqual([
      'Ada is a new lead and has no quality assurer on any review they lead.',
    ]);
  });

  it('counts no review that somebody else leads', () => {
    const leads = [person('Ada', { isNew: true }), person('Bea', { isNew: true }), person('Ben')];
    const rows = [led('R1', 'Ada', WEEK_1), led('R2', 'Bea', WEEK_2, { qualityAssurer: 'Ben' })];
    expect(newLeadIsAssuredOnce.breaches(viewPlan(problem({ leads }), rows))).toMatchObject([
      { reviews: ['R1'], people: ['Ada'] },
    ]);
  });

  it('asks nothing of established leads and of new leads who lead nothing', () => {
    expect(breaches(null, null, false)).toEqual([]);
    const idle = viewPlan(problem({ leads: [person('Ada', { isNew: true })] }), []);
    expect(sentencesOf(newLeadIsAssuredOnce, idle)).toEqual([]);
  });
});
