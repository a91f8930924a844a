import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingMigrations } from '../database.js';
import { RateCappedErrors } from '../logging.js';
import { JobQueues } from '../queue/job-queues.js';
import { type Readiness, type ReadinessPart } from './health.schema.js';

const patienceMs = 3_000;

@Injectable()
export class HealthService {
  constructor(
    @Inject(DataSource) private readonly database: DataSource,
    @Inject(JobQueues) private readonly queues: JobQueues,
    @Inject(RateCappedErrors) private readonly errors: RateCappedErrors,
  ) {}

  /** Asks each part that a request needs; one that says nothing for three seconds counts as not ready. */
  async readiness(): Promise<Readiness> {
    const parts = await Promise.all([
      this.ask('database', 'does not answer', async () => {
        await this.database.query('select 1');
        return undefined;
      }),
      this.ask(
        'migrations',
        'cannot be checked, or the database is newer than this program',
        async () => {
          const pending = await pendingMigrations(this.database);
          return pending.length === 0
            ? undefined
            : `to be applied: ${pending.join(', ')}. Run qar migrate.`;
        },
      ),
      this.ask('queue', 'does not answer', async () => {
        await this.queues.prove();
        return undefined;
      }),
    ]);
    return { status: parts.every(({ isReady }) => isReady) ? 'ready' : 'not ready', parts };
  }

  /** The reason of a failure goes to the log only: it may name hosts and accounts. */
  private async ask(
    name: ReadinessPart['name'],
    failure: string,
    fault: () => Promise<string | undefined>,
  ): Promise<ReadinessPart> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
    });
    try {
      const detail = await Promise.race([fault(), silence]);
      return detail === undefined ? { name, isReady: true } : { name, isReady: false, detail };
    } catch (error) {
      this.errors.report(`readiness of the ${name}`, error);
      return { name, isReady: false, detail: failure };
    } finally {
      clearTimeout(timer);
    }
  }
}
