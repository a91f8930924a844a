import { addDays, day } from '../../calendar/civil-date.js';
import { slotInWords, weekInWords } from '../../calendar/words.js';
import { weekRows } from '../../solver/preflight/week-rows.js';
import { type WeekRow } from '../../solver/preflight/tables.js';
import { type Problem, type SeatRow, WINDOWS } from '../../solver/problem.js';
import { counted } from '../summary/phrases.js';
import { timeInWords } from '../summary/preflight-words.js';
import { type BoardView } from './board.schema.js';

const WINDOW_LABELS = { MON_WED: 'M–W', WED_FRI: 'W–F' } as const;

/** How tight each week is never changes for a problem, and takes some tens of milliseconds. */
const standings = new WeakMap<Problem, WeekRow[]>();

/**
 * The columns of the board.
 *
 * @param waiting for each week, the reviews without a lead that are shown in it
 */
export function boardWeeks(
  problem: Problem,
  rows: readonly SeatRow[],
  waiting: ReadonlyMap<string, number>,
): BoardView['weeks'] {
  const found = standings.get(problem) ?? weekRows(problem);
  standings.set(problem, found);
  return problem.weeks.map((week, index) => {
    const row = found[index];
    const placed = rows.filter((each) => each.week === week).length;
    const waits = waiting.get(week) ?? 0;
    const before = problem.weeks[index - 1];
    return {
      week,
      label: day(week).toFormat('d LLL'),
      name: weekInWords(week),
      gapBefore:
        before !== undefined && addDays(before, 7) < week ? gapInWords(before, week) : null,
      placed,
      wanted: placed + waits,
      possibleLeads: row?.people ?? 0,
      isTight: row !== undefined && row.standing !== 'ENOUGH',
      words: [
        `${placed === 0 ? 'No review has' : counted(placed, 'review has', 'reviews have')} a lead in this week${waits === 0 ? '' : `, and ${waits} without a lead would best be in it`}`,
        `${counted(row?.people ?? 0, 'person', 'people')} could lead one`,
        ...(row ? timeInWords(row) : []),
      ].join('. '),
      windows: WINDOWS.map((window) => ({
        window,
        label: WINDOW_LABELS[window],
        days: slotInWords(week, window),
        closed:
          problem.closed
            .filter((slot) => slot.week === week && slot.window === window)
            .map(({ reason }) => reason)
            .join('; ') || null,
      })),
    };
  });
}

/** Weeks of no review between two weeks of the term, in the time of the year when schools have their breaks. */
function gapInWords(before: string, week: string): string {
  const weeks = (day(week).diff(day(before), 'days').days - 7) / 7;
  return weeks === 1 ? 'Half-term' : 'Break';
}
