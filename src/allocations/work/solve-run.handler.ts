import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type z } from 'zod';
import { Configuration } from '../../platform/configuration.js';
import { RateCappedErrors } from '../../platform/logging.js';
import { type JobContext, type JobHandler } from '../../platform/queue/job.js';
import { HandlesJob } from '../../platform/queue/job-register.js';
import { RunChanges } from '../runs/run-changes.js';
import { solveRun } from '../runs/run-delivery.js';
import { SolverPool } from '../solving/solver-pool.js';
import { RunWork } from './run-work.js';
import { workSettings } from './work-settings.js';

/** Thin on purpose: what is done with a run stands in `RunWork`. */
@Injectable()
@HandlesJob(solveRun)
export class SolveRunHandler
  implements JobHandler<z.infer<typeof solveRun.payload>>, OnApplicationShutdown
{
  private readonly solver = new SolverPool();
  private readonly work: RunWork;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Configuration) configuration: Configuration,
    @Inject(RateCappedErrors) errors: RateCappedErrors,
    @Inject(RunChanges) changes: RunChanges,
  ) {
    this.work = new RunWork(
      {
        dataSource,
        solver: this.solver,
        watch: (runId, changed) => changes.watch(runId, changed),
        report: (where, error) => errors.report(where, error),
      },
      workSettings(configuration),
    );
  }

  /** @throws Error when this process stops, so that the queue gives the job to another */
  async handle(payload: z.infer<typeof solveRun.payload>, context: JobContext): Promise<void> {
    const result = await this.work.perform(payload.runId, context.signal);
    if (result === 'GIVEN_BACK') throw new Error('The worker stops; the run waits for another.');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.solver.close();
  }
}
