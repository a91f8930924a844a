import { describe, expect, it } from '@jest/globals';
import { WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import type { HostWindow } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { hostAcceptsSlot } from './host-accepts-slot.js';

describe('hostAcceptsSlot', () => {
  it('accepts a window of either grade', () => {
    const windows: HostWindow[] = [{ week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' }];
    expect(hostAcceptsSlot.refuse(seating({ review: { windows } }))).toBeNull();
  });

  it('refuses the other window of the same week', () => {
    const windows: HostWindow[] = [{ week: WEEK_1, window: 'WED_FRI', grade: 'PREFERRED' }];
    expect(hostAcceptsSlot.refuse(seating({ review: { windows } }))).toBe(
      'The school of R1 does not accept Monday 11 to Wednesday 13 January 2027.',
    );
  });

  it('refuses the same window of another week', () => {
    const windows: HostWindow[] = [{ week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' }];
    expect(hostAcceptsSlot.refuse(seating({ review: { windows } }))).not.toBeNull();
  });
});
