import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type INestApplication } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';
import { DataSource } from 'typeorm';
import { deliver, jobIdOf, solveRun } from '../../src/allocations/runs/run-delivery.js';
import { RunRequests } from '../../src/allocations/runs/run-requests.service.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { QueueConnections } from '../../src/platform/queue/queue-connections.js';
import { smallProblemFile } from '../crash/small-problem.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ended, runApplication } from './run-application.js';

/**
 * What must hold on either queue: whatever becomes of the job, the run ends once with one plan.
 *
 * @param redisUrl undefined for the queue on PostgreSQL
 */
export function lostRunsAreFound(redisUrl?: string): void {
  const queue = redisUrl === undefined ? {} : { redisUrl };
  let database: TestDatabase;
  let web: INestApplication;
  let worker: INestApplication;
  let seed = 100;

  beforeAll(async () => {
    database = await createTestDatabase();
    web = await (
      await runApplication({ databaseUrl: database.url, works: false, ...queue })
    ).init();
  });
  beforeEach(async () => {
    worker = await runApplication({ databaseUrl: database.url, works: true, ...queue });
  });
  afterEach(() => worker.close());
  afterAll(async () => {
    await web.close();
    await database.drop();
  });

  /**
   * Asks for a run and takes its delivery out of the outbox, as if the relay had been killed over it. Only before the
   * worker starts: its relay would be faster.
   */
  async function undeliveredRun(): Promise<string> {
    const { runId } = await web.get(RunRequests).forProblemFile(smallProblemFile(seed++));
    await web
      .get(DataSource)
      .query('DELETE FROM outbox WHERE payload ->> $1 = $2', ['runId', runId]);
    return runId;
  }

  /** Has a worker that breaks every job take this one, until the queue gives it up. */
  async function givenUpRun(): Promise<string> {
    const runId = await undeliveredRun();
    const queue = web.get(JobQueues).of(solveRun);
    const id = jobIdOf(runId, 1);
    await queue.add(solveRun.name, { runId }, { jobId: id });
    const breaker = web.get(QueueConnections).openWorker(solveRun, () => {
      throw new UnrecoverableError('broken on purpose');
    });
    while ((await queue.getJobState(id)) !== 'failed') {
      await new Promise((wake) => setTimeout(wake, 20));
    }
    await breaker.close();
    return runId;
  }

  it('takes up a run whose job the queue gave up, one it never got, and one it holds twice', async () => {
    const givenUp = await givenUpRun();
    const undelivered = await undeliveredRun();
    const twice = await web.get(RunRequests).forProblemFile(smallProblemFile(seed++));
    await deliver(web.get(DataSource).manager, twice.runId, 2);
    await worker.init();
    for (const runId of [givenUp, undelivered, twice.runId]) {
      expect(await ended(web, runId)).toMatchObject({ state: 'SOLVED', plans: 1 });
    }
  });

  it('takes up a run whose worker fell silent', async () => {
    const silent = await undeliveredRun();
    await web.get(DataSource).query(
      `UPDATE allocation_run SET state = 'SOLVING', attempt = 1, started_at = now(), heartbeat_at = now()
       WHERE id = $1`,
      [silent],
    );
    await worker.init();
    expect(await ended(web, silent)).toMatchObject({ state: 'SOLVED', attempt: 2, plans: 1 });
  });
}
