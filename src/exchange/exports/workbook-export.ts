import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type Column, type Row } from '../columns/column.js';
import { type RecordKind } from '../record-kind.js';
import { exportedCell } from './export-rows.js';

/** A sheet to write: a kind and its records. */
export interface KindRows {
  kind: RecordKind;
  rows: readonly Row[];
}

const MOST_WIDTH = 60;
const HEADER = { type: String, fontWeight: 'bold', backgroundColor: '#E8EDF2' } as const;

/** Records as one workbook, a sheet for each kind; text cells are text, whatever they begin with. */
export async function workbookOf(sheets: readonly KindRows[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ kind, rows }) => ({
      sheet: kind.title,
      data: [headerRow(kind), ...rows.map((row) => dataRow(kind, row))] as SheetData,
      columns: kind.columns.map((column) => ({ width: widthOf(column, rows) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

/** An empty workbook to fill in: every sheet with its headings, and a sheet that explains them. */
export async function templateOf(kinds: readonly RecordKind[]): Promise<Buffer> {
  const notes = kinds.flatMap((kind) => [
    [bold(kind.title), plain(kind.note), null, null],
    ...kind.columns.map((column) => [
      plain(column.heading),
      plain(column.note),
      plain(column.type.accepts),
      plain(column.required ? 'must be filled' : ''),
    ]),
    [null, null, null, null],
  ]);
  return writeXlsxFile([
    {
      sheet: 'Notes',
      data: [['Column', 'What it is', 'What may stand there', ''].map(bold), ...notes] as SheetData,
      columns: [{ width: 24 }, { width: 70 }, { width: 70 }, { width: 16 }],
      stickyRowsCount: 1,
    },
    ...kinds.map((kind) => ({
      sheet: kind.title,
      data: [headerRow(kind)] as SheetData,
      columns: kind.columns.map((column) => ({ width: widthOf(column, []) })),
      stickyRowsCount: 1,
    })),
  ]).toBuffer();
}

function headerRow(kind: RecordKind): object[] {
  return kind.columns.map((column) => ({ ...HEADER, value: column.heading }));
}

function dataRow(kind: RecordKind, row: Row): (object | null)[] {
  return kind.columns.map((column) => {
    const cell = exportedCell(column, row);
    if (cell === null) return null;
    return typeof cell === 'number' ? { type: Number, value: cell } : plain(cell);
  });
}

function plain(text: string): object | null {
  return text === '' ? null : { type: String, value: escaped(text) };
}

function bold(text: string): object {
  return { ...HEADER, value: text };
}

/** In a workbook `_x0041_` means “A”: text that looks like it has its underscore written that way. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}

function widthOf(column: Column, rows: readonly Row[]): number {
  const longest = rows
    .slice(0, 200)
    .reduce(
      (most, row) => Math.max(most, String(exportedCell(column, row) ?? '').length),
      column.heading.length,
    );
  return Math.min(MOST_WIDTH, longest + 3);
}
