import { describe, expect, it } from '@jest/globals';
import { KM_PER_MILE, milesAtLeast, milesAtMost, roadKm } from './distance.js';

describe('miles for people', () => {
  it('never let what is further than a limit read as within it', () => {
    const limit = 50 * KM_PER_MILE;
    expect(milesAtMost(limit)).toBe(50);
    expect(milesAtLeast(limit)).toBe(50);
    expect(milesAtLeast(limit + 0.01)).toBe(51);
    expect(milesAtMost(limit + 0.01)).toBe(50);
    expect(milesAtMost(limit - 0.01)).toBe(49);
    expect([milesAtLeast(0), milesAtMost(0)]).toEqual([0, 0]);
  });
});

describe('a distance by road', () => {
  it('is the same there and back, and grows with the road factor', () => {
    const [darlington, london] = [
      { lat: 54.52, lon: -1.55 },
      { lat: 51.5, lon: -0.12 },
    ];
    const there = roadKm(darlington, london, 1);
    expect(roadKm(london, darlington, 1)).toBeCloseTo(there, 9);
    expect(roadKm(darlington, london, 1.3)).toBeCloseTo(1.3 * there, 9);
    expect(there).toBeGreaterThan(348);
    expect(there).toBeLessThan(350);
  });
});
