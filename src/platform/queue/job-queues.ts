import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobKind } from './job.js';
import { JobRegister } from './job-register.js';
import { type JobQueue, QueueConnections } from './queue-connections.js';

/** One producer a kind of job, opened at its first use. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  readonly #queues = new Map<string, JobQueue>();

  constructor(
    @Inject(QueueConnections) private readonly connections: QueueConnections,
    @Inject(JobRegister) private readonly register: JobRegister,
  ) {}

  of(kind: JobKind): JobQueue {
    const open = this.#queues.get(kind.name) ?? this.connections.openQueue(kind);
    this.#queues.set(kind.name, open);
    return open;
  }

  /** Proves that every queue answers. @throws the store's error */
  async prove(): Promise<void> {
    await Promise.all(this.register.kinds().map((kind) => this.of(kind).getJobCounts('waiting')));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }
}
