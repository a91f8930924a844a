import { describe, expect, it } from '@jest/globals';
import { person, problem, review } from '../../test/solver/builders.js';
import { type Solution } from '../solver/plan.js';
import { describeSolution } from './describe-solution.js';

const of = problem({
  leads: [person('Ada')],
  reviews: [review('R1')],
  pins: [{ review: 'R1', lead: 'Ada' }],
});
const row = {
  review: 'R1',
  week: null,
  window: null,
  lead: 'Ada',
  qualityAssurer: null,
  shadow: null,
};
const covered: Solution = { status: 'OPTIMAL', aims: [], reviews: [row], conflict: [] };

describe('how a solve ended, in words', () => {
  it('counts the reviews that have a lead, one or many', () => {
    expect(describeSolution(of, covered, ['plan.json'])).toBe(
      'Proven optimal and checked: The review has a lead.\nWritten: plan.json\n',
    );
    const two = { ...covered, reviews: [row, { ...row, review: 'R2', lead: null }] };
    expect(describeSolution(of, two, [])).toBe(
      'Proven optimal and checked: 1 of 2 reviews has a lead.\n',
    );
  });

  it('names a rule that pins break as a rule: its title says what ought to be so', () => {
    const rules = ['Lives within their own travel distance', 'At most one review a week'];
    const none: Solution = { ...covered, status: 'INFEASIBLE', conflict: [{ pin: 0, rules }] };
    expect(describeSolution(of, none, [])).toBe(
      'No plan keeps all pins. These cannot hold together:\n' +
        '  pins[0] (review R1, lead Ada), against “Lives within their own travel distance” and “At most one review a week”\n',
    );
  });
});
