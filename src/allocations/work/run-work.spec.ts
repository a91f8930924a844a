import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { smallProblem, smallProblemFile } from '../../../test/crash/small-problem.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { AIMS, type AimResult, type Solution } from '../../solver/plan.js';
import { sha256 } from '../../solver/file/sha256.js';
import { type SolveOptions } from '../solving/solver-pool.js';
import { inPlainWords } from '../solving/solver-failure.js';
import { finish, MOST_ATTEMPTS, requeueSilentRuns, type RunEnding, takeUp } from './run-ledger.js';
import { RunWork } from './run-work.js';

const settings = { heartbeatMs: 20, staleMs: 1000 };
const bytes = smallProblemFile(1);
const problem = smallProblem(1);
const never = new AbortController().signal;

/** A legal plan that covers nothing; its bounds are those nobody can argue with. */
function emptySolution(): Solution {
  const priorities = problem.reviews.reduce((sum, { priority }) => sum + priority, 0);
  const targets = problem.leads.reduce((sum, { commitment }) => sum + commitment.target, 0);
  const aim = (name: (typeof AIMS)[number]): AimResult => {
    if (name === 'coverage') return { aim: name, value: 0, bound: priorities };
    if (name === 'commitment') return { aim: name, value: targets, bound: 0 };
    return { aim: name, value: 0, bound: 0 };
  };
  return {
    status: 'FEASIBLE',
    aims: AIMS.map(aim),
    reviews: problem.reviews.map(({ id }) => ({
      review: id,
      week: null,
      window: null,
      lead: null,
      qualityAssurer: null,
      shadow: null,
    })),
    conflict: [],
  };
}

describe('solving a run', () => {
  let database: TestDatabase;
  let reports: unknown[];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(
      `INSERT INTO frozen_problem (sha256, name, bytes, context) VALUES ($1, $2, $3, '{}')`,
      [sha256(bytes), problem.name, bytes],
    );
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    reports = [];
  });

  async function queuedRun(): Promise<string> {
    const [row] = await database.dataSource.query<{ id: string }[]>(
      `INSERT INTO allocation_run (name, problem_sha256, policy_name, engine, seed, solver_version, requested_by)
       VALUES ($1, $2, 'Standard', 'milp', 0, 'test', 'Operations') RETURNING id`,
      [problem.name, sha256(bytes)],
    );
    return row!.id;
  }

  function work(solve: (options: SolveOptions) => Promise<Solution>): RunWork {
    return new RunWork(
      {
        dataSource: database.dataSource,
        solver: { solve: (_, options = {}) => solve(options) },
        watch: () => () => undefined,
        report: (_, error) => reports.push(error),
      },
      settings,
    );
  }

  async function stored(runId: string): Promise<Record<string, unknown>> {
    const [row] = await database.dataSource.query<Record<string, unknown>[]>(
      `SELECT state, attempt, failure, progress, revision, (SELECT count(*) FROM plan WHERE run_id = $1) AS plans
       FROM allocation_run WHERE id = $1`,
      [runId],
    );
    return row!;
  }

  /** What the audit trail says of the run's states, in order. */
  async function moves(runId: string): Promise<string[]> {
    const rows = await database.dataSource.query<{ said: string }[]>(
      `SELECT format('%s: %s to %s', action, before->>'state', after->>'state') AS said
       FROM audit_entry WHERE subject = 'allocation_run' AND subject_id = $1 ORDER BY id`,
      [runId],
    );
    return rows.map(({ said }) => said);
  }

  function silence(runId: string): Promise<unknown> {
    return database.dataSource.query(
      `UPDATE allocation_run SET heartbeat_at = clock_timestamp() - interval '2 seconds' WHERE id = $1`,
      [runId],
    );
  }

  it('ends it once with one plan, however often it is delivered', async () => {
    const runId = await queuedRun();
    const worker = work(() => Promise.resolve(emptySolution()));
    expect(await worker.perform(runId, never)).toBe('ENDED');
    expect(await worker.perform(runId, never)).toBe('NOTHING_TO_DO');
    expect(await stored(runId)).toMatchObject({ state: 'SOLVED', attempt: 1, plans: 1 });
  });

  it('leaves a run alone while another worker gives signs of life', async () => {
    const runId = await queuedRun();
    await takeUp(database.dataSource, runId, settings.staleMs);
    const worker = work(() => Promise.reject(new Error('must not solve')));
    expect(await worker.perform(runId, never)).toBe('NOTHING_TO_DO');
  });

  it('takes over from a silent worker, whose late result is then refused', async () => {
    const runId = await queuedRun();
    const dead = await takeUp(database.dataSource, runId, settings.staleMs);
    await silence(runId);
    const late: RunEnding = { state: 'FAILED', failure: 'late', progress: [] };
    const worker = work(async () => {
      expect(await finish(database.dataSource, dead!, late)).toBe(false);
      return emptySolution();
    });
    expect(await worker.perform(runId, never)).toBe('ENDED');
    expect(await finish(database.dataSource, dead!, late)).toBe(false);
    expect(await stored(runId)).toMatchObject({ state: 'SOLVED', attempt: 2, plans: 1 });
    expect(await moves(runId)).toEqual([
      'allocation run taken up: QUEUED to SOLVING',
      'allocation run taken up: SOLVING to SOLVING',
      'allocation run ended: SOLVING to SOLVED',
    ]);
  });

  it('stops solving when the run is taken from it', async () => {
    const runId = await queuedRun();
    const worker = work(async ({ signal }) => {
      await silence(runId);
      expect(await requeueSilentRuns(database.dataSource.manager, settings.staleMs)).toEqual([
        { id: runId, deliveries: 1 },
      ]);
      return untilAborted(signal);
    });
    expect(await worker.perform(runId, never)).toBe('LOST');
    expect(await stored(runId)).toMatchObject({ state: 'QUEUED', plans: 0 });
    expect(await moves(runId)).toContain(
      'allocation run taken from a silent worker: SOLVING to QUEUED',
    );
  });

  it('shows how far the solver has come while it solves', async () => {
    const runId = await queuedRun();
    const worker = work(async ({ onProgress }) => {
      onProgress?.({ aim: 'coverage', value: 3, bound: 18, phase: 'improved' });
      await expectSoon(async () => {
        const { progress } = await stored(runId);
        expect(progress).toMatchObject([
          { aim: 'coverage', value: 3, bound: 18, phase: 'SOLVING' },
        ]);
      });
      return emptySolution();
    });
    expect(await worker.perform(runId, never)).toBe('ENDED');
    expect((await stored(runId)).progress).toHaveLength(7);
  });

  it('passes on that the best plan so far is wanted', async () => {
    const runId = await queuedRun();
    const worker = work(async ({ earlyStop }) => {
      await database.dataSource.query(
        `UPDATE allocation_run SET cancel_mode = 'USE_BEST' WHERE id = $1`,
        [runId],
      );
      await expectSoon(() => {
        expect(earlyStop?.flag[0]).toBe(1);
        return Promise.resolve();
      });
      return emptySolution();
    });
    expect(await worker.perform(runId, never)).toBe('ENDED');
  });

  it('stops at once when the run is cancelled', async () => {
    const runId = await queuedRun();
    const worker = work(async ({ signal }) => {
      await database.dataSource.query(
        `UPDATE allocation_run SET cancel_mode = 'DISCARD', state = 'CANCELLED', finished_at = clock_timestamp()
         WHERE id = $1`,
        [runId],
      );
      return untilAborted(signal);
    });
    expect(await worker.perform(runId, never)).toBe('LOST');
    expect(await stored(runId)).toMatchObject({ state: 'CANCELLED', plans: 0 });
  });

  it('gives the run back when the worker is shut down', async () => {
    const runId = await queuedRun();
    const shutdown = new AbortController();
    const worker = work(({ signal }) => {
      shutdown.abort();
      return untilAborted(signal);
    });
    expect(await worker.perform(runId, shutdown.signal)).toBe('GIVEN_BACK');
    expect(await stored(runId)).toMatchObject({ state: 'QUEUED', attempt: 1 });
    expect(await moves(runId)).toContain('allocation run given back: SOLVING to QUEUED');
  });

  it('fails in plain words when the engine breaks off', async () => {
    const runId = await queuedRun();
    const worker = work(() => Promise.reject(inPlainWords(new Error('Aborted(). Build with…'))));
    expect(await worker.perform(runId, never)).toBe('ENDED');
    const row = await stored(runId);
    expect(row).toMatchObject({ state: 'FAILED', plans: 0 });
    expect(row.failure).toContain('engine broke off');
    expect(reports).toHaveLength(1);
  });

  it('stores no plan that the checker finds a fault in', async () => {
    const runId = await queuedRun();
    const boast = { ...emptySolution(), status: 'OPTIMAL' as const };
    const worker = work(() => Promise.resolve(boast));
    expect(await worker.perform(runId, never)).toBe('ENDED');
    const row = await stored(runId);
    expect(row).toMatchObject({ state: 'FAILED', plans: 0 });
    expect(row.failure).toContain('did not pass the check');
  });

  it('fails a run that stopped one worker after another', async () => {
    const runId = await queuedRun();
    await database.dataSource.query('UPDATE allocation_run SET attempt = $2 WHERE id = $1', [
      runId,
      MOST_ATTEMPTS,
    ]);
    const worker = work(() => Promise.reject(new Error('must not solve')));
    expect(await worker.perform(runId, never)).toBe('ENDED');
    expect((await stored(runId)).failure).toContain(`stopped ${MOST_ATTEMPTS} times`);
  });

  it('cannot be stored as solved without its plan, nor have a plan without being solved', async () => {
    const runId = await queuedRun();
    await expect(
      database.dataSource.query(
        `UPDATE allocation_run SET state = 'SOLVED', finished_at = now() WHERE id = $1`,
        [runId],
      ),
    ).rejects.toThrow('do not agree');
    await expect(
      database.dataSource.query(
        `INSERT INTO plan (run_id, version, problem_sha256, status, content, author)
         VALUES ($1, 1, $2, 'OPTIMAL', '{}', 'nobody')`,
        [runId, sha256(bytes)],
      ),
    ).rejects.toThrow('do not agree');
  });
});

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error('aborted'));
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop);
  });
}

async function expectSoon(look: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await look();
    } catch (error) {
      if (tries >= 100) throw error;
      await new Promise((wake) => setTimeout(wake, 20));
    }
  }
}
