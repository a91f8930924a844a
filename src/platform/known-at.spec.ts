import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { lookBack } from './known-at.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const reading = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  database.dataSource.transaction('REPEATABLE READ', work);
const query = (sql: string, values: unknown[] = []): Promise<unknown> =>
  database.dataSource.query(sql, values);

/** Tables of each sort: overwritten, with one key and with two, with an instant of their own, and of facts. */
const TABLES = ['trust', 'school', 'calendar_inset_day', 'review', 'seat', 'membership'];

async function contents(manager: EntityManager): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of TABLES) {
    found[table] = await manager.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`);
  }
  return found;
}

async function instant(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ at: string }[]>('SELECT clock_timestamp()::text AS at');
  return row?.at ?? '';
}

/** What may happen, each by a number that chooses of what it happens to. */
const EDITS: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
  'a trust comes or gets another name': (n) =>
    query(
      `INSERT INTO trust VALUES ($1, $2) ON CONFLICT (uid) DO UPDATE SET name = EXCLUDED.name`,
      [String(n % 3), `Trust ${n}`],
    ),
  'a trust gets another number': (n) =>
    query(
      `UPDATE trust SET uid = $2 WHERE uid = $1 AND NOT EXISTS (SELECT FROM trust WHERE uid = $2)`,
      [String(n % 3), `1${n % 3}`],
    ),
  'a trust goes': (n) => query('DELETE FROM trust WHERE uid = $1', [String(n % 3)]),
  'nothing happens to a school': () => query('UPDATE school SET name = name'),
  'a school moves': (n) =>
    query(
      `UPDATE school SET lat = 50 + $1::float8 / 7, lon = 1, needs = ARRAY[$1::text], version = version + 1 WHERE urn = '100000'`,
      [n],
    ),
  'an inset day comes': (n) =>
    query(
      `INSERT INTO calendar_inset_day VALUES ('typical', '2026-09-01'::date + $1::int) ON CONFLICT DO NOTHING`,
      [n % 3],
    ),
  'inset days go': () => query('DELETE FROM calendar_inset_day'),
  'all inset days are emptied': () => query('TRUNCATE calendar_inset_day'),
  'a review is taken off the register or put back': () =>
    query('UPDATE review SET removed_at = CASE WHEN removed_at IS NULL THEN now() END'),
  'a seat is taken': (n) =>
    query(
      `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
       SELECT r.id, 'autumn-2026', 'LEAD', l.id, '2026-09-07'::date + 7 * $1::int, 'MON_WED' FROM review r, lead_reviewer l
       ON CONFLICT DO NOTHING`,
      [n % 4],
    ),
  'seats are given up': () => query('UPDATE seat SET is_open = false WHERE is_open'),
  'a membership is recorded': () =>
    query(
      `INSERT INTO membership (urn, valid, recorded_by) VALUES ('100000', '[2026-09-01,)', 'Test') ON CONFLICT DO NOTHING`,
    ),
  'a membership is corrected': () =>
    query(
      `UPDATE membership SET superseded_at = clock_timestamp(), superseded_by = 'Test' WHERE superseded_at IS NULL`,
    ),
};

describe('the records as known at an instant', () => {
  beforeAll(async () => {
    await query(
      `INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon) VALUES ('Leeds side', 'E1', 'A', 53, -1)`,
    );
    await query(
      `INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('ZZ1', 53, -1, 'Leeds side', 'Leeds')`,
    );
    await query(`INSERT INTO school_calendar VALUES ('typical', 'Typical', 'a test')`);
    await query(`INSERT INTO academic_year VALUES ('2026/27', '2026-09-01', '2027-08-31')`);
    await query(
      `INSERT INTO term VALUES ('autumn-2026', '2026/27', 'AUTUMN', 'Autumn 2026', '2026-09-01', '2026-12-18')`,
    );
    await query(
      `INSERT INTO school (urn, name, type, region, status) VALUES ('100000', 'A', 'Community school', 'Leeds side', 'OPEN')`,
    );
    await query(
      `INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-1', 'A', 'ZZ1')`,
    );
    await query(`INSERT INTO review (code, urn, academic_year) VALUES ('R1', '100000', '2026/27')`);
  });

  it('are what they were then, whatever has happened to them since', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(50)), {
          minLength: 10,
          maxLength: 25,
        }),
        async (edits) => {
          const seen: { at: string; was: unknown }[] = [];
          for (const [edit, n] of edits) {
            seen.push({
              at: await instant(database.dataSource.manager),
              was: await reading(contents),
            });
            await EDITS[edit]?.(n);
          }
          for (const { at, was } of seen) {
            const found = await reading(async (manager) => {
              await lookBack(manager, at);
              return contents(manager);
            });
            expect(found).toEqual(was);
          }
        },
      ),
      { numRuns: 15, seed: 1, endOnFailure: true },
    );
  });

  it('are read, never written, and only until the transaction ends', async () => {
    const writing = reading(async (manager) => {
      await lookBack(manager, '2026-01-01T00:00:00Z');
      await manager.query('DELETE FROM row_before');
    });
    await expect(writing).rejects.toThrow('in a read-only transaction');
    const [row] = (await query('SHOW search_path')) as { search_path: string }[];
    expect(row?.search_path).not.toContain('as_known');
  });
});

describe('every table', () => {
  beforeEach(() => query('DROP TABLE IF EXISTS newcomer'));

  it('is seen as it was known, but for what no report reads or nobody changes', async () => {
    const unseen = (await query(
      `SELECT tablename AS name FROM pg_tables t WHERE schemaname = current_schema()
       AND NOT EXISTS (SELECT FROM pg_views v WHERE v.schemaname = 'as_known' AND v.viewname = t.tablename) ORDER BY 1`,
    )) as { name: string }[];
    expect(unseen.map(({ name }) => name)).toEqual([
      'allocation_run',
      'availability_statement',
      'column_mapping',
      'fact_change',
      'frozen_problem',
      'host_window',
      'import',
      'import_change',
      'import_file',
      'import_progress',
      'import_refused_row',
      'outbox',
      'payroll_batch',
      'payroll_line',
      'plan_answer',
      'plan_explanation',
      'row_before',
      'saved_view',
      'schema_migration',
    ]);
  });

  it('that a later version adds is kept too, and so are columns', async () => {
    await query('CREATE TABLE newcomer (id integer PRIMARY KEY, name text)');
    await query('SELECT renew_records_as_known()');
    await query(`INSERT INTO newcomer VALUES (1, 'first')`);
    const at = await instant(database.dataSource.manager);
    await query('ALTER TABLE newcomer ADD COLUMN more text');
    await query('SELECT renew_records_as_known()');
    await query(`UPDATE newcomer SET name = 'second', more = 'x'`);
    const found = await reading(async (manager) => {
      await lookBack(manager, at);
      return manager.query<unknown[]>('SELECT * FROM newcomer');
    });
    expect(found).toEqual([{ id: 1, name: 'first', more: null }]);
    await query('DROP TABLE newcomer CASCADE');
  });

  it('must have a primary key for that', async () => {
    await query('CREATE TABLE newcomer (name text)');
    await expect(query('SELECT renew_records_as_known()')).rejects.toThrow('needs a primary key');
  });
});
