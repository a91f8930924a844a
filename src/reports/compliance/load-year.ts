import { type EntityManager } from 'typeorm';
import { believedAt } from '../../audit/believed-at.js';
import { knownForecast } from '../../allocations/forecast/known-forecast.js';
import { askedTerms, storedMost } from '../../allocations/alone/stored-most.js';
import { loadMembers } from '../../allocations/snapshot/load-reviews.js';
import { employmentsOf } from '../../allocations/snapshot/person-in-term.js';
import { schoolTimes, tellingTimes } from '../../allocations/snapshot/term-facts.js';
import { termsOf, yearById } from '../../calendar/academic-years.js';
import { bankHolidays, schoolCalendars } from '../../calendar/school-calendars.js';
import { termWeeks } from '../../calendar/usable-windows.js';
import { settingsOn } from '../../settings/settings.js';
import { type LeadFacts, type LeadSeat, type SeatEventFact, type YearFacts } from './year-facts.js';

/** What was on record of a fact row at the instant `$2`. */
const BELIEVED = believedAt('f', '$2');
const PERIOD = `'from', lower(f.valid), 'to', upper(f.valid) - 1`;
const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

function factsOf(table: string, fields: string, more = '', order = 'lower(f.valid)'): string {
  return `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]')
           FROM ${table} f WHERE f.lead_id = l.id AND ${BELIEVED} ${more})`;
}

const PEOPLE = `
  SELECT l.code AS lead, l.name, l.synthetic, d.region,
         ${factsOf('contract', PERIOD, 'AND f.academic_year = $1')} AS contracts,
         ${factsOf(
           'commitment_override',
           `'minimum', f.minimum, 'reason', f.reason, 'decidedOn', f.decided_on`,
           'AND f.academic_year = $1',
           'f.decided_on',
         )} AS overrides,
         ${factsOf(
           'employment',
           `${PERIOD}, 'servingLeader', f.serving_leader,
            'schoolPhase', (SELECT s.phase FROM school s WHERE s.urn = f.school_urn)`,
         )} AS employments
  FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district
  WHERE (l.removed_at IS NULL OR l.removed_at > $2 OR l.code = ANY($3))
    AND ($4::text IS NULL OR l.code = $4)
  ORDER BY lower(l.name), l.code`;

const SEATS = `
  SELECT s.id, r.code AS review, r.urn, sc.name AS school, sc.region AS "schoolRegion",
         s.term_id AS "termId", s.role, l.code AS lead, s.week, s.review_window AS "window", e.recorded
  FROM review r
  JOIN seat s ON s.review_id = r.id
  JOIN lead_reviewer l ON l.id = s.lead_id
  JOIN school sc ON sc.urn = r.urn
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('kind', f.kind, 'on', f.on_date, 'causedBy', f.caused_by, 'reason', f.reason,
             'recordedAt', to_char(f.recorded_at AT TIME ZONE 'UTC', ${INSTANT}), 'recordedBy', f.recorded_by,
             'correctedAt', CASE WHEN f.superseded_at <= $2 THEN to_char(f.superseded_at AT TIME ZONE 'UTC', ${INSTANT}) END,
             'correctedBy', f.superseded_by)
           ORDER BY f.on_date, f.recorded_at, f.kind) AS recorded
    FROM seat_event f WHERE f.seat_id = s.id AND f.recorded_at <= $2) e
  WHERE r.academic_year = $1 AND (r.removed_at IS NULL OR r.removed_at > $2)
    AND ($3::text IS NULL OR l.code = $3) AND e.recorded IS NOT NULL
  ORDER BY s.week, r.code, s.id`;

type RecordedEvent = SeatEventFact & { correctedAt: string | null; correctedBy: string | null };

/**
 * A year's facts as they were on record at an instant: some ten statements, however many people and years there are. Give
 * a transaction of one snapshot (`REPEATABLE READ`).
 *
 * @param knownAt ISO 8601
 * @param lead the reference of the only person wanted; null: everybody
 * @throws Refusal when there is no such year
 */
export async function loadYear(
  manager: EntityManager,
  yearId: string,
  { asAt, knownAt }: { asAt: string; knownAt: string },
  lead: string | null = null,
): Promise<YearFacts> {
  const year = await yearById(manager, yearId);
  const settings = await settingsOn(manager, asAt, knownAt);
  const holidays = await bankHolidays(manager);
  const timeOf = schoolTimes(await schoolCalendars(manager), settings.calendar.defaultCalendarId);
  const members = await loadMembers(manager, year.startsOn, year.endsOn);
  const times = tellingTimes(members.map(timeOf));
  const some = times.length > 0 ? times : [timeOf({ calendarId: null, closures: [] })];
  const terms = await termsOf(manager, yearId);
  const ids = terms.map(({ id }) => id);
  const most = await storedMost(manager, ids, knownAt);
  const asked = await askedTerms(manager, ids);
  return {
    ...year,
    terms: terms.map((term) => {
      const found = most.find(({ termId }) => termId === term.id);
      return {
        ...term,
        weeks: termWeeks(term, some, holidays),
        isAsked: asked.has(term.id),
        isFresh: found?.isFresh ?? false,
        most:
          found === undefined || found.most === null
            ? null
            : { computedAt: found.computedAt, of: found.most },
      };
    }),
    bankHolidays: new Set(holidays.keys()),
    settings,
    forecast: await knownForecast(manager, yearId, { asAt, knownAt }),
    leads: await loadLeads(manager, { yearId, knownAt, lead, settings }),
  };
}

async function loadLeads(
  manager: EntityManager,
  wanted: Pick<YearFacts, 'settings'> & { yearId: string; knownAt: string; lead: string | null },
): Promise<LeadFacts[]> {
  const { yearId, knownAt, lead, settings } = wanted;
  const rows: (Omit<LeadSeat, 'events' | 'corrected'> & { recorded: RecordedEvent[] })[] =
    await manager.query(SEATS, [yearId, knownAt, lead]);
  const seats = new Map<string, LeadSeat[]>();
  for (const { recorded, ...seat } of rows) {
    const own = seats.get(seat.lead) ?? [];
    own.push({ ...seat, ...believedOf(recorded) });
    seats.set(seat.lead, own);
  }
  const people: (Omit<LeadFacts, 'seats' | 'employments'> & Parameters<typeof employmentsOf>[0])[] =
    await manager.query(PEOPLE, [yearId, knownAt, [...seats.keys()], lead]);
  return people
    .map((person) => ({
      ...person,
      employments: employmentsOf(person, settings),
      seats: seats.get(person.lead) ?? [],
    }))
    .filter(
      (person) =>
        lead !== null ||
        person.contracts.length + person.overrides.length > 0 ||
        person.seats.some(({ events }) => events.length > 0),
    );
}

function believedOf(recorded: readonly RecordedEvent[]): Pick<LeadSeat, 'events' | 'corrected'> {
  const events: LeadSeat['events'] = [];
  const corrected: LeadSeat['corrected'] = [];
  for (const { correctedAt, correctedBy, ...event } of recorded) {
    if (correctedAt === null) events.push(event);
    else corrected.push({ ...event, correctedAt, correctedBy: correctedBy ?? '' });
  }
  return { events, corrected };
}
