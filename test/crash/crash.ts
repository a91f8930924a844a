import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfiguration } from '../../src/platform/configuration.js';
import { type Launched, launch } from '../../src/platform/launch/launch.js';
import { Chaos, type Victim } from './chaos.js';
import { childrenRunning, postgresRunning } from './processes.js';
import { RedisServer } from './redis-server.js';
import { unusedPort } from '../support/unused-port.js';
import { answers, type BatchResult, isLive, runInBatches } from './run-batches.js';

/**
 * Kills worker, web server, database and queue while runs are asked for and solved, and then counts:
 * every run must have ended once, with one plan, within a minute.
 *
 *     node dist/test/crash/crash.js [--runs 200] [--backend postgres|redis|both] [--seed 1]
 */

/** Times short enough for a test: a lost run is found within seconds instead of three quarters of a minute. */
const shortTimes = {
  QAR_QUEUE_LOCK_MS: '3000',
  QAR_QUEUE_STALLED_INTERVAL_MS: '1000',
  QAR_QUEUE_RETRY_DELAY_MS: '500',
  QAR_OUTBOX_POLL_MS: '500',
  QAR_SWEEP_MS: '1000',
  LOG_LEVEL: 'fatal',
};

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    backend: { type: 'string', default: 'both' },
    seed: { type: 'string', default: '1' },
  },
});
const runs = wholeNumber('runs', values.runs);
const seed = wholeNumber('seed', values.seed);
const backends = backendsOf(values.backend);

const results: BatchResult[] = [];
for (const backend of backends) results.push(await crashTest(backend));
const failed = results.flatMap(({ failures }) => failures);
const passed = runs * backends.length - failed.length;
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function crashTest(backend: 'postgres' | 'redis'): Promise<BatchResult> {
  console.log(`Queue on ${backend}: ${runs} runs, seed ${seed}`);
  const folder = await mkdtemp(path.join(tmpdir(), 'qar-crash-'));
  await chmod(folder, 0o755); // the database server's account must be able to enter
  const redis = backend === 'redis' ? await RedisServer.start(folder) : undefined;
  const environment = {
    ...shortTimes,
    // While ours is down another server could answer on a port that it may choose too.
    PORT: String(await unusedPort()),
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
  };
  const configuration = readConfiguration({ ...environment, QAR_DATA_DIR: folder });
  const started = performance.now();
  const launched = await launch({ configuration, environment, log: () => undefined });
  const chaos = new Chaos(seed, victims(launched, folder, redis));
  try {
    const result = await Promise.race([runInBatches(launched, runs, seed), launched.givenUp]);
    await chaos.stop();
    report(result, chaos, started);
    return result;
  } finally {
    await chaos.stop();
    await stopAll(launched, redis);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function victims(launched: Launched, folder: string, redis: RedisServer | undefined): Victim[] {
  const ours: Victim[] = [
    {
      name: 'worker',
      weight: 4,
      pids: () => childrenRunning('src/worker.js'),
      // The last thing a starting worker does is to listen to the outbox.
      isReady: () =>
        answers(launched, `FROM pg_stat_activity WHERE application_name = 'qar-outbox'`),
    },
    {
      name: 'web',
      weight: 2,
      pids: () => childrenRunning('src/main.js'),
      isReady: () => isLive(launched),
    },
    {
      name: 'database',
      weight: 2,
      pids: () => postgresRunning(folder),
      isReady: () => answers(launched, ''),
    },
  ];
  if (redis !== undefined) {
    const pids = (): Promise<number[]> => redis.pids();
    ours.push({ name: 'redis', weight: 2, pids, isReady: async () => (await pids()).length > 0 });
  }
  return ours;
}

async function stopAll(launched: Launched, redis: RedisServer | undefined): Promise<void> {
  await launched.stop();
  await redis?.stop();
}

function report(
  { failures, slowestSeconds, attempts }: BatchResult,
  chaos: Chaos,
  started: number,
): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const kills = [...chaos.kills].map(([name, times]) => `${name} ${times}`).join(', ');
  console.log(`  killed: ${kills || 'nothing'}`);
  console.log(
    `  ${seconds} s in all; the slowest run took ${slowestSeconds.toFixed(1)} s; a run was taken up ${attempts.most} times at most, ${attempts.again} runs more than once`,
  );
  for (const failure of failures) console.log(`  FAILED ${failure}`);
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Error(`--${name} takes a whole number from 1, not ${text}.`);
  return Number(text);
}

function backendsOf(text: string): ('postgres' | 'redis')[] {
  if (text === 'both') return ['postgres', 'redis'];
  if (text === 'postgres' || text === 'redis') return [text];
  throw new Error(`--backend takes postgres, redis or both, not ${text}.`);
}
