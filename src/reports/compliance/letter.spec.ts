import { describe, expect, it } from '@jest/globals';
import { type CommitmentRow } from './commitments.schema.js';
import { letterTo } from './letter.js';

const NOTHING: CommitmentRow['figures'] = {
  minimum: 6,
  offered: 0,
  led: 0,
  confirmedAhead: 0,
  awaitingAnswer: 0,
  declined: 0,
  cancelledLate: 0,
  cancelledInTime: 0,
  shortfall: 6,
};
type Cause = CommitmentRow['causes'][number]['cause'];

function letter(
  figures: Partial<CommitmentRow['figures']>,
  causes: readonly (readonly [Cause, number])[] = [],
  weeks = { inYear: 25, inContract: 25 },
): string[] {
  const row = {
    figures: { ...NOTHING, ...figures },
    minimumWords: 'Serving leader, whole year',
    causes: causes.map(([cause, reviews]) => ({ cause, reviews, name: '', words: '' })),
  };
  return letterTo(row as CommitmentRow, weeks);
}

describe('the letter about a year', () => {
  it('says what we did before what they did, and whose turn it is', () => {
    expect(
      letter({ minimum: 6, offered: 3, led: 1, declined: 1, confirmedAhead: 1, shortfall: 4 }, [
        ['DECLINED', 1],
        ['NOT_OFFERED', 3],
      ]),
    ).toEqual([
      'Your commitment this year is 6 reviews (serving leader, whole year).',
      'We offered you 3.',
      'You have led 1, you have accepted 1 that is still to come and you could not take 1.',
      '4 reviews are still to be found for you; 25 school weeks are left this year.',
      'For 1 of them we had made you an offer that you could not take.',
      'For 3 of them we have not made you an offer: that is up to us.',
    ]);
  });

  it.each([
    [1, 'For it we have not made you an offer: that is up to us.'],
    [2, 'For both of them we have not made you an offer: that is up to us.'],
    [3, 'For all of them we have not made you an offer: that is up to us.'],
  ])('speaks of %d with one cause as people do', (shortfall, words) => {
    expect(letter({ shortfall }, [['NOT_OFFERED', shortfall]]).at(-1)).toBe(words);
  });

  it.each([
    [{ inYear: 25, inContract: 11 }, '11 school weeks are left of your contract'],
    [{ inYear: 25, inContract: 0 }, 'no school week is left of your contract'],
    [{ inYear: 1, inContract: 1 }, '1 school week is left this year'],
    [{ inYear: 0, inContract: 0 }, 'no school week is left this year'],
  ])('counts the weeks that are theirs: %j', (weeks, words) => {
    expect(letter({ shortfall: 1 }, [], weeks)).toContain(
      `1 review is still to be found for you; ${words}.`,
    );
  });

  it('thanks whoever has done what they agreed to', () => {
    expect(letter({ led: 6, shortfall: 0 }).at(-1)).toBe('Your commitment is met. Thank you.');
    expect(letter({ led: 7, shortfall: 0 }).at(-1)).toBe(
      'You have led more than you agreed to. Thank you.',
    );
  });
});
