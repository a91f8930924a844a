const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Whether a string is a date of the Gregorian calendar, written `YYYY-MM-DD` (years 0000–9999). */
export function isCivilDate(text: string): boolean {
  return dayNumber(text) !== null;
}

/** Whether a string is a civil date, and a Monday. */
export function isMonday(text: string): boolean {
  const day = dayNumber(text);
  // Day 2 of the count is 3 January 0000, a Monday.
  return day !== null && day % 7 === 2;
}

/**
 * How many days one date is before another; below 0 when it is after it.
 *
 * @param from,to dates that exist
 */
export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? NaN) - (dayNumber(from) ?? NaN);
}

/** Days since 1 January 0000 (0); null if the text is not a date that exists. */
function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const before = DAYS_BEFORE_MONTH[month - 1];
  if (before === undefined || day < 1 || day > daysInMonth(year, month)) return null;
  const leapDays = Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
  return 365 * year + leapDays + before + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
}

/** Of the Gregorian calendar; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
