import { cleanText } from '../platform/text.js';
import { withoutApostrophe } from './cell-text.js';
import { type Column, type Row, type Value } from './columns/column.js';
import { type Fault, type Faults, shortened } from './faults.js';
import { REMOVE, suggestionFor } from './mapping.js';
import { yesNo } from './columns/types.js';
import { type Cell, type Table } from './reading/table.js';
import { type Heading } from './recognise.js';
import { keyHeadings, keyOf, type RecordKind, valueInWords } from './record-kind.js';

/** A row of a file: only the columns that the file has. */
export interface Incoming {
  row: Row;
  remove: boolean;
  sheet: string;
  /** The row's number as people see it. */
  number: number;
}

export interface ReadRowsOptions {
  /** Whether rows without fault are kept where others have faults, instead of none. */
  setsAside?: boolean;
  /** Called now and then with the number of rows read. */
  onRow?: (read: number) => void;
}

/**
 * Reads the rows under the headings into records; every fault is added to `faults`.
 *
 * @returns the rows without fault
 */
export function readRows(
  kind: RecordKind,
  table: Table,
  heading: Heading,
  faults: Faults,
  { setsAside = false, onRow }: ReadRowsOptions = {},
): Incoming[] {
  if (!headingIsUsable(kind, table, heading, faults)) return [];
  const before = faults.count;
  addUnreadable(table, heading, faults, setsAside);
  const incoming: Incoming[] = [];
  for (let index = heading.position + 1; index < table.rows.length; index += 1) {
    const place = { sheet: table.sheet, number: table.rowNumbers[index] ?? index + 1 };
    if (index % 500 === 0) onRow?.(index - heading.position);
    const row = readRow(kind, table, heading, index, place, faults);
    if (!row) continue;
    incoming.push(row);
  }
  return setsAside || faults.count === before ? incoming : [];
}

/**
 * Adds a fault for every record that two rows are about, in one sheet or in two.
 *
 * @param both whether the first of the rows is refused as well: nobody knows which is right
 */
export function refuseDoubledRows(
  kind: RecordKind,
  rows: readonly Incoming[],
  faults: Faults,
  both = false,
): void {
  const firstByKey = new Map<string, Incoming>();
  for (const row of rows) {
    const key = keyOf(kind, row.row);
    const first = firstByKey.get(key);
    if (!first) {
      firstByKey.set(key, row);
      continue;
    }
    faults.add(doubled(kind, key, row, first));
    if (both) faults.add(doubled(kind, key, first, row));
  }
}

function doubled(kind: RecordKind, key: string, row: Incoming, other: Incoming): Fault {
  const where = other.sheet === row.sheet ? '' : ` of ${other.sheet}`;
  return {
    sheet: row.sheet,
    row: row.number,
    column: keyHeadings(kind).join(' + '),
    value: shortened(key),
    message: `Row ${other.number}${where} is about the same record. Keep one of the two rows.`,
  };
}

function headingIsUsable(
  kind: RecordKind,
  table: Table,
  { texts, mapped, position }: Heading,
  faults: Faults,
): boolean {
  const row = table.rowNumbers[position] ?? 1;
  const found = texts.filter((text) => text !== '').join(', ');
  for (const missing of mapped.missing) {
    const like = suggestionFor(missing, mapped.unused);
    faults.add({
      sheet: table.sheet,
      row,
      column: missing,
      message:
        `${kind.title} need the column “${missing}”, which was not found. ` +
        `Found in row ${row}: ${shortenedList(found)}. ` +
        (like
          ? `Is it “${like}”? Then map “${like}” to “${missing}”.`
          : 'Add the column, or map the one that holds it.'),
    });
  }
  for (const { heading, theirs } of mapped.doubled) {
    faults.add({
      sheet: table.sheet,
      row,
      column: heading,
      value: shortened(theirs.join(', ')),
      message: `${theirs.length} columns have this heading. Keep one, or give the others another heading.`,
    });
  }
  return mapped.missing.length === 0 && mapped.doubled.length === 0;
}

function shortenedList(found: string): string {
  return found === '' ? 'no headings' : found.length > 300 ? `${found.slice(0, 297)}…` : found;
}

/** Merged cells and broken formulas at or below the headings; above them they are decoration. */
function addUnreadable(
  table: Table,
  { position, texts }: Heading,
  faults: Faults,
  setsAside: boolean,
): void {
  const firstRow = table.rowNumbers[position] ?? 1;
  for (const { row, lastRow, column, value, message } of table.unreadable) {
    if (row < firstRow) continue;
    const named = texts[column];
    const fault = { sheet: table.sheet, value, message, ...(named ? { column: named } : {}) };
    faults.add({ ...fault, row });
    if (!setsAside || lastRow === undefined) continue;
    // What is merged over several rows is missing in all but the first.
    for (const number of table.rowNumbers) {
      if (row < number && number <= lastRow) faults.add({ ...fault, row: number });
    }
  }
}

function readRow(
  kind: RecordKind,
  table: Table,
  heading: Heading,
  index: number,
  place: { sheet: string; number: number },
  faults: Faults,
): Incoming | undefined {
  const cells = table.rows[index] ?? [];
  const before = faults.count;
  const row: Record<string, Value> = {};
  const read = (column: Pick<Column, 'heading' | 'type' | 'required' | 'blank'>): Value => {
    const position = heading.mapped.positions.get(column.heading) ?? -1;
    const cell = cleaned(cells[position] ?? null);
    const parsed = parse(column, cell, table.epoch1904);
    if ('value' in parsed) return parsed.value;
    faults.add({
      sheet: place.sheet,
      row: place.number,
      column: heading.texts[position] ?? column.heading,
      value: cell === null ? '' : shortened(String(cell)),
      message: parsed.fault,
    });
    return null;
  };
  const remove =
    heading.mapped.positions.has(REMOVE) &&
    read({ heading: REMOVE, type: yesNo, blank: false }) === true;
  const usable = kind.columns.filter((column) => heading.mapped.positions.has(column.heading));
  if (usable.every((column) => cleaned(cells[positionOf(heading, column)] ?? null) === null)) {
    return undefined;
  }
  for (const column of usable) {
    if (!remove || column.key) row[column.heading] = read(column);
  }
  for (const column of kind.columns) {
    if (column.key && !(column.heading in row)) row[column.heading] = null;
  }
  return faults.count === before ? { row, remove, ...place } : undefined;
}

function positionOf(heading: Heading, column: Column): number {
  return heading.mapped.positions.get(column.heading) ?? -1;
}

function cleaned(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cleanText(withoutApostrophe(cleanText(cell)));
  return text === '' ? null : text;
}

function parse(
  column: Pick<Column, 'type' | 'required' | 'blank'>,
  cell: Cell,
  epoch1904: boolean,
): { value: Value } | { fault: string } {
  if (cell !== null) return column.type.parse(cell, epoch1904);
  if (column.required) return { fault: `The cell is empty. Fill it: ${column.type.accepts}` };
  return { value: column.blank ?? null };
}

/** Where a row stands, with one of its columns, for a fault that is found later. */
export function faultOf(
  incoming: Incoming,
  column: string,
  message: string,
): Parameters<Faults['add']>[0] {
  return {
    sheet: incoming.sheet,
    row: incoming.number,
    column,
    value: shortened(valueInWords(incoming.row[column] ?? null)),
    message,
  };
}
