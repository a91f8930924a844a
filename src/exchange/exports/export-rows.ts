import { type EntityManager } from 'typeorm';
import { inertText } from '../cell-text.js';
import { type Column, type Row } from '../columns/column.js';
import { keyHeadings, keyOf, type RecordKind } from '../record-kind.js';

/** A value as it is written into a cell: text that no program runs as a formula, or a number. */
export function exportedCell(column: Column, row: Row): string | number | null {
  const value = row[column.heading] ?? null;
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  const formatted = column.type.format(value);
  return typeof formatted === 'number' ? formatted : inertText(formatted);
}

/** Every record of a kind, sorted by its key so that two exports of the same data are the same. */
export async function exportedRows(manager: EntityManager, kind: RecordKind): Promise<Row[]> {
  const headings = keyHeadings(kind);
  const stored = await kind.load(manager);
  return stored
    .map(({ row }) => ({ row, key: headings.map((heading) => sortable(row[heading] ?? null)) }))
    .sort(
      (one, other) =>
        compare(one.key, other.key) || compareText(keyOf(kind, one.row), keyOf(kind, other.row)),
    )
    .map(({ row }) => row);
}

function sortable(value: unknown): string {
  return typeof value === 'number' ? String(value).padStart(12, '0') : String(value);
}

function compare(one: readonly string[], other: readonly string[]): number {
  for (const [index, text] of one.entries()) {
    const order = compareText(text, other[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
