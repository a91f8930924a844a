import { addDays, weekday, type CivilDate } from './civil-date.js';

export const WINDOWS = ['MON_WED', 'WED_FRI'] as const;
/**
 * A review window: three consecutive days of one school week. Both hold the Wednesday, so nobody
 * does two reviews in one week. docs/domain.md, "Time".
 */
export type Window = (typeof WINDOWS)[number];

/** A review window of the school week named by its Monday. */
export interface Slot {
  week: CivilDate;
  window: Window;
}

/**
 * The three days of a window.
 *
 * @throws RangeError when the week is not named by a Monday
 */
export function windowDays(week: CivilDate, window: Window): ThreeDays {
  const key = `${week} ${window}`;
  const days = daysByWindow.get(key) ?? findDays(week, window);
  daysByWindow.set(key, days);
  return days;
}

type ThreeDays = readonly [CivilDate, CivilDate, CivilDate];

/** A term has few windows and everybody asks for their days: freezing 500 people took 10 seconds without. */
const daysByWindow = new Map<string, ThreeDays>();

function findDays(week: CivilDate, window: Window): ThreeDays {
  if (weekday(week) !== 1) {
    throw new RangeError(`${week} is not a Monday: a school week is named by its Monday.`);
  }
  const first = window === 'MON_WED' ? week : addDays(week, 2);
  return [first, addDays(first, 1), addDays(first, 2)];
}

/** The window's last day: the day on which contract, checks and acknowledgements must hold. */
export function lastDay(slot: Slot): CivilDate {
  return windowDays(slot.week, slot.window)[2];
}

/** The window's first day: the day from which notice is counted back. */
export function firstDay(slot: Slot): CivilDate {
  return windowDays(slot.week, slot.window)[0];
}
