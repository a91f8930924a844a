import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { refuseIfChangedSince, timesChanged } from '../audit/changed-meanwhile.js';
import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';
import { yearById } from './academic-years.js';
import type { CivilDate } from './civil-date.js';
import type { AcademicYear, BankHolidays, HalfTerm, SchoolCalendar } from './school-days.js';
import { periodInWords } from './words.js';

const SUBJECT = 'school_calendar';

/** The dates that one calendar has in one academic year. */
export interface YearDates {
  calendar: { id: string; name: string; source: string };
  academicYear: string;
  halfTerms: readonly (HalfTerm & { number: number; name: string })[];
  insetDays: readonly CivilDate[];
}

/**
 * Stores what a calendar's dates are in a year, in place of what was known of that year.
 *
 * @param seen the calendar's version when this was thought of, 0 for a new one; left out: it does not matter
 * @throws Refusal when the year is not open, half-terms overlap, or the calendar was changed since
 */
export async function storeYearDates(
  manager: EntityManager,
  dates: YearDates,
  author: string,
  seen?: number,
): Promise<void> {
  const { calendar, academicYear } = dates;
  if (seen !== undefined) {
    const about = { subject: SUBJECT, subjectId: calendar.id };
    await refuseIfChangedSince(manager, `The calendar “${calendar.name}”`, about, seen);
  }
  refuseOutside(await yearById(manager, academicYear), dates.halfTerms);
  await manager.query(
    `INSERT INTO school_calendar (id, name, source) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, source = excluded.source`,
    [calendar.id, calendar.name, calendar.source],
  );
  await forgetYear(manager, calendar.id, academicYear);
  try {
    await manager.query(
      `INSERT INTO half_term (calendar_id, academic_year, number, name, starts_on, ends_on)
       SELECT $1, $2, number, name, "startsOn", "endsOn"
       FROM jsonb_to_recordset($3::jsonb) AS r(number smallint, name text, "startsOn" date, "endsOn" date)`,
      [calendar.id, academicYear, JSON.stringify(dates.halfTerms)],
    );
  } catch (error) {
    throw inWords(error, calendar.name, academicYear);
  }
  await manager.query(
    `INSERT INTO calendar_inset_day (calendar_id, on_date) SELECT $1, unnest($2::date[])
     ON CONFLICT DO NOTHING`,
    [calendar.id, [...dates.insetDays]],
  );
  await recordAudit(manager, {
    actor: author,
    action: 'school calendar stored',
    subject: SUBJECT,
    subjectId: calendar.id,
    after: { academicYear, halfTerms: dates.halfTerms, insetDays: dates.insetDays },
  });
}

/** Some authorities begin in late August: a half-term belongs to a year when it has a day in it. */
function refuseOutside(year: AcademicYear, halfTerms: readonly HalfTerm[]): void {
  const outside = halfTerms.find(
    ({ startsOn, endsOn }) => endsOn < year.startsOn || year.endsOn < startsOn,
  );
  if (outside === undefined) return;
  const period = periodInWords(outside.startsOn, outside.endsOn);
  throw new Refusal(
    'HALF_TERM_OUTSIDE_YEAR',
    `The half-term from ${period} has no day in the academic year ${year.id}. Correct its dates.`,
  );
}

/** Pupil-free days may lie just before the year, such as 31 August: a week's margin belongs to it. */
async function forgetYear(manager: EntityManager, id: string, academicYear: string): Promise<void> {
  await manager.query(
    `DELETE FROM calendar_inset_day d USING academic_year y
     WHERE d.calendar_id = $1 AND y.id = $2 AND d.on_date BETWEEN y.starts_on - 7 AND y.ends_on - 7`,
    [id, academicYear],
  );
  await manager.query('DELETE FROM half_term WHERE calendar_id = $1 AND academic_year = $2', [
    id,
    academicYear,
  ]);
}

/** A half-term with the year it belongs to, as it is entered. */
export interface StoredHalfTerm extends HalfTerm {
  academicYear: string;
  number: number;
  name: string;
}

export interface StoredSchoolCalendar extends SchoolCalendar {
  source: string;
  halfTerms: readonly StoredHalfTerm[];
}

/** How often the calendar was changed. */
export function calendarVersion(manager: EntityManager, id: string): Promise<number> {
  return timesChanged(manager, { subject: SUBJECT, subjectId: id });
}

/** Every school calendar by its id, with the dates of all years. Two statements, whatever the number. */
export async function schoolCalendars(
  manager: EntityManager,
): Promise<Map<string, StoredSchoolCalendar>> {
  const calendars = await manager.query<
    { id: string; name: string; source: string; insets: CivilDate[] }[]
  >(
    `SELECT id, name, source,
            array(SELECT on_date::text FROM calendar_inset_day WHERE calendar_id = id ORDER BY 1) AS insets
     FROM school_calendar ORDER BY id`,
  );
  const halves = await manager.query<(StoredHalfTerm & { calendarId: string })[]>(
    `SELECT calendar_id AS "calendarId", academic_year AS "academicYear", number, name,
            starts_on AS "startsOn", ends_on AS "endsOn"
     FROM half_term ORDER BY calendar_id, starts_on`,
  );
  return new Map(
    calendars.map(({ id, name, source, insets }) => {
      const halfTerms = halves
        .filter((half) => half.calendarId === id)
        .map(({ academicYear, number, name: title, startsOn, endsOn }) => ({
          academicYear,
          number,
          name: title,
          startsOn,
          endsOn,
        }));
      return [id, { id, name, source, halfTerms, insetDays: new Set(insets) }];
    }),
  );
}

/** Bank holidays of England and Wales: titles by date, in order. */
export async function bankHolidays(manager: EntityManager): Promise<BankHolidays> {
  const rows = await manager.query<{ date: CivilDate; title: string }[]>(
    'SELECT on_date AS date, title FROM bank_holiday ORDER BY on_date',
  );
  return new Map(rows.map(({ date, title }) => [date, title]));
}

function inWords(error: unknown, name: string, academicYear: string): unknown {
  switch (databaseErrorCode(error)) {
    case '23P01':
    case '23514':
    case '23505':
      return new Refusal(
        'HALF_TERMS_OVERLAP',
        `The half-terms of “${name}” in ${academicYear} must be numbered 1 to 6, begin before they end, and not overlap.`,
      );
    default:
      return error;
  }
}
