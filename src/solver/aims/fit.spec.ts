import { describe, expect, it } from '@jest/globals';
import { led, person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { valueOf } from './aims.js';
import { fit } from './fit.js';
import type { Lead, Review } from '../problem.js';

describe('fit', () => {
  const value = (
    leadChanges: Partial<Lead>,
    reviewChanges: Partial<Review> = {},
  ): number | undefined =>
    valueOf(
      problem({
        leads: [person('Ada', { regions: { London: 'PREFERRED' }, ...leadChanges })],
        reviews: [review('R1', reviewChanges)],
      }),
      [led('R1', 'Ada', WEEK_1)],
    ).get('fit');

  it('is nothing where everything is preferred and next door', () => {
    expect(value({})).toBe(0);
  });

  it('adds the grade of availability, of the region and of the host', () => {
    expect(value({ availability: { [WEEK_1]: { MON_WED: 'AVAILABLE' } } })).toBe(10);
    expect(value({ availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED' } } })).toBe(40);
    expect(value({ regions: {} })).toBe(10);
    expect(value({ regions: { London: 'RELUCTANT' } })).toBe(40);
    expect(value({}, { windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' }] })).toBe(
      15,
    );
  });

  it('adds points for each need that the lead does not share', () => {
    expect(value({ needs: ['ASD'] }, { needs: ['ASD', 'SLD', 'VI'] })).toBe(16);
  });

  it('adds a point for each full travel step, and the night from beyond its distance', () => {
    // 0.69 degrees of latitude are 99.74 km by road, 0.83 degrees 119.98 km, 0.831 degrees 120.12 km.
    expect(value({}, { lat: 52.69 })).toBe(19);
    expect(value({}, { lat: 52.83 })).toBe(23);
    expect(value({}, { lat: 52.831 })).toBe(24 + 20);
  });

  it('looks at lead seats only', () => {
    const term = problem({
      leads: [
        person('Ada', { regions: { London: 'PREFERRED' } }),
        person('Cy', { roles: ['SHADOW'] }),
      ],
      reviews: [review('R1')],
    });
    expect(valueOf(term, [led('R1', 'Ada', WEEK_1, { shadow: 'Cy' })]).get('fit')).toBe(0);
    expect(fit.trivialBound(term)).toBe(0);
  });
});
