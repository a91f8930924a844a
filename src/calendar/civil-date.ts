import { DateTime } from 'luxon';

/**
 * A day of the Europe/London calendar, `YYYY-MM-DD`: never an instant. Arithmetic runs in UTC, which
 * has no clock changes, so that no date can shift. docs/domain.md, "Time".
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
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

/** The date `days` later; earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return isoDate(day(date).plus({ days }));
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: CivilDate): number {
  return day(date).weekday;
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

/** @throws RangeError when the text is not a date that exists */
export function day(date: CivilDate): DateTime<true> {
  const parsed = DateTime.fromISO(date, { zone: 'utc', locale: 'en-GB' });
  if (!parsed.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new RangeError(
      `“${date}” is not a date. Write it as year-month-day, such as 2027-01-11.`,
    );
  }
  return parsed;
}

function isoDate(date: DateTime<true>): CivilDate {
  return date.toISODate();
}
