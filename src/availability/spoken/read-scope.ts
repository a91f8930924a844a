import { addDays, type DayRange, mondayOf } from '../../calendar/civil-date.js';
import { weekInWords } from '../../calendar/words.js';
import { readDates } from './dates.js';
import { readPeriod } from './read-period.js';
import { readPattern, readWeekdays } from './read-weekdays.js';
import { both, everything, rangeOf, type Scope, scopeOfRanges } from './scope.js';
import { type TermFrame, wholeTerm } from './term-frame.js';
import { type Cursor } from './tokens.js';
import { ALL } from './vocabulary.js';

/** Whether the day after "until" belongs to what is said. */
export type Until = 'WITH' | 'WITHOUT';

/**
 * Reads which days a part of a sentence is about: "Mondays", "the week of 8 February", "Fridays after half-term", "from 1
 * March". Null, and nothing taken, where it is about none.
 *
 * @param until whether "until 1 March" means the first of March as well: "not until 1 March" does not
 * @throws NoSuchDay
 */
export function readScope(cursor: Cursor, frame: TermFrame, until: Until = 'WITH'): Scope | null {
  return cursor.try(() => {
    const first = readOne(cursor, frame, until);
    if (first === null) return null;
    let scope = first;
    for (;;) {
      const before = scope;
      const more = cursor.try(() => readRestriction(cursor, frame, before, until));
      if (more === null) return scope;
      scope = both(scope, more);
    }
  });
}

function readOne(cursor: Cursor, frame: TermFrame, until: Until): Scope | null {
  if (cursor.peek() === 'all' || cursor.peek() === 'the' || cursor.peek() === 'any') {
    const phrase = ALL.find((each) => cursor.takePhrase(each));
    if (phrase !== undefined) return everything;
  }
  return (
    readBoundary(cursor, frame, until) ??
    readWeekOf(cursor, frame) ??
    readPattern(cursor, frame) ??
    readDays(cursor, frame) ??
    readWeekdays(cursor) ??
    readPeriod(cursor, frame) ??
    (ALL.some((phrase) => cursor.takePhrase(phrase)) ? everything : null)
  );
}

/** What follows without a comma narrows what came before: "Mondays in January until 20 January". */
function readRestriction(
  cursor: Cursor,
  frame: TermFrame,
  before: Scope,
  until: Until,
): Scope | null {
  const boundary = readBoundary(cursor, frame, until);
  if (boundary !== null) return boundary;
  const isJoined = cursor.takeOne([
    'in',
    'during',
    'throughout',
    'within',
    'over',
    'of',
    'at',
    'on',
  ]);
  cursor.takeOne(['the']);
  if (before.weekdays === null && before.rule === null) {
    const weekdays = readWeekdays(cursor);
    return weekdays;
  }
  if (isJoined === null && before.ranges !== null) return null;
  return before.ranges === null
    ? (readWeekOf(cursor, frame) ?? readPeriod(cursor, frame) ?? readDays(cursor, frame))
    : null;
}

function readDays(cursor: Cursor, frame: TermFrame): Scope | null {
  return cursor.try(() => {
    cursor.takeOne(['from']);
    const days = readDates(cursor, frame, 'LIST');
    return days && scopeOfRanges(days);
  });
}

/** "the week of 8 February", "w/c 8 and 15 March", "the week beginning Monday 8 February" */
export function readWeekOf(cursor: Cursor, frame: TermFrame): Scope | null {
  return cursor.try(() => {
    while (cursor.takeOne(['the', 'in', 'during', 'all', 'whole', 'of']) !== null);
    if (cursor.takeOne(['w/c', 'wc', 'w/b', 'wb']) === null) {
      if (cursor.takeOne(['week', 'weeks']) === null) return null;
      cursor.takeOne([
        'of',
        'beginning',
        'commencing',
        'starting',
        'with',
        'containing',
        'from',
        'that',
      ]);
      cursor.takeOne(['starts', 'begins']);
    }
    cursor.takeOne(['on', 'of', 'the']);
    const days = readDates(cursor, frame, 'LIST');
    if (days === null) return null;
    const weeks = days.map(({ from, to }) => ({
      ...rangeOf({ from: mondayOf(from), to: addDays(mondayOf(to), 4) }),
    }));
    const [only] = weeks;
    const called = weeks.length === 1 && days[0]?.isSingle === true && only !== undefined;
    return scopeOfRanges(weeks, called ? `the ${lower(weekInWords(only.from))}` : null);
  });
}

const ENDS = ['until', 'till', 'til', 'to', 'by', 'through'];
const BOUNDS = ['before', 'after', 'from', 'since', 'up', 'beyond', ...ENDS];
const ON = ['onwards', 'onward', 'on'];

/** "from 1 March", "after half-term", "before 20 January", "until the end of February", "between 1 and 12 March" */
function readBoundary(cursor: Cursor, frame: TermFrame, until: Until): Scope | null {
  return cursor.try(() => {
    const word = cursor.peek();
    cursor.at += 1;
    if (word === 'between') {
      const days = readDates(cursor, frame, 'RANGE');
      return days && scopeOfRanges(days);
    }
    if (word === 'up') cursor.takeOne(ENDS);
    if (!BOUNDS.includes(word)) return null;
    cursor.takeOne(['and', 'including']);
    const about = readEvent(cursor, frame);
    if (about === null) return null;
    cursor.takeOne(ON);
    if (about.isSpan && word === 'from') return scopeOfRanges([rangeOf(about)]);
    const { from, to } = boundedBy(word, about, frame, until);
    return { ...scopeOfRanges(from <= to ? [rangeOf({ from, to })] : []), isBoundary: true };
  });
}

function boundedBy(word: string, { from, to }: DayRange, frame: TermFrame, until: Until): DayRange {
  const term = wholeTerm(frame);
  switch (word) {
    case 'before':
      return { from: term.from, to: addDays(from, -1) };
    case 'after':
    case 'beyond':
      return { from: addDays(to, 1), to: term.to };
    case 'from':
    case 'since':
      return { from, to: term.to };
    default:
      return { from: term.from, to: until === 'WITH' ? to : addDays(from, -1) };
  }
}

/** What a boundary is measured from: a date, a week, a month, half-term. A span has both ends of its own: "8 to 12 March". */
function readEvent(cursor: Cursor, frame: TermFrame): (DayRange & { isSpan: boolean }) | null {
  const week = readWeekOf(cursor, frame);
  const dates = week
    ? null
    : cursor.try(() => {
        const days = readDates(cursor, frame, 'LIST');
        return days?.length === 1 ? scopeOfRanges(days) : null;
      });
  const found = week ?? dates ?? readPeriod(cursor, frame);
  const ranges = found?.ranges ?? [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!found || !first || !last) return null;
  const isSpan = dates
    ? !first.isSingle
    : found.called === null && first.from.slice(0, 7) !== last.to.slice(0, 7);
  return { from: first.from, to: last.to, isSpan };
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
