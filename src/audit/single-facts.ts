import type { EntityManager } from 'typeorm';
import { refuseIfRecordedMeanwhile } from './recorded-meanwhile.js';

/**
 * Facts of which one is current at a time and which have no period: a stage done, an exception agreed,
 * an event of a seat. Like dated facts they are superseded, never rewritten.
 */
export type SingleFactTable =
  | 'training_attendance'
  | 'induction_stage'
  | 'commitment_override'
  | 'review_priority'
  | 'seat_event';

type Row = Record<string, string | number | boolean | null>;

/**
 * Makes `values` the one that is believed for `key`; null takes back what was believed. Nothing is written
 * when it is believed already.
 *
 * @returns whether anything changed
 * @throws Refusal when somebody else recorded the same fact at the same time
 */
export async function replaceFact(
  manager: EntityManager,
  table: SingleFactTable,
  key: Row,
  values: Row | null,
  author: string,
): Promise<boolean> {
  const where = Object.keys(key).map((column, i) => `${column} = $${i + 1}`);
  const [current]: (Row & { id: string })[] = await manager.query(
    `SELECT * FROM ${table} WHERE superseded_at IS NULL AND ${where.join(' AND ')} FOR UPDATE`,
    Object.values(key),
  );
  if (current === undefined && values === null) return false;
  if (
    current &&
    values &&
    Object.keys(values).every((column) => current[column] === values[column])
  ) {
    return false;
  }
  if (current) {
    await manager.query(
      `UPDATE ${table} SET superseded_at = clock_timestamp(), superseded_by = $2 WHERE id = $1`,
      [current.id, author],
    );
  }
  if (values) await insert(manager, table, { ...key, ...values, recorded_by: author });
  return true;
}

async function insert(manager: EntityManager, table: SingleFactTable, row: Row): Promise<void> {
  const columns = Object.keys(row);
  await manager
    .query(
      `INSERT INTO ${table} (${columns.join(', ')})
       VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
    .catch(refuseIfRecordedMeanwhile);
}
