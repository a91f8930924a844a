import { describe, expect, it } from '@jest/globals';

import { seating } from '../../../test/solver/seating.js';
import { roleIsHeld } from './role-is-held.js';

describe('roleIsHeld', () => {
  it('lets people take the seats among their roles', () => {
    expect(roleIsHeld.refuse(seating({ lead: { roles: ['SHADOW'] }, role: 'SHADOW' }))).toBeNull();
  });

  it('refuses every other seat', () => {
    expect(roleIsHeld.refuse(seating({ lead: { roles: ['SHADOW'] }, role: 'LEAD' }))).toBe(
      'Ada may not take a seat as lead this term.',
    );
  });
});
