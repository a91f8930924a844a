import { describe, expect, it } from '@jest/globals';
import { smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { changedSince, hasChanged } from './plan-age.js';

const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
const [ann, ben] = problem.leads as [(typeof problem.leads)[0], (typeof problem.leads)[0]];
const today = '2026-12-21';

describe('the age of a plan', () => {
  it('is told by facts, whatever the order in which they are written', () => {
    const again = JSON.parse(JSON.stringify(problem)) as typeof problem;
    const turned = { ...again, leads: [...again.leads].reverse() };
    expect(hasChanged(changedSince(problem, turned, today))).toBe(false);
  });

  it('names who is new, gone or otherwise', () => {
    const now = {
      ...problem,
      leads: [
        { ...ann, phases: ['PRIMARY'] },
        { ...ben, id: 'L9' },
      ],
      reviews: [smallReview('R1'), { ...smallReview('R2', '100002'), priority: 3 }],
    };
    expect(changedSince(problem, now, today)).toEqual({
      people: ['L1', 'L2', 'L9'],
      reviews: ['R2'],
      calendar: false,
    });
  });

  it('does not see what follows from other facts, what is kept, and which policy', () => {
    const now = {
      ...problem,
      leads: [{ ...ann, commitment: { ...ann.commitment, target: 3 } }, ben],
      pins: [{ review: 'R1' }],
      bans: [{ lead: 'L1', review: 'R2' }],
      policy: { ...problem.policy, overnight: 99 },
    };
    expect(hasChanged(changedSince(problem, now, today))).toBe(false);
  });

  it('does not see that a week has begun, in which nobody is free any more', () => {
    const begun = { ...problem, leads: [{ ...ann, availability: {} }, ben] };
    expect(changedSince(problem, begun, '2027-01-10').people).toEqual(['L1']);
    expect(changedSince(problem, begun, '2027-01-11').people).toEqual([]);
  });

  it('sees a window that was closed for everybody', () => {
    const slot = { week: '2027-01-11', window: 'WED_FRI' as const };
    const now = { ...problem, closed: [{ ...slot, reason: 'Training' }] };
    expect(changedSince(problem, now, today).calendar).toBe(true);
  });
});
