import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, weekday } from './civil-date.js';
import { windowDays } from './slots.js';
import { dateInWords, periodInWords, slotInWords, weekdayInWords, weekInWords } from './words.js';

test.each([
  ['2026-11-09', 'WED_FRI', 'Wednesday 11 to Friday 13 November 2026'],
  ['2026-11-09', 'MON_WED', 'Monday 9 to Wednesday 11 November 2026'],
  ['2026-11-30', 'MON_WED', 'Monday 30 November to Wednesday 2 December 2026'],
  ['2026-12-28', 'WED_FRI', 'Wednesday 30 December 2026 to Friday 1 January 2027'],
] as const)('the slot %s %s is %s', (week, window, words) => {
  expect(slotInWords(week, window)).toBe(words);
});

test('dates and periods have no comma, no leading zero and no part said twice', () => {
  expect(dateInWords('2027-03-26')).toBe('26 March 2027');
  expect(weekdayInWords('2027-01-07')).toBe('Thursday 7 January 2027');
  expect(weekInWords('2027-01-04')).toBe('Week of 4 January 2027');
  expect(periodInWords('2027-03-05', '2027-03-05')).toBe('5 March 2027');
  expect(periodInWords('2027-03-05', '2027-03-07')).toBe('5 to 7 March 2027');
  expect(periodInWords('2027-02-26', '2027-03-05')).toBe('26 February to 5 March 2027');
});

test('both windows of a week hold its Wednesday', () => {
  expect(windowDays('2027-03-22', 'MON_WED')).toEqual(['2027-03-22', '2027-03-23', '2027-03-24']);
  expect(windowDays('2027-03-22', 'WED_FRI')).toEqual(['2027-03-24', '2027-03-25', '2027-03-26']);
});

test('a week not named by its Monday is refused', () => {
  expect(() => windowDays('2027-03-23', 'MON_WED')).toThrow('2027-03-23 is not a Monday');
});

test('says and counts every date as the library of dates does', () => {
  const number = fc.integer({ min: -60_000, max: 60_000 });
  fc.assert(
    fc.property(number, fc.integer({ min: -900, max: 900 }), (start, days) => {
      const known = DateTime.fromMillis(start * 86_400_000, { zone: 'utc', locale: 'en-GB' });
      const date = known.toISODate() ?? '';
      expect(dateInWords(date)).toBe(known.toFormat('d MMMM yyyy'));
      expect(weekdayInWords(date)).toBe(known.toFormat('cccc d MMMM yyyy'));
      expect(weekday(date)).toBe(known.weekday);
      expect(addDays(date, days)).toBe(known.plus({ days }).toISODate());
    }),
  );
});
