import { type IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { layoutOf } from '../mapping.js';
import { keyHeadings, type RecordKind } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';
import { type MappingList, type MappingRequest } from './column-mapping.schema.js';
import { forget, refuseUnknownColumns, remember, rememberedMappings } from './column-mappings.js';
import { ExchangeThreads } from '../exchange-threads.js';
import { changeView, importView } from './import-views.js';
import {
  type ChangePage,
  type ChangesQuery,
  type ImportPage,
  type ImportView,
  type PageQuery,
  type RefusedPage,
  type RowsQuery,
  type SavedSinceView,
  type UnchangedPage,
  type UploadQuery,
} from './import.schema.js';
import {
  changesSlice,
  type Range,
  refusedSlice,
  savedSince,
  type Slice,
  unchangedSlice,
} from './listed-rows.js';
import { type NamedRecord, RecordNames, referencesNamed } from './record-names.js';
import { type RefusedRow } from './set-aside.js';
import { findImport, listImports, type StoredImport } from './stored-imports.js';
import { receivedFile } from './upload.js';

/** Imports as the API asks for them. */
@Injectable()
export class ImportRequests {
  constructor(
    private readonly threads: ExchangeThreads,
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
    const { bytes } = await receivedFile(request, fileName);
    const options = { kind, author: this.author.name, idempotencyKey };
    return importView(await this.threads.run('dryRun', { fileName, bytes, options }));
  }

  async list({ cursor, limit }: PageQuery): Promise<ImportPage> {
    const found = await listImports(this.database.manager, limit + 1, cursor);
    const items = found.slice(0, limit).map(importView);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async get(id: string): Promise<ImportView> {
    return importView(found(id, await findImport(this.database.manager, id)));
  }

  async changes(id: string, { from, limit, ...filter }: ChangesQuery): Promise<ChangePage> {
    const named = await this.named(id, filter.text);
    const range = { from, limit };
    const slice = await changesSlice(this.database.manager, id, { ...filter, named }, range);
    const names = await this.names(id, slice.rows);
    return pageOf(slice, range, (change) => changeView(change, names));
  }

  async unchanged(id: string, { from, limit, ...filter }: RowsQuery): Promise<UnchangedPage> {
    const named = await this.named(id, filter.text);
    const range = { from, limit };
    const slice = await unchangedSlice(this.database.manager, id, { ...filter, named }, range);
    const names = await this.names(id, slice.rows);
    return pageOf(slice, range, (record) => ({ ...record, name: names.nameOf(record) }));
  }

  async refused(id: string, { from, limit, ...filter }: RowsQuery): Promise<RefusedPage> {
    const named = await this.named(id, filter.text);
    const range = { from, limit };
    const slice = await refusedSlice(this.database.manager, id, { ...filter, named }, range);
    const records = slice.rows.map(refusedRecord);
    const names = await this.names(id, records);
    const shown = records.map((record) => names.nameOf(record));
    return pageOf(slice, range, ({ kind, sheet, number, faults }, index) => ({
      kind,
      sheet,
      row: number,
      name: shown[index] ?? '',
      faults,
    }));
  }

  async refusedWorkbook(id: string): Promise<Uint8Array> {
    const { fileName } = await this.get(id);
    const bytes = await this.threads.run('refusedRows', { id });
    if (!bytes) throw new Refusal('NOT_FOUND', `No row of ${fileName} was refused.`);
    return bytes;
  }

  async savedSince(id: string): Promise<SavedSinceView> {
    await this.get(id);
    const items = await savedSince(this.database.manager, id);
    return { items: items.map((item) => ({ ...item, at: item.at.toISOString() })) };
  }

  async apply(id: string): Promise<ImportView> {
    const author = this.author.name;
    return importView(found(id, await this.threads.run('apply', { id, author })));
  }

  async undo(id: string): Promise<ImportView> {
    const author = this.author.name;
    return importView(found(id, await this.threads.run('undo', { id, author })));
  }

  /** References of what the text names. @throws Refusal when there is no such import */
  private async named(id: string, text: string | undefined): Promise<string[]> {
    await this.get(id);
    return referencesNamed(this.database.manager, text);
  }

  private names(id: string, records: readonly { key: string }[]): Promise<RecordNames> {
    const keys = records.map(({ key }) => key);
    return RecordNames.of(this.database.manager, id, keys);
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
    refuseUnknownColumns(kindName, mapping);
    const kind = kindNamed(kindName) as RecordKind;
    await remember(this.database.manager, kind, layoutOf(headings), mapping, this.author.name);
    return this.mappings();
  }

  async forget(id: string): Promise<void> {
    if (!(await forget(this.database.manager, id))) {
      throw new Refusal('NOT_FOUND', `There is no column mapping ${id}.`);
    }
  }
}

/** A row of the file, whose key may be what is wrong with it. */
function refusedRecord({ kind, cells }: RefusedRow): NamedRecord {
  const record = kindNamed(kind);
  const headings = record ? keyHeadings(record) : [];
  const key = headings.flatMap((heading) => cells[heading] ?? []).join(' · ');
  return { kind, key, after: cells };
}

function pageOf<Row, Item>(
  { rows, total }: Slice<Row>,
  { from }: Range,
  view: (row: Row, index: number) => Item,
): { items: Item[]; next: number | null; total: number } {
  const seen = from + rows.length;
  return { items: rows.map(view), next: seen < total ? seen : null, total };
}

function found(id: string, stored: StoredImport | undefined): StoredImport {
  if (!stored) throw new Refusal('NOT_FOUND', `There is no import ${id}.`);
  return stored;
}
