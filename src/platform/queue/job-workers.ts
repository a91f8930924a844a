import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { RateCappedErrors } from '../logging.js';
import { type JobHandler, type JobKind, workerStops } from './job.js';
import { JobRegister } from './job-register.js';
import { type JobWorker, QueueConnections } from './queue-connections.js';
import { type QueueRole, queueRole } from './queue-role.js';

/** Does the jobs, in a process whose role it is. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #workers: JobWorker[] = [];

  constructor(
    @Inject(QueueConnections) private readonly connections: QueueConnections,
    @Inject(JobRegister) private readonly register: JobRegister,
    @Inject(RateCappedErrors) private readonly errors: RateCappedErrors,
    @Inject(queueRole) private readonly role: QueueRole,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.role.works) return;
    this.#workers = [...this.register.handlers()].map(([kind, handler]) =>
      this.connections.openWorker(kind, (job, token, signal) =>
        this.work(kind, handler, job, token, signal),
      ),
    );
  }

  /** Takes no new jobs, asks those in hand to stop, and gives them back. */
  async beforeApplicationShutdown(): Promise<void> {
    const closed = this.#workers.map((worker) => worker.close());
    this.#workers.forEach((worker) => worker.cancelAllJobs(workerStops));
    await Promise.all(closed);
  }

  private async work(
    kind: JobKind,
    handler: JobHandler<unknown>,
    job: Job<unknown>,
    token: string | undefined,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const payload = kind.payload.safeParse(job.data);
    if (!payload.success) {
      throw new UnrecoverableError(`The payload does not fit the job: ${payload.error.message}`);
    }
    const context = { jobId: job.id ?? '', attempt: job.attemptsMade + 1, signal };
    try {
      await handler.handle(payload.data, context);
    } catch (error) {
      if (signal.aborted && signal.reason === workerStops) {
        await job.moveToDelayed(Date.now(), token);
        throw new DelayedError(); // tells BullMQ that the job was given back, and is no failure
      }
      this.errors.report(`job ${kind.name}`, error);
      throw error;
    }
  }
}
