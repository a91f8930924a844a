import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person } from '../../../test/solver/builders.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Lead } from '../problem.js';
import { restBlocks } from './rest-blocks.js';
import type { Block } from './supply.js';

const resting = (restReviews: number, restWeeks: number): Lead =>
  person('P', { limits: { term: 9, restReviews, restWeeks, maxKm: null } });
const weekSets = (weekCount: number): number[][] =>
  Array.from({ length: 2 ** weekCount }, (_, bits) =>
    Array.from({ length: weekCount }, (__, week) => week).filter((week) => (bits >> week) & 1),
  );
const within = (weeks: readonly number[], { from, to }: { from: number; to: number }): number =>
  weeks.filter((week) => week >= from && week < to).length;

const drawn = fc.record({
  weekCount: fc.integer({ min: 1, max: 7 }),
  restReviews: fc.integer({ min: 0, max: 3 }),
  restWeeks: fc.integer({ min: 1, max: 9 }),
  usable: fc.uniqueArray(fc.nat({ max: 6 })),
  occupied: fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 2 }),
});

describe('restBlocks', () => {
  it('forbids nothing that resting permits, and its blocks do not overlap', () => {
    fc.assert(
      fc.property(drawn, ({ weekCount, restReviews, restWeeks, usable, occupied }) => {
        const blocks = restBlocks(resting(restReviews, restWeeks), weekCount, usable, occupied);
        blocks.reduce((end, { from, to }) => {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeLessThanOrEqual(weekCount);
          return to;
        }, 0);
        const runs = Array.from({ length: weekCount }, (_, from) => ({
          from,
          to: Math.min(weekCount, from + restWeeks),
        }));
        for (const led of weekSets(weekCount)) {
          if (led.some((week) => occupied.includes(week))) continue;
          const seats = [...led, ...occupied.filter((week) => week < weekCount)];
          if (runs.some((run) => within(seats, run) > restReviews)) continue;
          for (const block of blocks) expect(within(led, block)).toBeLessThanOrEqual(block.most);
        }
      }),
      { numRuns: propertyCases(500), seed: 20270111 },
    );
  });

  it('spares as many seats as any choice of runs could', () => {
    fc.assert(
      fc.property(drawn, ({ weekCount, restReviews, restWeeks, usable }) => {
        const weeks = usable.filter((week) => week < weekCount);
        const spared = (blocks: readonly Block[]): number =>
          blocks.reduce((sum, block) => sum + Math.max(0, within(weeks, block) - block.most), 0);
        const most = (from: number): number => {
          let best = 0;
          for (let start = from; start < weekCount; start++) {
            for (let to = start + 1; to <= Math.min(weekCount, start + restWeeks); to++) {
              best = Math.max(best, spared([{ from: start, to, most: restReviews }]) + most(to));
            }
          }
          return best;
        };
        const chosen = restBlocks(resting(restReviews, restWeeks), weekCount, weeks, []);
        expect(spared(chosen)).toBe(most(0));
      }),
      { numRuns: propertyCases(200), seed: 20270111 },
    );
  });

  it('chooses the runs in which most would be lost', () => {
    expect(restBlocks(resting(1, 2), 5, [1, 2, 3, 4], [])).toEqual([
      { from: 1, to: 3, most: 1 },
      { from: 3, to: 5, most: 1 },
    ]);
    expect(restBlocks(resting(2, 3), 5, [0, 1, 3], [2])).toEqual([{ from: 0, to: 3, most: 1 }]);
  });
});
