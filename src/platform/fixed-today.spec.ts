import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestApplication } from '../../test/support/application.js';
import { testConfiguration } from '../../test/support/configuration.js';
import {
  createEmptyDatabase,
  createTestDatabase,
  type TestDatabase,
} from '../../test/support/database.js';
import { Clock } from './clock.js';
import { openDatabase } from './database.js';
import { fixedToday } from './fixed-today.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => database.dataSource.query('DELETE FROM import'));

const unset = testConfiguration({ QAR_TODAY: '' });

/** An import as far as the clock asks about it. */
async function imported(
  state: 'APPLIED' | 'UNDONE',
  day: string | null,
  on: string,
): Promise<void> {
  await database.dataSource.query(
    `INSERT INTO import (kind, file_name, sha256, state, summary, recorded_by, applied_at, undone_at, fixed_today)
     VALUES ('schools', 'schools.csv', repeat('0', 64), $1, '{}', 'Test', $3, $4, $2)`,
    [state, day, on, state === 'UNDONE' ? on : null],
  );
}

describe('the day that stands for today', () => {
  it('is the real one for data of one’s own', async () => {
    expect(await fixedToday(unset, database.dataSource)).toBeUndefined();
    await imported('APPLIED', null, '2026-11-01');
    expect(await fixedToday(unset, database.dataSource)).toBeUndefined();
  });

  it('is the one that imported data keep, until they are taken back', async () => {
    await imported('UNDONE', '2026-12-21', '2026-11-01');
    expect(await fixedToday(unset, database.dataSource)).toBeUndefined();
    await imported('APPLIED', '2026-12-21', '2026-11-02');
    expect(await fixedToday(unset, database.dataSource)).toEqual({
      day: '2026-12-21',
      by: 'DATABASE',
    });
  });

  it('is that of the last import when several keep one', async () => {
    await imported('APPLIED', '2027-04-12', '2026-11-02');
    await imported('APPLIED', '2026-12-21', '2026-11-01');
    expect(await fixedToday(unset, database.dataSource)).toMatchObject({ day: '2027-04-12' });
  });

  it('is the configured one before all others', async () => {
    await imported('APPLIED', '2026-12-21', '2026-11-02');
    const configured = testConfiguration({ QAR_TODAY: '2027-05-04' });
    expect(await fixedToday(configured, database.dataSource)).toEqual({
      day: '2027-05-04',
      by: 'CONFIGURATION',
    });
  });

  it('is what the clock of a process goes by from its start', async () => {
    await imported('APPLIED', '2026-12-21', '2026-11-02');
    const application = await createTestApplication({
      databaseUrl: database.url,
      environment: { QAR_TODAY: '' },
    });
    expect(application.get(Clock).today()).toBe('2026-12-21');
    await application.close();
  });

  it('is the real one where the database was never migrated', async () => {
    const empty = await createEmptyDatabase();
    const bare = await openDatabase({ url: empty.url });
    expect(await fixedToday(unset, bare)).toBeUndefined();
    await bare.destroy();
    await empty.drop();
  });
});
