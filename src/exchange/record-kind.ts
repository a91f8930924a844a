import { type EntityManager } from 'typeorm';
import { cleanText } from '../platform/text.js';
import { type Column, type Register, type Row, type Value } from './columns/column.js';

/** A record as it stands in the database now. */
export interface Stored {
  row: Row;
  /** The row's id, where it is superseded or updated by id. */
  id: string;
  /** The register's version, for compare and set. */
  version?: number;
}

/** One record that an import would create, update or remove. */
export interface Change {
  action: 'create' | 'update' | 'remove';
  key: string;
  before: Row | null;
  after: Row | null;
  /** Not in the file itself: what follows from it, such as an earlier period cut short. */
  implied: boolean;
  /** What stands in the database, for updates and removals. */
  stored?: Stored;
}

/** A rule about several cells of one row. */
export interface RowFault {
  column: string;
  message: string;
}

/** How periods of one series relate: at most one holds on any day. */
export interface Periods {
  /** The headings that together say whose periods these are. */
  series: readonly string[];
}

/**
 * One kind of record: one CSV file or one sheet (docs/decisions/2026-11-24-data-model.md, "Sheets
 * and columns"). Kinds are listed in the order in which they must be written.
 */
export interface RecordKind {
  /** As in file names and addresses: `lead-reviewers`. */
  readonly name: string;
  /** As on the sheet: "Lead Reviewers". */
  readonly title: string;
  /** One sentence for the template. */
  readonly note: string;
  readonly columns: readonly Column[];
  readonly periods?: Periods;
  /** What rows of this kind add to the registers that other rows name. */
  readonly adds?: readonly { register: Register; heading: string }[];
  /** Every current record. */
  load(manager: EntityManager): Promise<Stored[]>;
  /** Writes changes that the diff has found, all of this kind. */
  write(manager: EntityManager, changes: readonly Change[], author: string): Promise<void>;
  /** Rules about several cells of one row. */
  check?(row: Row): RowFault[];
  /** Rules about what may become of a record that is stored already. */
  checkChange?(before: Row, after: Row): RowFault[];
  /** Rules about rows together; the heading and message of a fault by the key of its row. */
  checkTogether?(rows: ReadonlyMap<string, Row>): Map<string, RowFault>;
  /** Fills in what follows from other cells. `given`: the columns the file has for this row. */
  completer?(manager: EntityManager): Promise<(row: Row, given: ReadonlySet<string>) => Row>;
}

/** The headings that name a row of this kind. */
export function keyHeadings(kind: RecordKind): string[] {
  return kind.columns.filter((column) => column.key).map((column) => column.heading);
}

/** What names this row among its kind; also what people read: `LR-001 · 2026-09-01`. */
export function keyOf(kind: RecordKind, row: Row): string {
  return keyHeadings(kind)
    .map((heading) => valueInWords(row[heading] ?? null))
    .join(' · ');
}

/** A value as one line of text; empty is a dash. */
export function valueInWords(value: Value): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.join('; ');
  return String(value);
}

/** A record from the database in the form in which records from files are, so that they compare. */
export function canonicalRow(kind: Pick<RecordKind, 'columns'>, raw: Record<string, unknown>): Row {
  return Object.fromEntries(
    kind.columns.map((column) => [column.heading, canonical(raw[column.heading], column)]),
  );
}

function canonical(raw: unknown, column: Column): Value {
  if (raw === null || raw === undefined) return column.blank ?? null;
  if (Array.isArray(raw)) return [...new Set(raw.map(String))].sort();
  if (typeof raw === 'boolean') return raw;
  if (typeof raw === 'number') return Math.round(raw * 1e7) / 1e7;
  if (typeof raw !== 'string') {
    throw new TypeError(`The database returned something unexpected for ${column.heading}.`);
  }
  const text = cleanText(raw);
  return text === '' ? (column.blank ?? null) : text;
}
