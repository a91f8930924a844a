import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEKS } from '../../../test/solver/builders.js';
import type { Limits, Pin } from '../problem.js';
import type { Misfit } from './change.js';
import { acceptedBeyond } from './limits-kept.js';

const SEATS = ['lead', 'qualityAssurer', 'shadow'] as const;

/** Ada's pinned seats, one a review; null: a pin set by hand without a slot. */
function pinsOfAda(weeks: readonly (number | null)[]): Pin[] {
  return weeks.map((week, index) => ({
    review: `R${index}`,
    [SEATS[index % 3] as string]: 'Ada',
    ...(week === null ? {} : { week: WEEKS[week], window: 'MON_WED' as const }),
  }));
}

function limits(term: number, restReviews: number, restWeeks: number): Limits {
  return { term, restReviews, restWeeks, maxKm: null };
}

function beyond(weeks: readonly (number | null)[], now: Limits, before: Limits): Misfit | null {
  const ada = person('Ada', { limits: now });
  const of = problem({
    leads: [ada, person('Ben')],
    reviews: [...weeks, 0].map((_, index) => review(`R${index}`)),
    pins: [
      ...pinsOfAda(weeks),
      { review: 'of Ben', lead: 'Ben', week: WEEKS[0]!, window: 'MON_WED' },
    ],
  });
  return acceptedBeyond(of, ada, before);
}

const someLimits = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.nat(3), fc.integer({ min: 1, max: 6 }))
  .map((given) => limits(...given));

describe('accepted seats', () => {
  it('are too many where a limit has become stricter than they are, the term before the rest', () => {
    const weeks = fc.array(fc.option(fc.nat(3)), { maxLength: 5 });
    const told = new Map<string, number>();
    fc.assert(
      fc.property(weeks, someLimits, someLimits, (accepted, now, before) => {
        const perWeek = WEEKS.map((_, week) => accepted.filter((each) => each === week).length);
        const perRun = WEEKS.map((_, from) =>
          perWeek.slice(from, from + now.restWeeks).reduce((sum, count) => sum + count, 0),
        );
        const most = Math.max(...perRun);
        const isTermStricter = now.term < before.term;
        const isRestStricter =
          now.restReviews < before.restReviews || now.restWeeks > before.restWeeks;
        const misfit = beyond(accepted, now, before);
        const why = { why: 'HAS_ACCEPTED_MORE', person: 'Ada' };
        const term = { ...why, accepted: accepted.length, limit: now.term, weeks: null };
        const rest = { ...why, accepted: most, limit: now.restReviews, weeks: now.restWeeks };
        const expected =
          isTermStricter && accepted.length > now.term
            ? term
            : isRestStricter && most > now.restReviews
              ? rest
              : null;
        expect(misfit).toEqual(expected);
        const kind = expected === null ? 'none' : expected === term ? 'term' : 'rest';
        told.set(kind, (told.get(kind) ?? 0) + 1);
      }),
      { numRuns: 400, seed: 20270301 },
    );
    for (const kind of ['none', 'term', 'rest']) expect(told.get(kind)).toBeGreaterThan(40);
  });

  it.each<[string, (number | null)[], Limits, Limits, object | null]>([
    ['as many as the term', [0, 1], limits(2, 4, 4), limits(3, 4, 4), null],
    ['one more', [0, 1, 2], limits(2, 4, 4), limits(3, 4, 4), { accepted: 3, limit: 2 }],
    ['more already', [0, 1, 2], limits(2, 4, 4), limits(2, 4, 4), null],
    ['as many as the rest', [0, 1], limits(6, 2, 2), limits(6, 3, 2), null],
    ['one more in a run', [0, 1, 3], limits(6, 1, 2), limits(6, 2, 2), { accepted: 2, weeks: 2 }],
    [
      'one more in a longer run',
      [0, 2],
      limits(6, 1, 3),
      limits(6, 1, 2),
      { accepted: 2, weeks: 3 },
    ],
    ['less rest than before', [0, 1], limits(6, 1, 2), limits(6, 1, 3), null],
    ['no week', [null, null], limits(6, 1, 4), limits(6, 2, 4), null],
  ])('of a stricter limit are told: %s', (_, weeks, now, before, told) => {
    const misfit = beyond(weeks, now, before);
    if (told === null) expect(misfit).toBeNull();
    else expect(misfit).toMatchObject(told);
  });
});
