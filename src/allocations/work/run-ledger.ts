import { type DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { type Plan } from '../../solver/plan.js';
import { type EngineName } from '../../solver/solve.js';
import { type AimProgress } from '../runs/aim-progress.js';
import { type CancelMode, type RunState } from '../runs/run-state.js';

/**
 * What workers write about runs. A worker that takes a run up raises its `attempt`, and every later
 * write says `WHERE attempt = mine`: a worker that was thought dead can write nothing. The times are
 * the database's own, so that workers' clocks need not agree.
 */

/** A worker's claim on a run. */
export interface Claim {
  runId: string;
  attempt: number;
}

export interface TakenRun extends Claim {
  name: string;
  problemSha256: string;
  problem: Buffer;
  termId: string | null;
  /** Deterministic units of work; null: no limit. */
  engine: EngineName;
  maxWork: number | null;
}

export type RunEnding =
  | { state: 'SOLVED' | 'INFEASIBLE'; plan: Plan; progress: AimProgress[] }
  | { state: 'FAILED'; failure: string; progress: AimProgress[] };

/**
 * So many workers may die over one run before it counts as the cause and fails. High, because a run
 * also loses its worker when somebody else's fault kills it: a deployment, a database that went away,
 * a machine short of memory.
 */
export const MOST_ATTEMPTS = 20;

/** Who the audit trail names for what happens without anybody's doing. */
const WORKER = 'Worker';

/**
 * Claims the run: it is waiting, or its worker has been silent for `staleMs`.
 *
 * @returns undefined when there is nothing to do: it has ended, or another worker is at it
 */
export async function takeUp(
  dataSource: DataSource,
  runId: string,
  staleMs: number,
): Promise<TakenRun | undefined> {
  const run = await dataSource.transaction((manager) => claim(manager, runId, staleMs));
  if (run === undefined) return undefined;
  const { manager } = dataSource;
  return { runId, problem: await problemOf(manager, runId, run.problemSha256), ...run };
}

type ClaimedRun = Omit<TakenRun, 'problem' | 'runId'>;

async function claim(
  manager: EntityManager,
  runId: string,
  staleMs: number,
): Promise<ClaimedRun | undefined> {
  const [claimed] = await returned<ClaimedRun & { from: RunState }>(
    manager,
    `UPDATE allocation_run run
     SET state = 'SOLVING', attempt = attempt + 1, progress = '[]', heartbeat_at = clock_timestamp(),
         started_at = coalesce(started_at, clock_timestamp())
     FROM (SELECT id, state FROM allocation_run
           WHERE id = $1 AND (state = 'QUEUED' OR (state = 'SOLVING' AND ${silentFor('$2')}))
           FOR UPDATE) AS before
     WHERE run.id = before.id
     RETURNING before.state AS "from", attempt, name, problem_sha256 AS "problemSha256", term_id AS "termId",
       engine, max_work::float8 AS "maxWork"`,
    [runId, staleMs],
  );
  if (claimed === undefined) return undefined;
  const { from, ...run } = claimed;
  await auditMove(manager, runId, 'allocation run taken up', from, 'SOLVING');
  return run;
}

async function problemOf(manager: EntityManager, runId: string, sha256: string): Promise<Buffer> {
  const found: { bytes: Buffer }[] = await manager.query(
    'SELECT bytes FROM frozen_problem WHERE sha256 = $1',
    [sha256],
  );
  const problem = found[0]?.bytes;
  if (problem === undefined) throw new Error(`Run ${runId} names a problem that is not stored.`);
  return problem;
}

/**
 * Says that the worker lives, and what the solver has found since.
 *
 * @returns what people ask of the run; `LOST` when it is no longer this worker's
 */
export async function beat(
  manager: EntityManager,
  { runId, attempt }: Claim,
  news: AimProgress[] | undefined,
): Promise<CancelMode | 'GO_ON' | 'LOST'> {
  const rows = await returned<{ cancelMode: CancelMode | null }>(
    manager,
    `UPDATE allocation_run
     SET heartbeat_at = clock_timestamp(), progress = coalesce($3::jsonb, progress)
     WHERE ${mine} RETURNING cancel_mode AS "cancelMode"`,
    [runId, attempt, news === undefined ? null : JSON.stringify(news)],
  );
  const row = rows[0];
  return row === undefined ? 'LOST' : (row.cancelMode ?? 'GO_ON');
}

/**
 * Ends the run, with its plan if it has one, in one transaction.
 *
 * @returns whether it was still this worker's to end
 */
export async function finish(
  dataSource: DataSource,
  run: TakenRun,
  ending: RunEnding,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const ended = await returned(
      manager,
      `UPDATE allocation_run
       SET state = $3, progress = $4::jsonb, failure = $5, finished_at = clock_timestamp()
       WHERE ${mine} RETURNING id`,
      [
        run.runId,
        run.attempt,
        ending.state,
        JSON.stringify(ending.progress),
        ending.state === 'FAILED' ? ending.failure : null,
      ],
    );
    if (ended.length === 0) return false;
    if (ending.state !== 'FAILED') await storePlan(manager, run, ending.plan);
    await auditMove(manager, run.runId, 'allocation run ended', 'SOLVING', ending.state);
    return true;
  });
}

async function storePlan(manager: EntityManager, run: TakenRun, plan: Plan): Promise<void> {
  await manager.query(
    `INSERT INTO plan (run_id, term_id, version, problem_sha256, status, content, author)
     SELECT id, term_id, 1, problem_sha256, $2, $3::jsonb, requested_by
     FROM allocation_run WHERE id = $1`,
    [run.runId, plan.status, JSON.stringify(plan)],
  );
}

async function auditMove(
  manager: EntityManager,
  runId: string,
  action: string,
  from: RunState,
  to: RunState,
): Promise<void> {
  await recordAudit(manager, {
    actor: WORKER,
    action,
    subject: 'allocation_run',
    subjectId: runId,
    before: { state: from },
    after: { state: to },
  });
}

/**
 * Gives the run back to the queue's waiting ones, so that another worker takes it up at once.
 *
 * @returns whether it was still this worker's to give
 */
export async function giveBack(
  dataSource: DataSource,
  { runId, attempt }: Claim,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const rows = await returned(
      manager,
      `UPDATE allocation_run SET state = 'QUEUED', progress = '[]' WHERE ${mine} RETURNING id`,
      [runId, attempt],
    );
    if (rows.length === 0) return false;
    await auditMove(manager, runId, 'allocation run given back', 'SOLVING', 'QUEUED');
    return true;
  });
}

/** A run that waits, and how often it was handed to the queue so far. */
export interface WaitingRun {
  id: string;
  deliveries: number;
}

/** Runs whose worker has been silent for `staleMs` wait again; for the caller's transaction. */
export async function requeueSilentRuns(
  manager: EntityManager,
  staleMs: number,
): Promise<WaitingRun[]> {
  const waiting = await returned<WaitingRun>(
    manager,
    `UPDATE allocation_run SET state = 'QUEUED', progress = '[]'
     WHERE id IN (SELECT id FROM allocation_run WHERE state = 'SOLVING' AND ${silentFor('$1')}
                  FOR UPDATE SKIP LOCKED)
     RETURNING id, deliveries`,
    [staleMs],
  );
  for (const { id } of waiting) {
    await auditMove(manager, id, 'allocation run taken from a silent worker', 'SOLVING', 'QUEUED');
  }
  return waiting;
}

const mine = `id = $1 AND attempt = $2 AND state = 'SOLVING'`;

function silentFor(milliseconds: string): string {
  return `heartbeat_at < clock_timestamp() - make_interval(secs => ${milliseconds}::float8 / 1000)`;
}

/** TypeORM answers an UPDATE … RETURNING with the rows and their number. */
async function returned<Row>(
  manager: EntityManager,
  sql: string,
  parameters: unknown[],
): Promise<Row[]> {
  const [rows]: [Row[], number] = await manager.query(sql, parameters);
  return rows;
}
