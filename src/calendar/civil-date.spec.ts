import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Settings } from 'luxon';
import {
  addDays,
  datesIn,
  day,
  isCivilDate,
  mondayOf,
  weekday,
  weeksOverlapping,
} from './civil-date.js';

const anyDate = fc
  .integer({ min: 0, max: 36_500 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

// A date must not depend on where the server stands: far west, far east, and where clocks change.
describe.each(['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'])(
  'in %s',
  (zone) => {
    const before = Settings.defaultZone;
    beforeAll(() => {
      Settings.defaultZone = zone;
    });
    afterAll(() => {
      Settings.defaultZone = before;
    });

    test.each([
      ['2026-10-24', 1, '2026-10-25'], // clocks go back
      ['2026-10-25', 1, '2026-10-26'],
      ['2027-03-27', 1, '2027-03-28'], // clocks go forward, Easter Sunday
      ['2027-03-28', 1, '2027-03-29'],
      ['2027-03-29', -1, '2027-03-28'],
      ['2026-12-31', 1, '2027-01-01'],
      ['2028-02-28', 1, '2028-02-29'],
      ['2027-02-28', 1, '2027-03-01'],
    ])('%s and %d days is %s', (date, days, expected) => {
      expect(addDays(date, days)).toBe(expected);
    });

    test('going there and back ends where it began', () => {
      fc.assert(
        fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
          expect(addDays(addDays(date, days), -days)).toBe(date);
        }),
      );
    });

    test('a school week is named by its Monday, across year ends and clock changes', () => {
      expect(mondayOf('2027-01-03')).toBe('2026-12-28');
      expect(mondayOf('2027-01-04')).toBe('2027-01-04');
      expect(mondayOf('2026-10-25')).toBe('2026-10-19');
      expect(mondayOf('2027-03-28')).toBe('2027-03-22');
      fc.assert(
        fc.property(anyDate, (date) => {
          const monday = mondayOf(date);
          expect(weekday(monday)).toBe(1);
          expect(datesIn({ from: monday, to: addDays(monday, 6) })).toContain(date);
        }),
      );
    });
  },
);

test('the weeks of a range are all those with a day in it', () => {
  expect(weeksOverlapping({ from: '2026-09-01', to: '2026-09-14' })).toEqual([
    '2026-08-31',
    '2026-09-07',
    '2026-09-14',
  ]);
  expect(weeksOverlapping({ from: '2026-09-07', to: '2026-09-13' })).toEqual(['2026-09-07']);
});

test.each([
  '2027-02-29',
  '2027-13-01',
  '27-01-01',
  '2027-1-1',
  '2027-01-01T00:00',
  '',
  '20270101',
  '2027-W01-1',
])('%j is no date', (text) => {
  expect(isCivilDate(text)).toBe(false);
  expect(() => day(text)).toThrow(`“${text}” is not a date`);
});
