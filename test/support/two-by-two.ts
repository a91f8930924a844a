/** Two established leads who are free in both weeks; two schools that accept either. */
import { type Problem } from '../../src/solver/problem.js';
import { smallProblem, smallReview } from './small-plan.js';

export const week = '2027-01-11';
export const later = { week: '2027-03-29', window: 'WED_FRI' } as const;

export function twoByTwo(name: string, changes: Partial<Problem> = {}): Problem {
  const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
  const leads = problem.leads.map((lead) => ({
    ...lead,
    isNew: false,
    availability: {
      [week]: { MON_WED: 'AVAILABLE' as const },
      '2027-03-29': { WED_FRI: 'AVAILABLE' as const },
    },
    commitment: { minimum: 6, done: 2, target: lead.id === 'L1' ? 1 : 0 },
  }));
  return { ...problem, name, leads, ...changes };
}

export const clear = (review: string): object => ({ kind: 'CLEAR', review });
export const put = (review: string, lead: string, more: object = {}): object => ({
  kind: 'PUT',
  review,
  lead,
  week,
  window: 'MON_WED',
  ...more,
});
