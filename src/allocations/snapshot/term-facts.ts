import {
  type AcademicYear,
  type BankHolidays,
  type SchoolCalendar,
} from '../../calendar/school-days.js';
import { type ClosedWindow, type SchoolTime, type Term } from '../../calendar/usable-windows.js';
import { type MemberRecord } from './load-reviews.js';

/** The term in its year, as the rest of the snapshot looks at it. */
export interface TermFacts {
  term: Term;
  year: AcademicYear;
  earlierTerms: ReadonlySet<string>;
  laterTerms: ReadonlySet<string>;
  /** Mondays of the term's school weeks, and of all the year's. */
  weeks: string[];
  weeksOfYear: string[];
  closed: ClosedWindow[];
  trainingDays: string[];
  holidays: BankHolidays;
  timeOf: (school: MemberRecord) => SchoolTime;
  today: string;
  /** The first day that can still be allocated: the term's first, or today once it has begun. */
  asOf: string;
}

/** Schools without closures on one calendar share one object, so that their windows are found once. */
export function schoolTimes(
  calendars: ReadonlyMap<string, SchoolCalendar>,
  defaultCalendarId: string,
): (school: MemberRecord) => SchoolTime {
  const plain = new Map<string, SchoolTime>();
  return ({ calendarId, closures }) => {
    const id = calendarId ?? defaultCalendarId;
    const calendar = calendars.get(id);
    if (calendar === undefined) {
      throw new Error(
        `There is no school calendar “${id}”: load it, or change the default calendar.`,
      );
    }
    if (closures.length > 0) return { calendar, closures };
    const known = plain.get(id) ?? { calendar, closures: [] };
    plain.set(id, known);
    return known;
  };
}

/**
 * Those schools that can add a week to the term: a school with closures has no window that another
 * one of its calendar without closures lacks.
 */
export function tellingTimes(times: readonly SchoolTime[]): SchoolTime[] {
  const open = new Set(times.filter(({ closures }) => closures.length === 0));
  const calendars = new Set([...open].map(({ calendar }) => calendar));
  return [...open, ...times.filter(({ calendar }) => !calendars.has(calendar))];
}
