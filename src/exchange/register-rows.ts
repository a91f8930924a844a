import { type EntityManager } from 'typeorm';
import { expectAll } from './fact-rows.js';
import { ImportRefused } from './import-refused.js';
import { type Change } from './record-kind.js';

/** Something that would be left pointing at a row that is taken off its register. */
export interface Dependent {
  /** In words, plural: "contracts". */
  what: string;
  /** Selects the references ($1: a text array) that are still in use, one row each use, as `key`. */
  sql: string;
}

/**
 * Takes rows off a register, by compare and set on their versions.
 *
 * @throws {ImportRefused} naming what still depends on them
 */
export async function takeOff(
  manager: EntityManager,
  register: { table: string; keyColumn: string; title: string; dependents: readonly Dependent[] },
  changes: readonly Change[],
): Promise<void> {
  const removals = changes.filter((change) => change.action === 'remove');
  if (removals.length === 0) return;
  const keys = removals.map((change) => change.key);
  for (const dependent of register.dependents) {
    const used: { key: string }[] = await manager.query(dependent.sql, [keys]);
    if (used[0]) {
      throw new ImportRefused(
        'STILL_IN_USE',
        `${used[0].key} cannot be taken off ${register.title}: it still has ${dependent.what}. Remove these first.`,
      );
    }
  }
  const removed: unknown[] = await manager.query(
    `WITH done AS (
       UPDATE ${register.table} t SET removed_at = clock_timestamp(), version = t.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS r(key text, version integer)
       WHERE t.${register.keyColumn} = r.key AND t.version = r.version AND t.removed_at IS NULL
       RETURNING 1)
     SELECT * FROM done`,
    [JSON.stringify(versions(removals))],
  );
  expectAll(register.title, removed.length, removals.length);
}

/** Keys and versions as they were read, for compare and set. */
function versions(changes: readonly Change[]): { key: string; version: number }[] {
  return changes.map((change) => ({ key: change.key, version: change.stored?.version ?? 0 }));
}

/** Rows of the given changes with the version that was read, ready for `jsonb_to_recordset`. */
export function versionedRows(changes: readonly Change[], action: Change['action']): string {
  return JSON.stringify(
    changes
      .filter((change) => change.action === action)
      .map((change) => ({ ...change.after, version: change.stored?.version ?? 0 })),
  );
}

export function countOf(changes: readonly Change[], action: Change['action']): number {
  return changes.filter((change) => change.action === action).length;
}
