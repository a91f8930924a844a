import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Launched } from '../../src/platform/launch/launch.js';
import { isTransient } from '../../src/platform/outage.js';
import { smallProblemFile } from './small-problem.js';

export interface BatchResult {
  /** One sentence for each run that did not end once, with one plan, in time. */
  failures: string[];
  slowestSeconds: number;
  attempts: { most: number; again: number };
}

const BATCH = 20;
/** Solved in about a third of a second: long enough to be killed over. */
const SIZE = { leads: 30, reviews: 50 };
/** No run may be stuck for longer: from the moment it was stored until it ended, with all its batch. */
const MOST_SECONDS = 60;

interface StoredRun {
  id: string;
  name: string;
  state: string;
  failure: string | null;
  attempt: number;
  plans: number;
  seconds: number | null;
}

/** Asks for so many runs, 20 at a time, over HTTP, and looks into the database at what became of them. */
export async function runInBatches(
  launched: Launched,
  count: number,
  seed: number,
): Promise<BatchResult> {
  for (let first = 0; first < count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => first + i);
    await Promise.all(numbers.map((number) => ask(launched, seed * 1_000_000 + number)));
    const left = await untilEnded(launched);
    process.stdout.write(`  ${first + numbers.length} of ${count} asked for, ${left} unfinished\n`);
  }
  const stored = await allRuns(launched);
  return {
    failures: [...stored.flatMap(faultsOf), ...wrongNumber(stored, count)],
    slowestSeconds: Math.max(0, ...stored.map(({ seconds }) => seconds ?? Infinity)),
    attempts: {
      most: Math.max(0, ...stored.map(({ attempt }) => attempt)),
      again: stored.filter(({ attempt }) => attempt > 1).length,
    },
  };
}

/** Sends the same request under the same key until it is answered, as a careful client does. */
async function ask(launched: Launched, problemSeed: number): Promise<void> {
  const body = smallProblemFile(problemSeed, SIZE).toString('utf8');
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': `crash-test-${problemSeed}`,
  };
  for (;;) {
    try {
      const answer = await fetch(`${launched.webUrl ?? ''}/api/v1/allocation-runs`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.ok) return;
      if (answer.status < 500) throw new Refused(`${answer.status}: ${await answer.text()}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
      // Nobody answered: the web server or the database is down for the moment.
    }
    await pause(250);
  }
}

/** The web server understood the request and refused it: then the test itself is wrong. */
class Refused extends Error {}

/** Waits until all have ended, or one of them for longer than it may. @returns how many have not */
async function untilEnded(launched: Launched): Promise<number> {
  const deadline = Date.now() + MOST_SECONDS * 1000;
  for (;;) {
    const [row] = await query<{ left: number }>(
      launched,
      'SELECT count(*)::int AS left FROM allocation_run WHERE finished_at IS NULL',
    );
    const left = row?.left ?? 0;
    if (left === 0 || Date.now() > deadline) return left;
    await pause(200);
  }
}

function allRuns(launched: Launched): Promise<StoredRun[]> {
  return query<StoredRun>(
    launched,
    `SELECT id, name, state, failure, attempt, extract(epoch FROM finished_at - requested_at)::float8 AS seconds,
       (SELECT count(*)::int FROM plan WHERE run_id = allocation_run.id) AS plans
     FROM allocation_run ORDER BY requested_at`,
  );
}

function faultsOf({ name, state, failure, plans, seconds }: StoredRun): string[] {
  if (seconds === null) return [`${name}: still ${state}, stuck for more than ${MOST_SECONDS} s`];
  if (state !== 'SOLVED') return [`${name}: ended ${state} (${failure ?? 'no reason given'})`];
  if (plans !== 1) return [`${name}: has ${plans} plans`];
  return seconds > MOST_SECONDS ? [`${name}: took ${seconds.toFixed(1)} s`] : [];
}

/** A request that was sent again must not have become a second run, nor one that was answered be lost. */
function wrongNumber(stored: readonly StoredRun[], asked: number): string[] {
  const problems = new Set(stored.map(({ name }) => name)).size;
  if (stored.length === asked && problems === asked) return [];
  return [`${asked} runs were asked for, ${stored.length} are stored, for ${problems} problems`];
}

/** Whether the database answers now, with at least one row. */
export async function answers(launched: Launched, fromWhere: string): Promise<boolean> {
  const client = clientOf(launched);
  try {
    await client.connect();
    return (await client.query(`SELECT ${fromWhere} LIMIT 1`)).rows.length > 0;
  } catch (error) {
    if (isTransient(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}

/** Whether the web server answers now. */
export async function isLive(launched: Launched): Promise<boolean> {
  try {
    const address = `${launched.webUrl ?? ''}/health/live`;
    return (await fetch(address, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false; // nobody answers: that is what was asked
  }
}

function clientOf(launched: Launched): pg.Client {
  const client = new pg.Client({
    connectionString: launched.databaseUrl,
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined); // the query that fails says so
  return client;
}

/** Asks the database, again and again while it is down. */
async function query<Row extends pg.QueryResultRow>(
  launched: Launched,
  sql: string,
): Promise<Row[]> {
  for (;;) {
    const client = clientOf(launched);
    try {
      await client.connect();
      return (await client.query<Row>(sql)).rows;
    } catch (error) {
      if (!isTransient(error)) throw error;
      await pause(250);
    } finally {
      await client.end().catch(() => undefined); // it may never have been connected
    }
  }
}
