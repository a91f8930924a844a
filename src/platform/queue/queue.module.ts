/**
 * The queue. How a feature uses it:
 *
 *     // 1. The kind of job: name and payload (ids only).
 *     export const solveRun = defineJob('solve-run', z.object({ runId: z.uuid() }));
 *
 *     // 2. Its handler, safe to run twice.
 *     @Injectable() @HandlesJob(solveRun)
 *     export class SolveRunHandler implements JobHandler<z.infer<typeof solveRun.payload>> {
 *       async handle({ runId }, { jobId, attempt, signal }) { ... }
 *     }
 *
 *     // 3. In the feature's module: imports: [QueueModule.forJobs(solveRun)], providers: [SolveRunHandler]
 *
 *     // 4. Sending, inside the use case's transaction:
 *     await database.transaction(async (manager) => {
 *       ...
 *       await sendJob(manager, solveRun, run.id, { runId: run.id });
 *     });
 *
 * Only the worker process does jobs; every process checks at its start that each kind has exactly one handler. The
 * application's own row is the truth about the work; the queue only delivers, at least once.
 */
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { type Configuration } from '../configuration.js';
import { RateCappedErrors } from '../logging.js';
import { type JobKind } from './job.js';
import { JobQueues } from './job-queues.js';
import { DeclaredJob, JobRegister } from './job-register.js';
import { JobWorkers } from './job-workers.js';
import { OutboxRelay } from './outbox-relay.js';
import { QueueConnections } from './queue-connections.js';
import { type QueueRole, queueRole } from './queue-role.js';

@Global()
@Module({})
export class QueueModule {
  /** Once for the application. Needs `RateCappedErrors` and TypeORM's `DataSource` from a global module. */
  static forRoot(configuration: Configuration, databaseUrl: string, works: boolean): DynamicModule {
    const settings = configuration.queue;
    return {
      module: QueueModule,
      imports: [DiscoveryModule],
      providers: [
        {
          provide: queueRole,
          useValue: { works, databaseUrl, outboxPollMs: settings.outboxPollMs } satisfies QueueRole,
        },
        {
          provide: QueueConnections,
          inject: [RateCappedErrors],
          useFactory: (errors: RateCappedErrors) =>
            new QueueConnections(settings, databaseUrl, errors),
        },
        JobRegister,
        JobQueues,
        JobWorkers,
        OutboxRelay,
      ],
      exports: [JobRegister, JobQueues, OutboxRelay, queueRole],
    };
  }

  /** Declares the kinds of job that a feature sends. */
  static forJobs(...kinds: readonly JobKind[]): DynamicModule {
    return {
      module: DeclaredJobsModule,
      providers: kinds.map((kind) => ({
        provide: `job ${kind.name}`,
        useValue: new DeclaredJob(kind),
      })),
    };
  }
}

@Module({})
class DeclaredJobsModule {}
