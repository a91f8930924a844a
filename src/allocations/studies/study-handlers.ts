import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Configuration } from '../../platform/configuration.js';
import { RateCappedErrors } from '../../platform/logging.js';
import { type JobContext, type JobHandler } from '../../platform/queue/job.js';
import { HandlesJob } from '../../platform/queue/job-register.js';
import { SolverPool } from '../solving/solver-pool.js';
import { workSettings } from '../work/work-settings.js';
import { studyJobs, type StudyPayload } from './study-jobs.js';
import { StudyWork } from './study-work.js';

/** Thin on purpose: what is done with a study stands in `StudyWork`. */
@Injectable()
abstract class StudyHandler implements JobHandler<StudyPayload>, OnApplicationShutdown {
  private readonly solver = new SolverPool();
  private readonly work: StudyWork;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Configuration) configuration: Configuration,
    @Inject(RateCappedErrors) errors: RateCappedErrors,
    @Inject(Clock) clock: Clock,
  ) {
    this.work = new StudyWork(
      {
        dataSource,
        solver: this.solver,
        now: () => clock.now(),
        report: (where, error) => errors.report(where, error),
      },
      workSettings(configuration),
    );
  }

  async handle({ studyId }: StudyPayload, { signal }: JobContext): Promise<void> {
    await this.work.perform(studyId, signal);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.solver.close();
  }
}

@Injectable()
@HandlesJob(studyJobs.FORECAST)
class ForecastHandler extends StudyHandler {}

@Injectable()
@HandlesJob(studyJobs.RECRUITING)
class RecruitingHandler extends StudyHandler {}

@Injectable()
@HandlesJob(studyJobs.WHAT_IF)
class WhatIfHandler extends StudyHandler {}

/** One for each kind of study. */
export const studyHandlers = [ForecastHandler, RecruitingHandler, WhatIfHandler];
