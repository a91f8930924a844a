/** Ten years of a partnership of 5,000 schools and 500 Lead Reviewers, written straight into the tables. All of it is invented. */
import { type DataSource, type EntityManager } from 'typeorm';
import { changeSetting } from '../../src/settings/settings.js';
import { loadReferenceData } from '../../src/schools/reference-data.js';

/** The year that is under way, whose terms the reference data bring. */
export const THIS_YEAR = '2026/27';
export const TODAY = '2027-03-25';
const YEARS = 10;
const SCHOOLS = 5_000;
const LEADS = 500;
/** Reviews that each person is offered in a year; the last one is declined by every third person. */
const OFFERS = 7;
/** School weeks of a year, numbered from 1 September, in which reviews are held. */
const SCHOOL_WEEKS = [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14].concat([
  19, 20, 21, 22, 23, 25, 26, 27, 28, 29, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44,
]);

/** @returns rows by table, the most first */
export async function fillTenYears(dataSource: DataSource): Promise<[string, number][]> {
  await loadReferenceData(dataSource);
  await dataSource.transaction(async (manager) => {
    await calendars(manager);
    await fees(manager);
    await schools(manager);
    await people(manager);
    await availability(manager);
    await reviews(manager);
    await seats(manager);
    await auditTrail(manager);
  });
  await dataSource.query('VACUUM ANALYZE');
  const tables = await dataSource.query<{ name: string; rows: number }[]>(
    `SELECT relname AS name, n_live_tup::int AS rows FROM pg_stat_user_tables WHERE n_live_tup > 0 ORDER BY 2 DESC LIMIT 12`,
  );
  return tables.map(({ name, rows }) => [name, rows]);
}

/** The same in all years. */
async function fees(manager: EntityManager): Promise<void> {
  const table = {
    ...{ basePence: 75_000, assurerPence: 25_000, shadowPence: null, mileagePence: 45 },
    supplementPence: { 'North East': 5_000, 'South East': 5_000 },
    overnightPence: 12_000,
    nights: [{ fromMiles: 60, nights: 2 }],
    isInvented: true,
  };
  await changeSetting(
    manager,
    'fees',
    { value: { table }, valid: { from: '2017-09-01' }, reason: 'Invented' },
    'Bench',
  );
}

/** Earlier years as this one, whole weeks earlier, so that each day stays the same day of the week. */
async function calendars(manager: EntityManager): Promise<void> {
  for (let back = 1; back < YEARS; back++) {
    const first = 2026 - back;
    const year = `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
    const days = `${7 * Math.round((back * 365.25) / 7)}`;
    const moved = [THIS_YEAR, year, days];
    await manager.query(
      `INSERT INTO academic_year (id, starts_on, ends_on)
       SELECT $1, make_date($2, 9, 1), make_date($2 + 1, 8, 31)`,
      [year, first],
    );
    await manager.query(
      `INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
       SELECT lower(season) || '-' || n, $2, season, initcap(season) || ' ' || n, starts_on - $3::int, ends_on - $3::int
       FROM (SELECT *, extract(year FROM starts_on)::int - $4::int AS n FROM term WHERE academic_year = $1) t`,
      [...moved, back],
    );
    await manager.query(
      `INSERT INTO half_term (calendar_id, academic_year, number, name, starts_on, ends_on)
       SELECT calendar_id, $2, number, name, starts_on - $3::int, ends_on - $3::int FROM half_term WHERE academic_year = $1`,
      moved,
    );
  }
}

async function schools(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO trust (uid, name) SELECT 'T' || n, 'Trust ' || n FROM generate_series(1, 1000) n`,
  );
  await manager.query(
    `INSERT INTO school (urn, name, type, phase, trust_uid, la_code, region, town, postcode, lat, lon, needs, needs_invented,
                         calendar_id, status)
     SELECT (200000 + n)::text, 'School number ' || n, 'Community school', (SELECT array_agg(code ORDER BY code) FROM phase)[1 + n % 7],
            CASE WHEN n % 4 > 0 THEN 'T' || 1 + n % 1000 END, a.code, a.region, 'Town', d.district || ' 1AA', d.lat, d.lon,
            coalesce((SELECT array_agg(code) FROM (SELECT code FROM need ORDER BY md5(code || n) LIMIT n % 3) x), '{}'), true, 'typical', 'OPEN'
     FROM generate_series(1, $1::int) n
     JOIN (SELECT *, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS all FROM local_authority) a
       ON a.place = n % a.all
     JOIN LATERAL (SELECT * FROM postcode_district d WHERE d.region = a.region ORDER BY md5(d.district || n) LIMIT 1) d ON true`,
    [SCHOOLS],
  );
  await manager.query(
    `INSERT INTO membership (urn, valid, recorded_at, recorded_by)
     SELECT urn, daterange('2017-09-01', null), '2017-09-01', 'Bench' FROM school`,
  );
}

async function people(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO lead_reviewer (code, name, postcode_district, phases, needs, reviews_led_before, synthetic)
     SELECT 'LR-' || lpad(n::text, 4, '0'), 'Person ' || n, d.district,
            (SELECT array_agg(code) FROM phase), (SELECT array_agg(code) FROM need), 6, true
     FROM generate_series(1, $1::int) n
     JOIN LATERAL (SELECT * FROM postcode_district ORDER BY md5(district || n) LIMIT 1) d ON true`,
    [LEADS],
  );
  const fact = (table: string, columns: string, values: string): Promise<unknown> =>
    manager.query(
      `INSERT INTO ${table} (lead_id, valid, recorded_at, recorded_by, ${columns})
       SELECT l.id, daterange('2017-09-01', null), '2017-09-01', 'Bench', ${values}
       FROM (SELECT id, right(code, 4)::int AS n FROM lead_reviewer) l`,
    );
  await fact(
    'employment',
    'serving_leader, school_urn, employer',
    `n % 5 = 0, CASE WHEN n % 5 = 0 THEN (200000 + n)::text END, 'Employer ' || n`,
  );
  await fact('standing', 'standing', `'IN_POOL'`);
  for (const kind of ['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY']) {
    await fact('gate', 'kind', `'${kind}'`);
  }
  await manager.query(
    `INSERT INTO region_grade (lead_id, region, grade, reason, valid, recorded_at, recorded_by)
     SELECT l.id, r.name, (ARRAY['PREFERRED', 'WILLING', 'RELUCTANT'])[1 + abs(hashtext(l.code || r.name)) % 3], NULL,
            daterange('2017-09-01', null), '2017-09-01', 'Bench'
     FROM lead_reviewer l CROSS JOIN region r`,
  );
  await manager.query(
    `INSERT INTO contract (lead_id, academic_year, valid, recorded_at, recorded_by)
     SELECT l.id, y.id, daterange(y.starts_on, y.ends_on, '[]'), y.starts_on, 'Bench' FROM lead_reviewer l CROSS JOIN academic_year y`,
  );
  await manager.query(
    `INSERT INTO commitment_override (lead_id, academic_year, minimum, reason, decided_on, recorded_at, recorded_by)
     SELECT l.id, y.id, 4, 'Agreed', y.starts_on, y.starts_on, 'Bench'
     FROM lead_reviewer l CROSS JOIN academic_year y WHERE abs(hashtext(l.code || y.id)) % 20 = 0`,
  );
  await manager.query(
    `INSERT INTO training_attendance (lead_id, training_day, outcome, on_date, recorded_by)
     SELECT l.id, t.on_date, 'ATTENDED', t.on_date, 'Bench' FROM lead_reviewer l CROSS JOIN training_day t
     WHERE t.on_date <= $1`,
    [TODAY],
  );
}

async function availability(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO availability_round (term_id, opened_on, deadline_at) SELECT id, starts_on - 60, starts_on - 21 FROM term`,
  );
  await manager.query(
    `INSERT INTO availability_answer (round_id, lead_id, answered_on, default_grade, ceiling, recorded_at, recorded_by)
     SELECT r.id, l.id, r.opened_on + 7, 'AVAILABLE', NULL, r.opened_on + 7, 'Bench' FROM availability_round r CROSS JOIN lead_reviewer l`,
  );
  await manager.query(
    `INSERT INTO availability_statement (answer_id, position, kind, rule, grade)
     SELECT a.id, 0, 'RULE', 'FREQ=WEEKLY;BYDAY=' || (ARRAY['MO', 'FR', 'TU', 'TH'])[1 + abs(hashtext(l.code)) % 4], 'IF_NEEDED'
     FROM availability_answer a JOIN lead_reviewer l ON l.id = a.lead_id`,
  );
}

/** Every school has a review a year: of this year those of the autumn term are over, those of summer are only asked for. */
async function reviews(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO review (code, urn, academic_year)
     SELECT 'QAR-' || left(y.id, 4) || '-' || lpad((s.urn::int - 200000)::text, 4, '0'), s.urn, y.id
     FROM academic_year y CROSS JOIN school s`,
  );
  await manager.query(
    `CREATE TEMP TABLE placed ON COMMIT DROP AS
     WITH place AS (
       SELECT r.id AS review_id, r.academic_year, y.starts_on, (right(r.code, 4)::int + 701 * left(r.academic_year, 4)::int) % $3 AS n,
             
              date_trunc('week', y.starts_on)::date AS monday
       FROM review r JOIN academic_year y ON y.id = r.academic_year)
     SELECT p.review_id, p.academic_year, p.starts_on, p.n, l.id AS lead_id, p.n % $2 AS offer,
            p.monday + 7 * ($1::int[])[1 + ((p.n % $2) * 5 + (p.n / $2) % 5) % cardinality($1::int[])] AS week
     FROM place p LEFT JOIN (SELECT id, right(code, 4)::int - 1 AS n FROM lead_reviewer) l ON l.n = p.n / $2`,
    [SCHOOL_WEEKS, OFFERS, SCHOOLS],
  );
  await manager.query(
    `CREATE TEMP TABLE held ON COMMIT DROP AS
     SELECT p.*, coalesce(t.id, (SELECT id FROM term WHERE academic_year = p.academic_year ORDER BY starts_on DESC LIMIT 1)) AS term_id
     FROM placed p LEFT JOIN term t ON t.academic_year = p.academic_year AND p.week + 2 BETWEEN t.starts_on AND t.ends_on`,
  );
  const state = (name: string, valid: string, where: string): Promise<unknown> =>
    manager.query(
      `INSERT INTO review_state (review_id, state, term_id, valid, recorded_at, recorded_by)
       SELECT review_id, '${name}', term_id, ${valid}, lower(${valid}), 'Bench' FROM held WHERE ${where}`,
    );
  const asked = 'starts_on';
  await state(
    'REQUESTED',
    `daterange(${asked}, week - 40)`,
    `lead_id IS NOT NULL AND week - 40 > ${asked}`,
  );
  const begun = `greatest(week - 40, ${asked})`;
  await state(
    'OFFERED',
    `daterange(${begun}, week - 20)`,
    `lead_id IS NOT NULL AND week - 20 > ${begun}`,
  );
  await state(
    'CONFIRMED',
    `daterange(greatest(week - 20, ${asked}), CASE WHEN week <= '${TODAY}' THEN week + 7 END)`,
    'lead_id IS NOT NULL',
  );
  await state('CLOSED', 'daterange(week + 7, null)', `lead_id IS NOT NULL AND week <= '${TODAY}'`);
  await state('REQUESTED', `daterange(${asked}, null)`, 'lead_id IS NULL');
  await manager.query(
    `INSERT INTO host_answer (review_id, term_id, answered_on, any_usable, recorded_by)
     SELECT review_id, term_id, starts_on, true, 'Bench' FROM held WHERE academic_year = $1`,
    [THIS_YEAR],
  );
}

async function seats(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open, recorded_at)
     SELECT review_id, term_id, 'LEAD', lead_id, week, CASE n % 2 WHEN 0 THEN 'MON_WED' ELSE 'WED_FRI' END,
            NOT (offer = $1::int - 1 AND n % 3 = 0), week - 40
     FROM held WHERE lead_id IS NOT NULL`,
    [OFFERS],
  );
  const event = (
    kind: string,
    day: string,
    where: string,
    cause = 'NULL, NULL',
  ): Promise<unknown> =>
    manager.query(
      `INSERT INTO seat_event (seat_id, kind, on_date, recorded_at, recorded_by, caused_by, reason)
       SELECT id, '${kind}', ${day}, ${day}, 'Bench', ${cause} FROM seat WHERE ${where}`,
    );
  await event('OFFERED', 'week - 40', `week - 40 <= '${TODAY}'`);
  await event('ACCEPTED', 'week - 20', `is_open AND week - 20 <= '${TODAY}'`);
  await event(
    'DECLINED',
    'week - 30',
    `NOT is_open AND week - 30 <= '${TODAY}'`,
    `'LEAD_REVIEWER', 'Cannot come'`,
  );
  await event('LED', 'week + 5', `is_open AND week + 5 <= '${TODAY}'`);
}

/** An entry a seat event, as the product writes them. */
async function auditTrail(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO audit_entry (recorded_at, actor, action, subject, subject_id)
     SELECT recorded_at, 'Bench', 'seat event recorded', 'seat', seat_id::text FROM seat_event ORDER BY recorded_at`,
  );
}
