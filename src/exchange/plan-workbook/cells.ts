import { type CellObject } from 'write-excel-file/node';
import { inertText } from '../cell-text.js';

/** A civil date: a date cell in a workbook, `YYYY-MM-DD` in CSV. */
export interface CivilDate {
  date: string;
}

export type Value = string | number | CivilDate | null;

/** How a cell looks; the few looks there are stand in `LOOKS`. */
export type Look = Omit<CellObject, 'value' | 'type' | 'format'>;

const RULE = '#C9CDD6';

export const LOOKS = {
  title: { fontSize: 18, fontWeight: 'bold', textColor: '#2D2350' },
  section: {
    fontSize: 12,
    fontWeight: 'bold',
    textColor: '#2D2350',
    bottomBorderStyle: 'medium',
    bottomBorderColor: '#5B3DB4',
  },
  figure: { fontSize: 20, fontWeight: 'bold', textColor: '#5B3DB4', align: 'left' },
  quiet: { textColor: '#5F6470', wrap: true, alignVertical: 'top' },
  heading: {
    fontWeight: 'bold',
    backgroundColor: '#EDEAF7',
    wrap: true,
    alignVertical: 'top',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#5B3DB4',
  },
  body: { wrap: true, alignVertical: 'top', bottomBorderStyle: 'hair', bottomBorderColor: RULE },
  centred: {
    align: 'center',
    alignVertical: 'top',
    bottomBorderStyle: 'hair',
    bottomBorderColor: RULE,
  },
  strong: {
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    bottomBorderStyle: 'hair',
    bottomBorderColor: RULE,
  },
  missing: {
    textColor: '#A4262C',
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    bottomBorderStyle: 'hair',
    bottomBorderColor: RULE,
  },
} as const satisfies Record<string, Look>;

/**
 * Text that begins like a formula gets an apostrophe, so that it stays text when saved as CSV.
 *
 * @param decimals of a number, as many digits as it shows after the point
 */
export function cell(value: Value, look: Look = {}, decimals = 0): CellObject {
  if (value === null) return look;
  if (typeof value === 'number') {
    const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
    return { ...look, value, type: Number, format };
  }
  if (typeof value === 'string') return { ...look, value: inertText(value), type: String };
  const date = new Date(`${value.date}T00:00:00Z`);
  return { align: 'left', ...look, value: date, type: Date, format: 'ddd d mmm yyyy' };
}

const LINE_POINTS = 15;

/**
 * How high a row must be for its texts to be read whole, in points. Not every program works it out when
 * it opens a workbook.
 *
 * @param widths of the columns, in characters
 */
export function rowHeight(values: readonly Value[], widths: readonly number[]): number {
  const lines = values.map((value, index) =>
    typeof value === 'string' ? linesOf(value, widths[index] ?? 10) : 1,
  );
  return LINE_POINTS * Math.max(1, ...lines) + 1;
}

function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let room = 0;
    for (const word of paragraph.split(' ')) {
      room -= word.length + 1;
      if (room >= 0) continue;
      lines += 1;
      room = width - word.length;
    }
  }
  return lines;
}

/** The days of a table: date cells where there is a date. */
export function dateOrNothing(date: string | null): CivilDate | null {
  return date === null ? null : { date };
}
