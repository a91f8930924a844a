import { day, type CivilDate } from './civil-date.js';
import { windowDays, type Window } from './slots.js';

/** Dates as people read them, in the style of GOV.UK: no commas, no "th", no leading zero. */

/** "11 November 2026" */
export function dateInWords(date: CivilDate): string {
  return day(date).toFormat('d MMMM yyyy');
}

/** "Wednesday 11 November 2026" */
export function weekdayInWords(date: CivilDate): string {
  return day(date).toFormat('cccc d MMMM yyyy');
}

/** "11 November 2026", "11 to 13 November 2026", "30 December 2026 to 1 January 2027" */
export function periodInWords(from: CivilDate, to: CivilDate): string {
  return from === to ? dateInWords(to) : between(from, to, 'd');
}

/** "Monday 4 January to Thursday 25 March 2027" */
export function weekdaysInWords(from: CivilDate, to: CivilDate): string {
  return between(from, to, 'cccc d');
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
function between(from: CivilDate, to: CivilDate, dayFormat: string): string {
  const [first, last] = [day(from), day(to)];
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const firstFormat = sameMonth ? '' : sameYear ? ' MMMM' : ' MMMM yyyy';
  return `${first.toFormat(dayFormat + firstFormat)} to ${last.toFormat(`${dayFormat} MMMM yyyy`)}`;
}
