import { type DataSource } from 'typeorm';
import { type RecordKind } from '../record-kind.js';
import { recordKinds } from '../record-kinds.js';
import { csvOf } from './csv-export.js';
import { exportedRows } from './export-rows.js';
import { type KindRows, workbookOf } from './workbook-export.js';

/** Everything out again: importing an export unchanged changes nothing. A whole register takes seconds of work. */
export class ExportsService {
  constructor(private readonly database: DataSource) {}

  /** @param kinds one for CSV, whose file has one kind */
  async bytes(form: 'csv' | 'xlsx', kinds: readonly RecordKind[]): Promise<Uint8Array> {
    if (form === 'xlsx') return this.workbook(kinds);
    const texts = await Promise.all(kinds.map((kind) => this.csv(kind)));
    return Buffer.from(texts.join(''), 'utf8');
  }

  async csv(kind: RecordKind): Promise<string> {
    return csvOf(kind, await exportedRows(this.database.manager, kind));
  }

  /** One sheet a kind, read at one moment. */
  async workbook(kinds: readonly RecordKind[] = recordKinds): Promise<Buffer> {
    const sheets = await this.database.transaction('REPEATABLE READ', async (manager) => {
      const read: KindRows[] = [];
      for (const kind of kinds) read.push({ kind, rows: await exportedRows(manager, kind) });
      return read;
    });
    return workbookOf(sheets);
  }
}
