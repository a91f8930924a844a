import { describe, expect, it } from '@jest/globals';
import { AIMS, type Plan, PLAN_FORMAT } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';
import { comparePlans } from './comparison.js';

const uncovered = { week: null, window: null, lead: null, qualityAssurer: null, shadow: null };

function covered(review: string, lead: string, more: Partial<SeatRow> = {}): SeatRow {
  return { ...uncovered, review, week: '2027-01-11', window: 'MON_WED', lead, ...more };
}

function plan(reviews: SeatRow[], values: Partial<Record<string, number>> = {}): Plan {
  return {
    format: PLAN_FORMAT,
    problem: 'a'.repeat(64),
    status: 'FEASIBLE',
    aims: AIMS.map((aim) => ({ aim, value: values[aim] ?? 0, bound: 0 })),
    reviews,
    conflict: [],
  };
}

describe('two plans side by side', () => {
  it('are alike when every seat is', () => {
    const one = plan([covered('R1', 'L1'), { review: 'R2', ...uncovered }]);
    const { reviews, people, aims } = comparePlans(one, one);
    expect({ reviews, people }).toEqual({ reviews: [], people: [] });
    expect(aims.map(({ better }) => better)).toEqual(AIMS.map(() => 'EQUAL'));
  });

  it('say which plan serves an aim better, more coverage and fewer changes', () => {
    const one = plan([], { coverage: 5, changes: 3 });
    const other = plan([], { coverage: 4, changes: 2 });
    expect(comparePlans(one, other).aims.slice(0, 2)).toEqual([
      { aim: 'coverage', value: 5, otherValue: 4, better: 'THIS' },
      { aim: 'changes', value: 3, otherValue: 2, better: 'OTHER' },
    ]);
  });

  it('do not compare aims of different problems', () => {
    const other = { ...plan([], { coverage: 9 }), problem: 'b'.repeat(64) };
    const comparison = comparePlans(plan([]), other);
    expect(comparison.sameProblem).toBe(false);
    expect(comparison.aims[0]?.better).toBe('INCOMPARABLE');
  });

  it('name whose seats change, and how', () => {
    const one = plan([
      covered('R1', 'L1'),
      covered('R2', 'L2', { qualityAssurer: 'L3' }),
      covered('R3', 'L4', { shadow: 'S1' }),
    ]);
    const other = plan([
      covered('R1', 'L5'),
      covered('R2', 'L2', { qualityAssurer: 'L3', week: '2027-01-18' }),
      covered('R3', 'L4'),
    ]);
    const { reviews, people } = comparePlans(one, other);
    expect(reviews.map(({ review, differs }) => [review, differs])).toEqual([
      ['R1', ['LEAD']],
      ['R2', ['SLOT']],
      ['R3', ['SHADOW']],
    ]);
    expect(people).toEqual([
      { person: 'L1', onlyHere: ['R1'], onlyThere: [], moved: [] },
      { person: 'L2', onlyHere: [], onlyThere: [], moved: ['R2'] },
      { person: 'L3', onlyHere: [], onlyThere: [], moved: ['R2'] },
      { person: 'L5', onlyHere: [], onlyThere: ['R1'], moved: [] },
      { person: 'S1', onlyHere: ['R3'], onlyThere: [], moved: [] },
    ]);
  });

  it('name a review that only one of them has', () => {
    const { reviews } = comparePlans(plan([]), plan([covered('R9', 'L1')]));
    expect(reviews).toMatchObject([{ review: 'R9', differs: ['PRESENCE'], seats: null }]);
  });
});
