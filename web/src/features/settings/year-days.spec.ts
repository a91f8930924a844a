import { describe, expect, it } from '@jest/globals';
import { type Day, monthsOf, schoolWeeks } from './year-days';

/** 1 September 2026 is a Tuesday. */
const days = Array.from({ length: 35 }, (_, index): Day => {
  const date = new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10);
  return {
    date,
    is: 'SCHOOL_DAY',
    term: null,
    isReviewWeek: false,
    isTrainingDay: false,
    closures: 0,
    inWords: date,
  };
});

describe('the days of a year', () => {
  it('stand by month and week, from Monday on', () => {
    const [september, october] = monthsOf(days);
    expect(september?.name).toBe('September 2026');
    expect(september?.weeks).toHaveLength(5);
    expect(september?.weeks[0]?.map((day) => day?.date.slice(-2))).toEqual([
      undefined,
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
    ]);
    expect(october?.weeks.flat().filter((day) => day !== undefined)).toHaveLength(5);
  });

  it('stand by school week without weekends', () => {
    const weeks = schoolWeeks(days);
    expect(weeks.map(({ monday }) => monday)).toEqual([
      '2026-09-01',
      '2026-09-07',
      '2026-09-14',
      '2026-09-21',
      '2026-09-28',
      '2026-10-05',
    ]);
    expect(weeks[1]?.days).toHaveLength(5);
  });
});
