import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Standing, standingOf, STANDINGS } from './standing.js';

const of = (led: number, shortfall: number, room: number, minimum = 6): Standing =>
  standingOf({ minimum, led, shortfall, room });

describe('where a year stands', () => {
  it.each<[Standing, Standing]>([
    ['EXCEEDED', of(7, 0, 0)],
    ['MET', of(6, 0, 5)],
    ['MET', of(0, 0, 0, 0)],
    ['ON_TRACK', of(3, 0, 0)],
    ['ON_TRACK', of(3, 2, 3)],
    ['AT_RISK', of(3, 3, 3)],
    ['BEHIND', of(3, 3, 2)],
  ])('%s', (expected, found) => {
    expect(found).toBe(expected);
  });

  it('is never worse with more room', () => {
    const count = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(count, count, count, count, (led, shortfall, room, minimum) => {
        const rank = (each: Standing): number => STANDINGS.indexOf(each);
        expect(rank(of(led, shortfall, room + 1, minimum))).toBeGreaterThanOrEqual(
          rank(of(led, shortfall, room, minimum)),
        );
      }),
    );
  });
});
