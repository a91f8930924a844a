import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { RunChanges } from './run-changes.js';

const RUN = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

describe('hearing of changed runs', () => {
  let database: TestDatabase;
  let changes: RunChanges;
  const reports: unknown[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    changes = new RunChanges(database.url, (_, error) => reports.push(error));
    await changes.open();
  });
  afterAll(async () => {
    await changes.close();
    await database.drop();
  });

  function change(runId: string): Promise<unknown> {
    return database.dataSource.query(`SELECT pg_notify('allocation_run', $1)`, [runId]);
  }

  function nextChange(runId: string): Promise<void> {
    return new Promise((heard) => {
      const stop = changes.watch(runId, () => {
        stop();
        heard();
      });
    });
  }

  it('calls those who watch that run, and nobody else', async () => {
    let others = 0;
    const stop = changes.watch(OTHER, () => (others += 1));
    const heard = nextChange(RUN);
    await change(RUN);
    await heard;
    stop();
    expect(others).toBe(0);
  });

  it('calls nobody who has stopped watching', async () => {
    let calls = 0;
    changes.watch(RUN, () => (calls += 1))();
    const heard = nextChange(RUN);
    await change(RUN);
    await heard;
    expect(calls).toBe(0);
  });

  it('calls everybody when a broken connection is back, for they may have missed something', async () => {
    const heard = nextChange(RUN);
    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'qar-run-changes' AND datname = current_database()`,
    );
    await heard;
    expect(reports).toHaveLength(1);
  });
});
