import { describe, expect, it } from '@jest/globals';
import { WEEK_1 } from '../../../test/solver/builders.js';
import { AVAILABILITY_GRADES } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { personIsAvailable } from './person-is-available.js';

describe('personIsAvailable', () => {
  it.each(AVAILABILITY_GRADES)('lets a person who is %s review', (grade) => {
    const availability = { [WEEK_1]: { MON_WED: grade } };
    expect(personIsAvailable.refuse(seating({ lead: { availability } }))).toBeNull();
  });

  it('refuses the window that is not named', () => {
    const availability = { [WEEK_1]: { WED_FRI: 'PREFERRED' as const } };
    expect(personIsAvailable.refuse(seating({ lead: { availability } }))).toBe(
      'Ada is not available on Monday 11 to Wednesday 13 January 2027.',
    );
  });

  it('refuses a week that is not named', () => {
    expect(personIsAvailable.refuse(seating({ lead: { availability: {} } }))).not.toBeNull();
  });
});
