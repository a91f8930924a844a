import { type EntityManager } from 'typeorm';
import { type Change } from './record-kind.js';

/**
 * The bulk form of `audit/facts`: an import's diff has already worked out which rows are superseded
 * and what is believed instead, so both are written in one statement each. The tables' exclusion
 * constraints still refuse what must never be.
 */

/** Supersedes these rows; throws when one of them has changed since it was read. */
export async function supersede(
  manager: EntityManager,
  table: string,
  changes: readonly Change[],
  author: string,
): Promise<void> {
  const ids = changes.flatMap((change) => (change.stored ? [change.stored.id] : []));
  await supersedeIds(manager, table, ids, author);
}

export async function supersedeIds(
  manager: EntityManager,
  table: string,
  ids: readonly string[],
  author: string,
): Promise<void> {
  if (ids.length === 0) return;
  const superseded: unknown[] = await manager.query(
    `WITH done AS (
       UPDATE ${table} SET superseded_at = clock_timestamp(), superseded_by = $2
       WHERE id = ANY($1::uuid[]) AND superseded_at IS NULL RETURNING id)
     SELECT id FROM done`,
    [ids, author],
  );
  expectAll(table, superseded.length, ids.length);
}

/** Says that somebody else changed the same records meanwhile. */
export class ChangedMeanwhile extends Error {
  constructor(what: string) {
    super(`${what} changed while the import was being written. Try again.`);
    this.name = 'ChangedMeanwhile';
  }
}

/** Throws {@link ChangedMeanwhile} unless every row was written. */
export function expectAll(what: string, written: number, wanted: number): void {
  if (written !== wanted) throw new ChangedMeanwhile(what);
}

/** Rows after the change: what creates and updates leave in place. */
export function rowsAfter(changes: readonly Change[]): NonNullable<Change['after']>[] {
  return changes.flatMap((change) => (change.after ? [change.after] : []));
}
