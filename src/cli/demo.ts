import path from 'node:path';
import { Command } from 'commander';
import { Author } from '../platform/author.js';
import { type Configuration } from '../platform/configuration.js';
import { type Launched } from '../platform/launch/launch.js';
import { SAMPLE_TODAY } from './demo-sample.js';
import { CommandFailure } from './exit-codes.js';
import { say, type Surroundings } from './surroundings.js';

interface DemoOptions {
  exit?: true;
  fresh?: true;
  reset?: true;
}

/** What the demonstration allocates (sample/README.md). */
const SAMPLE_TERM = 'spring-2027';
const OUTPUT_FOLDER = 'out';

/** `qar demo`: the sample partnership, allocated for a term, explained and served. */
export function makeDemoCommand(surroundings: Surroundings): Command {
  return new Command('demo')
    .summary('allocate the sample partnership, explain the plan and serve it')
    .description(
      'Starts the built-in database, loads the sample partnership (real schools, synthetic people), freezes the ' +
        'problem of spring term 2027 as of Monday 21 December 2026, solves it and prints the allocation in plain words. ' +
        'Writes it to out/ as a spreadsheet, then serves the API and its pages until Ctrl-C.',
    )
    .option('--exit', 'stop after printing')
    .option('--fresh', 'solve again, even when this very problem is solved already')
    .option('--reset', 'delete the data of earlier demonstrations first')
    .action((options: DemoOptions) => run(options, surroundings));
}

async function run(options: DemoOptions, surroundings: Surroundings): Promise<void> {
  const { stdout, interrupted } = surroundings;
  const { readConfiguration } = await import('../platform/configuration.js');
  const { launch } = await import('../platform/launch/launch.js');
  const configuration = demoConfiguration(readConfiguration());
  if (options.reset) await reset(configuration, surroundings);
  const launched = await launch({
    configuration,
    log: (sentence) => void say(stdout, `${sentence}\n`),
    signal: interrupted,
    environment: { QAR_TODAY: configuration.today ?? SAMPLE_TODAY, LOG_LEVEL: 'warn' },
  });
  try {
    await Promise.race([
      demonstrate(options, configuration, launched, surroundings),
      launched.givenUp,
    ]);
    if (options.exit) return;
    await say(
      stdout,
      `\nOpen ${launched.webUrl ?? ''} (only from this machine). Its API is described at /api/docs. Ctrl-C stops.\n`,
    );
    await Promise.race([untilAborted(interrupted), launched.givenUp]);
  } finally {
    await launched.stop();
  }
}

/** Everything the demonstration prints follows the sample's own day. */
function demoConfiguration(configuration: Configuration): Configuration {
  return { ...configuration, today: configuration.today ?? SAMPLE_TODAY };
}

async function reset(configuration: Configuration, { stdout }: Surroundings): Promise<void> {
  if (configuration.database.url !== undefined) {
    throw new CommandFailure(
      '--reset deletes the built-in database only, and DATABASE_URL names another. Empty that one yourself.',
    );
  }
  const { deleteCluster } = await import('../platform/postgres/delete-cluster.js');
  await deleteCluster(configuration.data.folder, !configuration.data.isChosen);
  await say(stdout, 'The data of earlier demonstrations are deleted.\n');
}

async function demonstrate(
  options: DemoOptions,
  configuration: Configuration,
  launched: Launched,
  surroundings: Surroundings,
): Promise<void> {
  const { interrupted } = surroundings;
  const { openDatabase } = await import('../platform/database.js');
  const { loadSample } = await import('./demo-sample.js');
  const { allocateTerm } = await import('./demo-allocation.js');
  const { FrozenProblem } = await import('../allocations/runs/frozen-problem.entity.js');
  const { AllocationRun } = await import('../allocations/runs/run.entity.js');
  const { OpenedPlans } = await import('../allocations/plans/opened-plans.js');
  const { StoredPlan } = await import('../allocations/plans/plan.entity.js');
  const { PlanExplanations } = await import('../allocations/plans/plan-explanations.service.js');
  const { Runs } = await import('../allocations/runs/runs.service.js');
  interrupted.throwIfAborted();
  const dataSource = await openDatabase({
    url: launched.databaseUrl,
    poolSize: 3,
    applicationName: 'qar-demo',
    entities: [AllocationRun, FrozenProblem, StoredPlan],
  });
  const explanations = new PlanExplanations(dataSource, new OpenedPlans(dataSource));
  try {
    await loadSample(dataSource, configuration.operator, surroundings);
    interrupted.throwIfAborted();
    await allocateTerm(
      {
        api: `${launched.webUrl ?? ''}/api/v1`,
        termId: SAMPLE_TERM,
        fresh: options.fresh === true,
        folder: path.resolve(OUTPUT_FOLDER),
        explanations,
        discard: (runId) =>
          new Runs(dataSource, new Author(configuration.operator)).cancel(runId, 'DISCARD'),
      },
      surroundings,
    );
  } finally {
    await explanations.onModuleDestroy();
    await dataSource.destroy();
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}
