import { describe, expect, it } from '@jest/globals';
import { type PriceOfDisturbance } from '../../solver/explain/re-plan.js';
import { type AimName, type AimResult, AIMS } from '../../solver/plan.js';
import { disturbanceOutcome, leastInWords } from './disturbance-words.js';

const results = (values: Partial<Record<AimName, number>>): AimResult[] =>
  AIMS.map((aim) => ({ aim, value: values[aim] ?? 0, bound: values[aim] ?? 0 }));

/** One person buys coverage, two the balance; fit is not reached. */
const found: PriceOfDisturbance = {
  least: 0,
  lines: [
    { people: 0, disturbed: [], aims: results({ coverage: 2, balance: 9 }), change: [], rows: [] },
  ],
  best: { aims: results({ coverage: 4, balance: 5, fit: 3 }), disturbed: ['A', 'B', 'C'] },
  reaches: AIMS.map((aim) => ({
    aim,
    people: aim === 'fit' || aim === 'company' ? null : aim === 'balance' ? 2 : 1,
  })),
  ended: 'LIMIT',
};

describe('what a price list comes to', () => {
  it('says how many people buy what, only of aims that differ, and how it ended', () => {
    expect(disturbanceOutcome(found)).toEqual([
      'Disturbing 1 person, as much is covered as can be.',
      'Disturbing 2 people, the load is spread as evenly as it can be.',
      'No more people were tried. The best plan of all, as it was found, disturbs 3 people; fewer might do.',
    ]);
  });

  it('says where it begins, and that nothing more is gained, or that the search was given up', () => {
    expect(leastInWords(0)).toBe('There is a plan that disturbs nobody.');
    expect(leastInWords(2)).toBe('Every plan disturbs at least 2 people.');
    expect(leastInWords(0, 3)).toBe(
      'There is a plan that disturbs nobody; in the best of these 3 reviews lose their lead.',
    );
    const ended = (how: PriceOfDisturbance['ended']): string | undefined =>
      disturbanceOutcome({ ...found, ended: how }).at(-1);
    expect(ended('BEST')).toBe('Nothing more is gained by disturbing more people.');
    expect(ended('STOPPED')).toMatch(/^The search was given up there/);
    expect(disturbanceOutcome({ ...found, least: null })).toEqual([
      'No plan keeps the pins. Drop one and try again.',
    ]);
  });
});
