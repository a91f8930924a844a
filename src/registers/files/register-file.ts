import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { minuteInWords } from '../../calendar/words.js';
import { inertText } from '../../exchange/cell-text.js';
import { dateOrNothing, LOOKS, type Value } from '../../exchange/plan-workbook/cells.js';
import { listSheet } from '../../exchange/plan-workbook/list-sheet.js';
import {
  filters,
  namedRanges,
  type PrintedSheet,
  printing,
} from '../../exchange/plan-workbook/sheet-features.js';
import { type CellValue, type RegisterColumn } from '../register-column.js';

/** A row of a register as it is written: its values by the key of their column. */
export type FileRow = Readonly<Record<string, unknown>>;

/** A view of a register as a file shows it: these columns of these rows, in this order. */
export interface RegisterView {
  /** Such as "Schools", "Reviews, Spring 2027". */
  title: string;
  columns: readonly RegisterColumn[];
  rows: readonly FileRow[];
  /** Rows of the whole register. */
  total: number;
  /** Of what a row is one, as in "Schools: 84 of 480". */
  noun: string;
  /** How the rows were chosen and ordered, one thing a line. */
  chosenBy: readonly string[];
  /** What else must be known of it. */
  notes: readonly string[];
  author: string;
  madeAt: Date;
}

/** CSV: first what it shows, a line for each thing; then headings and rows. UTF-8 with a byte order mark, CR LF. */
export function registerCsv(view: RegisterView): string {
  const rows = view.rows.map((row) =>
    view.columns.map((column) => {
      const value = valueOf(row, column);
      if (value === null || typeof value === 'number') return value;
      return typeof value === 'string' ? inertText(value) : value.date;
    }),
  );
  const about = aboutView(view).map((line) => [inertText(line)]);
  return stringify([...about, [], view.columns.map(({ heading }) => heading), ...rows], {
    bom: true,
    record_delimiter: 'windows',
  });
}

/** A workbook (XLSX): the rows on a sheet to filter and print, and a sheet that says what it shows. */
export async function registerWorkbook(view: RegisterView): Promise<Uint8Array> {
  const columns = view.columns.map((column, index) => ({
    heading: column.heading,
    width: column.width,
    decimals: column.decimals,
    value: (row: FileRow) => valueOf(row, column),
    look: () =>
      index === 0 ? LOOKS.strong : column.kind === 'NUMBER' ? LOOKS.centred : LOOKS.body,
  }));
  const sheets: PrintedSheet[] = [
    listSheet(view.title, columns, view.rows, { stickyColumns: 1 }),
    listSheet(
      'About this view',
      [{ heading: view.title, width: 100, value: (line: string): Value => line }],
      aboutView(view).slice(1),
    ),
  ];
  return await writeExcelFile(sheets, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [filters, printing, namedRanges],
  }).toBuffer();
}

/** What a file shows, made when and by whom. */
function aboutView(view: RegisterView): string[] {
  const { title, rows, total, noun, chosenBy, notes, madeAt, author } = view;
  return [
    title,
    `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${shownOf(rows.length, total)}`,
    ...chosenBy,
    ...notes,
    `Made on ${minuteInWords(madeAt)} by ${author}`,
  ];
}

function shownOf(rows: number, total: number): string {
  if (rows < total) return `${rows} of ${total}`;
  return total > 1 ? `all ${total}` : total === 1 ? '1' : 'none';
}

function valueOf(row: FileRow, { key, kind }: RegisterColumn): Value {
  const value = (row[key] ?? null) as CellValue;
  if (value === null || typeof value === 'number') return value;
  if (typeof value !== 'string') return value.length === 0 ? null : value.join(', ');
  return kind === 'DATE' ? dateOrNothing(value) : value;
}
