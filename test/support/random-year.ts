/**
 * Random years with thousands of events, some corrected back in time, written straight into the tables: reports count from
 * the tables what a test recounts from the log.
 */
import fc from 'fast-check';
import { type EntityManager } from 'typeorm';
import { openAcademicYear } from '../../src/calendar/academic-years.js';
import { addDays } from '../../src/calendar/civil-date.js';
import { storeYearDates } from '../../src/calendar/school-calendars.js';

export const YEAR = '2030/31';
export const LEADS = Array.from({ length: 8 }, (_, i) => `LR-90${i}`);
const KINDS = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED'] as const;
export const ENDINGS = new Set<string>(['DECLINED', 'WITHDRAWN', 'CANCELLED']);
const CAUSERS = ['SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME'] as const;
export const HOLIDAYS = ['2030-12-25', '2030-12-26', '2031-01-01', '2031-04-11', '2031-05-05'];
/** Whole school weeks, from a Monday to a Friday, with a break inside the first term. */
export const HALF_TERMS = [
  { term: 'autumn-2030', startsOn: '2030-09-02', endsOn: '2030-10-25' },
  { term: 'autumn-2030', startsOn: '2030-11-04', endsOn: '2030-12-20' },
  { term: 'spring-2031', startsOn: '2031-01-06', endsOn: '2031-04-04' },
  { term: 'summer-2031', startsOn: '2031-04-21', endsOn: '2031-07-18' },
] as const;
/** Everybody lives here, and the school of the n-th review lies n hundredths of a degree to the north. */
export const HOME = { lat: 53, lon: -1 };
export const NORTHWARDS = 0.01;

export interface Logged {
  kind: (typeof KINDS)[number];
  on: string;
  causedBy: (typeof CAUSERS)[number] | null;
  recorded: number;
  superseded: number | null;
}
export interface LoggedSeat {
  lead: string;
  role: 'LEAD' | 'QUALITY_ASSURER' | 'SHADOW';
  week: string;
  window: 'MON_WED' | 'WED_FRI';
  log: Logged[];
}
interface LoggedFact {
  lead: string;
  recorded: number;
  superseded: number | null;
}
type Contract = LoggedFact & { from: string; to: string };
type Exception = LoggedFact & { minimum: number; decidedOn: string };
export interface History {
  seats: LoggedSeat[];
  contracts: Contract[];
  exceptions: Exception[];
}

/** Day `n` of the record: everything is recorded in January 2032. */
export const instantOf = (n: number): string =>
  new Date(Date.UTC(2032, 0, 1) + n * 3_600_000).toISOString();
export const HOURS = 100;

export const day = fc.integer({ min: 0, max: 340 }).map((n) => addDays('2030-08-20', n));
const period = fc.tuple(
  fc.integer({ min: 0, max: HOURS }),
  fc.option(fc.integer({ min: 1, max: HOURS })),
);
const during = ([recorded, lasted]: [number, number | null]): Omit<LoggedFact, 'lead'> => ({
  recorded,
  superseded: lasted === null ? null : recorded + lasted,
});

/** Up to three versions of one event, one after the other on record. */
const versions = (kind: Logged['kind']): fc.Arbitrary<Logged[]> =>
  fc
    .array(fc.tuple(day, fc.constantFrom(...CAUSERS), fc.integer({ min: 1, max: 30 })), {
      maxLength: 3,
    })
    .map((found) => {
      let at = 0;
      return found.map(([on, causer, lasts], i): Logged => {
        const recorded = at;
        at += lasts;
        return {
          kind,
          on,
          causedBy: ENDINGS.has(kind) ? causer : null,
          recorded,
          superseded: i === found.length - 1 && lasts % 3 > 0 ? null : at,
        };
      });
    });

const seat: fc.Arbitrary<LoggedSeat> = fc
  .record({
    lead: fc.constantFrom(...LEADS),
    role: fc.constantFrom('LEAD', 'LEAD', 'LEAD', 'QUALITY_ASSURER', 'SHADOW'),
    week: fc.integer({ min: 0, max: 40 }).map((n) => addDays('2030-09-02', 7 * n)),
    window: fc.constantFrom('MON_WED', 'WED_FRI'),
    events: fc.tuple(...KINDS.map(versions)),
  })
  .map(({ events, ...rest }) => ({ ...rest, log: events.flat() }));

export const history: fc.Arbitrary<History> = fc.record({
  seats: fc.array(seat, { minLength: 250, maxLength: 350, size: 'max' }),
  contracts: fc.tuple(
    ...LEADS.map((lead) =>
      fc
        .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.boolean())
        .map(([a, b, isWhole]): Contract => {
          const [from, to] = isWhole ? [0, 360] : [Math.min(a, b), Math.max(a, b)];
          return {
            lead,
            from: addDays('2030-09-01', from),
            to: addDays('2030-09-01', to),
            ...during([a % HOURS, b % 2 === 0 ? null : b]),
          };
        }),
    ),
  ),
  exceptions: fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...LEADS), fc.integer({ min: 0, max: 9 }), day, period)
      .map(([lead, minimum, decidedOn, on]) => ({ lead, minimum, decidedOn, ...during(on) })),
    { maxLength: 5, selector: ({ lead }) => lead },
  ),
});

/** Everything but what the histories tell. */
export async function prepare(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority)
     VALUES ('Leeds side', 'E1', 'A', 53, -1, false)`,
  );
  await manager.query(
    `INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('ZZ1', 53, -1, 'Leeds side', 'Leeds')`,
  );
  await manager.query(
    `INSERT INTO school (urn, name, type, phase, region, status, lat, lon)
     SELECT 100000 + n, 'School ' || n, 'Community school', 'PRIMARY', 'Leeds side', 'OPEN', 53 + n * 0.01, -1
     FROM generate_series(1, 400) n`,
  );
  await manager.query(
    `INSERT INTO lead_reviewer (code, name, postcode_district) SELECT code, 'Person ' || code, 'ZZ1' FROM unnest($1::text[]) code`,
    [LEADS],
  );
  await manager.query(
    `INSERT INTO bank_holiday (on_date, title, status) SELECT d::date, 'Holiday', 'published' FROM unnest($1::text[]) d ON CONFLICT DO NOTHING`,
    [HOLIDAYS],
  );
  const terms = [
    { season: 'AUTUMN', startsOn: '2030-09-02', endsOn: '2030-12-20' },
    { season: 'SPRING', startsOn: '2031-01-06', endsOn: '2031-04-04' },
    { season: 'SUMMER', startsOn: '2031-04-21', endsOn: '2031-07-18' },
  ] as const;
  const year = { id: YEAR, startsOn: '2030-09-01', endsOn: '2031-08-31', terms };
  await openAcademicYear(manager, year, 'Test');
  await storeYearDates(
    manager,
    {
      calendar: { id: 'typical', name: 'Typical', source: 'a test' },
      academicYear: YEAR,
      halfTerms: HALF_TERMS.map(({ term, ...days }, i) => ({ number: i + 1, name: term, ...days })),
      insetDays: [],
    },
    'Test',
  );
}

const TERM_OF_WEEK = `CASE WHEN x.week < '2031-01-01' THEN 'autumn-2030' WHEN x.week < '2031-04-14' THEN 'spring-2031' ELSE 'summer-2031' END`;
export const termOfWeek = (week: string): string =>
  week < '2031-01-01' ? 'autumn-2030' : week < '2031-04-14' ? 'spring-2031' : 'summer-2031';

/** This history instead of what was there. */
export async function write(
  manager: EntityManager,
  { seats, contracts, exceptions }: History,
): Promise<void> {
  await manager.query('TRUNCATE seat_event, seat, review, contract, commitment_override CASCADE');
  await manager.query(
    `INSERT INTO review (code, urn, academic_year) SELECT 'R' || n, 100000 + n, $1 FROM generate_series(1, $2::int) n`,
    [YEAR, seats.length],
  );
  const rows = seats.map((each, i) => ({ ...each, n: i + 1 }));
  await manager.query(
    `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
     SELECT r.id, ${TERM_OF_WEEK}, x.role, l.id, x.week, x."window", false
     FROM jsonb_to_recordset($1::jsonb) AS x(n int, lead text, role text, week date, "window" text)
     JOIN review r ON r.code = 'R' || x.n JOIN lead_reviewer l ON l.code = x.lead`,
    [JSON.stringify(rows)],
  );
  const events = rows.flatMap(({ n, log }) =>
    log.map(({ recorded, superseded, ...event }) => ({
      n,
      ...event,
      ...spanOf({ recorded, superseded }),
    })),
  );
  await manager.query(
    `INSERT INTO seat_event (seat_id, kind, on_date, caused_by, reason, recorded_at, recorded_by, superseded_at, superseded_by)
     SELECT s.id, x.kind, x."on", x."causedBy", CASE WHEN x."causedBy" IS NOT NULL THEN 'Why' END, x."from", 'Test', x."until", 'Test'
     FROM jsonb_to_recordset($1::jsonb) AS x(n int, kind text, "on" date, "causedBy" text, "from" timestamptz, "until" timestamptz)
     JOIN review r ON r.code = 'R' || x.n JOIN seat s ON s.review_id = r.id`,
    [JSON.stringify(events)],
  );
  for (const { lead, from, to, ...fact } of contracts) {
    const { from: at, until } = spanOf(fact);
    await manager.query(
      `INSERT INTO contract (lead_id, academic_year, valid, recorded_at, recorded_by, superseded_at, superseded_by)
       SELECT id, $2, daterange($3, $4, '[]'), $5, 'Test', $6, 'Test' FROM lead_reviewer WHERE code = $1`,
      [lead, YEAR, from, to, at, until],
    );
  }
  for (const { lead, minimum, decidedOn, ...fact } of exceptions) {
    const { from: at, until } = spanOf(fact);
    await manager.query(
      `INSERT INTO commitment_override (lead_id, academic_year, minimum, reason, decided_on, recorded_at, recorded_by, superseded_at, superseded_by)
       SELECT id, $2, $3, 'Agreed', $4, $5, 'Test', $6, 'Test' FROM lead_reviewer WHERE code = $1`,
      [lead, YEAR, minimum, decidedOn, at, until],
    );
  }
}

function spanOf({ recorded, superseded }: Pick<LoggedFact, 'recorded' | 'superseded'>): {
  from: string;
  until: string | null;
} {
  return { from: instantOf(recorded), until: superseded === null ? null : instantOf(superseded) };
}

export const isKnown = (
  { recorded, superseded }: Pick<LoggedFact, 'recorded' | 'superseded'>,
  at: number,
): boolean => recorded <= at && (superseded === null || superseded > at);
