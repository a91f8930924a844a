import {
  addDays,
  type CivilDate,
  type DayRange,
  mondayOf,
  weekday,
} from '../../calendar/civil-date.js';
import { daysOf, readRule } from '../recurrence.js';
import { type NamedDays } from './dates.js';
import { daysOfTerm, type TermFrame } from './term-frame.js';

/** The days that a part of a sentence is about, in the shape in which they were said. */
export interface Scope {
  /** 1 for Monday to 5 for Friday; null: any. */
  readonly weekdays: readonly number[] | null;
  /** Null: the whole term. None: no day of the term. */
  readonly ranges: readonly NamedDays[] | null;
  /** A recurring rule that names the days, RFC 5545; null: none. */
  readonly rule: string | null;
  /** Begins or ends somewhere, as in "from 1 March": who is free from then on is not before. */
  readonly isBoundary: boolean;
  /** How the ranges were called, such as "the week of 8 February 2027"; null: by their dates. */
  readonly called: string | null;
  /** "Monday to Wednesday" is a window, not three days: the Wednesday belongs to the other one as well. */
  readonly window: 'MON_WED' | 'WED_FRI' | null;
}

export const everything: Scope = {
  weekdays: null,
  ranges: null,
  rule: null,
  isBoundary: false,
  called: null,
  window: null,
};

export function scopeOfRanges(ranges: readonly NamedDays[], called: string | null = null): Scope {
  return { ...everything, ranges, called };
}

export function rangeOf({ from, to }: DayRange): NamedDays {
  return { from, to, isSingle: false };
}

/** The days of the term that both speak of. */
export function both(one: Scope, other: Scope): Scope {
  return {
    weekdays: meet(one.weekdays, other.weekdays),
    ranges: overlap(one.ranges, other.ranges),
    rule: one.rule ?? other.rule,
    isBoundary: one.isBoundary || other.isBoundary,
    called: one.ranges === null ? other.called : other.ranges === null ? one.called : null,
    window: one.window ?? other.window,
  };
}

function meet(one: Scope['weekdays'], other: Scope['weekdays']): Scope['weekdays'] {
  if (one === null || other === null) return one ?? other;
  return one.filter((day) => other.includes(day));
}

function overlap(one: Scope['ranges'], other: Scope['ranges']): Scope['ranges'] {
  if (one === null || other === null) return one ?? other;
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const from = a.from > b.from ? a.from : b.from;
      const to = a.to < b.to ? a.to : b.to;
      return from <= to ? [{ from, to, isSingle: from === to && (a.isSingle || b.isSingle) }] : [];
    }),
  );
}

/** The days of the term's school weeks that a scope names, ascending. */
export function daysIn(scope: Scope, frame: TermFrame): CivilDate[] {
  const all = daysOfTerm(frame);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const byRule = scope.rule === null ? null : new Set(daysOf(readRule(scope.rule), first, last));
  const weekdays = weekdaysOf(scope);
  return all.filter(
    (date) =>
      (weekdays === null || weekdays.includes(weekday(date))) &&
      (scope.ranges === null || scope.ranges.some(({ from, to }) => from <= date && date <= to)) &&
      (byRule === null || byRule.has(date)),
  );
}

/** What is not possible on a Monday or Tuesday is not possible from Monday to Wednesday, and leaves the other window alone. */
function weekdaysOf({ window, weekdays }: Scope): readonly number[] | null {
  if (window === 'MON_WED') return [1, 2];
  return window === 'WED_FRI' ? [4, 5] : weekdays;
}

/** These days and the others of each window that they are meant for: a review takes three days. */
export function wholeWindows(days: readonly CivilDate[]): CivilDate[] {
  const mondays = [...new Set(days.map(mondayOf))];
  return mondays.flatMap((monday) => {
    const numbers = new Set(days.filter((date) => mondayOf(date) === monday).map(weekday));
    const early = numbers.has(1) || numbers.has(2);
    const late = numbers.has(4) || numbers.has(5);
    const neither = !early && !late;
    return [1, 2, 3, 4, 5]
      .filter((day) => (day <= 3 && (early || neither)) || (day >= 3 && (late || neither)))
      .map((day) => addDays(monday, day - 1));
  });
}
