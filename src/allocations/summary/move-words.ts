import { slotInWords } from '../../calendar/words.js';
import { isSameRow } from '../../solver/hand/edits.js';
import { type SeatRow } from '../../solver/problem.js';
import { sentence } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/**
 * Each review that two plans do not seat alike, a line each: "Vale School, Leeds: Ann Lark instead of Ben Linnet, Monday 11
 * to Wednesday 13 January 2027".
 */
export function movesInWords(
  from: readonly SeatRow[],
  to: readonly SeatRow[],
  names: PlanNames,
): string[] {
  const before = new Map(from.map((row) => [row.review, row]));
  return to.flatMap((row) => {
    const was = before.get(row.review);
    return was === undefined || isSameRow(was, row) ? [] : [moveInWords(was, row, names)];
  });
}

function moveInWords(from: SeatRow, to: SeatRow, names: PlanNames): string {
  const who = (person: string | null): string =>
    person === null ? 'nobody' : names.person(person);
  const [was, is] = [daysOf(from), daysOf(to)];
  const days = is === was || was === '' || is === '' ? is || was : `${is} instead of ${was}`;
  const lead =
    from.lead === to.lead ? who(to.lead) : `${who(to.lead)} instead of ${who(from.lead)}`;
  const seconds = [
    ['assures its quality', from.qualityAssurer, to.qualityAssurer],
    ['shadows', from.shadow, to.shadow],
  ] as const;
  const others = seconds.flatMap(([does, then, now]) =>
    then === now ? [] : [`${who(now)} instead of ${who(then)} ${does}`],
  );
  return sentence(`${names.school(to.review)}: ${[`${lead}, ${days}`, ...others].join('; ')}`);
}

function daysOf({ week, window }: SeatRow): string {
  return week === null || window === null ? '' : slotInWords(week, window);
}
