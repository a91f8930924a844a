import { describe, expect, it } from '@jest/globals';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { valueOf } from './aims.js';
import { company } from './company.js';
import type { SeatRow } from '../problem.js';

describe('company', () => {
  const value = (published: SeatRow[], shadow: string | null = 'Cy'): number | undefined =>
    valueOf(
      problem({
        leads: [person('Ada'), person('Cy', { roles: ['SHADOW'] })],
        reviews: [review('R1', { needs: ['ASD'] })],
        published,
      }),
      [led('R1', 'Ada', WEEK_1, { shadow })],
    ).get('company');

  it('adds the points of second seats, without the host’s window and without needs', () => {
    expect(value([])).toBe(10);
    expect(value([], null)).toBe(0);
  });

  it('costs nothing more to keep a published shadow in the same seat, in any slot', () => {
    expect(value([led('R1', 'Ben', WEEK_2, { shadow: 'Cy' })])).toBe(10);
  });

  it('adds companyChange for each second seat that is published and not kept', () => {
    expect(value([led('R1', 'Ada', WEEK_1, { shadow: 'Di' })])).toBe(40);
    expect(value([led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Cy' })])).toBe(40);
    expect(value([led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Ben', shadow: 'Cy' })])).toBe(40);
    expect(value([led('R1', 'Ada', WEEK_1, { shadow: 'Cy' })], null)).toBe(30);
  });

  it('does not count reviews that are gone', () => {
    expect(value([led('R9', 'Ada', WEEK_1, { shadow: 'Di' })])).toBe(10);
    expect(company.trivialBound(problem())).toBe(0);
  });
});
