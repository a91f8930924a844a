import { type EntityManager } from 'typeorm';
import { refuse } from '../faults.js';
import { readSpreadsheet } from '../reading/read-file.js';
import { type NamedFile, type Table } from '../reading/table.js';
import { looksLikeGias } from './gias-import.js';

/** The first rows of a sheet: enough to recognise what it holds and to show examples. */
export interface SheetHead extends Pick<Table, 'sheet' | 'file' | 'rows' | 'rowNumbers'> {
  /** Rows in all, headings included. */
  rowCount: number;
  /** The Department's own file, whose columns are known. */
  isGias: boolean;
}

/** A file that was sent and not imported yet. */
export interface KeptFile {
  id: string;
  fileName: string;
  sheets: SheetHead[];
  recordedBy: string;
  recordedAt: Date;
  /** The newest comparison made of it. */
  importId: string | null;
}

/** Headings are looked for in the first twenty rows; examples are taken from those below. */
const HEAD_ROWS = 80;

/** A file that nobody imports is kept so long: people mend their choices, and go home over a weekend. */
const KEPT_DAYS = 7;

/**
 * Keeps a file with what its sheets begin with, after looking whether it is a spreadsheet at all.
 *
 * @returns its id
 * @throws {BadSpreadsheet} when the file as a whole cannot be read, or holds nothing
 */
export async function keepFile(
  manager: EntityManager,
  file: NamedFile,
  author: string,
): Promise<string> {
  const sheets = await headsOf(file);
  await manager.query(
    `DELETE FROM import_file WHERE recorded_at < clock_timestamp() - make_interval(days => $1)`,
    [KEPT_DAYS],
  );
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO import_file (file_name, bytes, sheets, recorded_by) VALUES ($1, $2, $3, $4) RETURNING id`,
    [file.name, Buffer.from(file.bytes), JSON.stringify(sheets), author],
  );
  return String(rows[0]?.id);
}

async function headsOf(file: NamedFile): Promise<SheetHead[]> {
  if (looksLikeGias(file)) {
    const gias = { sheet: file.name, file: file.name, rows: [], rowNumbers: [], rowCount: 0 };
    return [{ ...gias, isGias: true }];
  }
  const tables = await readSpreadsheet(file);
  if (tables.every(({ rows }) => rows.length === 0)) {
    throw refuse(
      file.name,
      'There is nothing in the file. Check that you saved it, and that you chose the right one.',
    );
  }
  return tables.map(({ sheet, file: name, rows, rowNumbers }) => ({
    sheet,
    file: name,
    rows: rows.slice(0, HEAD_ROWS),
    rowNumbers: rowNumbers.slice(0, HEAD_ROWS),
    rowCount: rows.length,
    isGias: false,
  }));
}

export async function findFile(manager: EntityManager, id: string): Promise<KeptFile | undefined> {
  const rows: KeptFile[] = await manager.query(
    `SELECT id, file_name AS "fileName", sheets, recorded_by AS "recordedBy", recorded_at AS "recordedAt",
            (SELECT i.id FROM import i WHERE i.file_id = f.id ORDER BY i.recorded_at DESC LIMIT 1) AS "importId"
     FROM import_file f WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** The file itself. */
export async function fileBytes(
  manager: EntityManager,
  id: string,
): Promise<NamedFile | undefined> {
  const rows: NamedFile[] = await manager.query(
    'SELECT file_name AS name, bytes FROM import_file WHERE id = $1',
    [id],
  );
  return rows[0];
}
