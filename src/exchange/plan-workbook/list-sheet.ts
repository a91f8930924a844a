import { type CellObject } from 'write-excel-file/node';
import { cell, type Look, LOOKS, rowHeight, type Value } from './cells.js';
import { type PrintedSheet } from './sheet-features.js';

/** A column of a list: its heading, its width in characters, and what a row shows in it. */
export interface ListColumn<Row> {
  heading: string;
  width: number;
  value: (row: Row) => Value;
  /** As many digits as its numbers show after the point; left out: none. */
  decimals?: number | undefined;
  /** How its cells look; left out: like the body. */
  look?: (row: Row) => Look;
}

export interface ListOptions {
  /** Columns that stay in sight when the list is scrolled sideways. */
  stickyColumns?: number;
}

/** A sheet that is one list: frozen headings with arrows to filter by, a row for each item. */
export function listSheet<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  { stickyColumns = 0 }: ListOptions = {},
): PrintedSheet {
  const widths = columns.map(({ width }) => width);
  // The arrows take some of a heading's room.
  const headings = columns.map(({ heading }) => heading);
  const headingHeight = rowHeight(
    headings,
    widths.map((width) => width - 2),
  );
  const body = rows.map((row) => {
    const values = columns.map(({ value }) => value(row));
    const height = rowHeight(values, widths);
    return columns.map(({ look, decimals }, index) =>
      cell(values[index] ?? null, { ...(look?.(row) ?? LOOKS.body), height }, decimals),
    );
  });
  return {
    sheet: name,
    data: [
      headings.map((text): CellObject => cell(text, { ...LOOKS.heading, height: headingHeight })),
      ...body,
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    ...(stickyColumns === 0 ? {} : { stickyColumnsCount: stickyColumns }),
    list: { columns: columns.length, rows: rows.length },
    showGridLines: false,
  };
}
