import { type EntityManager } from 'typeorm';
import { type JobKind } from './job.js';

/**
 * Sends a job as part of a transaction: it is delivered after the commit, at least once, and never after a rollback.
 *
 * A job id is delivered once as long as the queue remembers it (a day after its end). To have the work done again, send
 * it under another id, such as `${run.id}-${attempt}`.
 *
 * @param id not all digits and without a colon (the queue's rule)
 * @throws ZodError when the payload does not fit the kind of job; PostgreSQL's error for a bad id
 */
export async function sendJob<Payload>(
  manager: EntityManager,
  kind: JobKind<Payload>,
  id: string,
  payload: Payload,
): Promise<void> {
  await manager.query(
    `insert into outbox (job_name, job_id, payload) values ($1, $2, $3)
     on conflict on constraint outbox_one_row_a_job do nothing`,
    [kind.name, id, JSON.stringify(kind.payload.parse(payload))],
  );
}
