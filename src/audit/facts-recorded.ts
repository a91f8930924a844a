import { type EntityManager } from 'typeorm';

/**
 * Whether what was worked out from the facts still stands on today's: one judgement for all that is stored, studies and
 * what people could lead at most alike.
 */

/** Entries of the trail that concern no fact: runs, plans, studies and ways to look at things. */
export const NO_FACTS: readonly string[] = [
  ...['allocation_run', 'plan', 'saved_view', 'forecast', 'study', 'scenario', 'test'],
];

/** The newest entry of the trail that may tell of a changed fact. */
export async function lastRecorded(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ last: string | null }[]>(
    `SELECT max(id)::text AS last FROM audit_entry WHERE NOT subject = ANY($1)`,
    [NO_FACTS],
  );
  return row?.last ?? '0';
}

/**
 * In SQL: whether a fact was recorded since.
 *
 * @param since an expression: the last entry that was known (`id`), or the instant at which facts were read (`recorded_at`)
 * @param noFacts the parameter that holds `NO_FACTS`, such as `$3`
 */
export function recordedSince(
  column: 'id' | 'recorded_at',
  since: string,
  noFacts: `$${number}`,
): string {
  return `EXISTS (SELECT FROM audit_entry e WHERE e.${column} > ${since} AND NOT e.subject = ANY(${noFacts}))`;
}
