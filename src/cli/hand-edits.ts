import { type Edit } from '../solver/hand/edits.js';
import { type Problem, type SeatRow, type Window, WINDOWS } from '../solver/problem.js';
import { dateInWords } from '../solver/slot-words.js';
import { CommandFailure } from './exit-codes.js';

/** How edits are written on the command line, for `--help` and for whoever wrote one wrong. */
export const EDIT_SYNTAX =
  '"REVIEW: LEAD WEEK WINDOW", followed by "assurer=PERSON" or "shadow=PERSON" as needed; "assurer=" empties a seat, and without lead or week and window these stay';

const SECOND_SEATS = { assurer: 'qualityAssurer', shadow: 'shadow' } as const;

/**
 * The edit that `--set` asks for. References may hold blanks: they are told by what stands around them.
 *
 * @param rows the plan as edited so far, for what is left out
 * @throws CommandFailure when it cannot be understood
 */
export function readEdit(text: string, problem: Problem, rows: readonly SeatRow[]): Edit[] {
  const review = problem.reviews
    .map(({ id }) => id)
    .filter((id) => text.startsWith(`${id}:`))
    .sort((a, b) => b.length - a.length)[0];
  if (review === undefined) {
    const named = text.split(':')[0] ?? text;
    throw misread(text, `there is no review ${named} in the problem`);
  }
  const rest = text.slice(review.length + 1).trim();
  const [beginning = '', ...pieces] = ` ${rest}`.split(/\s+(?=(?:assurer|shadow)=)/u);
  const first = beginning.trim();
  const seconds = pieces.map((piece) => {
    const [key = '', ...value] = piece.split('=');
    return { key: key as keyof typeof SECOND_SEATS, person: value.join('=').trim() || null };
  });
  if (first === '') {
    if (seconds.length === 0) throw misread(text, 'it names neither a lead nor another seat');
    return seconds.map(({ key, person }) => ({
      kind: 'SEAT',
      review,
      seat: key === 'shadow' ? 'SHADOW' : 'QUALITY_ASSURER',
      person,
    }));
  }
  const { lead, week, window } = leadAndSlot(text, first, problem.weeks, rowOf(rows, review));
  const named = Object.fromEntries(seconds.map(({ key, person }) => [SECOND_SEATS[key], person]));
  return [{ kind: 'PUT', review, lead, week, window, ...named }];
}

function leadAndSlot(
  text: string,
  written: string,
  weeks: readonly string[],
  row: SeatRow | undefined,
): { lead: string; week: string; window: Window } {
  const full = /^(?:(.*\S)\s+)?(\d{4}-\d{2}-\d{2})\s+(\S+)$/u.exec(written);
  const lead = full ? (full[1] ?? row?.lead) : written;
  const week = full?.[2] ?? row?.week;
  const window = full ? WINDOWS.find((each) => each === full[3]) : row?.window;
  if (typeof lead !== 'string') throw misread(text, 'the review has no lead yet, so name one');
  if (full && window === undefined) {
    throw misread(text, `the window must be ${WINDOWS.join(' or ')}, not ${full[3] ?? ''}`);
  }
  if (typeof week !== 'string' || !window) {
    throw misread(text, 'the review has no slot yet, so name week and window');
  }
  if (!weeks.includes(week)) {
    const known = weeks.map(dateInWords).join(', ');
    throw misread(text, `there is no school week of ${week}; the weeks are those of ${known}`);
  }
  return { lead, week, window };
}

function rowOf(rows: readonly SeatRow[], review: string): SeatRow | undefined {
  return rows.find((row) => row.review === review);
}

function misread(text: string, why: string): CommandFailure {
  return new CommandFailure(`--set "${text}": ${why}. Write ${EDIT_SYNTAX}.`);
}
