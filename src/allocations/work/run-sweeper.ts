import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Configuration } from '../../platform/configuration.js';
import { RateCappedErrors } from '../../platform/logging.js';
import { JobQueues } from '../../platform/queue/job-queues.js';
import { type QueueRole, queueRole } from '../../platform/queue/queue-role.js';
import { deliverAgain, jobIdOf, solveRun } from '../runs/run-delivery.js';
import { requeueSilentRuns } from './run-ledger.js';
import { workSettings } from './work-settings.js';

/** What the queue says of a job that it will not bring to a worker any more. */
const undeliverable: ReadonlySet<string> = new Set(['completed', 'failed', 'unknown']);

/** A run that was sent a moment ago may still be on its way from the outbox to the queue. */
const OUTBOX_GRACE_MS = 2000;

/** Most runs looked after in one sweep; the next one follows soon. */
const BATCH = 1000;

/**
 * Finds runs that fell between: their worker is silent, or the queue has lost them, given them up or
 * believes them done. The row is the truth, so they are sent once more, under a new job.
 */
@Injectable()
export class RunSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stop = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(Configuration) private readonly configuration: Configuration,
    @Inject(JobQueues) private readonly queues: JobQueues,
    @Inject(RateCappedErrors) private readonly errors: RateCappedErrors,
    @Inject(queueRole) private readonly role: QueueRole,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role.works) this.ended = this.sweepUntilStopped();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.ended;
  }

  /** @returns how many runs were sent again */
  async sweep(): Promise<number> {
    const silent = await this.sendSilentRuns();
    const lost = await this.sendLostRuns();
    return silent + lost;
  }

  private async sweepUntilStopped(): Promise<void> {
    while (!this.stop.signal.aborted) {
      try {
        await this.sweep();
      } catch (error) {
        this.errors.report('sweeping the allocation runs', error);
      }
      await pause(this.configuration.queue.sweepMs, undefined, { signal: this.stop.signal }).catch(
        () => undefined, // the worker stops; the loop's condition says so
      );
    }
  }

  private sendSilentRuns(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const silent = await requeueSilentRuns(manager, workSettings(this.configuration).staleMs);
      for (const { id, deliveries } of silent) await deliverAgain(manager, id, deliveries);
      return silent.length;
    });
  }

  private async sendLostRuns(): Promise<number> {
    const waiting = await this.database.query<{ id: string; deliveries: number }[]>(
      `SELECT id, deliveries FROM allocation_run
       WHERE state = 'QUEUED' AND delivered_at < clock_timestamp() - make_interval(secs => $1::float8 / 1000)
         AND NOT EXISTS (SELECT FROM outbox WHERE job_name = $2 AND job_id = id || '-' || deliveries)
       ORDER BY delivered_at LIMIT ${BATCH}`,
      [OUTBOX_GRACE_MS, solveRun.name],
    );
    let sent = 0;
    for (const { id, deliveries } of waiting) {
      const state = await this.queues.of(solveRun).getJobState(jobIdOf(id, deliveries));
      if (!undeliverable.has(state)) continue;
      sent += await this.database.transaction((manager) => deliverAgain(manager, id, deliveries));
    }
    return sent;
  }
}
