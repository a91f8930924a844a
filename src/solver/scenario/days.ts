import { daysBetween } from '../file/civil-date.js';
import { type Lead, type Slot, type Week, type Window, WINDOWS } from '../problem.js';

/** Days from the Monday of a week to the last day of a window in it. */
const LAST_DAY: Readonly<Record<Window, number>> = { MON_WED: 2, WED_FRI: 4 };

/** Whether the last day of a slot is before a day. */
export function slotsBefore(day: string): (slot: Slot) => boolean {
  return ({ week, window }) => daysBetween(week, day) > LAST_DAY[window];
}

/** What is left of somebody who goes on a day: the slots that are over by then, and the weeks in which there is one. */
export function leaving(
  { availability }: Lead,
  weeks: readonly Week[],
  from: string,
): { availability: Lead['availability']; weeksLeft: number } {
  const isOver = slotsBefore(from);
  const kept: Lead['availability'] = {};
  for (const [week, grades] of Object.entries(availability)) {
    for (const window of WINDOWS) {
      const grade = grades[window];
      if (grade !== undefined && isOver({ week, window })) {
        kept[week] = { ...kept[week], [window]: grade };
      }
    }
  }
  const weeksLeft = weeks.filter((week) => isOver({ week, window: 'MON_WED' })).length;
  return { availability: kept, weeksLeft };
}
