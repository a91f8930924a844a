import { describe, expect, it } from '@jest/globals';
import { REGION_GRADES } from '../problem.js';
import { seating } from '../../../test/solver/seating.js';
import { regionIsNotRefused } from './region-is-not-refused.js';

describe('regionIsNotRefused', () => {
  it.each(REGION_GRADES.filter((grade) => grade !== 'NO'))('lets %s travel', (grade) => {
    expect(regionIsNotRefused.refuse(seating({ lead: { regions: { London: grade } } }))).toBeNull();
  });

  it('lets a person travel to a region that is not named', () => {
    expect(
      regionIsNotRefused.refuse(seating({ lead: { regions: { 'South East': 'NO' } } })),
    ).toBeNull();
  });

  it('refuses a region graded NO', () => {
    expect(regionIsNotRefused.refuse(seating({ lead: { regions: { London: 'NO' } } }))).toBe(
      'Ada does not travel to the region of R1 (London).',
    );
  });
});
