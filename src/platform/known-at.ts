import { type EntityManager } from 'typeorm';

/**
 * The schema of views that show every table as it stood at an instant. Made anew after each migration by
 * `renew_records_as_known`, which says how.
 */
export const knownSchema = 'as_known';

/**
 * From now on the transaction sees the records as they were known at an instant: every table that a statement names without
 * its schema is the view of that name. Nothing can be written in it.
 *
 * @param manager of a transaction of one snapshot (`REPEATABLE READ`)
 * @param knownAt ISO 8601
 */
export async function lookBack(manager: EntityManager, knownAt: string): Promise<void> {
  await manager.query(
    `SELECT set_config('qar.known_at', $1, true), set_config('transaction_read_only', 'on', true),
            set_config('search_path', '${knownSchema}, ' || current_setting('search_path'), true)`,
    [knownAt],
  );
}
