import { describe, expect, it } from '@jest/globals';
import { tellerOf, toldProblem } from '../../../test/support/told-plan.js';
import { led, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { seatFacts } from '../../solver/explain/seat-facts.js';
import { type Lead, type Review, type SeatRow } from '../../solver/problem.js';
import { tellFacts } from './tell-facts.js';

function words(
  ben: Partial<Lead> = {},
  vale: Partial<Review> = {},
  rows: SeatRow[] = [],
): string[] {
  const lead = { ...(toldProblem.leads[1] as Lead), ...ben };
  const review = { ...(toldProblem.reviews[0] as Review), ...vale };
  const problem = { ...toldProblem, leads: [lead], reviews: [review] };
  const slot = { week: WEEK_1, window: 'MON_WED' } as const;
  const facts = seatFacts(problem, rows, lead, review, slot);
  return tellFacts(facts, { lead: 'L-2', review: 'R-1' }, tellerOf(rows, problem)).words;
}

describe('the facts about a seat in words', () => {
  it('tell window, needs, travel and commitment', () => {
    const rows = [led('R-1', 'L-2', WEEK_1), led('R-2', 'L-2', WEEK_2)];
    const commitment = { minimum: 6, done: 1, target: 3 };
    expect(words({ commitment }, {}, rows)).toEqual([
      'Ben Linnet prefers this window; the school prefers it.',
      'Ben Linnet knows ASD of its needs, not SEMH.',
      'Ben Linnet lives 90 miles away by road, a night away from home, and is willing to travel to the South East.',
      'With it Ben Linnet leads 2 of a target of 3 this term; 3 of 6 for the year.',
    ]);
  });

  it.each<[Partial<Lead>, Partial<Review>, string]>([
    [
      { availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED' } } },
      { windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' }] },
      'Ben Linnet can come in this window if needed; the school accepts it.',
    ],
    [
      { availability: {} },
      {},
      'Ben Linnet would have to be asked for this window; the school prefers it.',
    ],
    [{}, { windows: [] }, 'Ben Linnet prefers this window, and the school would have to be asked.'],
    [{ needs: [] }, {}, 'Ben Linnet knows none of its needs (ASD and SEMH).'],
    [{}, { needs: ['ASD'] }, 'Ben Linnet knows its need (ASD).'],
    [{ needs: ['SEMH', 'ASD'] }, {}, 'Ben Linnet knows all of its needs (ASD and SEMH).'],
    [
      { home: { lat: 52, lon: -1 }, regions: { 'South East': 'PREFERRED' } },
      {},
      'Ben Linnet lives 0 miles away by road, and prefers the South East.',
    ],
    [{ isNew: true }, {}, 'Ben Linnet is new, and needs a quality assurer on one of the reviews.'],
  ])('tell %#', (ben, vale, expected) => {
    expect(words(ben, vale)).toContain(expected);
  });

  it('tell how the target is met or passed, and nothing of needs where there are none', () => {
    const rows = [led('R-1', 'L-2', WEEK_1)];
    const leads = (target: number): string | undefined =>
      words({ commitment: { minimum: 6, done: 0, target } }, { needs: [] }, rows)[2];
    expect(leads(1)).toBe(
      'With it Ben Linnet leads 1 this term, exactly the target; 1 of 6 for the year.',
    );
    expect(leads(0)).toBe(
      'With it Ben Linnet leads 1 this term, above the target of 0; 1 of 6 for the year.',
    );
  });
});
