import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tinyProblem } from '../../../test/solver/generate.js';
import { findCandidates } from '../candidates.js';
import { type Problem, WINDOWS } from '../problem.js';
import { mostAlone, mostReviews } from './most-alone.js';
import { mostUnderRest, type WeekRoom } from './most-under-rest.js';

const rests = fc.record({
  reviews: fc.integer({ min: 0, max: 3 }),
  weeks: fc.integer({ min: 1, max: 5 }),
});

/** Every set of weeks, by trying all. */
function* choices(count: number): Generator<number[]> {
  for (let bits = 0; bits < 2 ** count; bits += 1) {
    yield Array.from({ length: count }, (_, i) => i).filter((i) => ((bits >> i) & 1) === 1);
  }
}

/** Whether every run that holds a new week has room for all in it. */
function keepsRest(
  added: readonly number[],
  taken: readonly number[],
  rest: { reviews: number; weeks: number },
): boolean {
  return Array.from({ length: 30 }, (_, i) => i - 15).every((from) => {
    const inRun = (week: number): boolean => from <= week && week < from + rest.weeks;
    const fresh = added.filter(inRun).length;
    return fresh === 0 || fresh + taken.filter(inRun).length <= rest.reviews;
  });
}

describe('the most weeks under the rest rule', () => {
  it('is what trying every choice of weeks finds', () => {
    const rooms = fc.array(fc.constantFrom<WeekRoom>('FREE', 'FREE', 'TAKEN', 'CLOSED'), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(rooms, rests, (weeks, rest) => {
        const taken = weeks.flatMap((room, i) => (room === 'TAKEN' ? [i] : []));
        let best = 0;
        for (const added of choices(weeks.length)) {
          if (added.some((i) => weeks[i] !== 'FREE') || !keepsRest(added, taken, rest)) continue;
          best = Math.max(best, added.length);
        }
        expect(mostUnderRest(weeks, rest)).toBe(best);
      }),
      { numRuns: 400, seed: 1 },
    );
  });
});

/** The most reviews by trying, week by week, each review left or none. */
function mostByTrying(
  weeks: readonly ReadonlySet<number>[],
  rest: { reviews: number; weeks: number },
  limit: number,
): number {
  const go = (at: number, added: number[], used: ReadonlySet<number>): number => {
    if (at === weeks.length) return keepsRest(added, [], rest) ? added.length : 0;
    let best = go(at + 1, added, used);
    if (added.length === limit) return best;
    for (const review of weeks[at] ?? []) {
      if (used.has(review)) continue;
      best = Math.max(best, go(at + 1, [...added, at], new Set([...used, review])));
    }
    return best;
  };
  return go(0, [], new Set());
}

/** The weeks in which somebody has declared a window that is not closed. */
function freeWeeksOf({ weeks, closed, leads }: Problem, index: number): number[] {
  return weeks.flatMap((week, at) => {
    const declared = WINDOWS.filter((window) => leads[index]?.availability[week]?.[window]);
    const isShut = (window: string): boolean =>
      closed.some((each) => each.week === week && each.window === window);
    return declared.some((window) => !isShut(window)) ? [at] : [];
  });
}

/** The most of these weeks by trying all choices. */
function mostWeeks(free: readonly number[], rest: { reviews: number; weeks: number }): number {
  return Math.max(
    ...[...choices(free.length)]
      .map((chosen) => chosen.map((i) => free[i]!))
      .filter((added) => keepsRest(added, [], rest))
      .map((added) => added.length),
  );
}

describe('the most reviews of one person alone', () => {
  it('is what trying every choice finds', () => {
    const weeks = fc.array(
      fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }).map((ids) => new Set(ids)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(weeks, rests, fc.integer({ min: 0, max: 6 }), (reviews, rest, limit) => {
        expect(mostReviews(reviews, rest, limit)).toBe(mostByTrying(reviews, rest, limit));
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('of a problem is that of its candidates, and never more than the dates alone permit', () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        const candidates = findCandidates(problem).filter(({ role }) => role === 'LEAD');
        mostAlone(problem).forEach(({ lead, byAvailability, byAllRules }, index) => {
          const { limits, id } = problem.leads[index]!;
          const weeks = problem.weeks.map(
            (_, week) =>
              new Set(
                candidates
                  .filter((each) => each.lead === index && each.week === week)
                  .map(({ review }) => review),
              ),
          );
          const rest = { reviews: limits.restReviews, weeks: limits.restWeeks };
          expect([lead, byAllRules]).toEqual([id, mostByTrying(weeks, rest, limits.term)]);
          expect(byAllRules).toBeLessThanOrEqual(byAvailability);
          expect(byAvailability).toBe(mostWeeks(freeWeeksOf(problem, index), rest));
        });
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
