import { type CivilDate, weekday } from '../../calendar/civil-date.js';
import { type Grade, type Statement } from '../answer.js';
import { daysOf, readRule } from '../recurrence.js';

/** Statements cut and put together so that they say a grade for just these days. */

/** School days that follow each other, whatever weekends and breaks lie between: first and last of each run. */
export function runsOf(
  dates: readonly CivilDate[],
  schoolDays: readonly CivilDate[],
): { from: CivilDate; to: CivilDate }[] {
  const wanted = new Set(dates);
  const runs: { from: CivilDate; to: CivilDate }[] = [];
  let isOpen = false;
  for (const date of schoolDays) {
    const last = runs.at(-1);
    if (!wanted.has(date)) isOpen = false;
    else if (isOpen && last) last.to = date;
    else {
      runs.push({ from: date, to: date });
      isOpen = true;
    }
  }
  return runs;
}

/** A run as somebody would say it: a single date, or a range. */
export function runStatement(
  { from, to }: { from: CivilDate; to: CivilDate },
  grade: Grade,
): Statement {
  return from === to ? { kind: 'DATE', on: from, grade } : { kind: 'RANGE', from, to, grade };
}

/**
 * A statement without what it says of some days. One about a very window is left alone, and so is a rule, unless it speaks of
 * none but those days.
 */
export function withoutDays(
  said: Statement,
  gone: ReadonlySet<CivilDate>,
  schoolDays: readonly CivilDate[],
): Statement[] {
  const named = daysNamed(said, schoolDays);
  const left = named.filter((date) => !gone.has(date));
  if (left.length === named.length) return [said];
  switch (said.kind) {
    case 'WINDOW':
      return [said];
    case 'RULE':
      return left.length === 0 ? [] : [said];
    case 'DATE':
      return [];
    case 'RANGE':
      // A single day that is left stays a range: as a date it would outrank more than it did.
      return runsOf(left, schoolDays).map((run) => ({ ...said, ...run }));
  }
}

function daysNamed(said: Statement, schoolDays: readonly CivilDate[]): CivilDate[] {
  const [first, last] = [schoolDays[0], schoolDays.at(-1)];
  if (first === undefined || last === undefined) return [];
  switch (said.kind) {
    case 'WINDOW':
      return [];
    case 'DATE':
      return schoolDays.filter((date) => date === said.on);
    case 'RANGE':
      return schoolDays.filter(
        (date) => said.from <= date && (said.to === null || date <= said.to),
      );
    case 'RULE': {
      const ruled = new Set(daysOf(readRule(said.rule), first, last));
      return schoolDays.filter((date) => ruled.has(date));
    }
  }
}

/** Days of the week of which every day of the term is among these. */
export function wholeWeekdays(
  dates: readonly CivilDate[],
  schoolDays: readonly CivilDate[],
): number[] {
  const wanted = new Set(dates);
  return [1, 2, 3, 4, 5].filter((day) =>
    schoolDays.every((date) => weekday(date) !== day || wanted.has(date)),
  );
}
