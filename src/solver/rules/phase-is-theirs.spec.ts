import { describe, expect, it } from '@jest/globals';

import { seating } from '../../../test/solver/seating.js';
import { phaseIsTheirs } from './phase-is-theirs.js';

describe('phaseIsTheirs', () => {
  it('lets a person review one of their phases', () => {
    const lead = { phases: ['primary', 'special'] };
    expect(phaseIsTheirs.refuse(seating({ lead }))).toBeNull();
  });

  it('refuses every other phase, in every seat', () => {
    const lead = { phases: ['primary'] };
    expect(phaseIsTheirs.refuse(seating({ lead, role: 'SHADOW' }))).toBe(
      'Ada does not review the phase of R1 (special).',
    );
  });
});
