import { type EntityManager } from 'typeorm';
import { believedAt } from '../../audit/believed-at.js';
import { type MemberRecord } from '../../allocations/snapshot/load-reviews.js';
import { employmentsOf } from '../../allocations/snapshot/person-in-term.js';
import { schoolTimes, tellingTimes } from '../../allocations/snapshot/term-facts.js';
import { academicYears, termsOf } from '../../calendar/academic-years.js';
import { type AcademicYear } from '../../calendar/school-days.js';
import { bankHolidays, schoolCalendars } from '../../calendar/school-calendars.js';
import { termWeeks } from '../../calendar/usable-windows.js';
import { settingsOn } from '../../settings/settings.js';
import { type Moment } from '../moment.js';
import { homesOf } from '../seats/homes.js';
import {
  type FairnessFacts,
  type FairnessPerson,
  type FairnessSchool,
  type FairnessTerm,
  type HeldSeat,
} from './fairness-facts.js';

/** What was on record of a fact row at the instant `$2`. */
const BELIEVED = believedAt('f', '$2');
const PERIOD = `'from', lower(f.valid), 'to', upper(f.valid) - 1`;

function factsOf(table: string, fields: string, more = ''): string {
  return `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY f.recorded_at), '[]')
           FROM ${table} f WHERE f.lead_id = l.id AND ${BELIEVED} ${more})`;
}

const OF_YEARS = 'AND f.academic_year = ANY ($1)';
const PEOPLE = `
  SELECT l.code AS lead, l.name, l.synthetic, d.region, ${homesOf('$2')},
         ${factsOf('contract', `${PERIOD}, 'academicYear', f.academic_year`, OF_YEARS)} AS contracts,
         ${factsOf(
           'commitment_override',
           `'academicYear', f.academic_year, 'minimum', f.minimum, 'reason', f.reason, 'decidedOn', f.decided_on`,
           OF_YEARS,
         )} AS overrides,
         ${factsOf(
           'employment',
           `${PERIOD}, 'servingLeader', f.serving_leader,
            'schoolPhase', (SELECT s.phase FROM school s WHERE s.urn = f.school_urn)`,
         )} AS employments
  FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district
  WHERE l.removed_at IS NULL OR l.removed_at > $2 OR l.code = ANY ($3)
  ORDER BY lower(l.name), l.code`;

/** One row for each seat that was held or led by the day: offered at least, and not ended. */
const SEATS = `
  SELECT r.code AS review, r.urn, l.code AS lead, s.term_id AS "termId", s.role, s.week,
         s.review_window AS "window", e.outcome
  FROM review r
  JOIN seat s ON s.review_id = r.id
  JOIN lead_reviewer l ON l.id = s.lead_id
  JOIN (
    SELECT f.seat_id, CASE WHEN bool_or(f.kind = 'LED') THEN 'LED' WHEN bool_or(f.kind = 'ACCEPTED') THEN 'ACCEPTED'
                           ELSE 'OFFERED' END AS outcome
    FROM seat_event f WHERE f.on_date <= $3 AND ${BELIEVED}
    GROUP BY f.seat_id
    HAVING bool_or(f.kind = 'LED') OR NOT bool_or(f.kind IN ('DECLINED', 'WITHDRAWN', 'CANCELLED'))) e ON e.seat_id = s.id
  WHERE r.academic_year = ANY ($1) AND (r.removed_at IS NULL OR r.removed_at > $2)
  ORDER BY s.week, r.code, s.role, l.code`;

/** Far fewer than seats over some years, so that they are not named in each. */
const SCHOOLS = `SELECT urn, name, region, lat, lon FROM school WHERE urn = ANY ($1)`;

/** Those member schools that can tell which weeks are school weeks: one of each calendar is enough where none is closed. */
const TELLING = `
  WITH member AS (
    SELECT DISTINCT s.urn, s.calendar_id FROM membership m JOIN school s USING (urn)
    WHERE m.superseded_at IS NULL AND s.removed_at IS NULL AND m.valid && daterange($1, $2, '[]')),
  closed AS (
    SELECT c.urn, json_agg(json_build_object('from', lower(c.days), 'to', upper(c.days) - 1, 'reason', c.reason)
                           ORDER BY lower(c.days)) AS closures
    FROM school_closure c WHERE c.superseded_at IS NULL GROUP BY c.urn)
  SELECT m.calendar_id AS "calendarId", c.closures FROM member m JOIN closed c USING (urn)
  UNION ALL
  SELECT each.calendar_id, '[]' FROM (
    SELECT DISTINCT m.calendar_id FROM member m WHERE NOT EXISTS (SELECT FROM closed c WHERE c.urn = m.urn)) each`;

/**
 * Some years as they were on record at an instant and had come to pass until a day: a few statements, however many people
 * and reviews.
 *
 * @param years their ids
 */
export async function loadFairness(
  manager: EntityManager,
  years: readonly string[],
  { asAt, knownAt }: Pick<Moment, 'asAt' | 'knownAt'>,
): Promise<FairnessFacts> {
  const settings = await settingsOn(manager, asAt, knownAt);
  const holidays = await bankHolidays(manager);
  const timeOf = schoolTimes(await schoolCalendars(manager), settings.calendar.defaultCalendarId);
  const terms: FairnessTerm[] = [];
  for (const year of (await academicYears(manager)).filter(({ id }) => years.includes(id))) {
    const telling = tellingTimes((await tellingMembers(manager, year)).map(timeOf));
    const times = telling.length > 0 ? telling : [timeOf({ calendarId: null, closures: [] })];
    for (const term of await termsOf(manager, year.id)) {
      terms.push({ ...term, weeks: termWeeks(term, times, holidays) });
    }
  }
  const seats: HeldSeat[] = await manager.query(SEATS, [years, knownAt, asAt]);
  const held = [...new Set(seats.map(({ lead }) => lead))];
  const people: FairnessPerson[] = await manager.query(PEOPLE, [years, knownAt, held]);
  const urns = [...new Set(seats.map(({ urn }) => urn))];
  const schools: FairnessSchool[] = await manager.query(SCHOOLS, [urns]);
  return {
    terms,
    bankHolidays: new Set(holidays.keys()),
    settings,
    people: people.map((person) => ({
      ...person,
      employments: employmentsOf(person as never, settings),
    })),
    seats,
    schools: new Map(schools.map((school) => [school.urn, school])),
  };
}

function tellingMembers(manager: EntityManager, year: AcademicYear): Promise<MemberRecord[]> {
  return manager.query(TELLING, [year.startsOn, year.endsOn]);
}
