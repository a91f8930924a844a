/** What stood in a cell: dates are civil dates `YYYY-MM-DD` already, empty is null. */
export type Cell = string | number | boolean | null;

/** One sheet of a workbook, or a CSV file. */
export interface Table {
  /** The sheet's name; for a CSV file the file's name. */
  sheet: string;
  file: string;
  /** Rows by position; a row's number as people see it is in `rowNumbers` at the same position. */
  rows: Cell[][];
  rowNumbers: number[];
  /** Days counted from 1904, as workbooks from old Macs do. */
  epoch1904: boolean;
  /** Cells that cannot be read, by row number and column position from 0. */
  unreadable: {
    row: number;
    /** The last row that is meant, where cells are merged over several. */
    lastRow?: number;
    column: number;
    value: string;
    message: string;
  }[];
}

/** A file as it came in. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}
