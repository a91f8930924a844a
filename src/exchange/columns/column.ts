import { type Cell } from '../reading/table.js';

/** A value of a record: what a cell means, in one canonical form. */
export type Value = string | number | boolean | null | readonly string[];

/** A record of a kind: its values by our column headings. */
export type Row = Readonly<Record<string, Value>>;

/** Either the value of a cell, or what is wrong with it and what to do. */
export type Parsed = { value: Value } | { fault: string };

/** What a cell may hold: how it is read and how it is written. */
export interface ColumnType {
  /** What may be written, in words, for the template's notes. */
  readonly accepts: string;
  /** Reads a cell that is not empty. `epoch1904`: serial dates count from 1904. */
  parse(cell: Exclude<Cell, null>, epoch1904: boolean): Parsed;
  /** Writes a value that is not null. */
  format(value: Exclude<Value, null>): string | number;
  /** The PostgreSQL type in which values of this column travel. */
  readonly sqlType: string;
}

/** What a value must name, on the register already or in the same import. */
export type Register =
  | 'lead'
  | 'school'
  | 'trust'
  | 'review'
  | 'term'
  | 'year'
  | 'region'
  | 'need'
  | 'phase'
  | 'district'
  | 'authority'
  | 'calendar'
  | 'trainingDay';

export interface Column {
  readonly heading: string;
  readonly type: ColumnType;
  /** Part of what names a row; an empty cell is a value of a key, too. */
  readonly key?: true;
  /** The column must be there and every cell filled. */
  readonly required?: true;
  /** What an empty cell of a new row means; null unless said. */
  readonly blank?: Value;
  /** Other headings people use for it. */
  readonly synonyms?: readonly string[];
  /** One sentence for the template. */
  readonly note: string;
  readonly names?: Register;
  /** Left out of the audit trail, which must hold no personal data. */
  readonly personal?: true;
}

/** Whether two values are the same; lists in the same order. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
