import type { EntityManager } from 'typeorm';
import { refuseIfRecordedMeanwhile } from './recorded-meanwhile.js';

/**
 * Dated facts that are never overwritten. A fact table has `valid` (when it is so), `recorded_at`
 * and `recorded_by` (when we learnt it, and from whom) and `superseded_at`: a correction supersedes
 * the rows it touches and inserts what is now believed, so a report as of any day can be made again.
 */

type Value = string | number | boolean | null | string[];
type Row = Record<string, Value>;

/** A period of civil dates, both ends inclusive; no `to` means until further notice. */
export interface Period {
  from: string;
  to?: string | null;
}

export interface Fact {
  table: FactTable;
  /** What the fact is about, by column; at most one current row holds on any day. */
  key: Row;
  valid: Period;
  values: Row;
}

export type FactTable =
  | 'setting'
  | 'membership'
  | 'employment'
  | 'standing'
  | 'gate'
  | 'region_grade'
  | 'conflict'
  | 'conflict_override'
  | 'own_limit'
  | 'former_home'
  | 'contract'
  | 'review_state';

interface StoredFact extends Row {
  id: string;
  from: string;
  to: string | null;
}

/**
 * Makes `values` hold for `key` throughout `valid`. Current rows that overlap are superseded, and
 * what they said outside the period is kept. Nothing is written when it is believed already.
 *
 * @returns whether anything changed
 * @throws Refusal when somebody else recorded the same fact at the same time
 */
export async function assertFact(
  manager: EntityManager,
  fact: Fact,
  author: string,
): Promise<boolean> {
  const overlapping = await overlappingFacts(manager, fact);
  if (overlapping.some((stored) => says(stored, fact))) return false;
  await replace(manager, fact, overlapping, author);
  await insert(manager, fact.table, { ...fact.key, ...fact.values }, fact.valid, author);
  return true;
}

/**
 * Makes nothing hold for `key` throughout `valid`.
 *
 * @returns whether anything changed
 */
export async function retractFact(
  manager: EntityManager,
  fact: Omit<Fact, 'values'>,
  author: string,
): Promise<boolean> {
  const overlapping = await overlappingFacts(manager, fact);
  await replace(manager, fact, overlapping, author);
  return overlapping.length > 0;
}

async function overlappingFacts(
  manager: EntityManager,
  fact: Omit<Fact, 'values'>,
): Promise<StoredFact[]> {
  const columns = Object.keys(fact.key);
  const where = columns.map((column, i) => `${column} IS NOT DISTINCT FROM $${i + 3}`);
  const rows: StoredFact[] = await manager.query(
    `SELECT *, lower(valid)::text AS "from", (upper(valid) - 1)::text AS "to" FROM ${fact.table}
     WHERE superseded_at IS NULL AND valid && daterange($1, $2, '[]') AND ${where.join(' AND ')}
     ORDER BY valid FOR UPDATE`,
    [fact.valid.from, fact.valid.to ?? null, ...Object.values(fact.key)],
  );
  return rows;
}

function says(stored: StoredFact, fact: Fact): boolean {
  return (
    stored.from <= fact.valid.from &&
    (stored.to === null || (typeof fact.valid.to === 'string' && fact.valid.to <= stored.to)) &&
    Object.entries(fact.values).every(
      ([column, value]) => JSON.stringify(stored[column]) === JSON.stringify(value),
    )
  );
}

/** Supersedes the rows and inserts again what they said before and after the period. */
async function replace(
  manager: EntityManager,
  fact: Omit<Fact, 'values'>,
  rows: StoredFact[],
  author: string,
): Promise<void> {
  for (const row of rows) {
    await manager.query(
      `UPDATE ${fact.table} SET superseded_at = clock_timestamp(), superseded_by = $2 WHERE id = $1`,
      [row.id, author],
    );
    const said = withoutHistory(row);
    if (row.from < fact.valid.from) {
      await insert(
        manager,
        fact.table,
        said,
        { from: row.from, to: dayBefore(fact.valid.from) },
        author,
      );
    }
    if (fact.valid.to && (row.to === null || row.to > fact.valid.to)) {
      await insert(
        manager,
        fact.table,
        said,
        { from: dayAfter(fact.valid.to), to: row.to },
        author,
      );
    }
  }
}

const historyColumns = new Set([
  'id',
  'from',
  'to',
  'valid',
  'recorded_at',
  'recorded_by',
  'superseded_at',
  'superseded_by',
]);

function withoutHistory(row: StoredFact): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !historyColumns.has(column)));
}

async function insert(
  manager: EntityManager,
  table: FactTable,
  values: Row,
  valid: Period,
  author: string,
): Promise<void> {
  const columns = Object.keys(values);
  const places = columns.map((_, i) => `$${i + 4}`);
  await manager
    .query(
      `INSERT INTO ${table} (valid, recorded_by, ${columns.join(', ')})
       VALUES (daterange($1, $2, '[]'), $3, ${places.join(', ')})`,
      [valid.from, valid.to ?? null, author, ...Object.values(values)],
    )
    .catch(refuseIfRecordedMeanwhile);
}

function dayBefore(date: string): string {
  return shift(date, -1);
}

function dayAfter(date: string): string {
  return shift(date, 1);
}

/** Civil dates have no zone: UTC is only the arithmetic's frame. */
function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
