import { DateTime } from 'luxon';
import { type Week, type Window } from '../solver/problem.js';

/**
 * The three days of a window, such as "Monday 11 to Wednesday 13 January 2027"; the first day's
 * month and year are said where they differ from the last day's.
 *
 * @param week the Monday, a civil date
 */
export function daysInWords(week: Week, window: Window): string {
  const monday = DateTime.fromISO(week, { zone: 'utc', locale: 'en-GB' });
  const first = window === 'MON_WED' ? monday : monday.plus({ days: 2 });
  const last = first.plus({ days: 2 });
  const said =
    first.year !== last.year
      ? 'cccc d LLLL yyyy'
      : first.month !== last.month
        ? 'cccc d LLLL'
        : 'cccc d';
  return `${first.toFormat(said)} to ${last.toFormat('cccc d LLLL yyyy')}`;
}
