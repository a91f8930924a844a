import { describe, expect, it } from '@jest/globals';
import { ownLimitOver, regionsOver } from './person-in-term.js';

const SPRING = { from: '2027-01-04', to: '2027-03-25' };
const none = { term: null, restReviews: null, restWeeks: null, maxKm: null };

describe('the regions of a term', () => {
  it('count by the worst grade that holds on some day of it', () => {
    const regions = [
      { region: 'London', grade: 'PREFERRED' as const, from: '2026-09-01', to: '2027-03-24' },
      { region: 'London', grade: 'NO' as const, from: '2027-03-25', to: null },
      {
        region: 'East of England',
        grade: 'RELUCTANT' as const,
        from: '2026-09-01',
        to: '2027-01-03',
      },
      { region: 'East of England', grade: 'WILLING' as const, from: '2027-01-04', to: null },
      { region: 'North East', grade: 'NO' as const, from: '2027-03-26', to: null },
    ];
    expect(regionsOver({ regions }, SPRING)).toEqual({
      London: 'NO',
      'East of England': 'WILLING',
    });
  });
});

describe('own limits in a term', () => {
  it('are the lowest of each that holds on some day of it', () => {
    const limits = [
      { ...none, term: 5, restReviews: 2, restWeeks: 3, from: '2026-09-01', to: '2027-02-28' },
      { ...none, term: 6, restReviews: 1, restWeeks: 3, maxKm: 90, from: '2027-03-01', to: null },
    ];
    expect(ownLimitOver({ limits }, SPRING)).toEqual({
      term: 5,
      rest: { reviews: 1, weeks: 3 },
      maxKm: 90,
    });
    expect(ownLimitOver({ limits }, { ...SPRING, from: '2027-03-02' })?.term).toBe(6);
  });

  it('are none where none is recorded, or only in another term', () => {
    const limits = [{ ...none, term: 2, from: '2027-03-26', to: null }];
    expect(ownLimitOver({ limits }, SPRING)).toBeNull();
    expect(ownLimitOver({ limits: [] }, SPRING)).toBeNull();
  });
});
