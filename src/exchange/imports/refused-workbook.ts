import { type EntityManager } from 'typeorm';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { inertText } from '../cell-text.js';
import { WHAT_TO_MEND } from '../mapping.js';
import { type Cell } from '../reading/table.js';
import { recordKinds } from '../record-kinds.js';
import { refusedRows } from './listed-rows.js';
import { type RefusedRow } from './set-aside.js';

const HEADER = { type: String, fontWeight: 'bold', backgroundColor: '#E8EDF2' } as const;
const FAULTY = { backgroundColor: '#FAE0DD' } as const;
const WIDTH = 18;
const WIDE = 70;

/**
 * The rows of an import that could not be taken, a sheet for each kind, what to mend in the first column and the cells in
 * question coloured. Mended, the file can be sent as it is: its sheets and columns are recognised.
 *
 * @returns undefined when no row was refused
 */
export async function refusedWorkbook(
  manager: EntityManager,
  importId: string,
): Promise<Uint8Array | undefined> {
  const rows = await refusedRows(manager, importId);
  if (rows.length === 0) return undefined;
  const sheets = recordKinds.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind.name);
    return ofKind.length === 0 ? [] : [sheetOf(kind.title, ofKind)];
  });
  return writeXlsxFile(sheets).toBuffer();
}

function sheetOf(title: string, rows: readonly RefusedRow[]) {
  const headings = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return {
    sheet: title,
    data: [
      [WHAT_TO_MEND, ...headings].map((value) => ({ ...HEADER, value })),
      ...rows.map((row) => [
        { type: String, value: inertText(inWords(row)), wrap: true },
        ...headings.map((heading) => cellOf(row, heading)),
      ]),
    ] as SheetData,
    columns: [{ width: WIDE }, ...headings.map(() => ({ width: WIDTH }))],
    stickyRowsCount: 1,
  };
}

function inWords({ sheet, number, faults }: RefusedRow): string {
  const sentences = faults.map(({ column, message }) =>
    column === null ? message : `${column}: ${message}`,
  );
  return [`${sheet}, row ${number}.`, ...sentences].join(' ');
}

function cellOf({ cells, faults }: RefusedRow, heading: string): object | null {
  const isFaulty = faults.some(({ column }) => column === heading);
  const value: Cell = cells[heading] ?? null;
  if (value === null) return isFaulty ? { ...FAULTY, type: String, value: ' ' } : null;
  const colour = isFaulty ? FAULTY : {};
  if (typeof value === 'number') return { ...colour, type: Number, value };
  return { ...colour, type: String, value: inertText(String(value)) };
}
