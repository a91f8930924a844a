import { type CivilDate } from '../../calendar/civil-date.js';
import { windowDays } from '../../calendar/slots.js';
import { type Answer, type Grade, GRADES, type Statement, worse } from '../answer.js';
import { gradesOfDays } from '../grades.js';
import { readRule } from '../recurrence.js';
import { type Clause, type Sentence } from './clauses.js';
import { runsOf, runStatement, wholeWeekdays, withoutDays } from './day-runs.js';
import { isDates, isOfAll, type Meaning, meaningOf } from './meaning.js';
import { type Scope } from './scope.js';
import { daysOfTerm, type TermFrame } from './term-frame.js';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** Before anybody has said anything, silence about a day means that they can. */
const NOTHING_SAID: Answer = { default: 'AVAILABLE', statements: [] };

/**
 * What a person's answer becomes when they say this: each day that the sentence speaks of has the grade it means, all
 * others stay as they were.
 *
 * Statements are written as they were said as far as that gives every day its grade; the days that are left, such as an
 * exception inside a ruled-out month, are said one by one, as a single date outranks everything (docs/domain.md,
 * "Availability").
 *
 * @param standing the answer it is said on top of; null: it is the whole answer
 */
export function answerAfter(
  { clauses }: Pick<Sentence, 'clauses'>,
  standing: Answer | null,
  frame: TermFrame,
): Answer {
  const base = standing === null || clauses.some(isOfAll) ? NOTHING_SAID : standing;
  const days = daysOfTerm(frame);
  const before = gradesOfDays(base, days);
  const meaning = meaningOf(meantAlone(clauses, standing), frame, before);
  const wanted = (date: CivilDate): Grade => meaning.days.get(date) ?? meaning.rest ?? before(date);
  const ofDays = base.statements.filter(({ kind }) => kind !== 'WINDOW');
  const asSaid: Answer = {
    default: meaning.rest ?? base.default,
    statements: [
      ...ofDays.flatMap((said) => withoutDays(said, spokenOtherwise(meaning, said.grade), days)),
      ...clauses.flatMap((clause) => statementsOf(clause, frame)),
    ],
  };
  const { default: byDefault, statements } = mended(asSaid, days, wanted);
  return {
    default: byDefault,
    statements: [...statements, ...keptWindows(base, meaning.days, before)],
  };
}

/** Whoever names, unasked, only when they can means that they cannot otherwise: "I can do February". */
function meantAlone(clauses: readonly Clause[], standing: Answer | null): readonly Clause[] {
  const isAllFree = clauses.every((clause) => clause.grade === 'AVAILABLE' && !isOfAll(clause));
  if (standing !== null || !isAllFree) return clauses;
  const named = clauses.flatMap((clause) => clause.named);
  const [first] = clauses;
  return first === undefined ? [] : [{ ...first, grade: 'ONLY', named }];
}

/** The days of which something else than this grade is said. */
function spokenOtherwise({ days }: Meaning, grade: Grade): ReadonlySet<CivilDate> {
  return new Set([...days].filter(([, said]) => said !== grade).map(([date]) => date));
}

/** With what is still wrong said otherwise: cut out of periods, then said of weekdays, then of periods and single dates. */
function mended(
  answer: Answer,
  days: readonly CivilDate[],
  wanted: (date: CivilDate) => Grade,
): Answer {
  const wrongIn = (statements: readonly Statement[]): CivilDate[] => {
    const has = gradesOfDays({ ...answer, statements }, days);
    return days.filter((date) => has(date) !== wanted(date));
  };
  const wrong = new Set(wrongIn(answer.statements));
  let statements = answer.statements.flatMap((said) => withoutDays(said, wrong, days));
  const byGrade = (say: (dates: CivilDate[], grade: Grade) => Statement[]): Statement[] => {
    const left = wrongIn(statements);
    return GRADES.flatMap((grade) =>
      say(
        left.filter((date) => wanted(date) === grade),
        grade,
      ),
    );
  };
  const rules = byGrade((dates, grade) => {
    const weekdays = dates.length === 0 ? [] : wholeWeekdays(dates, days);
    return weekdays.length === 0 ? [] : [{ kind: 'RULE', rule: weekly(weekdays), grade }];
  });
  if (wrongIn([...statements, ...rules]).length < wrongIn(statements).length) {
    statements = [...statements, ...rules];
  }
  const runs = byGrade((dates, grade) =>
    runsOf(dates, days).map((run) => runStatement(run, grade)),
  );
  return { ...answer, statements: [...statements, ...runs] };
}

/**
 * Grades that were given to very windows stay where nothing is said of their days. Where something is said of all three, these
 * decide; where of some, the window is no better than what rules them out.
 */
function keptWindows(
  base: Answer,
  spoken: ReadonlyMap<CivilDate, Grade>,
  before: (date: CivilDate) => Grade,
): Statement[] {
  return base.statements.flatMap((said): Statement[] => {
    if (said.kind !== 'WINDOW') return [];
    const days = windowDays(said.week, said.window);
    if (days.every((date) => spoken.has(date))) return [];
    const grade = days.reduce<Grade>((worst, date) => {
      const now = spoken.get(date);
      return now !== undefined && limits(now, before(date)) ? worse(worst, now) : worst;
    }, said.grade);
    return [{ ...said, grade }];
  });
}

/** Whether what is said of a day now takes something away; that a day is fine takes nothing away. */
function limits(now: Grade, was: Grade): boolean {
  if (now === was) return now === 'UNAVAILABLE' || now === 'IF_NEEDED';
  return worse(now, was) === now;
}

/** A clause as a person would write it down; nothing for what is about the whole term, which is the default. */
function statementsOf(clause: Clause, frame: TermFrame): Statement[] {
  if (isOfAll(clause) || clause.grade === 'ONLY' || clause.isException) return [];
  const { grade } = clause;
  return clause.named.flatMap(({ scope }) => scopeStatements(scope, grade, frame));
}

function scopeStatements(scope: Scope, grade: Grade, frame: TermFrame): Statement[] {
  const { rule, ranges } = scope;
  if (isDates(scope) && ranges !== null) {
    return ranges.map(({ from }): Statement => ({ kind: 'DATE', on: from, grade }));
  }
  const weekdays = weekdaysFor(scope, grade);
  if (rule === null && weekdays === null) {
    return (ranges ?? []).map(({ from, to }): Statement => ({ kind: 'RANGE', from, to, grade }));
  }
  if (ranges === null) return [{ kind: 'RULE', rule: rule ?? weekly(weekdays ?? []), grade }];
  if (rule !== null) return [];
  return ranges.flatMap(({ from, to }): Statement[] => {
    const [first, last] = [later(from, frame.startsOn), earlier(to, frame.endsOn)];
    return first <= last
      ? [{ kind: 'RULE', rule: weekly(weekdays ?? [], first, last), grade }]
      : [];
  });
}

/** A window that is ruled out leaves the Wednesday, which belongs to both, alone. */
function weekdaysFor({ weekdays, window }: Scope, grade: Grade): readonly number[] | null {
  if (window === null || grade === 'PREFERRED' || grade === 'AVAILABLE') return weekdays;
  return window === 'MON_WED' ? [1, 2] : [4, 5];
}

function weekly(weekdays: readonly number[], from?: CivilDate, to?: CivilDate): string {
  const days = weekdays.map((day) => CODES[day - 1]).join(',');
  const start = from === undefined ? '' : `DTSTART:${from.replaceAll('-', '')} `;
  const end = to === undefined ? '' : `;UNTIL=${to.replaceAll('-', '')}`;
  return readRule(`${start}RRULE:FREQ=WEEKLY;BYDAY=${days}${end}`).text;
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

function earlier(one: CivilDate, other: CivilDate): CivilDate {
  return one < other ? one : other;
}

/** Windows that somebody pressed: each replaces what its days come to. */
export function withWindows(
  answer: Answer,
  pressed: readonly Extract<Statement, { kind: 'WINDOW' }>[],
): Answer {
  const isPressed = (said: Statement): boolean =>
    said.kind === 'WINDOW' &&
    pressed.some(({ week, window }) => said.week === week && said.window === window);
  return {
    ...answer,
    statements: [...answer.statements.filter((said) => !isPressed(said)), ...pressed],
  };
}
