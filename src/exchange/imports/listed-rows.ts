import { type EntityManager } from 'typeorm';
import { asInPattern } from '../../platform/text.js';
import { type RefusedRow } from './set-aside.js';
import { type StoredChange } from './stored-imports.js';

/** Which of an import's rows are asked for; what is left out lets all pass. */
export interface RowFilter {
  kind?: string | undefined;
  /** Part of a name, a reference or a value. */
  text?: string | undefined;
  /** References of people and schools whose names hold the text. */
  named?: readonly string[];
}

export interface ChangeFilter extends RowFilter {
  action?: 'create' | 'update' | 'remove' | undefined;
  /** Only updates that change this column. */
  column?: string | undefined;
}

/** Rows from the one at `from`, counted from 0, and how many there are in all. */
export interface Slice<Row> {
  rows: Row[];
  total: number;
}

export interface Range {
  from: number;
  limit: number;
}

const KEY_PARTS = `string_to_array(subject_id, ' · ')`;

/** Changes in the order of kinds and rows. */
export async function changesSlice(
  manager: EntityManager,
  importId: string,
  { kind, action, column, text, named = [] }: ChangeFilter,
  { from, limit }: Range,
): Promise<Slice<StoredChange>> {
  const found: (StoredChange & { total: number })[] = await manager.query(
    `SELECT position, subject AS kind, subject_id AS key, before, after, count(*) OVER () AS total
     FROM import_change
     WHERE import_id = $1
       AND ($2::text IS NULL OR subject = $2)
       AND ($3::text IS NULL OR $3 = CASE WHEN before IS NULL THEN 'create' WHEN after IS NULL THEN 'remove' ELSE 'update' END)
       AND ($4::text IS NULL OR (before IS NOT NULL AND after IS NOT NULL AND before -> $4 IS DISTINCT FROM after -> $4))
       AND ($5::text IS NULL OR ${KEY_PARTS} && $6::text[]
            OR EXISTS (SELECT FROM jsonb_each_text(coalesce(after, before)) v WHERE v.value ILIKE $5))
     ORDER BY position OFFSET $7 LIMIT $8`,
    [importId, kind, action, column, like(text), named, from, limit],
  );
  const total = found[0]?.total ?? 0;
  return { rows: found, total };
}

/** Keys of records that the file names and that are so already. */
export async function unchangedSlice(
  manager: EntityManager,
  importId: string,
  { kind, text, named = [] }: RowFilter,
  { from, limit }: Range,
): Promise<Slice<{ kind: string; key: string }>> {
  const found: { kind: string; key: string; total: number }[] = await manager.query(
    `SELECT kind, key, count(*) OVER () AS total FROM (
       SELECT e.entry ->> 'kind' AS kind, k.key, e.place, k.position, string_to_array(k.key, ' · ') AS parts
       FROM import i,
         jsonb_array_elements(i.unchanged) WITH ORDINALITY AS e(entry, place),
         jsonb_array_elements_text(e.entry -> 'keys') WITH ORDINALITY AS k(key, position)
       WHERE i.id = $1) each
     WHERE ($2::text IS NULL OR kind = $2)
       AND ($3::text IS NULL OR parts && $4::text[] OR key ILIKE $3)
     ORDER BY place, position OFFSET $5 LIMIT $6`,
    [importId, kind, like(text), named, from, limit],
  );
  return {
    rows: found.map((row) => ({ kind: row.kind, key: row.key })),
    total: found[0]?.total ?? 0,
  };
}

/** Rows that were refused, in the order of the file. */
export async function refusedSlice(
  manager: EntityManager,
  importId: string,
  { kind, text, named = [] }: RowFilter,
  { from, limit }: Range,
): Promise<Slice<RefusedRow>> {
  const found: (RefusedRow & { total: number })[] = await manager.query(
    `SELECT kind, sheet, row_number AS number, cells, faults, count(*) OVER () AS total
     FROM import_refused_row
     WHERE import_id = $1
       AND ($2::text IS NULL OR kind = $2)
       AND ($3::text IS NULL
            OR EXISTS (SELECT FROM jsonb_each_text(cells) v WHERE v.value ILIKE $3 OR v.value = ANY ($4::text[]))
            OR faults::text ILIKE $3)
     ORDER BY position OFFSET $5 LIMIT $6`,
    [importId, kind, like(text), named, from, limit],
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}

/** All rows that were refused. */
export async function refusedRows(manager: EntityManager, importId: string): Promise<RefusedRow[]> {
  return manager.query(
    `SELECT kind, sheet, row_number AS number, cells, faults FROM import_refused_row
     WHERE import_id = $1 ORDER BY position`,
    [importId],
  );
}

/** What others saved or took back after an import was compared: it may do something else by now. */
export async function savedSince(
  manager: EntityManager,
  importId: string,
): Promise<{ id: string; fileName: string; by: string; at: Date; isUndone: boolean }[]> {
  return manager.query(
    `SELECT other.id, other.file_name AS "fileName",
            coalesce(other.undone_by, other.applied_by, other.recorded_by) AS by,
            coalesce(other.undone_at, other.applied_at) AS at, other.state = 'UNDONE' AS "isUndone"
     FROM import mine JOIN import other
       ON other.id <> mine.id AND coalesce(other.undone_at, other.applied_at) > mine.recorded_at
     WHERE mine.id = $1 AND mine.state = 'DRY_RUN' ORDER BY at DESC LIMIT 5`,
    [importId],
  );
}

/** The text anywhere in a value, with nothing in it that a pattern would read otherwise. */
function like(text: string | undefined): string | null {
  return text === undefined ? null : `%${asInPattern(text)}%`;
}
