import readXlsxFile from 'read-excel-file/universal';
import { refuse } from '../faults.js';
import { type Cell, type NamedFile, type Table } from './table.js';
import { guardWorkbook } from './workbook-guard.js';
import { columnNumber, rowNumber, type SheetScan } from './workbook-scan.js';

/**
 * Reads every sheet of an .xlsx workbook. Dates become civil dates, formulas their last value.
 * The universal reader is used because, like the guard, it goes by the archive's directory: what was
 * checked is what is read.
 *
 * @throws {BadSpreadsheet} when the workbook is unsound, too big or unreadable
 */
export async function readWorkbook(file: NamedFile): Promise<Table[]> {
  const guarded = await guardWorkbook(file.name, file.bytes);
  const sheets = await parsed(file);
  return sheets.map(({ sheet, data }) => {
    const rows: Cell[][] = [];
    const rowNumbers: number[] = [];
    data.forEach((row, index) => {
      if (row.every((value) => value === null)) return;
      rows.push(row.map(cellOf));
      rowNumbers.push(index + 1);
    });
    return {
      sheet,
      file: file.name,
      rows,
      rowNumbers,
      epoch1904: guarded.epoch1904,
      unreadable: unreadableCells(guarded.sheets.get(sheet), rowNumbers),
    };
  });
}

async function parsed(file: NamedFile): Promise<{ sheet: string; data: (Cell | Date)[][] }[]> {
  const { buffer, byteOffset, byteLength } = file.bytes;
  try {
    const sheets = await readXlsxFile(
      buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
      { trim: false },
    );
    return sheets as unknown as { sheet: string; data: (Cell | Date)[][] }[];
  } catch (error) {
    const { message } = error as { message?: string };
    throw refuse(
      file.name,
      `This workbook cannot be read (${message ?? 'unknown cause'}). Open it in a spreadsheet program and save it as .xlsx again.`,
    );
  }
}

/** A date cell comes as an instant at midnight UTC; only its day is meant. */
function cellOf(value: Cell | Date): Cell {
  if (value === null || typeof value !== 'object') return value;
  const time = value.getTime();
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function unreadableCells(scan: SheetScan | undefined, filledRows: number[]): Table['unreadable'] {
  if (!scan) return [];
  const errors = scan.errors.map(({ cell, value }) => ({
    row: rowNumber(cell),
    column: columnNumber(cell) - 1,
    value,
    message:
      'The formula in this cell ends in an error. Correct it, or put the value itself into the cell.',
  }));
  const filled = new Set(filledRows);
  const merged = scan.merged.flatMap((range) => {
    const [from = '', to = from] = range.split(':');
    const row = rowNumber(from);
    return filled.has(row)
      ? [
          {
            row,
            lastRow: rowNumber(to),
            column: columnNumber(from) - 1,
            value: `${from}:${to}`,
            message:
              'These cells are merged, so it is not clear which rows the value is for. Unmerge them and give each row its own value.',
          },
        ]
      : [];
  });
  return [...errors, ...merged];
}
