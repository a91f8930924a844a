import { stringify } from 'csv-stringify/sync';
import { type Row } from '../columns/column.js';
import { type RecordKind } from '../record-kind.js';
import { exportedCell } from './export-rows.js';

/** Records as CSV: UTF-8 with a byte order mark, so that Excel shows accents; CRLF, as RFC 4180 says. */
export function csvOf(kind: RecordKind, rows: readonly Row[]): string {
  return stringify(
    [
      kind.columns.map((column) => column.heading),
      ...rows.map((row) => kind.columns.map((column) => exportedCell(column, row))),
    ],
    { bom: true, record_delimiter: 'windows' },
  );
}
