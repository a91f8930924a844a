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
import { valueOf } from './aims.js';
import { changes } from './changes.js';
import type { SeatRow } from '../problem.js';

describe('changes', () => {
  const value = (published: SeatRow[], planned = led('R1', 'Ada', WEEK_1)): number | undefined =>
    valueOf(
      problem({ leads: [person('Ada'), person('Ben')], reviews: [review('R1')], published }),
      [planned],
    ).get('changes');

  it('costs nothing to keep lead and slot', () => {
    expect(value([led('R1', 'Ada', WEEK_1)])).toBe(0);
  });

  it('costs 1 for another lead, 1 for another slot, 2 for both and for none', () => {
    expect(value([led('R1', 'Ben', WEEK_1)])).toBe(1);
    expect(value([led('R1', 'Ada', WEEK_2)])).toBe(1);
    expect(value([led('R1', 'Ada', WEEK_1, { window: 'WED_FRI' })])).toBe(1);
    expect(value([led('R1', 'Ben', WEEK_2)])).toBe(2);
    expect(value([led('R1', 'Ada', WEEK_1)], row('R1'))).toBe(2);
  });

  it('takes people and weeks that are gone for changes', () => {
    expect(value([led('R1', 'Gone', '2026-11-02')])).toBe(2);
  });

  it('does not count rows without a lead, reviews that are gone, and other seats', () => {
    expect(value([row('R1')])).toBe(0);
    expect(value([led('R9', 'Ada', WEEK_1)])).toBe(0);
    expect(value([led('R1', 'Ada', WEEK_1, { shadow: 'Ben' })])).toBe(0);
  });

  it('can be no better than nothing', () => {
    expect(changes.trivialBound(problem())).toBe(0);
  });
});
