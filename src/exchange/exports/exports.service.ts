import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RecordKind } from '../record-kind.js';
import { recordKinds } from '../record-kinds.js';
import { csvOf } from './csv-export.js';
import { exportedRows } from './export-rows.js';
import { templateOf, workbookOf, type KindRows } from './workbook-export.js';

/** Everything out again: importing an export unchanged changes nothing. */
@Injectable()
export class ExportsService {
  constructor(private readonly database: DataSource) {}

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

  template(kinds: readonly RecordKind[] = recordKinds): Promise<Buffer> {
    return templateOf(kinds);
  }
}
