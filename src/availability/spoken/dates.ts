import {
  addDays,
  type CivilDate,
  type DayRange,
  isCivilDate,
  weekday,
} from '../../calendar/civil-date.js';
import { dateInWords, weekdayInWords } from '../../calendar/words.js';
import { readList } from './read-list.js';
import { type Cursor } from './tokens.js';
import { type TermFrame } from './term-frame.js';
import { MONTHS, WEEKDAYS } from './vocabulary.js';

/** Days that were named by their dates: "8 February", "8, 9 and 10 February", "Monday 8 to Wednesday 10 February". */

export interface NamedDays extends DayRange {
  /** One date, not a range. */
  readonly isSingle: boolean;
}

/** Something that was read and cannot be so, such as 30 February. */
export class NoSuchDay extends Error {
  override name = 'NoSuchDay';
}

interface Written {
  day: number;
  /** Null until a later date of the list says it. */
  month: number | null;
  year: number | null;
  weekday: number | null;
}

const RANGE_WORDS = ['to', '-', 'until', 'till', 'til', 'through'];
/** After these a number counts something else than a day of a month. */
const UNITS = new Set(
  'review reviews week weeks day days month months window windows time times'.split(' '),
);

/**
 * A list of dates and ranges of dates; null where there is none.
 *
 * @param and whether "and" joins the ends of a range, as after "between"
 * @throws NoSuchDay where a date does not exist, or falls on another day of the week than was said
 */
export function readDates(
  cursor: Cursor,
  frame: TermFrame,
  and: 'LIST' | 'RANGE',
): NamedDays[] | null {
  return cursor.try(() => {
    const words = and === 'RANGE' ? [...RANGE_WORDS, 'and'] : RANGE_WORDS;
    const readOne = (): Item | null => readItem(cursor, words);
    const items =
      and === 'LIST'
        ? readList(cursor, readOne, (some) => withMonths(some) !== null)
        : [readOne()].filter((item) => item !== null);
    if (items === null || items.length === 0) return null;
    return withMonths(items)?.map((item) => daysOf(item, frame)) ?? null;
  });
}

interface Item {
  first: Written;
  last: Written | null;
}

function readItem(cursor: Cursor, rangeWords: readonly string[]): Item | null {
  const first = readDate(cursor);
  if (first === null) return null;
  const last = cursor.try(() => (cursor.takeOne(rangeWords) === null ? null : readDate(cursor)));
  return { first, last };
}

function readDate(cursor: Cursor): Written | null {
  return cursor.try(() => {
    cursor.takeOne(['the', 'on']);
    const named = cursor.takeOne(WEEKDAYS);
    cursor.takeOne([',']);
    cursor.takeOne(['the']);
    const found =
      readIso(cursor) ?? readSlashes(cursor) ?? readDayFirst(cursor) ?? readMonthFirst(cursor);
    return found && { ...found, weekday: named === null ? null : (WEEKDAYS.get(named) ?? null) };
  });
}

type Read = Omit<Written, 'weekday'> | null;

function readIso(cursor: Cursor): Read {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cursor.peek());
  if (!match) return null;
  cursor.at += 1;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** Day, month and perhaps year, as they are written in the United Kingdom. */
function readSlashes(cursor: Cursor): Read {
  const match = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/.exec(cursor.peek());
  if (!match) return null;
  cursor.at += 1;
  const year = match[3] === undefined ? null : Number(match[3]);
  return {
    day: Number(match[1]),
    month: Number(match[2]),
    year: year !== null && year < 100 ? 2000 + year : year,
  };
}

function readDayFirst(cursor: Cursor): Read {
  const day = readDayNumber(cursor);
  if (day === null) return null;
  cursor.takeOne(['of']);
  const month = readMonthName(cursor);
  if (month === null && UNITS.has(cursor.peek())) return null;
  return { day, month, year: month === null ? null : readYear(cursor) };
}

function readMonthFirst(cursor: Cursor): Read {
  const month = readMonthName(cursor);
  if (month === null) return null;
  cursor.takeOne(['the']);
  const day = readDayNumber(cursor);
  return day === null ? null : { day, month, year: readYear(cursor) };
}

function readDayNumber(cursor: Cursor): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(cursor.peek());
  if (!match || Number(match[1]) > 31 || Number(match[1]) === 0) return null;
  cursor.at += 1;
  return Number(match[1]);
}

function readMonthName(cursor: Cursor): number | null {
  const month = MONTHS.get(cursor.peek());
  if (month === undefined) return null;
  cursor.at += 1;
  return month;
}

export function readYear(cursor: Cursor): number | null {
  const word = cursor.peek();
  if (!/^20\d\d$/.test(word)) return null;
  cursor.at += 1;
  return Number(word);
}

/** "8, 9 and 10 February": what has no month of its own has that of the next that has one. */
function withMonths(items: readonly Item[]): Item[] | null {
  let month: number | null = null;
  let year: number | null = null;
  const known = items.toReversed().map(({ first, last }) => {
    const end = last === null ? null : complete(last);
    return { last: end, first: complete(first) };
  });
  function complete(date: Written): Written {
    month = date.month ?? month;
    year = date.year ?? (date.month === null ? year : null);
    return { ...date, month, year: date.year ?? year };
  }
  const isWhole = known.every(
    ({ first, last }) => first.month !== null && (last === null || last.month !== null),
  );
  return isWhole ? known.reverse() : null;
}

function daysOf({ first, last }: Item, frame: TermFrame): NamedDays {
  const from = dateOf(first, frame);
  if (last === null) return { from, to: from, isSingle: true };
  const to = dateOf(last, frame);
  if (to < from) {
    throw new NoSuchDay(`${dateInWords(to)} lies before ${dateInWords(from)}: swap them.`);
  }
  return { from, to, isSingle: false };
}

function dateOf(written: Written, frame: TermFrame): CivilDate {
  const { day, month } = written;
  const year = written.year ?? yearNear(month ?? 1, frame);
  const date = iso(year, month ?? 1, day);
  if (!isCivilDate(date)) {
    throw new NoSuchDay(
      `There is no such date: a month has no day ${String(day)} there. Check it.`,
    );
  }
  if (written.weekday !== null && weekday(date) !== written.weekday) {
    throw new NoSuchDay(
      `${dateInWords(date)} is a ${weekdayInWords(date).split(' ')[0] ?? ''}: check which is meant.`,
    );
  }
  return date;
}

/** The year in which a month lies nearest to the term. */
export function yearNear(month: number, { startsOn, endsOn }: TermFrame): number {
  const first = Number(startsOn.slice(0, 4));
  const distance = (year: number): number => {
    const middle = iso(year, month, 15);
    if (middle < startsOn) return daysBetween(middle, startsOn);
    return middle > endsOn ? daysBetween(endsOn, middle) : 0;
  };
  return [first - 1, first, first + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}

/** The first to the last day of a month. */
export function daysOfMonth(year: number, month: number): DayRange {
  const next = month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1);
  return { from: iso(year, month, 1), to: addDays(next, -1) };
}

function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function iso(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)}`;
}
