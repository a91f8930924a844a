import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { KeptAnswers } from './kept-answers.js';

let database: TestDatabase;
let answers: KeptAnswers;
let worked: number;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  answers = new KeptAnswers(database.dataSource);
  worked = 0;
});

const trusts = async (): Promise<string> => {
  worked += 1;
  const [row] = await database.dataSource.query<{ n: string }[]>(
    'SELECT count(*)::text AS n FROM trust',
  );
  return row?.n ?? '';
};
let uid = 0;
const addTrust = (query: (sql: string) => Promise<unknown>): Promise<unknown> =>
  query(`INSERT INTO trust (uid, name) VALUES ('${(uid += 1)}', 'Trees')`);
const changed = (): Promise<unknown> => addTrust((sql) => database.dataSource.query(sql));

it('works an answer out once while nothing changes, and anew after a change', async () => {
  const first = await answers.get('trusts', trusts);
  expect(await answers.get('trusts', trusts)).toBe(first);
  expect(worked).toBe(1);
  await changed();
  expect(await answers.get('trusts', trusts)).toBe(String(Number(first) + 1));
  expect(worked).toBe(2);
});

it('hears of a change that was under way when the answer was worked out', async () => {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await addTrust((sql) => runner.query(sql));
  // Another transaction, begun later, ends earlier.
  await changed();
  const before = await answers.get('trusts', trusts);
  await runner.commitTransaction();
  await runner.release();
  expect(await answers.get('trusts', trusts)).toBe(String(Number(before) + 1));
});

it('is not disturbed by what was rolled back, nor by signs of life', async () => {
  await answers.get('trusts', trusts);
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await addTrust((sql) => runner.query(sql));
  await runner.rollbackTransaction();
  await runner.release();
  await database.dataSource.query(`UPDATE study SET heartbeat_at = now()`);
  await answers.get('trusts', trusts);
  expect(worked).toBe(1);
});

it('lets all who ask at once wait for one answer, each key for its own', async () => {
  const asked = ['a', 'b', 'a', 'a', 'b'].map((key) => answers.get(key, trusts));
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  expect(worked).toBe(2);
});

it('keeps no failure', async () => {
  const fails = (): Promise<string> => Promise.reject(new Error('Out of luck'));
  await expect(answers.get('trusts', fails)).rejects.toThrow('Out of luck');
  await answers.get('trusts', trusts);
  expect(worked).toBe(1);
});

it('forgets the answers that were asked for the longest ago where they take much room', async () => {
  const big = (): Promise<string> => {
    worked += 1;
    return Promise.resolve('x'.repeat(12 * 1024 * 1024));
  };
  for (const key of ['a', 'b', 'a', 'c', 'a']) await answers.get(key, big);
  expect(worked).toBe(3);
  await answers.get('b', big);
  expect(worked).toBe(4);
});

it('is told of changes of every table but those of the queue, the import and the migrations', async () => {
  const silent = await database.dataSource.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
       AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'fact_changes_are_noted')
     ORDER BY 1`,
  );
  expect(silent.map(({ name }) => name)).toEqual([
    'fact_change',
    'import_progress',
    'outbox',
    'schema_migration',
  ]);
});
