import { describe, expect, it } from '@jest/globals';
import type { Conflict } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { noConflictOfInterest } from './no-conflict-of-interest.js';

describe('noConflictOfInterest', () => {
  const refusal = (
    conflict: Omit<Conflict, 'reason'>,
    trust: string | null = 'T1',
  ): string | null =>
    noConflictOfInterest.refuse(
      seating({
        lead: { conflicts: [{ ...conflict, reason: 'own school' }] },
        review: { urn: '100001', trust },
      }),
    );

  it('refuses the school that a conflict names', () => {
    expect(refusal({ urn: '100001' })).toBe(
      'Ada has a conflict with the school of R1: own school.',
    );
  });

  it('refuses every school of the trust that a conflict names', () => {
    expect(refusal({ trust: 'T1' })).not.toBeNull();
  });

  it('refuses either where a conflict names both', () => {
    expect(refusal({ urn: '100002', trust: 'T1' })).not.toBeNull();
    expect(refusal({ urn: '100001', trust: 'T2' })).not.toBeNull();
  });

  it('lets a person review other schools and schools without a trust', () => {
    expect(refusal({ urn: '100002' })).toBeNull();
    expect(refusal({ trust: 'T2' })).toBeNull();
    expect(refusal({ urn: '100002' }, null)).toBeNull();
  });
});
