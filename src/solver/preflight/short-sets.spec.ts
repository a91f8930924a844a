import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  exhaustively,
  smallestShortSets,
  smallMatching,
} from '../../../test/solver/exhaustive-matching.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { Matching, mostMet } from './matching.js';
import { roomsFor, totalRoom } from './rooms.js';
import { findShortages } from './short-sets.js';

const RUNS = { numRuns: propertyCases(400), seed: 20270111 };

describe('a matching', () => {
  it('meets as many demands as can be met, in any order', () => {
    fc.assert(
      fc.property(smallMatching(), fc.infiniteStream(fc.nat()), (of, numbers) => {
        const all = Array.from({ length: of.options.rowCount }, (_, demand) => demand);
        const shuffled = all
          .map((demand) => ({ demand, key: numbers.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ demand }) => demand);
        expect(mostMet(of.supply, of.options, shuffled)).toBe(exhaustively(of, all));
      }),
      RUNS,
    );
  });

  it('leaves out the lightest when the heaviest are seated first', () => {
    fc.assert(
      fc.property(
        smallMatching(),
        fc.array(fc.nat({ max: 9 }), { minLength: 7 }),
        (of, weights) => {
          const weightOf = (demand: number): number => weights[demand] as number;
          const all = Array.from({ length: of.options.rowCount }, (_, demand) => demand);
          const matching = new Matching(of.supply, of.options);
          let weight = 0;
          for (const demand of [...all].sort((a, b) => weightOf(b) - weightOf(a))) {
            if (matching.seat(demand) === null) weight += weightOf(demand);
          }
          expect(weight).toBe(exhaustively(of, all, weightOf));
        },
      ),
      RUNS,
    );
  });

  it('shows for a demand it refuses the one smallest short set with those seated', () => {
    fc.assert(
      fc.property(smallMatching(), (of) => {
        const matching = new Matching(of.supply, of.options);
        const seated: number[] = [];
        for (let demand = 0; demand < of.options.rowCount; demand++) {
          if (matching.seat(demand) === null) {
            seated.push(demand);
            continue;
          }
          const set = matching.shortSetOf(demand, Infinity) as number[];
          expect([...seated, demand]).toEqual(expect.arrayContaining(set));
          expect(smallestShortSets(of)).toContainEqual(set);
          expect(matching.shortSetOf(demand, set.length)).toEqual(set);
          expect(matching.shortSetOf(demand, set.length - 1)).toBeNull();
        }
      }),
      RUNS,
    );
  });
});

describe('findShortages', () => {
  it('groups the smallest short sets that share a demand, and counts how many are too many', () => {
    let several = 0;
    fc.assert(
      fc.property(smallMatching(), (of) => {
        const sets = smallestShortSets(of);
        const found = findShortages(of.supply, of.options);
        expect(found.map(({ demands }) => demands)).toEqual(joined(sets));
        for (const { demands, most, smallest } of found) {
          expect(most).toBe(exhaustively(of, demands));
          expect(totalRoom(roomsFor(of.supply, of.options, demands))).toBe(most);
          for (const demand of demands) {
            const without = demands.filter((each) => each !== demand);
            expect(exhaustively(of, without)).toBe(most);
          }
          if (demands.length - most > 1) several++;
          for (const small of smallest) {
            expect(sets).toContainEqual(small.demands);
            expect(small.most).toBe(small.demands.length - 1);
            expect(demands).toEqual(expect.arrayContaining(small.demands));
            expect(totalRoom(roomsFor(of.supply, of.options, small.demands))).toBe(small.most);
          }
          const told = smallest.flatMap((small) => small.demands);
          expect(new Set(told).size).toBe(told.length);
          // One that is a smallest set itself needs no parts; a larger one has at least one.
          expect(smallest.length > 0).toBe(demands.length - most > 1);
        }
      }),
      RUNS,
    );
    expect(several).toBeGreaterThan(RUNS.numRuns / 20);
  });

  it('leaves as many without a place as a largest matching does', () => {
    fc.assert(
      fc.property(smallMatching(), (of) => {
        const all = Array.from({ length: of.options.rowCount }, (_, demand) => demand);
        const short = findShortages(of.supply, of.options).reduce(
          (sum, { demands, most }) => sum + demands.length - most,
          0,
        );
        expect(all.length - short).toBe(exhaustively(of, all));
      }),
      RUNS,
    );
  });
});

function joined(sets: readonly number[][]): number[][] {
  const groups: Set<number>[] = [];
  for (const set of sets) {
    const together = groups.filter((group) => set.some((demand) => group.has(demand)));
    for (const group of together) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...set, ...together.flatMap((group) => [...group])]));
  }
  return groups
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] as number) - (b[0] as number));
}
