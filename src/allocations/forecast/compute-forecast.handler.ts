import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type z } from 'zod';
import { Clock } from '../../platform/clock.js';
import { Configuration } from '../../platform/configuration.js';
import { RateCappedErrors } from '../../platform/logging.js';
import { type JobContext, type JobHandler } from '../../platform/queue/job.js';
import { HandlesJob } from '../../platform/queue/job-register.js';
import { SolverPool } from '../solving/solver-pool.js';
import { workSettings } from '../work/work-settings.js';
import { computeForecast } from './forecast-row.js';
import { ForecastWork } from './forecast-work.js';

type Payload = z.infer<typeof computeForecast.payload>;

/** Thin on purpose: what is done with a forecast stands in `ForecastWork`. */
@Injectable()
@HandlesJob(computeForecast)
export class ComputeForecastHandler implements JobHandler<Payload>, OnApplicationShutdown {
  private readonly solver = new SolverPool();
  private readonly work: ForecastWork;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Configuration) configuration: Configuration,
    @Inject(RateCappedErrors) errors: RateCappedErrors,
    @Inject(Clock) clock: Clock,
  ) {
    this.work = new ForecastWork(
      {
        dataSource,
        solver: this.solver,
        now: () => clock.now(),
        report: (where, error) => errors.report(where, error),
      },
      workSettings(configuration),
    );
  }

  async handle({ forecastId }: Payload, { signal }: JobContext): Promise<void> {
    await this.work.perform(forecastId, signal);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.solver.close();
  }
}
