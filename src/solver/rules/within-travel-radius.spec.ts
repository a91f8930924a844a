import { describe, expect, it } from '@jest/globals';

import { seating } from '../../../test/solver/seating.js';
import { withinTravelRadius } from './within-travel-radius.js';

describe('withinTravelRadius', () => {
  // One degree of latitude on the mean Earth is 111.195 km, by road 144.55 km.
  const refusal = (maxKm: number | null): string | null =>
    withinTravelRadius.refuse(
      seating({
        lead: { limits: { term: 6, restReviews: 4, restWeeks: 4, maxKm } },
        review: { lat: 53 },
      }),
    );

  it('lets a person travel just as far as they say', () => {
    expect(refusal(145)).toBeNull();
  });

  it('refuses one kilometre less', () => {
    expect(refusal(144)).toBe('Ada lives 90 miles by road from R1 and travels at most 89.');
  });

  it('knows no limit where there is none', () => {
    expect(refusal(null)).toBeNull();
  });

  it('lets a person who travels nowhere review next door', () => {
    const lead = { limits: { term: 6, restReviews: 4, restWeeks: 4, maxKm: 0 } };
    expect(withinTravelRadius.refuse(seating({ lead }))).toBeNull();
  });
});
