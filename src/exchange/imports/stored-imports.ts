import { gunzipSync, gzipSync } from 'node:zlib';
import { type EntityManager } from 'typeorm';
import { type Row } from '../columns/column.js';
import { type Incoming } from '../read-rows.js';
import { kindNamed, recordKinds } from '../record-kinds.js';
import { type Change } from '../record-kind.js';
import { type ReadSet, type SheetChoice } from './read-import.js';
import { type RefusedRow } from './set-aside.js';
import { type KindChanges } from './write-changes.js';

export type ImportState = 'DRY_RUN' | 'APPLIED' | 'UNDONE';

/** How much an import changes, of one kind. */
export interface KindSummary {
  kind: string;
  title: string;
  created: number;
  updated: number;
  removed: number;
  unchanged: number;
  /** Of these changes: such as follow from the file without standing in it. */
  implied: number;
  /** Rows that were set aside; absent in imports of before rows could be. */
  refused?: number;
  /** How many updates change each column, in the order of the sheet. */
  fields?: { column: string; count: number }[];
}

export interface ImportSummary {
  kinds: KindSummary[];
  /** What people should know but need not mend. */
  notes: string[];
  /** Fingerprint of the difference. */
  digest: string;
}

export interface StoredImport {
  id: string;
  fileName: string;
  sha256: string;
  state: ImportState;
  summary: ImportSummary;
  recordedBy: string;
  recordedAt: Date;
  appliedAt: Date | null;
  appliedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  /** The file it was read from, while that is kept. */
  fileId: string | null;
  choices: SheetChoice[] | null;
}

/** A change as it is shown: `position` counts the import's changes from 0. */
export interface StoredChange {
  position: number;
  kind: string;
  key: string;
  before: Row | null;
  after: Row | null;
}

const COLUMNS = `id, file_name AS "fileName", sha256, state, summary, recorded_by AS "recordedBy",
  recorded_at AS "recordedAt", applied_at AS "appliedAt", applied_by AS "appliedBy",
  undone_at AS "undoneAt", undone_by AS "undoneBy", file_id AS "fileId", choices`;

export async function storeDryRun(
  manager: EntityManager,
  dryRun: {
    fileName: string;
    sha256: string;
    idempotencyKey: string | null;
    fixedToday: string | null;
    summary: ImportSummary;
    sets: readonly ReadSet[];
    changes: readonly (KindChanges & { unchanged: readonly string[] })[];
    refused: readonly RefusedRow[];
    fileId: string | null;
    choices: readonly SheetChoice[] | null;
    author: string;
  },
): Promise<StoredImport> {
  const rows: StoredImport[] = await manager.query(
    `INSERT INTO import (kind, file_name, sha256, state, summary, content, idempotency_key, fixed_today, recorded_by,
                         file_id, choices, unchanged)
     VALUES ($1, $2, $3, 'DRY_RUN', $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${COLUMNS}`,
    [
      dryRun.sets.map((set) => set.kind.name).join(', '),
      dryRun.fileName,
      dryRun.sha256,
      JSON.stringify(dryRun.summary),
      packed(dryRun.sets),
      dryRun.idempotencyKey,
      dryRun.fixedToday,
      dryRun.author,
      dryRun.fileId,
      dryRun.choices && JSON.stringify(dryRun.choices),
      JSON.stringify(
        dryRun.changes.map(({ kind, unchanged: keys }) => ({ kind: kind.name, keys })),
      ),
    ],
  );
  const [stored] = rows;
  if (!stored) throw new Error('The database returned no row for a new import.');
  await storeChanges(manager, stored.id, dryRun.changes);
  await storeRefused(manager, stored.id, dryRun.refused);
  return stored;
}

async function storeChanges(
  manager: EntityManager,
  importId: string,
  kinds: readonly KindChanges[],
): Promise<void> {
  let position = 0;
  for (const { kind, changes } of kinds) {
    const rows = changes.map(({ key, before, after }) => ({
      position: position++,
      key,
      before,
      after,
    }));
    await manager.query(
      `INSERT INTO import_change (import_id, position, subject, subject_id, before, after)
       SELECT $2, r.position, $3, r.key, r.before, r.after
       FROM jsonb_to_recordset($1::jsonb) AS r(position integer, key text, before jsonb, after jsonb)`,
      [JSON.stringify(rows), importId, kind.name],
    );
  }
}

async function storeRefused(
  manager: EntityManager,
  importId: string,
  refused: readonly RefusedRow[],
): Promise<void> {
  await manager.query(
    `INSERT INTO import_refused_row (import_id, position, kind, sheet, row_number, cells, faults)
     SELECT $2, r.position, r.kind, r.sheet, r.number, r.cells, r.faults
     FROM jsonb_to_recordset($1::jsonb)
       AS r(position integer, kind text, sheet text, number integer, cells jsonb, faults jsonb)`,
    [JSON.stringify(refused.map((row, position) => ({ ...row, position }))), importId],
  );
}

/** Locks the import until the transaction ends. */
export async function lockImport(
  manager: EntityManager,
  id: string,
): Promise<(StoredImport & { content: Buffer | null }) | undefined> {
  const rows: (StoredImport & { content: Buffer | null })[] = await manager.query(
    `SELECT ${COLUMNS}, content FROM import WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function findImport(
  manager: EntityManager,
  id: string,
): Promise<StoredImport | undefined> {
  const rows: StoredImport[] = await manager.query(`SELECT ${COLUMNS} FROM import WHERE id = $1`, [
    id,
  ]);
  return rows[0];
}

export async function findByIdempotencyKey(
  manager: EntityManager,
  key: string,
): Promise<StoredImport | undefined> {
  const rows: StoredImport[] = await manager.query(
    `SELECT ${COLUMNS} FROM import WHERE idempotency_key = $1`,
    [key],
  );
  return rows[0];
}

/** Lets a new import have the key: the one that had it can no longer be applied. */
export async function releaseIdempotencyKey(manager: EntityManager, id: string): Promise<void> {
  await manager.query('UPDATE import SET idempotency_key = NULL WHERE id = $1', [id]);
}

/** Imports, newest first; `after` is the id of the last one already seen. */
export async function listImports(
  manager: EntityManager,
  limit: number,
  after?: string,
): Promise<StoredImport[]> {
  const rows: StoredImport[] = await manager.query(
    `SELECT ${COLUMNS} FROM import
     WHERE $2::uuid IS NULL
        OR (recorded_at, id) < (SELECT recorded_at, id FROM import WHERE id = $2)
     ORDER BY recorded_at DESC, id DESC LIMIT $1`,
    [limit, after ?? null],
  );
  return rows;
}

/** The changes of an import from `from` on, in the order in which they stand. */
export async function listChanges(
  manager: EntityManager,
  id: string,
  from: number,
  limit: number,
): Promise<StoredChange[]> {
  const rows: StoredChange[] = await manager.query(
    `SELECT position, subject AS kind, subject_id AS key, before, after FROM import_change
     WHERE import_id = $1 AND position >= $2 ORDER BY position LIMIT $3`,
    [id, from, limit],
  );
  return rows;
}

/** Marks the import; what was read, and the file itself, is no longer needed once it is applied. */
export async function markImport(
  manager: EntityManager,
  id: string,
  state: 'APPLIED' | 'UNDONE',
  author: string,
): Promise<StoredImport> {
  const column = state === 'APPLIED' ? 'applied' : 'undone';
  const rows: StoredImport[] = await manager.query(
    `WITH done AS (
       UPDATE import SET state = $2, ${column}_at = clock_timestamp(), ${column}_by = $3, content = NULL
       WHERE id = $1 RETURNING *)
     SELECT ${COLUMNS} FROM done`,
    [id, state, author],
  );
  const [stored] = rows;
  if (!stored) throw new Error(`The import ${id} has disappeared.`);
  if (stored.fileId === null) return stored;
  await manager.query('DELETE FROM import_file WHERE id = $1', [stored.fileId]);
  return { ...stored, fileId: null };
}

/** The import's changes by kind, in the order in which kinds are written. */
export async function changesByKind(manager: EntityManager, id: string): Promise<KindChanges[]> {
  const stored = await listChanges(manager, id, 0, Number.MAX_SAFE_INTEGER);
  return recordKinds.flatMap((kind) => {
    const changes = stored
      .filter((each) => each.kind === kind.name)
      .map(({ key, before, after }): Change => ({
        action: before === null ? 'create' : after === null ? 'remove' : 'update',
        key,
        before,
        after,
        implied: false,
      }));
    return changes.length > 0 ? [{ kind, changes }] : [];
  });
}

function packed(sets: readonly ReadSet[]): Buffer {
  return gzipSync(JSON.stringify(sets.map(({ kind, rows }) => ({ kind: kind.name, rows }))));
}

/** What a dry run has read, as it was stored. */
export function unpacked(content: Buffer): ReadSet[] {
  const sets = JSON.parse(gunzipSync(content).toString('utf8')) as {
    kind: string;
    rows: Incoming[];
  }[];
  return sets.map(({ kind, rows }) => {
    const known = kindNamed(kind);
    if (!known) throw new Error(`The import was made for the kind ${kind}, which is not known.`);
    return { kind: known, rows };
  });
}
