import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { RateCappedErrors } from '../logging.js';
import { JobQueues } from './job-queues.js';
import { JobRegister } from './job-register.js';
import { type QueueRole, queueRole } from './queue-role.js';

const batch = 100;

interface OutboxRow {
  readonly id: number;
  readonly job_name: string;
  readonly job_id: string;
  readonly payload: unknown;
}

/**
 * Carries jobs from the outbox to the queue. A row goes when the queue has the job, in that order, so a crash between
 * delivers it again under the same id, which the queue ignores. Several relays share the rows without waiting.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #wake = (): void => undefined;
  #listener: pg.Client | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(JobQueues) private readonly queues: JobQueues,
    @Inject(JobRegister) private readonly register: JobRegister,
    @Inject(RateCappedErrors) private readonly errors: RateCappedErrors,
    @Inject(queueRole) private readonly role: QueueRole,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role.works) this.#ended = this.relayUntilStopped();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    await this.#ended;
    await this.#listener?.end();
  }

  /** Delivers what waits in the outbox now. @returns how many jobs were delivered */
  async relay(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<OutboxRow[]>(
        `select id, job_name, job_id, payload from outbox
         where job_name = any($1) order by id limit ${batch} for update skip locked`,
        [this.register.kinds().map(({ name }) => name)],
      );
      for (const row of rows) await this.deliver(manager, row);
      return rows.length;
    });
  }

  private async deliver(manager: EntityManager, row: OutboxRow): Promise<void> {
    const kind = this.register.kinds().find(({ name }) => name === row.job_name);
    if (kind === undefined)
      throw new Error(`Nobody knows the job "${row.job_name}" in the outbox.`);
    await this.queues.of(kind).add(kind.name, row.payload, { jobId: row.job_id });
    await manager.query('delete from outbox where id = $1', [row.id]);
  }

  private async relayUntilStopped(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.listen();
        if ((await this.relay()) === batch) continue;
      } catch (error) {
        this.errors.report('the outbox', error);
      }
      await this.nextWake();
    }
  }

  /** A notification, or the usual interval, whichever comes first: a lost notification costs one interval. */
  private async nextWake(): Promise<void> {
    const woken = new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#stop.signal.aborted) return;
    const interval = new AbortController();
    await Promise.race([
      woken,
      sleep(this.role.outboxPollMs, undefined, { signal: interval.signal }).catch(() => undefined),
    ]);
    interval.abort();
  }

  private async listen(): Promise<void> {
    if (this.#listener !== undefined) return;
    const client = new pg.Client({
      connectionString: this.role.databaseUrl,
      application_name: 'qar-outbox',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on('notification', () => this.#wake());
    client.on('error', (error) => this.errors.report('listening to the outbox', error));
    client.on('end', () => {
      if (this.#listener === client) this.#listener = undefined; // the next round listens again
    });
    await client.connect();
    await client.query('listen outbox');
    this.#listener = client;
  }
}
