import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

const folder = path.join(import.meta.dirname, '../../sample/partnership');

/** Every file of the checked-in sample, by name. */
export function sampleFiles(): { name: string; text: string }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** The rows of one kind of record in the checked-in sample. */
export function rowsOf(kind: string): Row[] {
  return parse(readFileSync(path.join(folder, `${kind}.csv`)), { columns: true });
}

/** How many rows there are of each value of a column. */
export function tally(rows: readonly Row[], column: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = row[column] ?? '';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** The rows of one kind by the value of a column, such as people by their reference. */
export function byKey(kind: string, column: string): Map<string, Row> {
  return new Map(rowsOf(kind).map((row) => [row[column] ?? '', row]));
}
