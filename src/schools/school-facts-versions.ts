import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { schoolByUrn } from './school-register.js';

/** What is recorded of a school beside its entry, with what the trail calls a change of it. */
const RECORDED = { membership: 'membership', school_closure: 'closure' } as const;
type Recorded = keyof typeof RECORDED;

/** The version of what is recorded: rows are only added and superseded, so that counting both is enough. */
export async function versionOfSchool(
  manager: EntityManager,
  urn: string,
  table: Recorded,
): Promise<number> {
  const rows: { version: number }[] = await manager.query(
    `SELECT (count(*) + count(superseded_at))::int AS version FROM ${table} WHERE urn = $1`,
    [urn],
  );
  return rows[0]?.version ?? 0;
}

/**
 * Holds a school for a change of what is recorded of it, one writer after the other.
 *
 * @throws Refusal when there is no such school, or somebody else recorded another since that version
 */
export async function holdSchool(
  manager: EntityManager,
  urn: string,
  table: Recorded,
  seen: number,
): Promise<void> {
  await manager.query('SELECT FROM school WHERE urn = $1 FOR NO KEY UPDATE', [urn]);
  const { name } = await schoolByUrn(manager, urn);
  const version = await versionOfSchool(manager, urn, table);
  if (version === seen) return;
  const about = { subject: 'school', subjectId: urn, actions: RECORDED[table] };
  // The version counts rows, of which one change may write several: the last change is told.
  throw await changedMeanwhile(manager, `The ${RECORDED[table]} of ${name}`, about, {
    version,
    seen: version - 1,
  });
}
