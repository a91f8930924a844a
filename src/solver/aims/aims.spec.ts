import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { DEFAULT_POLICY, type Problem, type SeatRow } from '../problem.js';
import { valueOf } from './aims.js';

const valuesOf = (of: Problem, rows: SeatRow[]): number[] => [...valueOf(of, rows).values()];

describe('the values of a plan', () => {
  const of = problem({
    leads: [person('Ada', { commitment: { minimum: 6, done: 0, target: 2 } })],
    reviews: [review('R1', { priority: 3 }), review('R2')],
  });
  const nothing = valuesOf(of, []);

  it('count nothing for a seat of nobody, of nothing, or with half a slot', () => {
    for (const rows of [
      [led('R1', 'Zed', WEEK_1)],
      [led('R9', 'Ada', WEEK_1)],
      [row('R1', { lead: 'Ada' })],
      [row('R1', { lead: 'Ada', week: WEEK_1 })],
      [row('R1', { lead: 'Ada', window: 'MON_WED' })],
    ])
      expect(valuesOf(of, rows)).toEqual(nothing);
    expect(valuesOf(of, [led('R1', 'Ada', WEEK_1)])).not.toEqual(nothing);
  });

  it('are numbers even where a rule is broken', () => {
    const refused = { ...of, leads: [person('Ada', { regions: { London: 'NO' } })] };
    expect(valueOf(refused, [led('R1', 'Ada', WEEK_1)]).get('fit')).toBe(0);
  });

  it('add no night for a school at just the distance of one', () => {
    const policy = { ...DEFAULT_POLICY, overnightKm: 0, overnight: 500 };
    const near = valueOf({ ...of, policy }, [led('R1', 'Ada', WEEK_1)]).get('fit');
    expect(near).toBe(valueOf(of, [led('R1', 'Ada', WEEK_1)]).get('fit'));
  });

  it('add the grade of the very window, where the school grades others otherwise', () => {
    const windows = [
      { week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' },
      { week: WEEK_1, window: 'WED_FRI', grade: 'PREFERRED' },
      { week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' },
    ] as const;
    const graded = { ...of, reviews: [review('R1', { windows: [...windows] })] };
    expect(valueOf(graded, [led('R1', 'Ada', WEEK_1)]).get('fit')).toBe(10 + 15);
  });
});

describe('what was published', () => {
  const of = (published: SeatRow[]): Problem =>
    problem({
      leads: [person('Ada'), person('Ben'), person('Nia', { isNew: true })],
      reviews: [review('R1')],
      published,
    });

  it('is not kept by a lead who now only sits beside', () => {
    const rows = [led('R1', 'Ada', WEEK_1, { shadow: 'Ben' })];
    expect(valueOf(of([led('R1', 'Ben', WEEK_1)]), rows).get('changes')).toBe(1);
  });

  it('is kept by an assurer who still assures', () => {
    const assured = led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Ben' });
    expect(valueOf(of([assured]), [assured]).get('company')).toBe(10);
    expect(valueOf(of([{ ...assured, qualityAssurer: 'Ada' }]), [assured]).get('company')).toBe(40);
  });
});
