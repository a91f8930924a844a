import type { EntityManager } from 'typeorm';
import { openAcademicYear } from './academic-years.js';
import { readOpenData } from './open-data.js';
import { storeYearDates } from './school-calendars.js';
import { addTrainingDay } from './training-days.js';

/** Leads are particularly expected to travel there. docs/domain.md, "The Lead Reviewer", Regions. */
const priorityRegions = new Set(['North East', 'South East']);

export const REFERENCE_AUTHOR = 'Open reference data';

/** The programme's own dates, from the `typical` calendar. docs/domain.md, "Time". */
const firstYear = {
  id: '2026/27',
  startsOn: '2026-09-01',
  endsOn: '2027-08-31',
  terms: [
    { season: 'AUTUMN', startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { season: 'SPRING', startsOn: '2027-01-04', endsOn: '2027-03-25' },
    { season: 'SUMMER', startsOn: '2027-04-12', endsOn: '2027-07-21' },
  ],
} as const;

/**
 * Regions, bank holidays, school calendars, the first academic year and its training days. What
 * operations may have changed since is never touched again: an academic year, its training days and a
 * calendar's dates of a year are loaded only while they are missing.
 */
export async function loadCalendarReference(manager: EntityManager): Promise<void> {
  await loadRegions(manager);
  await loadBankHolidays(manager);
  const [known] = await manager.query<unknown[]>('SELECT 1 FROM academic_year WHERE id = $1', [
    firstYear.id,
  ]);
  if (known === undefined) {
    await openAcademicYear(manager, firstYear, REFERENCE_AUTHOR);
    await loadTrainingDays(manager);
  }
  await loadSchoolCalendars(manager);
}

async function loadRegions(manager: EntityManager): Promise<void> {
  const rows = await readOpenData('regions.csv', [
    'region',
    'ons_code',
    'gias_gor_code',
    'centroid_lat',
    'centroid_lon',
  ]);
  await manager.query(
    `INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority)
     SELECT region, ons_code, gias_gor_code, centroid_lat, centroid_lon, region = ANY ($2)
     FROM jsonb_to_recordset($1::jsonb) AS r(
       region text, ons_code text, gias_gor_code text,
       centroid_lat double precision, centroid_lon double precision)
     ON CONFLICT (name) DO UPDATE SET ons_code = excluded.ons_code, gias_code = excluded.gias_code,
       centroid_lat = excluded.centroid_lat, centroid_lon = excluded.centroid_lon`,
    [JSON.stringify(rows), [...priorityRegions]],
  );
}

async function loadBankHolidays(manager: EntityManager): Promise<void> {
  const rows = await readOpenData('bank-holidays.csv', ['date', 'title', 'status']);
  await manager.query(
    `INSERT INTO bank_holiday (on_date, title, status)
     SELECT date, title, status FROM jsonb_to_recordset($1::jsonb) AS r(date date, title text, status text)
     ON CONFLICT (on_date) DO UPDATE SET title = excluded.title, status = excluded.status`,
    [JSON.stringify(rows)],
  );
}

async function loadTrainingDays(manager: EntityManager): Promise<void> {
  for (const row of await readOpenData('training-days.csv', ['date', 'title', 'mode'])) {
    const mode = row.mode === 'ONLINE' ? 'ONLINE' : 'IN_PERSON';
    await addTrainingDay(manager, { date: row.date, title: row.title, mode }, REFERENCE_AUTHOR);
  }
}

async function loadSchoolCalendars(manager: EntityManager): Promise<void> {
  const halves = await readOpenData('term-dates.csv', [
    'calendar_id',
    'name',
    'academic_year',
    'half_term',
    'half_term_name',
    'start_date',
    'end_date',
    'source',
  ]);
  const insets = await readOpenData('inset-days.csv', ['calendar_id', 'date']);
  const stored = await manager.query<{ key: string }[]>(
    `SELECT DISTINCT calendar_id || ' ' || academic_year AS key FROM half_term`,
  );
  const known = new Set(stored.map(({ key }) => key));
  for (const id of new Set(halves.map((row) => row.calendar_id))) {
    const own = halves.filter((row) => row.calendar_id === id);
    const [first] = own;
    if (first === undefined || known.has(`${id} ${first.academic_year}`)) continue;
    await storeYearDates(
      manager,
      {
        calendar: { id, name: first.name, source: first.source },
        academicYear: first.academic_year,
        halfTerms: own.map((row) => ({
          number: Number(row.half_term),
          name: row.half_term_name,
          startsOn: row.start_date,
          endsOn: row.end_date,
        })),
        insetDays: insets.filter((row) => row.calendar_id === id).map((row) => row.date),
      },
      REFERENCE_AUTHOR,
    );
  }
}
