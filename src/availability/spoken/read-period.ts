import { addDays } from '../../calendar/civil-date.js';
import { daysOfMonth, type NamedDays, readYear, yearNear } from './dates.js';
import { readList } from './read-list.js';
import { rangeOf, type Scope, scopeOfRanges } from './scope.js';
import { halvesOf, type TermFrame, wholeTerm } from './term-frame.js';
import { type Cursor } from './tokens.js';
import { MONTHS } from './vocabulary.js';

/** "January", "January and March", "early February", "the first half of term", "half-term", "the end of February" */
export function readPeriod(cursor: Cursor, frame: TermFrame): Scope | null {
  return cursor.try(() => {
    while (
      cursor.takeOne([
        'in',
        'during',
        'throughout',
        'at',
        'over',
        'all',
        'of',
        'the',
        'whole',
        'any',
        'anything',
      ]) !== null
    );
    return readHalf(cursor, frame) ?? readEdge(cursor, frame) ?? readMonths(cursor, frame);
  });
}

function readHalf(cursor: Cursor, frame: TermFrame): Scope | null {
  const { first, pause, second } = halvesOf(frame);
  const isFirst = cursor.try(() => cursor.takeOne(['first', '1st']) && takeHalf(cursor));
  if (isFirst !== null) return scopeOfRanges([rangeOf(first)], 'the first half of term');
  const isSecond = cursor.try(
    () => cursor.takeOne(['second', '2nd', 'other', 'last']) && takeHalf(cursor),
  );
  if (isSecond !== null) {
    return scopeOfRanges([rangeOf(second ?? first)], 'the second half of term');
  }
  if (
    cursor.takePhrase('half term week') ||
    cursor.takePhrase('half term') ||
    cursor.takePhrase('halfterm')
  ) {
    return scopeOfRanges(pause === null ? [] : [rangeOf(pause)], 'half-term');
  }
  return null;
}

function takeHalf(cursor: Cursor): true | null {
  const isHalf = ['half of the term', 'half of term', 'half term', 'half'].some((phrase) =>
    cursor.takePhrase(phrase),
  );
  return isHalf ? true : null;
}

const EDGES: Readonly<Record<string, 'FIRST' | 'MIDDLE' | 'LAST'>> = {
  early: 'FIRST',
  start: 'FIRST',
  beginning: 'FIRST',
  mid: 'MIDDLE',
  middle: 'MIDDLE',
  late: 'LAST',
  end: 'LAST',
};

/** Early, the middle and late: the days to the 10th, from the 11th to the 20th, and from the 21st of a month. */
function readEdge(cursor: Cursor, frame: TermFrame): Scope | null {
  return cursor.try(() => {
    const edge = EDGES[cursor.peek()];
    if (edge === undefined) return null;
    cursor.at += 1;
    cursor.takeOne(['-']);
    cursor.takeOne(['of', 'in']);
    cursor.takeOne(['the']);
    if (cursor.takeOne(['term']) !== null) {
      const { from, to } = wholeTerm(frame);
      const day = edge === 'LAST' ? to : from;
      return scopeOfRanges([rangeOf({ from: day, to: day })]);
    }
    const month = takeMonth(cursor);
    if (month === null) return null;
    const { from, to } = daysOfMonth(readYear(cursor) ?? yearNear(month, frame), month);
    const thirds = {
      FIRST: { from, to: addDays(from, 9) },
      MIDDLE: { from: addDays(from, 10), to: addDays(from, 19) },
      LAST: { from: addDays(from, 20), to },
    };
    return scopeOfRanges([rangeOf(thirds[edge])]);
  });
}

function readMonths(cursor: Cursor, frame: TermFrame): Scope | null {
  const ranges = readList(cursor, () => readSpan(cursor, frame));
  return ranges && scopeOfRanges(ranges);
}

/** "February", "all of February", "January to March" */
function readSpan(cursor: Cursor, frame: TermFrame): NamedDays | null {
  return cursor.try(() => {
    while (cursor.takeOne(['in', 'all', 'of']) !== null);
    const month = takeMonth(cursor);
    if (month === null) return null;
    const first = monthOf(month, cursor, frame);
    const last = cursor.try(() => {
      const next = cursor.takeOne(['to', '-', 'until', 'till']) === null ? null : takeMonth(cursor);
      return next === null ? null : monthOf(next, cursor, frame);
    });
    return last === null ? first : { ...first, to: last.to };
  });
}

/** A month that no day of a month belongs to: "8 February" and "February 8" are dates. */
function takeMonth(cursor: Cursor): number | null {
  const month = MONTHS.get(cursor.peek());
  if (month === undefined || /^\d{1,2}(st|nd|rd|th)?$/.test(cursor.peek(1))) return null;
  // "I may be free" is not about a month.
  if (cursor.peek() === 'may' && /^(be|have|not|need|also|well)$/.test(cursor.peek(1))) return null;
  cursor.at += 1;
  return month;
}

function monthOf(month: number, cursor: Cursor, frame: TermFrame): NamedDays {
  return rangeOf(daysOfMonth(readYear(cursor) ?? yearNear(month, frame), month));
}
