import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RecordKind } from '../record-kind.js';
import { recordKinds } from '../record-kinds.js';
import { exportedRows } from './export-rows.js';
import { templateOf, type KindRows } from './workbook-export.js';
import { writtenAside } from './written-aside.js';

/** Everything out again: importing an export unchanged changes nothing. */
@Injectable()
export class ExportsService {
  constructor(private readonly database: DataSource) {}

  async csv(kind: RecordKind): Promise<string> {
    const rows = await exportedRows(this.database.manager, kind);
    return (await writtenAside('csv', [{ kind, rows }])).toString('utf8');
  }

  /** One sheet a kind, read at one moment. */
  async workbook(kinds: readonly RecordKind[] = recordKinds): Promise<Buffer> {
    const sheets = await this.database.transaction('REPEATABLE READ', async (manager) => {
      const read: KindRows[] = [];
      for (const kind of kinds) read.push({ kind, rows: await exportedRows(manager, kind) });
      return read;
    });
    return writtenAside('xlsx', sheets);
  }

  template(kinds: readonly RecordKind[] = recordKinds): Promise<Buffer> {
    return templateOf(kinds);
  }
}
