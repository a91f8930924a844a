import type { DataSource, EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { reviewerByCode } from './register.js';
import type { Changed } from './reviewer.schema.js';

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
  'former_home',
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

/**
 * Holds the person for a change, one writer after the other.
 *
 * @param seen the revision that the change was thought of from
 * @throws Refusal when there is nobody of that reference, or anything else of them was recorded since
 */
export async function holdLead(manager: EntityManager, code: string, seen: number): Promise<void> {
  await manager.query('SELECT FROM lead_reviewer WHERE code = $1 FOR NO KEY UPDATE', [code]);
  const { name } = await reviewerByCode(manager, code);
  const version = (await revisionOf(manager, code)) ?? 0;
  if (version === seen) return;
  // A revision counts rows, of which one change may write several: the last change is told.
  const about = { subject: 'lead_reviewer', subjectId: code };
  throw await changedMeanwhile(manager, name, about, { version, seen: version - 1 });
}

/**
 * One change of what is recorded of a person, in a transaction of its own.
 *
 * @param seen as of `holdLead`
 * @param make whether it changed anything
 * @throws Refusal as `holdLead`
 */
export function changeLead(
  dataSource: DataSource,
  code: string,
  seen: number,
  make: (manager: EntityManager) => Promise<boolean>,
): Promise<Changed> {
  return dataSource.transaction(async (manager) => {
    await holdLead(manager, code, seen);
    return { changed: await make(manager) };
  });
}
