import { daysInMonth } from './file/civil-date.js';
import type { Slot, Week } from './problem.js';

const ENDS = {
  MON_WED: { first: 'Monday', last: 'Wednesday', after: 0 },
  WED_FRI: { first: 'Wednesday', last: 'Friday', after: 2 },
} as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
  ...['September', 'October', 'November', 'December'],
];

/** A slot in words, such as "Monday 11 to Wednesday 13 January 2027": month and year stand once where both ends share them. */
export function slotInWords({ week, window }: Slot): string {
  const { first, last, after } = ENDS[window];
  const from = daysLater(week, after);
  const to = daysLater(week, after + 2);
  const year = from.year === to.year ? '' : ` ${from.year}`;
  const month = from.month === to.month ? '' : ` ${from.month}`;
  return `${first} ${from.day}${month}${year} to ${last} ${to.day} ${to.month} ${to.year}`;
}

/** A school week in words, such as "week of 11 January 2027". */
export function weekInWords(week: Week): string {
  return `week of ${dateInWords(week)}`;
}

/** A date in words, such as "11 January 2027". */
export function dateInWords(date: string): string {
  const { day, month, year } = daysLater(date, 0);
  return `${day} ${month} ${year}`;
}

/** @param days fewer than a month has */
function daysLater(date: string, days: number): { day: number; month: string; year: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const length = daysInMonth(year, month);
  const isNext = day + days > length;
  const isNextYear = isNext && month === 12;
  return {
    day: day + days - (isNext ? length : 0),
    month: MONTHS[(month - (isNext ? 0 : 1)) % 12] ?? '',
    year: year + (isNextYear ? 1 : 0),
  };
}
