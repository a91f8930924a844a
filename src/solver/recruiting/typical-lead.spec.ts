import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2, WEEKS } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import type { Lead, Problem } from '../problem.js';
import { typicalLead, type TypicalWish } from './typical-lead.js';

const wish: TypicalWish = {
  id: 'one more',
  home: { lat: 54.9, lon: -1.6 },
  region: 'North East',
  phases: ['special'],
  needs: ['SEMH'],
};

function free(...slots: [week: string, grade: 'PREFERRED' | 'AVAILABLE' | 'IF_NEEDED'][]): object {
  return {
    availability: Object.fromEntries(slots.map(([week, grade]) => [week, { MON_WED: grade }])),
  };
}

function of(pool: Lead[], changes: Partial<Problem> = {}): Lead {
  return typicalLead(problem({ leads: pool, ...changes }), wish);
}

describe('a typical lead', () => {
  it('is who was wished for, and may lead without more ado', () => {
    expect(of([person('Ada', { isNew: true, roles: ['LEAD', 'QUALITY_ASSURER'] })])).toMatchObject({
      id: 'one more',
      roles: ['LEAD'],
      isNew: false,
      home: wish.home,
      phases: ['special'],
      needs: ['SEMH'],
      conflicts: [],
    });
  });

  it('is free as often as the middle person, when the most are, with their middle grade', () => {
    const pool = [
      person('Ada', free([WEEK_1, 'PREFERRED'])),
      person('Ben', free([WEEK_1, 'IF_NEEDED'], [WEEK_2, 'PREFERRED'])),
      person('Cy', free(...WEEKS.map((week): [string, 'AVAILABLE'] => [week, 'AVAILABLE']))),
    ];
    expect(of(pool).availability).toEqual({
      [WEEK_1]: { MON_WED: 'AVAILABLE' },
      // Of two grades the lower one.
      [WEEK_2]: { MON_WED: 'AVAILABLE' },
    });
  });

  it('does not learn from who cannot lead or has not answered, nor of closed windows', () => {
    const pool = [
      person('Ada', free([WEEK_1, 'PREFERRED'], [WEEK_2, 'PREFERRED'])),
      person('Ben', { availability: {}, limits: { ...person('Ben').limits, term: 1 } }),
      person('Cy', { availability: {}, limits: { ...person('Cy').limits, term: 1 } }),
      person('Di', { roles: ['SHADOW'] }),
    ];
    const closed = [{ week: WEEK_1, window: 'MON_WED' as const, reason: 'training' }];
    const typical = of(pool, { closed });
    expect(typical.availability).toEqual({ [WEEK_2]: { MON_WED: 'PREFERRED' } });
    expect(typical.limits.term).toBe(6);
  });

  it('prefers its home and goes elsewhere as most do, of two the less willing', () => {
    const pool = [
      person('Ada', { regions: { London: 'RELUCTANT', 'North East': 'NO', 'South West': 'NO' } }),
      person('Ben', { regions: { 'South West': 'NO' } }),
    ];
    const reviews = ['London', 'South West', 'East Midlands'].map((region) =>
      review(region, { region }),
    );
    expect(of(pool, { reviews }).regions).toEqual({
      'East Midlands': 'WILLING',
      London: 'RELUCTANT',
      'North East': 'PREFERRED',
      'South West': 'NO',
    });
  });

  it('has the middle limits, the most frequent rest rule and the middle commitment', () => {
    const limits = (term: number, restReviews: number, maxKm: number | null): Partial<Lead> => ({
      limits: { term, restReviews, restWeeks: 4, maxKm },
      commitment: { minimum: term, done: 5, target: term - 3 },
    });
    const pool = [
      person('Ada', limits(4, 3, null)),
      person('Ben', limits(6, 2, 100)),
      person('Cy', limits(6, 3, null)),
    ];
    expect(of(pool)).toMatchObject({
      limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: null },
      commitment: { minimum: 6, done: 0, target: 3 },
    });
    // The stricter of two rules, the lower of two middles.
    expect(of(pool.slice(0, 2)).limits).toEqual({
      term: 4,
      restReviews: 2,
      restWeeks: 4,
      maxKm: 100,
    });
  });

  it('keeps to the rules of the programme where nobody leads', () => {
    expect(of([])).toMatchObject({
      limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: null },
      commitment: { minimum: 6, done: 0, target: 0 },
    });
    expect(of([]).availability).toEqual(
      Object.fromEntries(
        WEEKS.map((week) => [week, { MON_WED: 'AVAILABLE', WED_FRI: 'AVAILABLE' }]),
      ),
    );
    const reviews = [review('R1', { region: 'London' })];
    expect(of([], { reviews }).regions).toEqual({ 'North East': 'PREFERRED', London: 'WILLING' });
  });

  it('refuses the name of somebody who is there', () => {
    expect(() => of([person('one more')])).toThrow('Somebody of the problem is one more.');
  });

  it('is always the same, whatever the order of people and reviews, and changes nothing', () => {
    fc.assert(
      fc.property(tinyProblem(), (tiny) => {
        const before = structuredClone(tiny);
        const typical = typicalLead(tiny, wish);
        expect(tiny).toEqual(before);
        const reversed = {
          ...tiny,
          leads: tiny.leads.toReversed(),
          reviews: tiny.reviews.toReversed(),
        };
        // To the letter: the same scenario makes the same file.
        expect(JSON.stringify(typicalLead(reversed, wish))).toBe(JSON.stringify(typical));
        for (const week of Object.keys(typical.availability)) expect(tiny.weeks).toContain(week);
      }),
      { numRuns: 200, seed: 20261126 },
    );
  });
});
