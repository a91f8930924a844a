import {
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { type Configuration } from '../configuration.js';
import { queueSchema } from '../database.js';
import { type RateCappedErrors } from '../logging.js';
import { type JobKind } from './job.js';
import { createResilientPostgresBackend } from './resilient-backend.js';

/** A queue and a worker on either store. */
export type JobQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend>;
export type JobWorker = Worker<unknown, unknown, string, IQueueBackend>;

/** Finished jobs are kept for a day, so that a late second delivery of the same id is still recognised. */
const kept = {
  removeOnComplete: { age: 86_400, count: 10_000 },
  removeOnFail: { age: 7 * 86_400 },
};

/**
 * Opens BullMQ's queues and workers on PostgreSQL, or on Redis when REDIS_URL is set. A producer fails within seconds
 * when the store is down; a worker waits for it.
 */
export class QueueConnections {
  constructor(
    private readonly settings: Configuration['queue'],
    private readonly databaseUrl: string,
    private readonly errors: RateCappedErrors,
  ) {}

  openQueue(kind: JobKind): JobQueue {
    const options = {
      ...this.store('producer'),
      defaultJobOptions: {
        ...kept,
        attempts: kind.attempts,
        backoff: { type: 'exponential', delay: this.settings.retryDelayMs },
      },
    };
    const queue = new Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend>(
      kind.name,
      options as QueueOptions,
      this.backend(),
    );
    queue.on('error', (error) => this.errors.report(`queue ${kind.name}`, error));
    return queue;
  }

  openWorker(kind: JobKind, work: Processor<unknown>): JobWorker {
    const options = {
      ...this.store('worker'),
      ...kept,
      concurrency: kind.concurrency,
      lockDuration: this.settings.lockMs,
      stalledInterval: this.settings.stalledIntervalMs,
      maxStalledCount: this.settings.maxStalledCount,
      runRetryDelay: this.settings.retryDelayMs,
    };
    const worker = new Worker<unknown, unknown, string, IQueueBackend>(
      kind.name,
      work,
      options as WorkerOptions,
      this.backend(),
    );
    worker.on('error', (error) => this.errors.report(`worker ${kind.name}`, error));
    return worker;
  }

  private store(use: 'producer' | 'worker'): object {
    const url = this.settings.redisUrl;
    if (url === undefined) {
      return { connection: { connectionString: this.databaseUrl, schema: queueSchema, max: 4 } };
    }
    return {
      prefix: this.settings.redisPrefix,
      connection: { url, maxRetriesPerRequest: use === 'worker' ? null : 1 },
    };
  }

  private backend(): BackendFactory {
    return this.settings.redisUrl === undefined
      ? createResilientPostgresBackend
      : createRedisBackend;
  }
}
