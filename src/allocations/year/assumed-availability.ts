import { addDays, mondayOf, weeksOverlapping } from '../../calendar/civil-date.js';
import { type Slot, WINDOWS } from '../../calendar/slots.js';
import { type Term } from '../../calendar/usable-windows.js';
import { type Answer, type Statement } from '../../availability/answer.js';
import { gradeSlots } from '../../availability/grades.js';

/** How somebody's availability in a term is known. */
export type KnownBy =
  /** They answered. */
  | { kind: 'ANSWERED' }
  /** Operations said how they count. */
  | { kind: 'WAIVED' }
  /** Not answered yet: as they answered for an earlier term, of this name. */
  | { kind: 'PATTERN'; termName: string }
  /** Never answered: taken to be available whenever anybody can be. */
  | { kind: 'ASSUMED' };

/** An answer as the forecast takes it. */
export interface TakenAnswer extends Answer {
  /** Most reviews in the term; null: no limit of their own. */
  ceiling: number | null;
}

/** An answer to an earlier term. */
export interface EarlierAnswer {
  term: Pick<Term, 'name' | 'startsOn' | 'endsOn'>;
  answer: TakenAnswer;
}

/** When nothing is known of somebody: stated wherever a forecast shows them. */
export const ALWAYS_AVAILABLE: TakenAnswer = {
  default: 'AVAILABLE',
  statements: [],
  ceiling: null,
};

/**
 * What somebody is taken to answer for a term that they have not answered, from the latest term that they did: each window is
 * graded as the same window of the same part of that term, week for week counted from the first, stretched where the terms
 * differ in length. So "never Mondays" and "every other week" stay, and as much of the term is free as was of the earlier one.
 * Their ceiling stays, too.
 */
export function asInEarlierTerm(
  { term: earlier, answer }: EarlierAnswer,
  term: Pick<Term, 'startsOn' | 'endsOn'>,
): TakenAnswer {
  const weeks = calendarWeeks(term);
  const before = calendarWeeks(earlier);
  const slots = weeks.flatMap((_, index) => {
    const week = before[Math.floor((index * before.length) / weeks.length)] ?? '';
    return WINDOWS.map((window): Slot => ({ week, window }));
  });
  const grades = gradeSlots(answer, slots);
  const statements = grades.map(({ window, grade }, index): Statement => ({
    kind: 'WINDOW',
    week: weeks[Math.floor(index / WINDOWS.length)] ?? '',
    window,
    grade,
  }));
  return { default: answer.default, statements, ceiling: answer.ceiling };
}

/** Every Monday whose week has a day in the term, holidays among them: patterns run through them. */
function calendarWeeks({ startsOn, endsOn }: Pick<Term, 'startsOn' | 'endsOn'>): string[] {
  const weeks = weeksOverlapping({ from: startsOn, to: endsOn });
  // A term that begins on a Friday has no window in its first week.
  return weeks.filter((week) => addDays(mondayOf(week), 2) >= startsOn);
}
