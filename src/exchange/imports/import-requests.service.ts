import { type IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { layoutOf } from '../mapping.js';
import { keyHeadings } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';
import { forget, remember, rememberedMappings } from './column-mappings.js';
import {
  changeView,
  importView,
  type ChangePage,
  type ChangesQuery,
  type ImportPage,
  type ImportView,
  type MappingList,
  type MappingRequest,
  type PageQuery,
  type UploadQuery,
} from './import.schema.js';
import { ImportsService } from './imports.service.js';
import { findImport, listChanges, listImports, type StoredImport } from './stored-imports.js';
import { receivedFile } from './upload.js';

/** Imports as the API asks for them. */
@Injectable()
export class ImportRequests {
  constructor(
    private readonly imports: ImportsService,
    private readonly database: DataSource,
    private readonly author: Author,
  ) {}

  async dryRun(
    request: IncomingMessage,
    { fileName, kind }: UploadQuery,
    idempotencyKey: string | undefined,
  ): Promise<ImportView> {
    if (idempotencyKey !== undefined && !/^[\x21-\x7E]{1,200}$/u.test(idempotencyKey)) {
      throw new Refusal(
        'BAD_IDEMPOTENCY_KEY',
        'The Idempotency-Key must have 1 to 200 characters without spaces. A UUID will do.',
        400,
      );
    }
    const file = await receivedFile(request, fileName);
    const author = this.author.name;
    return importView(await this.imports.dryRun([file], { kind, author, idempotencyKey }));
  }

  async list({ cursor, limit }: PageQuery): Promise<ImportPage> {
    const found = await listImports(this.database.manager, limit + 1, cursor);
    const items = found.slice(0, limit).map(importView);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async get(id: string): Promise<ImportView> {
    return importView(found(id, await findImport(this.database.manager, id)));
  }

  async changes(id: string, { from, limit }: ChangesQuery): Promise<ChangePage> {
    await this.get(id);
    const rows = await listChanges(this.database.manager, id, from, limit + 1);
    const next = rows.length > limit ? (rows[limit]?.position ?? null) : null;
    return { items: rows.slice(0, limit).map(changeView), next };
  }

  async apply(id: string): Promise<ImportView> {
    return importView(found(id, await this.imports.apply(id, this.author.name)));
  }

  async undo(id: string): Promise<ImportView> {
    return importView(found(id, await this.imports.undo(id, this.author.name)));
  }

  async mappings(): Promise<MappingList> {
    const items = await rememberedMappings(this.database.manager);
    return {
      items: items.map((item) => ({
        ...item,
        mapping: { ...item.mapping },
        recordedAt: item.recordedAt.toISOString(),
      })),
    };
  }

  async remember(kindName: string, { headings, mapping }: MappingRequest): Promise<MappingList> {
    const kind = kindNamed(kindName);
    if (!kind) throw new Refusal('NOT_FOUND', `There is no kind of record called ${kindName}.`);
    const ours = new Set([...kind.columns.map((column) => column.heading), 'Remove']);
    for (const [theirs, heading] of Object.entries(mapping)) {
      if (!ours.has(heading)) {
        throw new Refusal(
          'UNKNOWN_COLUMN',
          `“${theirs}” is mapped to “${heading}”, which is no column of ${kind.title}. Its key is ${keyHeadings(kind).join(', ')}; GET /api/v1/record-kinds lists all.`,
        );
      }
    }
    await remember(this.database.manager, kind, layoutOf(headings), mapping, this.author.name);
    return this.mappings();
  }

  async forget(id: string): Promise<void> {
    if (!(await forget(this.database.manager, id))) {
      throw new Refusal('NOT_FOUND', `There is no column mapping ${id}.`);
    }
  }
}

function found(id: string, stored: StoredImport | undefined): StoredImport {
  if (!stored) throw new Refusal('NOT_FOUND', `There is no import ${id}.`);
  return stored;
}
