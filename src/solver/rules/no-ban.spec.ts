import { describe, expect, it } from '@jest/globals';
import { WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import type { Ban } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { noBan } from './no-ban.js';

describe('noBan', () => {
  const refusal = (ban: Omit<Ban, 'lead'>, lead = 'Ada'): string | null =>
    noBan.refuse(seating({ problem: { bans: [{ lead, ...ban }] } }));

  it('refuses when all that is named matches', () => {
    expect(refusal({ review: 'R1', week: WEEK_1, window: 'MON_WED' })).toBe(
      'Ada has been ruled out for R1 on Monday 11 to Wednesday 13 January 2027.',
    );
  });

  it('refuses everything where only the person is named', () => {
    expect(refusal({})).not.toBeNull();
  });

  it('refuses by week alone, by window alone and by review alone', () => {
    expect(refusal({ week: WEEK_1 })).not.toBeNull();
    expect(refusal({ window: 'MON_WED' })).not.toBeNull();
    expect(refusal({ review: 'R1' })).not.toBeNull();
  });

  it('does not match when one thing named differs', () => {
    expect(refusal({ review: 'R2', week: WEEK_1 })).toBeNull();
    expect(refusal({ week: WEEK_2, window: 'MON_WED' })).toBeNull();
    expect(refusal({ week: WEEK_1, window: 'WED_FRI' })).toBeNull();
    expect(refusal({}, 'Ben')).toBeNull();
  });
});
