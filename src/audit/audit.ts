import type { EntityManager } from 'typeorm';

/** One change of state, as it stands in the append-only `audit_entry` table. */
export interface AuditEntry {
  /** Who: the setting `QAR_OPERATOR` until accounts exist. */
  actor: string;
  /** What was done, in the past tense: "review cancelled", "import applied". */
  action: string;
  /** The kind of thing that changed, such as "review", and its reference. */
  subject: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
  reason?: string | undefined;
}

/**
 * Writes an audit row in the caller's transaction, so that a change and its trace stand or fall
 * together. Leave personal data out of `before` and `after`: a reference is enough.
 */
export async function recordAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  await manager.query(
    `INSERT INTO audit_entry (actor, action, subject, subject_id, before, after, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entry.actor,
      entry.action,
      entry.subject,
      entry.subjectId,
      entry.before === undefined ? null : JSON.stringify(entry.before),
      entry.after === undefined ? null : JSON.stringify(entry.after),
      entry.reason ?? null,
    ],
  );
}
