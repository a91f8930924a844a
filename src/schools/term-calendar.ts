import type { EntityManager } from 'typeorm';
import { termById, type StoredTerm } from '../calendar/academic-years.js';
import type { CivilDate } from '../calendar/civil-date.js';
import type { BankHolidays, SchoolCalendar } from '../calendar/school-days.js';
import { bankHolidays, schoolCalendars } from '../calendar/school-calendars.js';
import type { Slot } from '../calendar/slots.js';
import { trainingDays } from '../calendar/training-days.js';
import {
  closedWindows,
  termWeeks,
  windowsOfTerm,
  type ClosedWindow,
  type SchoolTime,
  type TermWindow,
} from '../calendar/usable-windows.js';
import { settingsOn } from '../settings/settings.js';
import { closures } from './closures.js';
import { membersWithin } from './membership.js';

/** Everything about a term's time that depends on which schools are members. */
export interface TermCalendar {
  term: StoredTerm;
  /** Mondays of the school weeks, ascending: those in which some member has a usable window. */
  weeks: CivilDate[];
  /** Windows of these weeks in which nobody can be on a review. */
  closed: ClosedWindow[];
  bankHolidays: BankHolidays;
  /** When each school is in; a school without a calendar follows the default one. */
  timeOf(urn: string): SchoolTime;
  /** Every window of the term for a school, with the reason where it is not usable. */
  windowsOf(urn: string): TermWindow[];
  /** The windows of the term in which the school can be reviewed. */
  usableWindowsOf(urn: string): Slot[];
}

/**
 * The calendar of a term, loaded in a few statements whatever the number of schools. Where there is no
 * member yet, the weeks are those of the default calendar. docs/domain.md, "Time", School week.
 *
 * @throws Refusal when there is no such term
 */
export async function termCalendar(manager: EntityManager, termId: string): Promise<TermCalendar> {
  const term = await termById(manager, termId);
  const range = { from: term.startsOn, to: term.endsOn };
  const holidays = await bankHolidays(manager);
  const timeOf = await schoolTimes(manager, term.startsOn);
  const members = await membersWithin(manager, range);
  const weeks = termWeeks(
    term,
    members.length > 0 ? members.map(timeOf) : [timeOf(NO_SCHOOL)],
    holidays,
  );
  const windowsOf = windowsOnce((school) => windowsOfTerm(term, school, holidays), timeOf);
  return {
    term,
    weeks,
    closed: closedWindows(weeks, holidays, await trainingDays(manager)),
    bankHolidays: holidays,
    timeOf,
    windowsOf,
    usableWindowsOf: (urn) =>
      windowsOf(urn)
        .filter(({ reason }) => reason === null)
        .map(({ week, window }) => ({ week, window })),
  };
}

const NO_SCHOOL = '';

/** Thousands of schools share a calendar: those that declared no closure share its windows too. */
function windowsOnce(
  windowsAt: (school: SchoolTime) => TermWindow[],
  timeOf: (urn: string) => SchoolTime,
): (urn: string) => TermWindow[] {
  const shared = new Map<SchoolCalendar, TermWindow[]>();
  return (urn) => {
    const school = timeOf(urn);
    if (school.closures.length > 0) return windowsAt(school);
    const windows = shared.get(school.calendar) ?? windowsAt(school);
    shared.set(school.calendar, windows);
    return windows;
  };
}

/** A look-up of every school's calendar and closures, the calendars shared between schools. */
async function schoolTimes(
  manager: EntityManager,
  date: CivilDate,
): Promise<(urn: string) => SchoolTime> {
  const calendars = await schoolCalendars(manager);
  const { defaultCalendarId } = (await settingsOn(manager, date)).calendar;
  const usual = calendars.get(defaultCalendarId) ?? withoutDates(defaultCalendarId);
  const closuresByUrn = await closures(manager);
  const own = await manager.query<{ urn: string; calendarId: string }[]>(
    `SELECT urn, calendar_id AS "calendarId" FROM school WHERE calendar_id IS NOT NULL`,
  );
  const calendarByUrn = new Map(own.map(({ urn, calendarId }) => [urn, calendars.get(calendarId)]));
  return (urn) => ({
    calendar: calendarByUrn.get(urn) ?? usual,
    closures: closuresByUrn.get(urn) ?? [],
  });
}

/** The setting names a calendar that nobody entered: its windows say that no dates are known. */
function withoutDates(id: string): SchoolCalendar {
  return { id, name: id, halfTerms: [], insetDays: new Set() };
}
