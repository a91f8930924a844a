import { addDays, type CivilDate, day } from '../calendar/civil-date.js';
import { type Slot, type Window, WINDOWS, windowDays } from '../calendar/slots.js';
import { slotInWords, weekdaysInWords, weekInWords } from '../calendar/words.js';
import { type Grade } from './answer.js';
import { gradeInWords } from './answer-words.js';
import { type GradedSlot, slotKey } from './grades.js';

/** Graded windows as the weeks of a calendar, in the words of operations. */

export interface CalendarWindow extends GradedSlot {
  label: string;
  days: string;
  closed: string | null;
  gradeInWords: string;
}

export interface CalendarWeek<Shown = CalendarWindow> {
  week: CivilDate;
  label: string;
  name: string;
  gapBefore: string | null;
  windows: Shown[];
}

/** The windows of a term as its weeks, in time. `shown` may add to what is told of each. */
export function calendarWeeks<Shown>(
  weeks: readonly CivilDate[],
  graded: readonly GradedSlot[],
  closed: readonly (Slot & { reason: string })[],
  shown: (window: CalendarWindow) => Shown,
): CalendarWeek<Shown>[] {
  const bySlot = new Map(graded.map((slot) => [slotKey(slot), slot]));
  return weeks.map((week, index) => ({
    week,
    label: day(week).toFormat('d LLL'),
    name: weekInWords(week),
    gapBefore: gapInWords(weeks[index - 1], week),
    windows: WINDOWS.flatMap((window) => {
      const slot = bySlot.get(slotKey({ week, window }));
      return slot ? [shown(calendarWindow(slot, closed))] : [];
    }),
  }));
}

function calendarWindow(
  slot: GradedSlot,
  closed: readonly (Slot & { reason: string })[],
): CalendarWindow {
  const reasons = closed
    .filter(({ week, window }) => week === slot.week && window === slot.window)
    .map(({ reason }) => reason);
  return {
    ...slot,
    because: ofThem(slot.because),
    label: labelOf(slot.week, slot.window),
    days: slotInWords(slot.week, slot.window),
    closed: reasons.length === 0 ? null : reasons.join('; '),
    gradeInWords: verdictInWords(slot),
  };
}

/** "Mon 11 – Wed 13" */
function labelOf(week: CivilDate, window: Window): string {
  const [first, , last] = windowDays(week, window);
  return [first, last].map((date) => day(date).toFormat('ccc d')).join(' – ');
}

/** Weeks of no school: "Half-term, Monday 15 to Friday 19 February 2027". */
function gapInWords(before: CivilDate | undefined, week: CivilDate): string | null {
  if (before === undefined || addDays(before, 7) >= week) return null;
  const [from, to] = [addDays(before, 7), addDays(week, -3)];
  const name = addDays(from, 4) === to ? 'Half-term' : 'Break';
  return `${name}, ${weekdaysInWords(from, to)}`;
}

/** "Only if needed", "No answer" */
export function verdictInWords({
  grade,
  decidedBy,
}: Pick<GradedSlot, 'grade' | 'decidedBy'>): string {
  return decidedBy === 'NO_ANSWER' ? 'No answer' : capital(gradeInWords(grade));
}

/** Reasons are written to the person; operations reads of them. */
export function ofThem(words: string): string {
  return words
    .replace(/^You said (never|not|only|preferred|available)/u, 'Said $1')
    .replace(/unless you say otherwise$/u, 'unless they say otherwise');
}

const POSSIBLE: readonly Grade[] = ['PREFERRED', 'AVAILABLE', 'IF_NEEDED'];

/** How many windows somebody could take, of those that are open to everybody. */
export function countWindows(
  weeks: readonly CalendarWeek<Pick<CalendarWindow, 'closed' | 'grade'>>[],
): { windows: number; possible: number; words: string } {
  const open = weeks.flatMap(({ windows }) => windows).filter(({ closed }) => closed === null);
  const counts = POSSIBLE.map((grade) => ({
    grade,
    count: open.filter((window) => window.grade === grade).length,
  }));
  const possible = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${count} ${gradeInWords(grade)}`);
  const detail = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  return {
    windows: open.length,
    possible,
    words: `${possible} of ${open.length} windows ${possible === 1 ? 'is' : 'are'} possible${detail}`,
  };
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
