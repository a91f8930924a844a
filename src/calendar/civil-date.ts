import { DateTime } from 'luxon';

/**
 * A day of the Europe/London calendar, `YYYY-MM-DD`: never an instant. Arithmetic runs in UTC, which
 * has no clock changes, so that no date can shift. docs/domain.md, "Time". It is done on day numbers, without an object
 * of a library for each date: a term is frozen with hundreds of thousands of them, in the process that answers everybody.
 */
export type CivilDate = string;

/** A run of days, both ends inclusive. */
export interface DayRange {
  from: CivilDate;
  to: CivilDate;
}

/**
 * Whether the text is a date that exists, written `YYYY-MM-DD`.
 */
export function isCivilDate(text: string): boolean {
  return dayNumber(text) !== null;
}

/** The date `days` later; earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return isoDate(numberOf(date) + days);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: CivilDate): number {
  // 1 January 1970 was a Thursday.
  return ((((numberOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the date's week: the name of a school week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekday(date));
}

/** Every date of the range in order; none when it ends before it begins. */
export function datesIn(range: DayRange): CivilDate[] {
  const dates: CivilDate[] = [];
  for (let date = range.from; date <= range.to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The Mondays of all weeks that have a day in the range, ascending. */
export function weeksOverlapping(range: DayRange): CivilDate[] {
  const weeks: CivilDate[] = [];
  for (let week = mondayOf(range.from); week <= range.to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** For what only a library does, such as months of differing lengths. @throws RangeError when there is no such date */
export function day(date: CivilDate): DateTime<true> {
  numberOf(date);
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-GB' }) as DateTime<true>;
}

/** Year, month and day of the month, as numbers that count from 1. @throws RangeError when there is no such date */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  numberOf(date);
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8) };
}

const DAY_MS = 86_400_000;

/** Days since 1 January 1970. @throws RangeError when the text is not a date that exists */
function numberOf(date: CivilDate): number {
  const number = dayNumber(date);
  if (number === null) {
    throw new RangeError(
      `“${date}” is not a date. Write it as year-month-day, such as 2027-01-11.`,
    );
  }
  return number;
}

/** Days since 1 January 1970; null where the text is not a date that exists. */
function dayNumber(text: string): number | null {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const number = readNumber(text);
  if (number !== null) remember(number, text);
  return number;
}

function readNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return null;
  // What no month has, such as 30 February, is read as a day of the next; every month has 28 days.
  const number = milliseconds / DAY_MS;
  return text.slice(8) <= '28' || writtenDate(number) === text ? number : null;
}

function isoDate(number: number): CivilDate {
  const known = dates.get(number);
  if (known !== undefined) return known;
  const date = writtenDate(number);
  remember(number, date);
  return date;
}

function writtenDate(number: number): CivilDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Reports count with the same few thousand days again and again: those met are kept. */
const numbers = new Map<CivilDate, number>();
const dates = new Map<number, CivilDate>();
/** A hundred years of days. */
const MOST_KEPT = 36_525;

function remember(number: number, date: CivilDate): void {
  if (numbers.size >= MOST_KEPT) {
    numbers.clear();
    dates.clear();
  }
  numbers.set(date, number);
  dates.set(number, date);
}
