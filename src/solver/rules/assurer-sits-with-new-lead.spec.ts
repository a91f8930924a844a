import { describe, expect, it } from '@jest/globals';
import { led, person, problem, row, WEEK_1, sentencesOf } from '../../../test/solver/builders.js';
import { assurerSitsWithNewLead } from './assurer-sits-with-new-lead.js';
import { viewPlan } from './plan-rule.js';

describe('assurerSitsWithNewLead', () => {
  const breaches = (isNew: boolean): string[] =>
    sentencesOf(
      assurerSitsWithNewLead,
      viewPlan(problem({ leads: [person('Ada', { isNew }), person('Ben')] }), [
        led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Ben' }),
      ]),
    );

  it('accepts an assurer beside a new lead', () => {
    expect(breaches(true)).toEqual([]);
  });

  it('refuses one beside an established lead', () => {
    expect(breaches(false)).toEqual(['Ben assures R1, whose lead Ada is not a new lead.']);
  });

  it('asks nothing where there is no such seat, or nobody known to lead', () => {
    const of = problem({ leads: [person('Ada', { isNew: false }), person('Ben')] });
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Zed', WEEK_1, { qualityAssurer: 'Ben' }),
      row('R3', { qualityAssurer: 'Ben' }),
    ];
    expect(assurerSitsWithNewLead.breaches(viewPlan(of, rows))).toStrictEqual([]);
  });
});
