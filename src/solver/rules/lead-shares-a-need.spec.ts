import { describe, expect, it } from '@jest/globals';
import type { Role } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { leadSharesANeed } from './lead-shares-a-need.js';

describe('leadSharesANeed', () => {
  const refusal = (theirs: string[], needs: string[], role: Role = 'LEAD'): string | null =>
    leadSharesANeed.refuse(seating({ lead: { needs: theirs }, review: { needs }, role }));

  it('lets a person lead who shares one need', () => {
    expect(refusal(['ASD'], ['ASD', 'SLD'])).toBeNull();
  });

  it('refuses a lead who shares none', () => {
    expect(refusal(['MLD'], ['ASD', 'SLD'])).toBe(
      'Ada has none of the specialisms of R1 (ASD, SLD).',
    );
  });

  it('asks nothing where the review has no needs', () => {
    expect(refusal([], [])).toBeNull();
  });

  it('asks nothing of assurers and shadows', () => {
    expect(refusal([], ['ASD'], 'QUALITY_ASSURER')).toBeNull();
    expect(refusal([], ['ASD'], 'SHADOW')).toBeNull();
  });
});
