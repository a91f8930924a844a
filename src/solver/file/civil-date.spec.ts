import { describe, expect, it } from '@jest/globals';
import { daysBetween, daysInMonth, isCivilDate, isMonday } from './civil-date.js';

const DAY_MS = 86_400_000;
const YEARS = [
  ...[0, 1, 3, 4, 99, 100, 400, 1582, 1896, 1899, 1900, 1904, 1999, 2000, 2004, 2026, 2027, 2028],
  ...[2096, 2100, 2400, 9999],
];

/** Every day of a year, as the platform counts them. */
function daysOf(year: number): Date[] {
  const first = new Date(`${String(year).padStart(4, '0')}-01-01T00:00:00Z`);
  const days: Date[] = [];
  for (let day = first; day.getUTCFullYear() === year; day = new Date(day.getTime() + DAY_MS)) {
    days.push(day);
  }
  return days;
}

const written = (day: Date): string => day.toISOString().slice(0, 10);

describe('a civil date', () => {
  it('exists, is a Monday and lies as far from another as the platform says, every day of many years', () => {
    const from = Date.UTC(2000, 0, 1);
    for (const day of YEARS.flatMap(daysOf)) {
      const text = written(day);
      expect([text, isCivilDate(text), isMonday(text), daysBetween('2000-01-01', text)]).toEqual([
        text,
        true,
        day.getUTCDay() === 1,
        (day.getTime() - from) / DAY_MS,
      ]);
    }
  });

  it.each([
    ...['2027-02-29', '2100-02-29', '1900-02-29', '2028-02-30', '2027-04-31', '2027-12-32'],
    ...['2027-00-10', '2027-13-01', '2027-01-00', '2027-1-01', '2027-01-1', '27-01-01', ''],
    ...['12027-01-11', '2027-01-111', ' 2027-01-11', '2027-01-11 ', '2027-01-11T00:00', 'Monday'],
  ])('is not “%s”', (text) => {
    expect([isCivilDate(text), isMonday(text)]).toEqual([false, false]);
  });

  it('has as many days in its month as the platform says', () => {
    for (const year of YEARS) {
      const last = daysOf(year).filter(
        (day) => new Date(day.getTime() + DAY_MS).getUTCDate() === 1,
      );
      expect(last.map((day) => daysInMonth(year, day.getUTCMonth() + 1))).toEqual(
        last.map((day) => day.getUTCDate()),
      );
    }
  });
});
