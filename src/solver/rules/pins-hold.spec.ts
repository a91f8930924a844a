import { describe, expect, it } from '@jest/globals';
import { led, problem, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import type { Pin } from '../problem.js';
import { pinsHold } from './pins-hold.js';
import { viewPlan } from './plan-rule.js';

const seated = led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Ben', shadow: 'Cy' });

describe('pinsHold', () => {
  const breaches = (pin: Partial<Pin>, rows = [seated]): string[] =>
    pinsHold.breaches(viewPlan(problem({ pins: [{ review: 'R1', ...pin }] }), rows));

  it.each<Partial<Pin>>([
    {},
    { lead: 'Ada' },
    { qualityAssurer: 'Ben' },
    { shadow: 'Cy' },
    { week: WEEK_1, window: 'MON_WED' },
  ])('holds with %j as named', (pin) => {
    expect(breaches(pin)).toEqual([]);
  });

  it.each<Partial<Pin>>([
    { lead: 'Ben' },
    { qualityAssurer: 'Ada' },
    { shadow: 'Ada' },
    { week: WEEK_2, window: 'MON_WED' },
    { week: WEEK_1, window: 'WED_FRI' },
  ])('does not hold with %j', (pin) => {
    expect(breaches(pin)).toEqual(['The pin of R1 does not hold.']);
  });

  it('asks for a lead even where it names nobody', () => {
    expect(breaches({}, [row('R1')])).toHaveLength(1);
    expect(breaches({}, [])).toHaveLength(1);
  });
});
