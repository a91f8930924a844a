import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openAcademicYear } from '../../calendar/academic-years.js';
import { addDays } from '../../calendar/civil-date.js';
import { storeYearDates } from '../../calendar/school-calendars.js';
import { attribute } from './attribution.js';
import { countedLeads } from './commitments-report.js';
import { figuresOf } from './figures.js';
import { loadYear } from './load-year.js';

/**
 * Random histories with thousands of events, some corrected back in time, written straight into the tables; then every
 * counter is recounted from the same log by rules written down here once more.
 */

const YEAR = '2030/31';
const LEADS = Array.from({ length: 8 }, (_, i) => `LR-90${i}`);
const KINDS = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED'] as const;
const ENDINGS = new Set<string>(['DECLINED', 'WITHDRAWN', 'CANCELLED']);
const CAUSERS = ['SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME'] as const;
const HOLIDAYS = ['2030-12-25', '2030-12-26', '2031-01-01', '2031-04-11'];

interface Logged {
  kind: (typeof KINDS)[number];
  on: string;
  causedBy: (typeof CAUSERS)[number] | null;
  recorded: number;
  superseded: number | null;
}
interface LoggedSeat {
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
interface History {
  seats: LoggedSeat[];
  contracts: Contract[];
  exceptions: Exception[];
}

/** Day `n` of the record: everything is recorded in January 2032. */
const instantOf = (n: number): string =>
  new Date(Date.UTC(2032, 0, 1) + n * 3_600_000).toISOString();
const HOURS = 100;

const day = fc.integer({ min: 0, max: 340 }).map((n) => addDays('2030-08-20', n));
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

const history: fc.Arbitrary<History> = fc.record({
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

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await manager.query(
    `INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority)
     VALUES ('Leeds side', 'E1', 'A', 53, -1, false)`,
  );
  await manager.query(
    `INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('ZZ1', 53, -1, 'Leeds side', 'Leeds')`,
  );
  await manager.query(
    `INSERT INTO school (urn, name, type, phase, region, status)
     SELECT 100000 + n, 'School ' || n, 'Community school', 'PRIMARY', 'Leeds side', 'OPEN' FROM generate_series(1, 400) n`,
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
      halfTerms: terms.map((term, i) => ({ number: i + 1, name: term.season, ...term })),
      insetDays: [],
    },
    'Test',
  );
});
afterAll(() => database.drop());

async function write({ seats, contracts, exceptions }: History): Promise<void> {
  const { manager } = database.dataSource;
  await manager.query('TRUNCATE seat_event, seat, review, contract, commitment_override CASCADE');
  await manager.query(
    `INSERT INTO review (code, urn, academic_year) SELECT 'R' || n, 100000 + n, $1 FROM generate_series(1, $2::int) n`,
    [YEAR, seats.length],
  );
  const rows = seats.map((each, i) => ({ ...each, n: i + 1 }));
  await manager.query(
    `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
     SELECT r.id, 'autumn-2030', x.role, l.id, x.week, x."window", false
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

const isKnown = (
  { recorded, superseded }: Pick<LoggedFact, 'recorded' | 'superseded'>,
  at: number,
): boolean => recorded <= at && (superseded === null || superseded > at);

/** Counted back from the first day: on the tenth working day before it, or later, is late. */
function isLate(on: string, { week, window }: LoggedSeat): boolean {
  let limit = window === 'MON_WED' ? week : addDays(week, 2);
  for (let notice = 0; notice < 10;) {
    limit = addDays(limit, -1);
    const weekday = new Date(`${limit}T00:00:00Z`).getUTCDay();
    if (weekday % 6 !== 0 && !HOLIDAYS.includes(limit)) notice += 1;
  }
  return on >= limit;
}

function recount(
  seats: readonly LoggedSeat[],
  asAt: string,
  known: number,
): Record<string, number> {
  const counts = {
    offered: 0,
    led: 0,
    confirmedAhead: 0,
    awaitingAnswer: 0,
    declined: 0,
    cancelledLate: 0,
    cancelledInTime: 0,
  };
  for (const each of seats.filter(({ role }) => role === 'LEAD')) {
    const log = each.log.filter((event) => isKnown(event, known) && event.on <= asAt);
    const of = (kind: string): Logged | undefined => log.find((event) => event.kind === kind);
    const ends = log.filter(({ kind }) => kind === 'WITHDRAWN' || kind === 'CANCELLED');
    const order = ({ on, recorded, kind }: Logged): string =>
      `${on} ${instantOf(recorded)} ${kind}`;
    const [ending] = ends.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    const isOver = ending !== undefined;
    if (of('LED')) counts.led += 1;
    else if (of('DECLINED')) counts.declined += 1;
    else if (isOver && ending.causedBy === 'LEAD_REVIEWER') counts.declined += 1;
    else if (isOver && ending.causedBy === 'PROGRAMME') continue;
    else if (isOver && isLate(ending.on, each)) counts.cancelledLate += 1;
    else if (isOver) {
      counts.cancelledInTime += 1;
      continue;
    } else if (of('ACCEPTED')) counts.confirmedAhead += 1;
    else if (of('OFFERED')) counts.awaitingAnswer += 1;
    else continue;
    counts.offered += 1;
  }
  return counts;
}

describe('the report of any history, as at any day and as known at any instant', () => {
  it('is what a recount of the log gives, and its causes add up', async () => {
    let events = 0;
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.tuple(day, fc.integer({ min: 0, max: 2 * HOURS })), {
          minLength: 3,
          maxLength: 3,
        }),
        async (logged, moments) => {
          await write(logged);
          events += logged.seats.reduce((sum, { log }) => sum + log.length, 0);
          for (const [asAt, known] of moments) await compare(logged, asAt, known);
        },
      ),
      { numRuns: 8, seed: 1, endOnFailure: true },
    );
    expect(events).toBeGreaterThan(8000);
  });

  async function compare(logged: History, asAt: string, known: number): Promise<void> {
    const year = await loadYear(database.dataSource.manager, YEAR, {
      asAt,
      knownAt: instantOf(known),
    });
    const weeks = year.terms.flatMap((term) => term.weeks);
    expect(weeks.length).toBeGreaterThan(35);
    const counted = new Map(
      (await countedLeads(year, asAt)).map((each) => [each.facts.lead, each.year]),
    );
    for (const lead of LEADS) {
      const own = logged.seats.filter((each) => each.lead === lead);
      const contracts = logged.contracts.filter(
        (each) => each.lead === lead && isKnown(each, known),
      );
      const inside = weeks.filter((week) =>
        contracts.some(({ from, to }) => from <= addDays(week, 2) && addDays(week, 2) <= to),
      ).length;
      const agreed = logged.exceptions.find(
        (each) => each.lead === lead && isKnown(each, known) && each.decidedOn <= asAt,
      );
      const minimum = agreed?.minimum ?? Math.round((6 * inside) / weeks.length);
      const counts = recount(own, asAt, known);
      const shortfall = Math.max(
        0,
        minimum - counts.led! - counts.confirmedAhead! - counts.awaitingAnswer!,
      );
      const found = counted.get(lead);
      const nothing = Object.values(counts).every((count) => count === 0) && minimum === 0;
      if (found === undefined) {
        expect([lead, nothing]).toEqual([lead, true]);
        continue;
      }
      expect([lead, figuresOf(found)]).toEqual([lead, { ...counts, minimum, shortfall }]);
      const parts = Object.values(found.causes).reduce((sum, part) => sum + part, 0);
      expect(parts).toBe(shortfall);
      expect(Object.keys(found.causes).sort()).toEqual(
        Object.keys(
          attribute({ ...found.counts, minimum, mostByAvailability: null, mostByAllRules: null }),
        ).sort(),
      );
    }
  }
});
