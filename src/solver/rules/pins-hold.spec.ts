import { describe, expect, it } from '@jest/globals';
import { led, problem, row, WEEK_1, WEEK_2, sentencesOf } from '../../../test/solver/builders.js';
import type { Pin } from '../problem.js';
import { pinsHold } from './pins-hold.js';
import { viewPlan } from './plan-rule.js';

const seated = led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Ben', shadow: 'Cy' });

describe('pinsHold', () => {
  const breaches = (pin: Partial<Pin>, rows = [seated]): string[] =>
    sentencesOf(pinsHold, viewPlan(problem({ pins: [{ review: 'R1', ...pin }] }), rows));

  it.each<Partial<Pin>>([
    {},
    { lead: 'Ada' },
    { qualityAssurer: 'Ben' },
    { shadow: 'Cy' },
    { week: WEEK_1, window: 'MON_WED' },
  ])('holds with %j as named', (pin) => {
    expect(breaches(pin)).toEqual([]);
  });

  it.each<[Partial<Pin>, string]>([
    [{ lead: 'Ben' }, 'Ben as lead'],
    [{ qualityAssurer: 'Ada' }, 'Ada as quality assurer'],
    [{ shadow: 'Ada' }, 'Ada as shadow'],
    [{ week: WEEK_2, window: 'MON_WED' }, 'Monday 18 to Wednesday 20 January 2027'],
    [
      { week: WEEK_1, window: 'WED_FRI', lead: 'Ben', shadow: 'Cy' },
      'Ben as lead, Wednesday 13 to Friday 15 January 2027',
    ],
  ])('does not hold with %j', (pin, words) => {
    expect(breaches(pin)).toEqual([`R1 is pinned to ${words}.`]);
  });

  it('asks for a lead even where it names nobody', () => {
    expect(breaches({}, [row('R1')])).toEqual(['R1 is pinned, so it must have a lead.']);
    expect(breaches({}, [])).toHaveLength(1);
  });
});
