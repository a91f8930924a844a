import { readList } from './read-list.js';
import { type Scope, everything, scopeOfRanges, rangeOf } from './scope.js';
import { addDays } from '../../calendar/civil-date.js';
import { daysOfMonth, readDates, yearNear } from './dates.js';
import { halvesOf, type TermFrame, wholeTerm } from './term-frame.js';
import { type Cursor } from './tokens.js';
import { MONTHS, NUMBERS, ORDINALS, WEEKDAYS } from './vocabulary.js';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** "Mondays", "any Monday or Tuesday", "Monday to Wednesday", "Mon–Wed", "early in the week" */
export function readWeekdays(cursor: Cursor): Scope | null {
  return cursor.try(() => {
    while (cursor.takeOne(['on', 'any', 'all', 'every', 'each', 'the', 'a']) !== null);
    const part = partOfWeek(cursor);
    if (part !== null) return part;
    const start = cursor.at;
    const first = readWeekday(cursor);
    if (first === null) return null;
    const last = cursor.try(() =>
      cursor.takeOne(['to', '-', 'until', 'till', 'through']) === null ? null : readWeekday(cursor),
    );
    if (last !== null) return betweenWeekdays(first, last);
    cursor.at = start;
    const weekdays = readList(cursor, () => readWeekdayOfList(cursor)) ?? [];
    return { ...everything, weekdays: [...new Set(weekdays)].sort() };
  });
}

function readWeekdayOfList(cursor: Cursor): number | null {
  return cursor.try(() => {
    while (cursor.takeOne(['on', 'any', 'every', 'all']) !== null);
    const found = readWeekday(cursor);
    // "Monday and Tuesday 9 February": the second is a date of its own.
    return /^\d{1,2}(st|nd|rd|th)?$/.test(cursor.peek()) ? null : found;
  });
}

function readWeekday(cursor: Cursor): number | null {
  const found = WEEKDAYS.get(cursor.peek());
  if (found === undefined) return null;
  cursor.at += 1;
  return found;
}

function betweenWeekdays(first: number, last: number): Scope | null {
  if (last < first) return null;
  if (first === 1 && last === 3) return { ...everything, weekdays: [1, 2, 3], window: 'MON_WED' };
  if (first === 3 && last === 5) return { ...everything, weekdays: [3, 4, 5], window: 'WED_FRI' };
  const all = [1, 2, 3, 4, 5].filter((day) => first <= day && day <= last);
  return { ...everything, weekdays: all };
}

const EARLY = [
  'early in the week',
  'start of the week',
  'beginning of the week',
  'first half of the week',
];
const LATE = [
  'late in the week',
  'end of the week',
  'later in the week',
  'second half of the week',
];

function partOfWeek(cursor: Cursor): Scope | null {
  if (EARLY.some((phrase) => cursor.takePhrase(phrase))) return betweenWeekdays(1, 3);
  if (LATE.some((phrase) => cursor.takePhrase(phrase))) return betweenWeekdays(3, 5);
  return null;
}

/** "every other week from 11 January", "alternate Mondays", "the first Monday of each month", "the first two weeks of March" */
export function readPattern(cursor: Cursor, frame: TermFrame): Scope | null {
  return (
    cursor.try(() => readInterval(cursor, frame)) ??
    cursor.try(() => readNthWeekday(cursor)) ??
    cursor.try(() => readNthWeeks(cursor, frame))
  );
}

function readInterval(cursor: Cursor, frame: TermFrame): Scope | null {
  cursor.takeOne(['on']);
  const every = readEvery(cursor);
  if (every === null) return null;
  const weekdays =
    cursor.takeOne(['week', 'weeks']) === null ? readWeekdays(cursor)?.weekdays : null;
  if (weekdays === undefined && !every.isWhole) return null;
  const from = cursor.try(() => {
    cursor.takeOne([',']);
    if (cursor.takeOne(['from', 'starting', 'beginning', 'counting']) === null) return null;
    cursor.takeOne(['from', 'on', 'with']);
    return readDates(cursor, frame, 'LIST')?.[0]?.from ?? null;
  });
  const start = (from ?? frame.weeks[0] ?? frame.startsOn).replaceAll('-', '');
  const days = (weekdays ?? [1, 2, 3, 4, 5]).map((day) => CODES[day - 1]).join(',');
  const rule = `DTSTART:${start} RRULE:FREQ=WEEKLY;INTERVAL=${String(every.weeks)};BYDAY=${days}`;
  return { ...everything, rule };
}

function readEvery(cursor: Cursor): { weeks: number; isWhole: boolean } | null {
  if (cursor.takeOne(['alternate', 'alternating']) !== null) return { weeks: 2, isWhole: false };
  if (cursor.takeOne(['fortnightly']) !== null) return { weeks: 2, isWhole: true };
  if (cursor.takeOne(['every', 'each']) === null) return null;
  if (cursor.takeOne(['other']) !== null) return { weeks: 2, isWhole: false };
  const nth = { second: 2, third: 3, fourth: 4 }[cursor.peek()];
  if (nth === undefined) return null;
  cursor.at += 1;
  return { weeks: nth, isWhole: false };
}

function readNthWeekday(cursor: Cursor): Scope | null {
  cursor.takeOne(['on', 'every']);
  cursor.takeOne(['the']);
  const nth = ORDINALS[cursor.peek()];
  if (nth === undefined) return null;
  cursor.at += 1;
  if (cursor.takeOne(['week', 'weeks']) !== null) {
    const isMonthly = nth === 1 && takeEachMonth(cursor);
    return isMonthly
      ? { ...everything, rule: 'RRULE:FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7' }
      : null;
  }
  const weekday = readWeekday(cursor);
  if (weekday === null || !takeEachMonth(cursor)) return null;
  return {
    ...everything,
    rule: `RRULE:FREQ=MONTHLY;BYDAY=${String(nth)}${CODES[weekday - 1] ?? ''}`,
  };
}

function takeEachMonth(cursor: Cursor): boolean {
  return [
    'of each month',
    'of every month',
    'of the month',
    'in each month',
    'in every month',
    'each month',
    'every month',
  ].some((phrase) => cursor.takePhrase(phrase));
}

/** School weeks counted from an end of the term, of a half of it, or of a month. */
function readNthWeeks(cursor: Cursor, frame: TermFrame): Scope | null {
  while (cursor.takeOne(['in', 'during', 'the']) !== null);
  const nth = ORDINALS[cursor.peek()];
  if (nth === undefined) return null;
  cursor.at += 1;
  const count = readCount(cursor);
  if (count === null) return null;
  cursor.takeOne(['of', 'in', 'back', 'after', 'before']);
  while (cursor.takeOne(['of', 'in', 'the', 'back', 'after']) !== null);
  const within = readWhole(cursor, frame);
  const weeks = frame.weeks.filter((week) => within.from <= addDays(week, 4) && week <= within.to);
  const at = nth < 0 ? weeks.slice(-count) : weeks.slice(nth - 1, nth - 1 + count);
  return scopeOfRanges(at.map((week) => rangeOf({ from: week, to: addDays(week, 4) })));
}

function readCount(cursor: Cursor): number | null {
  if (cursor.takeOne(['week']) !== null) return 1;
  if (cursor.takeOne(['fortnight']) !== null) return 2;
  const number = NUMBERS[cursor.peek()] ?? Number(cursor.peek());
  if (!Number.isInteger(number) || number < 1) return null;
  cursor.at += 1;
  return cursor.takeOne(['weeks']) === null ? null : number;
}

function readWhole(cursor: Cursor, frame: TermFrame): { from: string; to: string } {
  const month = MONTHS.get(cursor.peek());
  if (month !== undefined) {
    cursor.at += 1;
    return daysOfMonth(yearNear(month, frame), month);
  }
  const { first, second } = halvesOf(frame);
  if (cursor.takePhrase('first half term') || cursor.takePhrase('first half')) return first;
  if (cursor.takePhrase('second half term') || cursor.takePhrase('second half'))
    return second ?? first;
  if (cursor.takePhrase('half term')) return second ?? first;
  cursor.takeOne(['term']);
  return wholeTerm(frame);
}
