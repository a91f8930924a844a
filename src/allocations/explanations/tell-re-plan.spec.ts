import { describe, expect, it } from '@jest/globals';
import { tellerOf } from '../../../test/support/told-plan.js';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { type SeatRow } from '../../solver/problem.js';
import { tellRePlan } from './tell-re-plan.js';

const days = 'Monday 11 to Wednesday 13 January 2027';

describe('another plan in the place of this one', () => {
  const plan = [
    led('R-1', 'L-2', WEEK_2),
    led('R-2', 'L-1', WEEK_2, { shadow: 'L-3' }),
    led('R-3', 'L-1', WEEK_1),
    row('R-4'),
  ];
  const told = (...changed: SeatRow[]): ReturnType<typeof tellRePlan> => {
    const rows = plan.map((each) => changed.find(({ review }) => review === each.review) ?? each);
    return tellRePlan(rows.reverse(), 'L-1', tellerOf(plan));
  };

  it('is told review by review: first those of whoever is gone, of these first what has no lead', () => {
    const { moves, edits } = told(
      row('R-1'),
      row('R-2'),
      led('R-3', 'L-2', WEEK_1),
      led('R-4', 'L-3', WEEK_1),
    );
    expect(moves.map(({ review, kind, isTheirs }) => [review.reference, kind, isTheirs])).toEqual([
      ['R-2', 'NO_LEAD', true],
      ['R-3', 'NEW_LEAD', true],
      ['R-1', 'NO_LEAD', false],
      ['R-4', 'GETS_LEAD', false],
    ]);
    expect(moves[1]).toMatchObject({
      before: { lead: { reference: 'L-1', name: 'Ada Skylark' }, days },
      after: { lead: { reference: 'L-2', name: 'Ben Linnet' }, days },
    });
    expect(moves[0]?.after).toEqual({ lead: null, days: null });
    expect(edits.map(({ kind, review }) => [kind, review])).toEqual([
      ['CLEAR', 'R-1'],
      ['CLEAR', 'R-2'],
      ['PUT', 'R-3'],
      ['PUT', 'R-4'],
    ]);
  });

  it('tells a new date from new company, and leaves out what stays', () => {
    const { moves } = told(led('R-1', 'L-2', WEEK_1), led('R-2', 'L-1', WEEK_2));
    expect(moves.map(({ review, kind }) => [review.reference, kind])).toEqual([
      ['R-2', 'COMPANY'],
      ['R-1', 'OTHER_DATE'],
    ]);
    expect(told()).toEqual({ moves: [], edits: [] });
  });
});
