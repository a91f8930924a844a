import { type Fault, Faults } from '../faults.js';
import { type Cell, type Table } from '../reading/table.js';
import { type Heading } from '../recognise.js';
import { type RecordKind } from '../record-kind.js';
import { type ReadSet } from './read-import.js';

/** A row that cannot be imported as it is: what stands in it and what to mend. */
export interface RefusedRow {
  kind: string;
  sheet: string;
  /** The row's number as people see it. */
  number: number;
  /** By our headings, as they stand in the file. */
  cells: Record<string, Cell>;
  faults: RowFaultView[];
}

/** One thing to mend in a row. */
export interface RowFaultView {
  /** Our heading; null where the row as a whole is meant. */
  column: string | null;
  value: string;
  message: string;
}

/** A sheet that was read, so that its rows can be found again by their numbers. */
interface ReadSheet {
  kind: RecordKind;
  table: Table;
  heading: Heading;
}

/** Holds back the rows that have faults, so that the others can be imported. */
export class SetAside {
  private readonly sheets = new Map<string, ReadSheet>();
  private readonly byPlace = new Map<string, RefusedRow>();

  addSheet(sheet: ReadSheet): void {
    this.sheets.set(sheet.table.sheet, sheet);
  }

  /** @throws {BadSpreadsheet} where a fault is about a sheet as a whole, or about its headings */
  hold(faults: readonly Fault[]): void {
    const whole = new Faults();
    for (const fault of faults) {
      const sheet = this.sheets.get(fault.sheet);
      const headingRow = sheet?.table.rowNumbers[sheet.heading.position] ?? 1;
      if (!sheet || fault.row === undefined || fault.row <= headingRow) whole.add(fault);
      else this.holdRow(sheet, fault.row, fault);
    }
    whole.refuseIfAny();
  }

  /** What is left to import. */
  without(sets: readonly ReadSet[]): ReadSet[] {
    return sets.map(({ kind, rows }) => ({
      kind,
      rows: rows.filter(({ sheet, number }) => !this.byPlace.has(placeOf(sheet, number))),
    }));
  }

  /** All rows held back, in the order of sheets and rows. */
  get rows(): RefusedRow[] {
    const order = [...this.sheets.keys()];
    return [...this.byPlace.values()].sort(
      (one, other) =>
        order.indexOf(one.sheet) - order.indexOf(other.sheet) || one.number - other.number,
    );
  }

  private holdRow(sheet: ReadSheet, number: number, fault: Fault): void {
    const place = placeOf(fault.sheet, number);
    const row = this.byPlace.get(place) ?? refusedRow(sheet, number);
    const { message, value = '' } = fault;
    row.faults.push({ column: ourHeading(sheet, fault.column), value, message });
    this.byPlace.set(place, row);
  }
}

function placeOf(sheet: string, number: number): string {
  return `${number} ${sheet}`;
}

function refusedRow({ kind, table, heading }: ReadSheet, number: number): RefusedRow {
  const cells = table.rows[table.rowNumbers.indexOf(number)] ?? [];
  return {
    kind: kind.name,
    sheet: table.sheet,
    number,
    cells: Object.fromEntries(
      [...heading.mapped.positions].map(([ours, position]) => [ours, cells[position] ?? null]),
    ),
    faults: [],
  };
}

/** A fault names the file's heading while rows are read, and ours when they are compared. */
function ourHeading({ heading }: ReadSheet, theirs: string | undefined): string | null {
  if (theirs === undefined) return null;
  const position = heading.texts.indexOf(theirs);
  const found = [...heading.mapped.positions].find(([, at]) => at === position);
  return found?.[0] ?? theirs;
}
