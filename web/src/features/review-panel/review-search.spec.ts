import { describe, expect, it } from '@jest/globals';
import { isSought, reviewSearch } from './review-search';

describe('looking for somebody', () => {
  it('finds by any part of name or place, without accents or capitals', () => {
    expect(isSought('sian', 'Siân Bowen', 'Gloucester')).toBe(true);
    expect(isSought('glou BOW', 'Siân Bowen', 'Gloucester')).toBe(true);
    expect(isSought('kent', 'Siân Bowen', null)).toBe(false);
  });

  it('finds everybody where nothing is typed', () => {
    expect(isSought(undefined, 'Siân Bowen')).toBe(true);
    expect(isSought('  ', 'Siân Bowen')).toBe(true);
  });

  it('is said by the address', () => {
    expect(reviewSearch({ who: 'Ada', numbers: 'shown', refused: 'some' })).toEqual({
      who: 'Ada',
      numbers: 'shown',
    });
  });
});
