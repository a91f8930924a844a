import { describe, expect, it } from '@jest/globals';
import {
  noSeats,
  smallContext,
  smallPlan,
  smallProblem,
  smallReview,
  someSeats,
} from '../../../test/support/small-plan.js';
import { valueOf } from '../../solver/aims/aims.js';
import { type AimName, type Plan } from '../../solver/plan.js';
import { planNames } from '../summary/plan-names.js';
import { type PlansSideBySide, plansSideBySide, type SidePlan } from './plans-side-by-side.js';

const reviews = [smallReview('R1'), { ...smallReview('R2', '100002'), region: 'London' }];
const later = { week: '2027-03-29', window: 'WED_FRI' as const };

function side(
  name: string,
  rows: Plan['reviews'],
  values: Partial<Record<AimName, number>> = {},
  problem = smallProblem(reviews),
): SidePlan {
  const plan = smallPlan(rows);
  const aims = plan.aims.map((row) => ({ ...row, value: values[row.aim] ?? row.value }));
  return { name, plan: { ...plan, aims }, problem, names: planNames(smallContext, problem) };
}

const first = side('A', [
  { review: 'R1', ...someSeats },
  { review: 'R2', ...noSeats },
]);
const other = side('B', [
  { review: 'R1', ...someSeats, ...later, qualityAssurer: null },
  { review: 'R2', ...someSeats, lead: 'L2', qualityAssurer: null },
]);

function compare(others: SidePlan[]): PlansSideBySide {
  return plansSideBySide([first, ...others]);
}

describe('plans side by side', () => {
  it('tell which reviews differ, how, by school and region, and the edit that adopts each', () => {
    const found = compare([other]);
    expect(found.reviews).toEqual([
      {
        review: 'R2',
        school: 'Vale School, Leeds',
        region: 'London',
        seats: [
          { lead: null, dates: null, company: null },
          { lead: 'Ben Linnet', dates: 'Monday 11 to Wednesday 13 January 2027', company: null },
        ],
        others: [
          {
            kinds: ['GAINS_LEAD'],
            edit: {
              kind: 'PUT',
              review: 'R2',
              lead: 'L2',
              week: '2027-01-11',
              window: 'MON_WED',
              qualityAssurer: null,
              shadow: null,
            },
            obstacle: null,
          },
        ],
      },
      expect.objectContaining({
        school: 'St Mary’s, Hove',
        others: [expect.objectContaining({ kinds: ['OTHER_DATES', 'QUALITY_ASSURER'] })],
      }),
    ]);
    expect(found.reviews[1]?.seats[0]?.company).toBe('Ben Linnet assures its quality');
    expect(found.regions).toEqual([
      { region: 'London', reviews: 1 },
      { region: 'South East', reviews: 1 },
    ]);
  });

  it('tell what it means for each person', () => {
    expect(compare([other]).people).toEqual([
      {
        person: 'L1',
        name: 'Ana Ní Bhriain',
        others: [
          expect.objectContaining({
            moves: ['St Mary’s, Hove'],
            words: 'Leads 1 review as before. Keeps St Mary’s, Hove otherwise than before.',
          }),
        ],
      },
      {
        person: 'L2',
        name: 'Ben Linnet',
        others: [
          {
            gains: ['Vale School, Leeds'],
            loses: ['St Mary’s, Hove (quality assurer)'],
            moves: [],
            led: 1,
            ledInFirst: 0,
            words:
              'Leads 1 review instead of 0. Gains Vale School, Leeds. Loses St Mary’s, Hove (quality assurer).',
          },
        ],
      },
    ]);
  });

  it('give up a lead with an edit too, and have none for what the first plan does not know', () => {
    const cleared = side('B', [
      { review: 'R1', ...noSeats },
      { review: 'R2', ...someSeats, lead: 'L3' },
      { review: 'R3', ...noSeats },
    ]);
    const others = compare([cleared]).reviews.map(({ others: [only] }) => only);
    expect(others).toEqual([
      { kinds: ['ONLY_IN_ONE'], edit: null, obstacle: expect.stringContaining('Silent School') },
      {
        kinds: ['GAINS_LEAD'],
        edit: null,
        obstacle: 'Zoe Quiet could have no seat when the first plan was made.',
      },
      { kinds: ['LOSES_LEAD'], edit: { kind: 'CLEAR', review: 'R1' }, obstacle: null },
    ]);
  });

  it('set three plans against the first, and say which serves the aims best', () => {
    const rows = first.plan.reviews;
    const better = side('B', rows, { coverage: 6, changes: 9 });
    const alike = side('C', rows, { coverage: 6, changes: 4 });
    const { aims, verdict } = compare([better, alike]);
    expect(aims[0]?.values).toEqual([
      { value: 5, against: 'BASE', words: '5 by priority' },
      { value: 6, against: 'BETTER', words: '1 more by priority' },
      { value: 6, against: 'BETTER', words: '1 more by priority' },
    ]);
    expect(aims[1]?.values.map(({ against }) => against)).toEqual(['BASE', 'WORSE', 'BETTER']);
    expect(verdict).toBe(
      'C serves the aims best: coverage decides, the first aim in which the plans differ.',
    );
    expect(compare([side('B', rows)]).verdict).toBe('All serve the aims alike.');
  });

  it('are measured by the policy of the first, pins aside', () => {
    const problem = smallProblem(reviews);
    const policy = { ...problem.policy, overnight: 500 };
    const pins = [{ review: 'R1' }];
    const costly = { ...problem, policy, pins };
    const { aims, verdict, isComparable } = compare([
      side('B', first.plan.reviews, { fit: 999 }, costly),
    ]);
    expect(isComparable).toBe(true);
    // By its own policy a night away would count 500.
    const worth = valueOf(problem, first.plan.reviews).get('fit');
    expect(aims.find(({ aim }) => aim === 'fit')?.values[1]?.value).toBe(worth);
    expect(verdict).toMatch(/Fit and company are counted by the policy of the first plan\.$/);
  });

  it('do not set aims of different facts against each other', () => {
    const other9 = side('B', first.plan.reviews, { coverage: 9 }, smallProblem(reviews.slice(1)));
    const { aims, verdict } = compare([other9]);
    expect(aims[0]?.values[1]).toEqual({ value: 9, against: 'NONE', words: '9 by priority' });
    expect(verdict).toContain('cannot be set against each other');
  });
});
