import { addDays, weekday, type CivilDate } from './civil-date.js';

/** Monday to Friday without bank holidays: how notice is counted. docs/domain.md, "Contract". */
export function isWorkingDay(date: CivilDate, bankHolidays: ReadonlySet<CivilDate>): boolean {
  return weekday(date) <= 5 && !bankHolidays.has(date);
}

/**
 * The working day that lies `count` working days before the date, which itself is not counted; the
 * date itself for 0. Ten working days before Wednesday 21 April 2027 is Wednesday 7 April 2027.
 *
 * @throws RangeError when `count` is not a whole number of 0 or more
 */
export function workingDaysBefore(
  date: CivilDate,
  count: number,
  bankHolidays: ReadonlySet<CivilDate>,
): CivilDate {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`${count} is not a number of working days: give 0 or more.`);
  }
  let found = date;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    if (isWorkingDay(found, bankHolidays)) left -= 1;
  }
  return found;
}

/**
 * Whether something that happened on a day came within `count` working days before the first day
 * of a review (or after it began): a cancellation by the school so late counts as offered.
 */
export function isWithinWorkingDays(
  happenedOn: CivilDate,
  firstDay: CivilDate,
  count: number,
  bankHolidays: ReadonlySet<CivilDate>,
): boolean {
  return happenedOn >= workingDaysBefore(firstDay, count, bankHolidays);
}

/** How many working days lie from the first date up to, not including, the second. */
export function workingDaysBetween(
  from: CivilDate,
  to: CivilDate,
  bankHolidays: ReadonlySet<CivilDate>,
): number {
  let count = 0;
  for (let date = from; date < to; date = addDays(date, 1)) {
    if (isWorkingDay(date, bankHolidays)) count += 1;
  }
  return count;
}
