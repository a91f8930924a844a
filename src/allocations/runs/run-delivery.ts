import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { defineJob } from '../../platform/queue/job.js';
import { sendJob } from '../../platform/queue/outbox.js';

/**
 * The job that takes a run to a worker. One at a time: a solve fills a core, and whoever wants more at
 * once starts more workers.
 */
export const solveRun = defineJob('solve-run', z.object({ runId: z.uuid() }));

/** Each delivery is a job of its own, so that one the queue has ended or given up blocks nothing. */
export function jobIdOf(runId: string, deliveries: number): string {
  return `${runId}-${deliveries}`;
}

/** Sends the run to a worker as part of the caller's transaction; `deliveries` as in its row. */
export async function deliver(
  manager: EntityManager,
  runId: string,
  deliveries: number,
): Promise<void> {
  await sendJob(manager, solveRun, jobIdOf(runId, deliveries), { runId });
}

/**
 * Sends a waiting run once more, under a new job. Nothing happens when it no longer waits, or when
 * somebody else has sent it again since `deliveries` was read.
 *
 * @returns how many runs were sent, 0 or 1
 */
export async function deliverAgain(
  manager: EntityManager,
  runId: string,
  deliveries: number,
): Promise<number> {
  const [rows]: [{ deliveries: number }[], number] = await manager.query(
    `UPDATE allocation_run SET deliveries = deliveries + 1, delivered_at = clock_timestamp()
     WHERE id = $1 AND state = 'QUEUED' AND deliveries = $2 RETURNING deliveries`,
    [runId, deliveries],
  );
  for (const row of rows) await deliver(manager, runId, row.deliveries);
  return rows.length;
}
