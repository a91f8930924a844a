import { describe, expect, it } from '@jest/globals';
import { WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import type { Window } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { slotIsOpen } from './slot-is-open.js';

describe('slotIsOpen', () => {
  const closed = (week: string, window: Window): ReturnType<typeof seating> =>
    seating({ problem: { closed: [{ week, window, reason: 'Training day' }] } });

  it('refuses a closed slot and says why', () => {
    expect(slotIsOpen.refuse(closed(WEEK_1, 'MON_WED'))).toBe(
      'Nobody can review on Monday 11 to Wednesday 13 January 2027: Training day.',
    );
  });

  it('keeps the other window and the other weeks open', () => {
    expect(slotIsOpen.refuse(closed(WEEK_1, 'WED_FRI'))).toBeNull();
    expect(slotIsOpen.refuse(closed(WEEK_2, 'MON_WED'))).toBeNull();
  });
});
