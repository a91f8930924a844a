import { type EntityManager } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { headingTexts, layoutOf, LEFT_OUT, REMOVE, type Mapping } from '../mapping.js';
import { type Table } from '../reading/table.js';
import { keyHeadings, type RecordKind } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';

/** Rows of a sheet that may be its headings, as `recognise` looks for them. */
const CANDIDATES = 20;

export interface RememberedMapping {
  id: string;
  kind: string;
  /** The file's headings as compared: letters and digits, lower case. */
  headings: string[];
  /** The file's heading → ours. */
  mapping: Mapping;
  recordedBy: string;
  recordedAt: Date;
}

/** @throws Refusal when a heading is mapped to what is no column of the kind */
export function refuseUnknownColumns(kindName: string, mapping: Mapping): void {
  const kind = kindNamed(kindName);
  if (!kind) throw new Refusal('NOT_FOUND', `There is no kind of record called ${kindName}.`);
  const ours = new Set([...kind.columns.map((column) => column.heading), REMOVE, LEFT_OUT]);
  for (const [theirs, heading] of Object.entries(mapping)) {
    if (ours.has(heading)) continue;
    throw new Refusal(
      'UNKNOWN_COLUMN',
      `“${theirs}” is mapped to “${heading}”, which is no column of ${kind.title}. Its key is ${keyHeadings(kind).join(', ')}; GET /api/v1/record-kinds lists all.`,
    );
  }
}

/** The mapping that was once given for a file with these very headings; empty when there was none. */
export async function recalled(
  manager: EntityManager,
  kind: RecordKind,
  table: Table,
): Promise<Mapping> {
  const rows: { mapping: Mapping }[] = await manager.query(
    `SELECT mapping FROM column_mapping
     WHERE kind = $1 AND to_jsonb(headings) IN (SELECT jsonb_array_elements($2::jsonb))
     ORDER BY recorded_at DESC LIMIT 1`,
    [kind.name, JSON.stringify(layoutsOf(table))],
  );
  return rows[0]?.mapping ?? {};
}

/** The kind that was once chosen for a file with these very headings. */
export async function kindRecalled(
  manager: EntityManager,
  table: Table,
): Promise<RecordKind | undefined> {
  const rows: { kind: string }[] = await manager.query(
    `SELECT kind FROM column_mapping
     WHERE to_jsonb(headings) IN (SELECT jsonb_array_elements($1::jsonb))
     ORDER BY recorded_at DESC LIMIT 1`,
    [JSON.stringify(layoutsOf(table))],
  );
  return kindNamed(rows[0]?.kind ?? '');
}

/** The layouts by which the sheet may be known: one for each row that may be its headings. */
function layoutsOf(table: Table): string[][] {
  return table.rows.slice(0, CANDIDATES).map((row) => layoutOf(headingTexts(row)));
}

/** Remembers which headings stand for ours, in place of what was remembered for this layout. */
export async function remember(
  manager: EntityManager,
  kind: RecordKind,
  layout: readonly string[],
  mapping: Mapping,
  author: string,
): Promise<string> {
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO column_mapping (kind, headings, mapping, recorded_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind, headings) DO UPDATE
       SET mapping = EXCLUDED.mapping, recorded_by = EXCLUDED.recorded_by, recorded_at = clock_timestamp()
     RETURNING id`,
    [kind.name, layout, JSON.stringify(mapping), author],
  );
  return String(rows[0]?.id);
}

export async function rememberedMappings(manager: EntityManager): Promise<RememberedMapping[]> {
  const rows: RememberedMapping[] = await manager.query(
    `SELECT id, kind, headings, mapping, recorded_by AS "recordedBy", recorded_at AS "recordedAt"
     FROM column_mapping ORDER BY kind, recorded_at DESC, id`,
  );
  return rows;
}

/** @returns whether there was such a mapping */
export async function forget(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `WITH gone AS (DELETE FROM column_mapping WHERE id = $1 RETURNING 1) SELECT * FROM gone`,
    [id],
  );
  return rows.length > 0;
}
