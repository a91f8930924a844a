import { NestFactory } from '@nestjs/core';
import { type INestApplicationContext, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { Forecasts } from '../allocations/forecast/forecasts.service.js';
import { PlanExplanations } from '../allocations/plans/plan-explanations.service.js';
import { RunEvents } from '../allocations/runs/run-events.service.js';
import { RunRequests } from '../allocations/runs/run-requests.service.js';
import { type RunView } from '../allocations/runs/run.schema.js';
import { Recruitings } from '../allocations/recruiting/recruitings.service.js';
import { Scenarios } from '../allocations/scenarios/scenarios.service.js';
import { Runs } from '../allocations/runs/runs.service.js';
import { type Configuration, readConfiguration } from '../platform/configuration.js';
import { launch } from '../platform/launch/launch.js';
import { createLogger } from '../platform/logging.js';
import { PlatformModule } from '../platform/platform.module.js';
import { fixedTodayInWords } from './say-today.js';
import { say, type Surroundings } from './surroundings.js';

/** The service as a command uses it: the same use cases as over HTTP, and a worker that does the jobs. */
export interface RunningService {
  requests: RunRequests;
  runs: Runs;
  explanations: PlanExplanations;
  forecasts: Forecasts;
  recruitings: Recruitings;
  scenarios: Scenarios;
  dataSource: DataSource;
  /**
   * Calls back with the run each time it has changed, until it has ended.
   *
   * @returns the run as it ended
   * @throws the reason that `until` was aborted with
   */
  follow(runId: string, show: (run: RunView) => void, until: AbortSignal): Promise<RunView>;
}

/**
 * Starts the built-in database (unless DATABASE_URL names another) and a worker process of its own, for
 * as long as `work` runs; another worker of the same installation may take the jobs as well.
 */
export async function withRunningService(
  { stderr, interrupted }: Surroundings,
  work: (service: RunningService) => Promise<void>,
): Promise<void> {
  const configuration = readConfiguration();
  const launched = await launch({
    configuration,
    log: (sentence) => void say(stderr, `${sentence}\n`),
    parts: ['worker'],
    signal: interrupted,
    environment: { LOG_LEVEL: 'error' },
  });
  try {
    const context = await open(configuration, launched.databaseUrl, stderr);
    try {
      const today = await fixedTodayInWords(configuration, context.get(DataSource));
      if (today !== undefined) await say(stderr, `${today}\n`);
      await Promise.race([work(serviceOf(context)), launched.givenUp]);
    } finally {
      await context.close();
    }
  } finally {
    await launched.stop();
  }
}

function open(
  configuration: Configuration,
  databaseUrl: string,
  stderr: Surroundings['stderr'],
): Promise<INestApplicationContext> {
  const logger = createLogger('command', 'error', { write: (line) => void stderr.write(line) });
  const platform = PlatformModule.for({
    configuration,
    databaseUrl,
    logger,
    works: false,
    poolSize: 3,
  });
  const module: DynamicModule = { module: class {}, imports: [platform, AllocationsModule] };
  return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
}

function serviceOf(context: INestApplicationContext): RunningService {
  const events = context.get(RunEvents);
  return {
    requests: context.get(RunRequests),
    runs: context.get(Runs),
    explanations: context.get(PlanExplanations),
    forecasts: context.get(Forecasts),
    recruitings: context.get(Recruitings),
    scenarios: context.get(Scenarios),
    dataSource: context.get(DataSource),
    follow: (runId, show, until) =>
      new Promise((ended, failed) => {
        const following = events.follow(runId, undefined).subscribe({
          next: ({ type, data }) => {
            if (type === 'heartbeat') return;
            const run = data as RunView;
            show(run);
            if (type === 'ended') ended(run);
          },
          error: failed,
        });
        const stop = (): void => {
          following.unsubscribe();
          failed(until.reason as Error);
        };
        if (until.aborted) stop();
        until.addEventListener('abort', stop, { once: true });
      }),
  };
}
