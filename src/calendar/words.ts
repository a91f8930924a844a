import { type CivilDate, partsOf, weekday } from './civil-date.js';
import { windowDays, type Window } from './slots.js';

/** Dates as people read them, in the style of GOV.UK: no commas, no "th", no leading zero. */

/** "11 November 2026" */
export function dateInWords(date: CivilDate): string {
  return `${dayOfMonth(date)} ${monthOf(date)} ${partsOf(date).year}`;
}

/** "Wednesday 11 November 2026" */
export function weekdayInWords(date: CivilDate): string {
  return `${dayOfWeek(date)} ${monthOf(date)} ${partsOf(date).year}`;
}

/** "11 November 2026", "11 to 13 November 2026", "30 December 2026 to 1 January 2027" */
export function periodInWords(from: CivilDate, to: CivilDate): string {
  return from === to ? dateInWords(to) : between(from, to, dayOfMonth);
}

/** "Monday 4 January to Thursday 25 March 2027" */
export function weekdaysInWords(from: CivilDate, to: CivilDate): string {
  return between(from, to, dayOfWeek);
}

/** "Wednesday 11 to Friday 13 November 2026": the three days of a review window of a school week. */
export function slotInWords(week: CivilDate, window: Window): string {
  const [first, , last] = windowDays(week, window);
  return weekdaysInWords(first, last);
}

/** "Week of 9 November 2026" */
export function weekInWords(week: CivilDate): string {
  return `Week of ${dateInWords(week)}`;
}

/** Month and year are said once when both ends share them. */
function between(from: CivilDate, to: CivilDate, dayOf: (date: CivilDate) => string): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const monthOfFirst = sameMonth ? '' : ` ${monthOf(from)}`;
  const yearOfFirst = sameYear ? '' : ` ${first.year}`;
  return `${dayOf(from)}${monthOfFirst}${yearOfFirst} to ${dayOf(to)} ${monthOf(to)} ${last.year}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "11" */
function dayOfMonth(date: CivilDate): string {
  return `${partsOf(date).day}`;
}

/** "Wednesday 11" */
function dayOfWeek(date: CivilDate): string {
  return `${WEEKDAYS[weekday(date) - 1] ?? ''} ${dayOfMonth(date)}`;
}

function monthOf(date: CivilDate): string {
  return MONTHS[partsOf(date).month - 1] ?? '';
}
