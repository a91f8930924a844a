import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { exhaustively } from '../../../test/solver/exhaustive-matching.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Problem } from '../problem.js';
import { leadSupply } from './lead-supply.js';
import { preflight } from './preflight.js';
import { assurerFindings } from './second-findings.js';
import { assurerSeats } from './second-seats.js';
import { seatOptions } from './seat-options.js';
import { weekRows } from './week-rows.js';

/** How many random problems are tried; more in continuous integration. */
const CASES = propertyCases(400);
const RUNS = { numRuns: CASES, seed: 20270112 };
const WHOLE_RUN_MS = 60_000 + CASES * 150;
/** Few people for many reviews, so that something is short. */
const SCARCE = { people: 3, reviews: 5, weeks: 3 };

/** What somebody has to lose for the most reviews of a set to have a lead. */
function mostOf(problem: Problem, reviews: readonly string[]): number {
  const weighty = 10_000;
  const asked = {
    ...problem,
    reviews: problem.reviews.map((review) => ({
      ...review,
      priority: reviews.includes(review.id) ? weighty : 1,
    })),
  };
  const best = bruteForce(asked);
  return best.status === 'OPTIMAL' ? Math.floor((best.values[0] as number) / weighty) : 0;
}

describe('the pre-flight', () => {
  it(
    'never bounds anything below what the best plan has',
    () => {
      const seen = { short: 0, pinsShort: 0, lacking: 0, costs: 0 };
      fc.assert(
        fc.property(fc.oneof(tinyProblem(SCARCE), tinyProblem()), (problem) => {
          const found = preflight(problem);
          const best = bruteForce(problem);
          if (found.pinsShort !== null) {
            seen.pinsShort++;
            expect(best.status).toBe('INFEASIBLE');
          }
          if (best.status === 'INFEASIBLE') return;
          const [covered, , shadows] = best.values as [number, number, number];
          expect(covered).toBeLessThanOrEqual(found.coverage.most.priority);
          expect(shadows).toBeLessThanOrEqual(found.shadows.most);
          if (covered < found.coverage.due.priority) seen.lacking++;
          const led = best.rows.filter(({ lead }) => lead !== null);
          expect(led.length).toBeLessThanOrEqual(found.coverage.most.reviews);
          const isNew = new Set(problem.leads.flatMap((lead) => (lead.isNew ? [lead.id] : [])));
          const leading = new Set(led.map(({ lead }) => lead ?? '').filter((id) => isNew.has(id)));
          expect(leading.size).toBeLessThanOrEqual(found.assurers.most);
          expect(found.assurers.nobody.filter((id) => leading.has(id))).toEqual([]);
          expect(
            found.shadows.nowhere.filter((id) => led.some((row) => row.shadow === id)),
          ).toEqual([]);
          for (const row of found.weeks) {
            const here = led.filter(({ week }) => week === row.week);
            expect(here.length).toBeLessThanOrEqual(row.most);
          }
          for (const { slot, most } of found.slots) {
            const here = led.filter(
              ({ week, window }) => week === slot.week && window === slot.window,
            );
            expect(here.length).toBeLessThanOrEqual(most);
          }
          for (const { reviews, most, smallest } of found.shortages) {
            seen.short++;
            expect(mostOf(problem, reviews)).toBeLessThanOrEqual(most);
            for (const part of smallest) {
              expect(mostOf(problem, part.reviews)).toBeLessThanOrEqual(part.most);
            }
          }
          for (const { cost } of found.assurers.shortages) {
            if (cost === null) continue;
            seen.costs++;
            expect(mostOf(problem, cost.reviews)).toBeLessThanOrEqual(cost.most);
          }
          for (const region of found.regions) {
            const theirs = problem.reviews.filter((review) => review.region === region.name);
            const ids = theirs.map(({ id }) => id);
            expect(mostOf(problem, ids)).toBeLessThanOrEqual(region.most);
          }
        }),
        RUNS,
      );
      expect(seen.short).toBeGreaterThan(CASES / 10);
      expect(seen.pinsShort).toBeGreaterThan(0);
      expect(seen.costs).toBeGreaterThan(0);
    },
    WHOLE_RUN_MS,
  );

  it(
    'is exact about its own relaxation: bounds, shortages and their smallest parts',
    () => {
      fc.assert(
        fc.property(tinyProblem(SCARCE), (problem) => {
          const found = preflight(problem);
          const seats = seatOptions(problem);
          const { never } = assurerFindings(problem, assurerSeats(problem, seats));
          const relaxed = leadSupply(problem, seats, never);
          const numberOf = new Map(problem.reviews.map(({ id }, index) => [id, index]));
          const most = (ids: readonly string[]): number =>
            exhaustively(
              relaxed,
              ids.map((id) => numberOf.get(id) as number),
            );
          const all = problem.reviews.map(({ id }) => id);
          if (found.assurers.shortages.some(({ cost }) => cost !== null)) {
            expect(found.coverage.most.reviews).toBeLessThan(most(all));
            return;
          }
          expect(found.coverage.most.reviews).toBe(most(all));
          if (found.pinsShort === null)
            expectHeaviest(problem, relaxed, found.coverage.most.priority);
          else expectSmallest(found.pinsShort, most);
          for (const shortage of found.shortages) {
            expect(most(shortage.reviews)).toBe(shortage.most);
            expect(roomOf(shortage)).toBe(shortage.most);
            // Whichever review is taken away, it is short by one less.
            for (const id of shortage.reviews) {
              expect(most(shortage.reviews.filter((each) => each !== id))).toBe(shortage.most);
            }
            if (shortage.reviews.length - shortage.most === 1) expectSmallest(shortage, most);
            shortage.smallest.forEach((part) => expectSmallest(part, most));
          }
          const short = found.shortages.reduce(
            (sum, each) => sum + each.reviews.length - each.most,
            0,
          );
          expect(all.length - short - found.nobody.length).toBe(found.coverage.most.reviews);
        }),
        RUNS,
      );
    },
    WHOLE_RUN_MS,
  );

  it('says the same each time, and of the weeks also where only they are asked for', () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        const found = preflight(problem);
        expect(preflight(structuredClone(problem))).toEqual(found);
        expect(weekRows(problem)).toEqual(found.weeks);
      }),
      { ...RUNS, numRuns: propertyCases(50) },
    );
  });
});

interface Short {
  reviews: string[];
  most: number;
  people: { most: number }[];
}

function expectSmallest(set: Short, most: (ids: readonly string[]) => number): void {
  expect(most(set.reviews)).toBe(set.reviews.length - 1);
  expect(set.most).toBe(set.reviews.length - 1);
  expect(roomOf(set)).toBe(set.most);
  for (const id of set.reviews) {
    const without = set.reviews.filter((each) => each !== id);
    expect(most(without)).toBe(without.length);
  }
}

function roomOf({ people }: Short): number {
  return people.reduce((sum, person) => sum + person.most, 0);
}

/** Pinned reviews must have a lead; among such coverages none is heavier. */
function expectHeaviest(
  problem: Problem,
  relaxed: Parameters<typeof exhaustively>[0],
  priority: number,
): void {
  const pinned = new Set(problem.pins.map(({ review }) => review));
  const weightOf = (index: number): number => {
    const review = problem.reviews[index];
    return review === undefined || pinned.has(review.id) ? Infinity : review.priority;
  };
  const all = problem.reviews.map((_, index) => index);
  const ofPinned = problem.reviews.reduce(
    (sum, review) => sum + (pinned.has(review.id) ? review.priority : 0),
    0,
  );
  expect(exhaustively(relaxed, all, weightOf) + ofPinned).toBe(priority);
}
