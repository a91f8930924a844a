import { describe, expect, it } from '@jest/globals';
import { led, person, problem, row, WEEK_1, sentencesOf } from '../../../test/solver/builders.js';
import { shadowSitsWithEstablishedLead } from './shadow-sits-with-established-lead.js';
import { viewPlan } from './plan-rule.js';

describe('shadowSitsWithEstablishedLead', () => {
  const breaches = (isNew: boolean): string[] =>
    sentencesOf(
      shadowSitsWithEstablishedLead,
      viewPlan(problem({ leads: [person('Ada', { isNew }), person('Cy')] }), [
        led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }),
      ]),
    );

  it('accepts a shadow beside an established lead', () => {
    expect(breaches(false)).toEqual([]);
  });

  it('refuses one beside a new lead', () => {
    expect(breaches(true)).toEqual(['Cy shadows R1, whose lead Ada is a new lead.']);
  });

  it('asks nothing where there is no such seat, or nobody known to lead', () => {
    const of = problem({ leads: [person('Ada', { isNew: true }), person('Cy')] });
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Zed', WEEK_1, { shadow: 'Cy' }),
      row('R3', { shadow: 'Cy' }),
    ];
    expect(shadowSitsWithEstablishedLead.breaches(viewPlan(of, rows))).toStrictEqual([]);
  });
});
