import { type IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { refuseUnknownColumns } from './column-mappings.js';
import {
  type ComparisonRequest,
  type FileUploadQuery,
  type ImportFileView,
  type ImportSheetView,
} from './import-file.schema.js';
import { progressOf } from './import-progress.js';
import { ExchangeThreads } from '../exchange-threads.js';
import { importView } from './import-views.js';
import { type ImportView } from './import.schema.js';
import { findFile, type KeptFile } from './kept-files.js';
import { recogniseSheet } from './recognised-sheet.js';
import { receivedFile } from './upload.js';

/** Files on their way into the registers: looked at, corrected, compared. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly threads: ExchangeThreads,
    private readonly database: DataSource,
    private readonly author: Author,
  ) {}

  async receive(request: IncomingMessage, { fileName }: FileUploadQuery): Promise<ImportFileView> {
    const author = this.author.name;
    const { bytes } = await receivedFile(request, fileName);
    return this.get(await this.threads.run('keepFile', { fileName, bytes, author }));
  }

  async get(id: string): Promise<ImportFileView> {
    const file = await this.file(id);
    const progress = (await progressOf(this.database.manager, id)) ?? null;
    return {
      id: file.id,
      fileName: file.fileName,
      recordedBy: file.recordedBy,
      recordedAt: file.recordedAt.toISOString(),
      sheets: file.sheets.map(({ sheet }) => sheet),
      progress,
      importId: file.importId,
    };
  }

  /** @param kind what the sheet is to be taken for; left out: what it seems to be */
  async sheet(id: string, number: number, kind: string | undefined): Promise<ImportSheetView> {
    const { sheets, fileName } = await this.file(id);
    const head = sheets[number];
    if (!head) {
      throw new Refusal('NOT_FOUND', `The file ${fileName} has ${sheets.length} sheets, from 0.`);
    }
    return recogniseSheet(this.database.manager, head, kind);
  }

  async compare(id: string, { sheets }: ComparisonRequest): Promise<ImportView> {
    for (const { kind, mapping } of sheets) if (kind !== null) refuseUnknownColumns(kind, mapping);
    const task = { fileId: id, choices: sheets, author: this.author.name };
    const stored = await this.threads.run('compareFile', task);
    if (!stored) throw noSuchFile(id);
    return importView(stored);
  }

  private async file(id: string): Promise<KeptFile> {
    const file = await findFile(this.database.manager, id);
    if (!file) throw noSuchFile(id);
    return file;
  }
}

function noSuchFile(id: string): Refusal {
  return new Refusal(
    'NOT_FOUND',
    `There is no file ${id}: it was imported, or sent more than a week ago. Send it again.`,
  );
}
