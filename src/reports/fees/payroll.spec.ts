import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { openAcademicYear } from '../../calendar/academic-years.js';
import { addDays } from '../../calendar/civil-date.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { changeSetting, restoreDefault } from '../../settings/settings.js';
import { ReviewersService } from '../../reviewers/reviewers.service.js';
import { PayrollService } from './payroll.service.js';

/**
 * Random histories: reviews led and not led after all, cancelled and not, fees entered, changed and taken away, places
 * moved and lost, people who move and entries of homes that were wrong, batches made, sent and taken back. Whatever
 * happened, what the batches that count paid for a seat is what the facts said when it was last settled, and no seat was
 * paid twice.
 */

const YEAR = '2030/31';
const TODAY = '2031-06-30';
const SEATS = Array.from({ length: 6 }, (_, i) => ({
  week: addDays('2030-09-02', 28 * i),
  role: i % 3 === 2 ? 'QUALITY_ASSURER' : 'LEAD',
}));

type Step =
  | { kind: 'LED' | 'CANCELLED'; seat: number; is: boolean }
  | { kind: 'FEES'; from: number; base: number | null; rate: number }
  | { kind: 'PLACE'; seat: number; lat: number | null }
  | { kind: 'HOME'; seat: number; lat: number; movedAfter: number | null }
  | { kind: 'ASSURERS'; paid: boolean }
  | { kind: 'MAKE'; upTo: number; corrections: boolean }
  | { kind: 'SEND' | 'TAKE_BACK'; batch: number };

/** Latitudes of the districts ZZ51 to ZZ53. */
const HOMES = [51, 52, 53] as const;

const aSeat = fc.nat({ max: SEATS.length - 1 });
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('LED' as const),
      seat: aSeat,
      is: fc.nat(3).map((n) => n > 0),
    }),
  },
  fc.record({ kind: fc.constant('CANCELLED' as const), seat: aSeat, is: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('FEES' as const),
      from: aSeat,
      base: fc.option(fc.integer({ min: 0, max: 60_000 }), { freq: 2 }),
      rate: fc.nat({ max: 60 }),
    }),
  },
  fc.record({
    kind: fc.constant('PLACE' as const),
    seat: aSeat,
    lat: fc.option(
      fc.integer({ min: 500, max: 550 }).map((n) => n / 10),
      { freq: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('HOME' as const),
    seat: aSeat,
    lat: fc.constantFrom(...HOMES),
    movedAfter: fc.option(aSeat, { freq: 3 }),
  }),
  fc.record({ kind: fc.constant('ASSURERS' as const), paid: fc.boolean() }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('MAKE' as const),
      upTo: aSeat,
      corrections: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('SEND' as const), batch: fc.nat({ max: 9 }) }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('TAKE_BACK' as const), batch: fc.nat({ max: 9 }) }),
  },
);

let database: TestDatabase;
let payroll: PayrollService;
let people: ReviewersService;
const threads = new SideThreads();
beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  payroll = new PayrollService(dataSource, new Clock(TODAY), new Author('Test'), threads);
  people = new ReviewersService(dataSource, new Clock(TODAY), new Author('Test'));
  await dataSource.query(
    `INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon, is_priority) VALUES ('Leeds side', 'E1', 'A', 53, -1, false)`,
  );
  await dataSource.query(
    `INSERT INTO postcode_district (district, lat, lon, region, la_name)
     SELECT 'ZZ' || lat, lat, -1, 'Leeds side', 'Leeds' FROM unnest($1::int[]) lat`,
    [HOMES],
  );
  await dataSource.query(
    `INSERT INTO lead_reviewer (code, name, postcode_district) SELECT 'LR-' || n, 'Person ' || n, 'ZZ53' FROM generate_series(0, 5) n`,
  );
  await openAcademicYear(
    dataSource.manager,
    {
      id: YEAR,
      startsOn: '2030-09-01',
      endsOn: '2031-08-31',
      terms: [{ season: 'AUTUMN', startsOn: '2030-09-02', endsOn: '2031-07-20' }],
    },
    'Test',
  );
});
afterAll(() => database.drop());

/** What is so, kept beside the database. */
interface Model {
  led: boolean[];
  cancelled: boolean[];
  fees: ({ base: number; rate: number } | null)[];
  lats: (number | null)[];
  /** Where each person lives, and lived before each day on which they moved. */
  homes: { lat: number; before: { movedOn: string; lat: number }[] }[];
  areAssurersPaid: boolean;
}

async function begin(): Promise<Model> {
  const { dataSource } = database;
  await dataSource.query(
    'TRUNCATE payroll_line, payroll_batch, seat_event, seat, review_state, review, school, setting, former_home CASCADE',
  );
  await dataSource.query(`UPDATE lead_reviewer SET postcode_district = 'ZZ53'`);
  await dataSource.query(
    `INSERT INTO school (urn, name, type, phase, region, status, lat, lon)
     SELECT 100000 + n, 'School ' || n, 'Community school', 'PRIMARY', 'Leeds side', 'OPEN', 53, -1 FROM generate_series(0, 5) n`,
  );
  await dataSource.query(
    `INSERT INTO review (code, urn, academic_year) SELECT 'R' || n, 100000 + n, $1 FROM generate_series(0, 5) n`,
    [YEAR],
  );
  await dataSource.query(
    `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
     SELECT r.id, 'autumn-2030', x.role, l.id, x.week, 'MON_WED'
     FROM jsonb_to_recordset($1::jsonb) AS x(n int, role text, week date)
     JOIN review r ON r.code = 'R' || x.n JOIN lead_reviewer l ON l.code = 'LR-' || x.n`,
    [JSON.stringify(SEATS.map((seat, n) => ({ ...seat, n })))],
  );
  const each = <T>(value: T): T[] => SEATS.map(() => value);
  return {
    led: each(false),
    cancelled: each(false),
    fees: each(null),
    lats: each(53),
    homes: SEATS.map(() => ({ lat: 53, before: [] })),
    areAssurersPaid: true,
  };
}

const lastDayOf = (seat: number): string => addDays(SEATS[seat]!.week, 2);

async function take(step: Step, model: Model): Promise<void> {
  const { dataSource } = database;
  const { manager } = dataSource;
  switch (step.kind) {
    case 'LED': {
      if (model.led[step.seat] === step.is) return;
      model.led[step.seat] = step.is;
      await (step.is
        ? manager.query(
            `INSERT INTO seat_event (seat_id, kind, on_date, recorded_by) SELECT s.id, 'LED', $2, 'Test'
             FROM seat s JOIN review r ON r.id = s.review_id WHERE r.code = $1`,
            [`R${step.seat}`, lastDayOf(step.seat)],
          )
        : manager.query(
            `UPDATE seat_event e SET superseded_at = clock_timestamp(), superseded_by = 'Test'
             FROM seat s JOIN review r ON r.id = s.review_id WHERE e.seat_id = s.id AND r.code = $1 AND e.superseded_at IS NULL`,
            [`R${step.seat}`],
          ));
      return;
    }
    case 'CANCELLED': {
      if (model.cancelled[step.seat] === step.is) return;
      model.cancelled[step.seat] = step.is;
      await (step.is
        ? manager.query(
            `INSERT INTO review_state (review_id, state, term_id, ended_by, reason, valid, recorded_by)
             SELECT id, 'CANCELLED', 'autumn-2030', 'SCHOOL', 'Closed', daterange('2030-10-01', NULL), 'Test' FROM review WHERE code = $1`,
            [`R${step.seat}`],
          )
        : manager.query(
            `UPDATE review_state st SET superseded_at = clock_timestamp(), superseded_by = 'Test'
             FROM review r WHERE st.review_id = r.id AND r.code = $1 AND st.superseded_at IS NULL`,
            [`R${step.seat}`],
          ));
      return;
    }
    case 'FEES': {
      const { base, rate } = step;
      const from = SEATS[step.from]!.week;
      for (let seat = step.from; seat < SEATS.length; seat++) {
        model.fees[seat] = base === null ? null : { base, rate };
      }
      const change = { valid: { from }, reason: 'Agreed' };
      if (base === null) await restoreDefault(manager, 'fees', change, 'Test');
      else {
        const table = {
          basePence: base,
          supplementPence: {},
          mileagePence: rate,
          overnightPence: 0,
        };
        await changeSetting(manager, 'fees', { ...change, value: { table } }, 'Test');
      }
      return;
    }
    case 'PLACE': {
      model.lats[step.seat] = step.lat;
      await manager.query('UPDATE school SET lat = $2, lon = $3 WHERE urn = $1', [
        String(100_000 + step.seat),
        step.lat,
        step.lat === null ? null : -1,
      ]);
      return;
    }
    case 'HOME': {
      const { seat, lat, movedAfter } = step;
      const home = model.homes[seat]!;
      if (lat === home.lat) return;
      const code = `LR-${seat}`;
      const { version } = await people.get(code);
      const postcodeDistrict = `ZZ${lat}`;
      if (movedAfter === null) {
        await people.edit(code, version, { postcodeDistrict });
      } else {
        const movedOn = addDays(lastDayOf(movedAfter), 1);
        const moved = people.edit(code, version, { postcodeDistrict, movedOn });
        const cameLater = home.before.some((former) => movedOn <= former.movedOn);
        if (cameLater) return void (await expect(moved).rejects.toThrow('give a later day'));
        await moved;
        home.before.push({ movedOn, lat: home.lat });
      }
      home.lat = lat;
      return;
    }
    case 'ASSURERS': {
      model.areAssurersPaid = step.paid;
      const all = { LEAD: true, QUALITY_ASSURER: step.paid, SHADOW: false };
      const value = { commitment: { LEAD: true, QUALITY_ASSURER: false, SHADOW: false }, pay: all };
      const valid = { from: '2030-09-01' };
      await changeSetting(manager, 'seatsThatCount', { value, valid, reason: 'Agreed' }, 'Test');
      return;
    }
    case 'MAKE':
      await unlessRefused(
        payroll.make({ upTo: lastDayOf(step.upTo), corrections: step.corrections }),
      );
      return;
    default: {
      const batches = await manager.query<{ id: string }[]>(
        'SELECT id FROM payroll_batch ORDER BY number',
      );
      const batch = batches[step.batch % Math.max(1, batches.length)];
      if (batch === undefined) return;
      await unlessRefused(
        step.kind === 'SEND' ? payroll.markSent(batch.id) : payroll.takeBack(batch.id, 'Too early'),
      );
    }
  }
}

async function unlessRefused(done: Promise<unknown>): Promise<void> {
  await done.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Recounted by rules written down here once more; null: not known. */
function dueIn(model: Model, seat: number): number | null {
  if (SEATS[seat]!.role !== 'LEAD' && !model.areAssurersPaid) return 0;
  if (!model.led[seat] || model.cancelled[seat] === true) return 0;
  const [fees, lat] = [model.fees[seat], model.lats[seat]];
  if (fees === null || fees === undefined) return null;
  if (fees.rate === 0) return fees.base;
  if (lat === null || lat === undefined) return null;
  // Along a meridian the way is the arc itself.
  const { before, lat: now } = model.homes[seat]!;
  const home = before.find(({ movedOn }) => SEATS[seat]!.week < movedOn)?.lat ?? now;
  const miles = ((Math.abs(lat - home) * Math.PI) / 180) * 6371.0088 * (ROAD_FACTOR / 1.609344);
  return fees.base + Math.floor(2 * miles * fees.rate + 0.5);
}
const ROAD_FACTOR = 1.3;

async function paidBySeat(): Promise<(number | null)[]> {
  const rows = await database.dataSource.query<{ n: number; pence: number; pays: number }[]>(
    `SELECT right(r.code, 1)::int AS n, sum(l.pence)::int AS pence, count(*) FILTER (WHERE l.follows IS NULL)::int AS pays
     FROM payroll_line l JOIN payroll_batch b ON b.id = l.batch_id AND b.taken_back_at IS NULL
     JOIN seat s ON s.id = l.seat_id JOIN review r ON r.id = s.review_id GROUP BY r.code`,
  );
  expect(rows.every(({ pays }) => pays === 1)).toBe(true);
  expect(rows.every(({ pence }) => pence >= 0)).toBe(true);
  return SEATS.map((_, seat) => rows.find(({ n }) => n === seat)?.pence ?? null);
}

describe('payroll after any history', () => {
  it('has paid what is due, once, when all is settled', async () => {
    let [paidOnce, unknown] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(aStep, { minLength: 15, maxLength: 40, size: 'max' }),
        async (steps) => {
          const model = await begin();
          await take({ kind: 'FEES', from: 0, base: 50_000, rate: 45 }, model);
          for (const seat of [0, 2, 4]) await take({ kind: 'LED', seat, is: true }, model);
          for (const step of steps) await take(step, model);
          const before = await paidBySeat();
          await unlessRefused(payroll.make({ corrections: true }));
          const after = await paidBySeat();
          for (const seat of SEATS.keys()) {
            const due = dueIn(model, seat);
            if (due === null) unknown += 1;
            if (before[seat] !== null) paidOnce += 1;
            // What is not known changes nothing.
            expect([seat, after[seat] ?? 0]).toEqual([seat, due ?? before[seat] ?? 0]);
          }
          expect((await payroll.view({})).next.lines).toEqual([]);
        },
      ),
      { numRuns: 12, seed: 3, endOnFailure: true },
    );
    expect([paidOnce > 20, unknown > 5, paidOnce, unknown]).toEqual([
      true,
      true,
      paidOnce,
      unknown,
    ]);
  });
});

describe('the dearest fees that can be entered', () => {
  it('are paid and added up to the penny', async () => {
    const model = await begin();
    const most = 100_000_000;
    const table = {
      ...{ basePence: most, mileagePence: 10_000, overnightPence: most },
      supplementPence: { 'Leeds side': most },
      nights: [{ fromMiles: 0, nights: 5 }],
    };
    const change = { value: { table }, valid: { from: '2030-09-01' }, reason: 'Agreed' };
    await changeSetting(database.dataSource.manager, 'fees', change, 'Test');
    for (const seat of SEATS.keys()) await take({ kind: 'LED', seat, is: true }, model);
    await take({ kind: 'PLACE', seat: 0, lat: 58 }, model);
    const { batch, items } = await payroll.make({ corrections: true });
    expect(batch.pence).toBe(items.reduce((sum, { pence }) => sum + pence, 0));
    expect(batch.pence).toBeGreaterThan(6 * 7 * most);
  });
});

describe('the database itself', () => {
  it('refuses to pay a seat twice, and to change what was paid', async () => {
    const model = await begin();
    await take({ kind: 'FEES', from: 0, base: 50_000, rate: 0 }, model);
    await take({ kind: 'LED', seat: 0, is: true }, model);
    const { batch } = await payroll.make({ corrections: true });
    const again = `INSERT INTO payroll_line (batch_id, position, seat_id, pence, told)
      SELECT $1, 2, s.id, 1, '{}' FROM seat s JOIN review r ON r.id = s.review_id WHERE r.code = 'R0'`;
    const other = await database.dataSource.query<{ id: string }[]>(
      `INSERT INTO payroll_batch (up_to, total_pence, made_by, csv, xlsx) VALUES ($1, 1, 'Test', '', '') RETURNING id`,
      [TODAY],
    );
    await expect(database.dataSource.query(again, [other[0]?.id])).rejects.toThrow(/once/u);
    await expect(database.dataSource.query('UPDATE payroll_line SET pence = 1')).rejects.toThrow(
      /kept/u,
    );
    await expect(database.dataSource.query('DELETE FROM payroll_batch')).rejects.toThrow(/kept/u);
    await payroll.takeBack(batch.id, 'Too early');
    await expect(payroll.markSent(batch.id)).rejects.toThrow('taken back already');
    const once = await payroll.make({ corrections: true });
    expect(once.items).toHaveLength(1);
  });

  it('makes one batch where two are asked for at once', async () => {
    const model = await begin();
    await take({ kind: 'FEES', from: 0, base: 50_000, rate: 0 }, model);
    await take({ kind: 'LED', seat: 0, is: true }, model);
    const made = await Promise.allSettled([
      payroll.make({ corrections: true }),
      payroll.make({ corrections: true }),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
