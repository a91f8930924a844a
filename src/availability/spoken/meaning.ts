import { type CivilDate } from '../../calendar/civil-date.js';
import { type Grade, worse } from '../answer.js';
import { type Clause, type Named } from './clauses.js';
import { daysIn, type Scope, wholeWindows } from './scope.js';
import { daysOfTerm, type TermFrame } from './term-frame.js';

/** What a sentence says of each day. */
export interface Meaning {
  /** Of the days that it speaks of. */
  readonly days: ReadonlyMap<CivilDate, Grade>;
  /** Of all others, where it says so; null: it says nothing of them. */
  readonly rest: Grade | null;
}

/**
 * What clauses come to, day by day. The worst of what is said of a day holds, as people who say "never Mondays" and "I
 * prefer February" mean no Monday in February. What follows "but" outranks what stands before it, and single dates outrank
 * everything else. "Only" rules out every other day.
 *
 * @param before the grade of a day as it stands, so that what makes it better is meant for whole windows
 */
export function meaningOf(
  clauses: readonly Clause[],
  frame: TermFrame,
  before: (date: CivilDate) => Grade,
): Meaning {
  const rest = restOf(clauses);
  const about = clauses.filter((clause) => !isOfAll(clause));
  const days = ruledOut(about, frame);
  const standing = (date: CivilDate): Grade => days.get(date) ?? rest ?? before(date);
  for (const clause of about) {
    const grade = gradeOf(clause);
    for (const date of daysMeant(clause, frame, 'PERIODS', standing)) {
      const said = clause.isException ? undefined : days.get(date);
      days.set(date, worse(said ?? grade, grade));
    }
  }
  const dates = new Map<CivilDate, Grade>();
  for (const clause of about) {
    const grade = gradeOf(clause);
    for (const date of daysMeant(clause, frame, 'DATES', standing)) {
      dates.set(date, worse(dates.get(date) ?? grade, grade));
    }
  }
  return { days: new Map([...days, ...dates]), rest };
}

/** About the whole term, or about whatever else was not spoken of. */
export function isOfAll({ named, isRest }: Pick<Clause, 'named' | 'isRest'>): boolean {
  return isRest || named.length === 0 || named.some(({ scope }) => isWholeTerm(scope));
}

function isWholeTerm({ weekdays, ranges, rule }: Scope): boolean {
  return weekdays === null && ranges === null && rule === null;
}

function restOf(clauses: readonly Clause[]): Grade | null {
  const last = clauses.findLast(isOfAll);
  return last === undefined ? null : gradeOf(last);
}

function gradeOf({ grade }: Clause): Grade {
  return grade === 'ONLY' ? 'AVAILABLE' : grade;
}

/** Each "only" rules out what it does not name. */
function ruledOut(clauses: readonly Clause[], frame: TermFrame): Map<CivilDate, Grade> {
  const days = new Map<CivilDate, Grade>();
  for (const { grade, named } of clauses) {
    if (grade !== 'ONLY') continue;
    const meant = new Set(named.flatMap(({ scope }) => onlyDays(scope, frame)));
    for (const date of daysOfTerm(frame)) if (!meant.has(date)) days.set(date, 'UNAVAILABLE');
  }
  return days;
}

/** "Only Mondays" cannot mean single days: a review takes three. */
function onlyDays(scope: Scope, frame: TermFrame): CivilDate[] {
  const days = daysIn(scope, frame);
  return isPartOfWeeks(scope) ? wholeWindows(days) : days;
}

/** The days of those parts of a clause that are single dates, or of the others; whole windows where it makes them better. */
function daysMeant(
  clause: Clause,
  frame: TermFrame,
  which: 'DATES' | 'PERIODS',
  standing: (date: CivilDate) => Grade,
): CivilDate[] {
  const grade = gradeOf(clause);
  const isMeant = ({ scope }: Named): boolean => isDates(scope) === (which === 'DATES');
  return clause.named.filter(isMeant).flatMap(({ scope }) => {
    if (clause.grade === 'ONLY') return onlyDays(scope, frame);
    const days = daysIn(scope, frame);
    if (!isPartOfWeeks(scope)) return days;
    const better = days.filter((date) => worse(grade, standing(date)) !== grade);
    return [...days, ...wholeWindows(better)];
  });
}

function isPartOfWeeks(scope: Scope): boolean {
  return scope.weekdays !== null || isDates(scope);
}

export function isDates({ ranges }: Scope): boolean {
  return ranges !== null && ranges.length > 0 && ranges.every(({ isSingle }) => isSingle);
}
