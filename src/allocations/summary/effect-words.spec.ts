import { describe, expect, it } from '@jest/globals';
import { noSeats, smallContext, someSeats } from '../../../test/support/small-plan.js';
import { personInWords, priceInWords, reviewChanges, rowInWords } from './effect-words.js';
import { planNames } from './plan-names.js';

const names = planNames(smallContext);

describe('what edits do, in words', () => {
  it('names who is on a review and when', () => {
    expect(rowInWords({ review: 'R1', ...someSeats, shadow: 'L3' }, names)).toBe(
      'Ana Ní Bhriain leads on Monday 11 to Wednesday 13 January 2027, Ben Linnet assures its quality, Zoe Quiet shadows',
    );
    expect(rowInWords({ review: 'R1', ...noSeats }, names)).toBe('nobody leads');
  });

  it('tells only of reviews that change', () => {
    const same = { review: 'R1', ...someSeats };
    const changes = reviewChanges(
      [same, { review: 'R2', ...noSeats }],
      [{ ...same }, { review: 'R2', ...someSeats, qualityAssurer: null }],
      names,
    );
    expect(changes.map(({ words }) => words)).toEqual([
      'Vale School, Leeds: Ana Ní Bhriain leads on Monday 11 to Wednesday 13 January 2027; before: nobody leads.',
    ]);
  });

  it('says what a place costs, or that it costs nothing', () => {
    expect(
      priceInWords([
        { aim: 'coverage', gain: 2 },
        { aim: 'changes', gain: 0 },
        { aim: 'fit', gain: -14 },
      ]),
    ).toBe('Coverage gains 2; fit pays 14.');
    expect(priceInWords([{ aim: 'fit', gain: 0 }])).toBe('No aim gains or pays.');
  });

  it('says what is asked of a person, in the term and the year', () => {
    const load = { led: 1, seats: 1, roadKm: 144.554 };
    expect(
      personInWords(
        {
          person: 'L1',
          before: { ...load, led: 0, seats: 2 },
          after: load,
          target: 1,
          minimum: 6,
          done: 2,
        },
        names,
      ),
    ).toBe(
      'Ana Ní Bhriain: leads 1 (before: 0; target 1), 3 in the year of at least 6; 1 seat (before: 2); 89.8 miles one way (before: 89.8).',
    );
  });
});
