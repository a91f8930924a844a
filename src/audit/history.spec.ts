import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { recordAudit } from './audit.js';
import { assertFact, retractFact } from './facts.js';

let database: TestDatabase;
let db: EntityManager;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.dataSource.manager;
  await db.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1);
    INSERT INTO postcode_district (district, lat, lon, region, la_name)
      VALUES ('NW3', 51.5, -0.1, 'London', 'Camden');
    INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-1', 'Ann', 'NW3'), ('LR-2', 'Bo', 'NW3');
    INSERT INTO academic_year VALUES ('2026/27', '2026-09-01', '2027-08-31');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
      VALUES ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-03-25');
    INSERT INTO school (urn, name, type, region, status) VALUES ('100001', 'One', 'School', 'London', 'OPEN');
    INSERT INTO review (code, urn, academic_year) VALUES ('QAR-1', '100001', '2026/27');
    INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
      SELECT r.id, 'spring-2027', 'LEAD', l.id, '2027-01-11', 'MON_WED' FROM review r, lead_reviewer l
      WHERE l.code = 'LR-1'`);
  await recordAudit(db, { actor: 'Test', action: 'tried', subject: 'test', subjectId: '1' });
  await standing('IN_POOL', '2026-09-01');
});
afterAll(() => database.drop());

async function standing(value: string, from: string, to?: string): Promise<boolean> {
  const [lead] = await db.query<[{ id: string }]>(
    `SELECT id FROM lead_reviewer WHERE code = 'LR-1'`,
  );
  return assertFact(
    db,
    {
      table: 'standing',
      key: { lead_id: lead.id },
      valid: { from, ...(to === undefined ? {} : { to }) },
      values: { standing: value, reason: null },
    },
    'Test',
  );
}

const believed = (): Promise<unknown[]> =>
  db.query(
    `SELECT standing, lower(valid)::text AS "from", (upper(valid) - 1)::text AS "to" FROM standing
     WHERE superseded_at IS NULL ORDER BY valid`,
  );

describe('what the database refuses', () => {
  it.each([
    ['an audit row changed', `UPDATE audit_entry SET actor = 'Somebody else'`],
    ['an audit row deleted', 'DELETE FROM audit_entry'],
    ['the audit trail emptied', 'TRUNCATE audit_entry'],
    ['a fact overwritten', `UPDATE standing SET standing = 'LEFT'`],
    ['a fact deleted', 'DELETE FROM standing'],
    ['a seat moved to another window', `UPDATE seat SET review_window = 'WED_FRI'`],
    [
      'a seat given to another person',
      `UPDATE seat SET lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-2')`,
    ],
    ['a seat deleted', 'DELETE FROM seat'],
  ])('%s', async (_, statement) => {
    await expect(db.query(statement)).rejects.toThrow(
      /never changed or deleted|is kept|another seat/,
    );
  });

  it('a fact superseded twice', async () => {
    const supersede = `UPDATE standing SET superseded_at = clock_timestamp(), superseded_by = 'Test'`;
    const twice = db.transaction(async (manager) => {
      await manager.query(supersede);
      await manager.query(supersede);
    });
    await expect(twice).rejects.toThrow('only be superseded, once');
    expect(await believed()).toHaveLength(1);
  });

  it('any change of a row that says when it was superseded, in every table', async () => {
    const unguarded: unknown[] = await db.query(`
      SELECT c.table_name FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.column_name = 'superseded_at' AND (
        NOT EXISTS (SELECT FROM information_schema.columns r WHERE r.table_name = c.table_name AND r.column_name = 'recorded_at')
        OR NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                       WHERE t.tgrelid = c.table_name::regclass AND p.proname = 'keep_history'))`);
    expect(unguarded).toEqual([]);
  });
});

describe('a seat', () => {
  it('says since when it is on record and when it was closed', async () => {
    const times = (): Promise<{ recorded: boolean; closed: boolean }[]> =>
      db.query(
        'SELECT recorded_at IS NOT NULL AS recorded, closed_at IS NOT NULL AS closed FROM seat',
      );
    expect(await times()).toEqual([{ recorded: true, closed: false }]);
    await db.query('UPDATE seat SET is_open = false');
    expect(await times()).toEqual([{ recorded: true, closed: true }]);
    await db.query('UPDATE seat SET is_open = true');
    expect(await times()).toEqual([{ recorded: true, closed: false }]);
  });
});

describe('a dated fact', () => {
  it('gives way only for its period, and what was believed stays on record', async () => {
    expect(await standing('PAUSED', '2027-01-11', '2027-01-31')).toBe(true);
    expect(await believed()).toEqual([
      { standing: 'IN_POOL', from: '2026-09-01', to: '2027-01-10' },
      { standing: 'PAUSED', from: '2027-01-11', to: '2027-01-31' },
      { standing: 'IN_POOL', from: '2027-02-01', to: null },
    ]);
    const kept: unknown[] = await db.query(
      `SELECT standing, valid::text, superseded_by FROM standing WHERE superseded_at IS NOT NULL`,
    );
    expect(kept).toEqual([{ standing: 'IN_POOL', valid: '[2026-09-01,)', superseded_by: 'Test' }]);
  });

  it('said again changes nothing; taken back leaves nothing in its place', async () => {
    expect(await standing('PAUSED', '2027-01-15', '2027-01-20')).toBe(false);
    const [lead] = await db.query<[{ id: string }]>(
      `SELECT id FROM lead_reviewer WHERE code = 'LR-1'`,
    );
    const fact = { table: 'standing', key: { lead_id: lead.id } } as const;
    const valid = { from: '2027-01-11', to: '2027-01-31' };
    expect(await retractFact(db, { ...fact, valid }, 'Test')).toBe(true);
    expect(await retractFact(db, { ...fact, valid }, 'Test')).toBe(false);
    expect(await believed()).toHaveLength(2);
  });
});
