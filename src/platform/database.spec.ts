import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type DataSource } from 'typeorm';
import {
  createEmptyDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../../test/support/database.js';
import {
  brokenConstraint,
  databaseErrorCode,
  loadMigrations,
  migrate,
  NewerSchemaError,
  openDatabase,
  pendingMigrations,
  queueSchema,
} from './database.js';

describe('a migrated database', () => {
  let database: TestDatabase;
  let source: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    source = database.dataSource;
    await source.query('create table counter (id int primary key, value int not null)');
  });
  afterAll(() => database.drop());

  async function value(expression: string): Promise<unknown> {
    const [row] = await source.query<{ value: unknown }[]>(`select ${expression} as value`);
    return row?.value;
  }

  it('returns civil dates as text, whatever the time zone of the process', async () => {
    expect(await value(`date '2027-03-28'`)).toBe('2027-03-28');
  });

  it('returns whole numbers of 8 bytes as numbers up to the largest exact one', async () => {
    expect(await value('9007199254740991::bigint')).toBe(9007199254740991);
  });

  it('refuses a whole number that would lose digits', async () => {
    await expect(value('9007199254740993::bigint')).rejects.toThrow('9007199254740993');
  });

  it('returns instants in UTC', async () => {
    expect(await value(`timestamptz '2027-03-28 02:00+01'`)).toEqual(
      new Date('2027-03-28T01:00:00Z'),
    );
  });

  it('has nothing left to migrate, and the queue’s schema', async () => {
    expect(await pendingMigrations(source)).toEqual([]);
    expect(await value(`to_regclass('${queueSchema}.job') is not null`)).toBe(true);
  });

  it('names the code and the constraint of a refused row', async () => {
    await source.query('insert into counter values (7, 0)');
    const refused: unknown = await source
      .query('insert into counter values (7, 0)')
      .catch((e: unknown) => e);
    expect(databaseErrorCode(refused)).toBe('23505');
    expect(brokenConstraint(refused)).toBe('counter_pkey');
  });

  it('repeats a serializable transaction until it wins, so that no increment is lost', async () => {
    await source.query('insert into counter values (1, 0)');
    let runs = 0;
    await Promise.all(
      Array.from({ length: 5 }, () =>
        source.transaction('SERIALIZABLE', async (manager) => {
          runs++;
          const [row] = await manager.query<{ value: number }[]>(
            'select value from counter where id = 1',
          );
          // Long enough for the others to have read the same value.
          if (runs <= 5) await sleep(100);
          await manager.query('update counter set value = $1 where id = 1', [
            (row?.value ?? 0) + 1,
          ]);
        }),
      ),
    );
    expect(await value('(select value from counter where id = 1)')).toBe(5);
    expect(runs).toBeGreaterThan(5);
  });

  it('repeats a transaction that PostgreSQL broke off because two waited for each other', async () => {
    await source.query('insert into counter values (11, 0), (12, 0)');
    let runs = 0;
    const raise = (...ids: number[]): Promise<void> =>
      source.transaction(async (manager) => {
        runs++;
        for (const id of ids) {
          await manager.query('update counter set value = value + 1 where id = $1', [id]);
          await sleep(50);
        }
      });
    await Promise.all([raise(11, 12), raise(12, 11)]);
    expect(await value('(select sum(value) from counter where id in (11, 12))')).toBe(4);
    expect(runs).toBe(3);
  });

  it('does not repeat a transaction that failed for another reason', async () => {
    let runs = 0;
    const work = source.transaction(() => {
      runs++;
      return Promise.reject(new Error('no such school'));
    });
    await expect(work).rejects.toThrow('no such school');
    expect(runs).toBe(1);
  });

  it('hands a constant conflict on when the attempts are used up', async () => {
    let runs = 0;
    const work = source.transaction(async (manager) => {
      runs++;
      await manager.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(work).rejects.toMatchObject({ driverError: { code: '40001' } });
    expect(runs).toBe(8);
  });
});

describe('migrating', () => {
  it('is done once when two processes start together', async () => {
    const empty = await createEmptyDatabase();
    try {
      const [first, second] = await Promise.all([migrate(empty.url), migrate(empty.url)]);
      const names = (await loadMigrations()).map(({ name }) => name);
      expect([first, second].sort((a, b) => b.length - a.length)).toEqual([names, []]);
    } finally {
      await empty.drop();
    }
  });

  it('refuses a database that a newer program migrated, and changes nothing', async () => {
    const empty = await createEmptyDatabase();
    const client = new pg.Client({ connectionString: empty.url });
    try {
      await client.connect();
      await client.query(
        'create table schema_migration (id serial, timestamp bigint not null, name text not null)',
      );
      await client.query(`insert into schema_migration (timestamp, name) values (9, 'Later9')`);
      await expect(migrate(empty.url)).rejects.toThrow(NewerSchemaError);
      await expect(migrate(empty.url)).rejects.toThrow('Later9');
      const { rows } = await client.query(`select to_regclass('outbox') as outbox`);
      expect(rows).toEqual([{ outbox: null }]);
    } finally {
      await client.end();
      await empty.drop();
    }
  });

  it('is reported as pending before it is done', async () => {
    const empty = await createEmptyDatabase();
    const source = await openDatabase({ url: empty.url });
    try {
      const pending = await pendingMigrations(source);
      expect(pending[0]).toBe('Platform1764000000001');
    } finally {
      await source.destroy();
      await empty.drop();
    }
  });
});
