import type { EntityManager } from 'typeorm';

/** The tables of dated facts about a person: each keeps every row that was ever recorded. */
export const LEAD_FACTS = [
  'employment',
  'standing',
  'gate',
  'training_attendance',
  'induction_stage',
  'region_grade',
  'conflict',
  'conflict_override',
  'own_limit',
  'contract',
  'commitment_override',
] as const;

/**
 * The revision of each person by `lead_id`: it rises with whatever is changed of them, the entry itself or a fact. Rows of
 * facts are only added and superseded, so that counting both is enough. It needs no column that every writer must raise.
 */
export const REVISIONS = `
  SELECT l.id AS lead_id, l.version + coalesce(sum(f.written), 0)::int AS revision
  FROM lead_reviewer l LEFT JOIN (
    ${LEAD_FACTS.map((table) => `SELECT lead_id, count(*) + count(superseded_at) AS written FROM ${table} GROUP BY lead_id`).join(' UNION ALL ')}
  ) f ON f.lead_id = l.id
  GROUP BY l.id`;

/** The revision of one person; null: there is nobody of that reference on the register. */
export async function revisionOf(manager: EntityManager, code: string): Promise<number | null> {
  const counts = LEAD_FACTS.map(
    (table) => `(SELECT count(*) + count(superseded_at) FROM ${table} WHERE lead_id = l.id)`,
  );
  const [found] = await manager.query<{ revision: number }[]>(
    `SELECT (l.version + ${counts.join(' + ')})::int AS revision
     FROM lead_reviewer l WHERE code = $1 AND removed_at IS NULL`,
    [code],
  );
  return found?.revision ?? null;
}
