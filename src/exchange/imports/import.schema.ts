import { z } from 'zod';
import { valueInWords } from '../record-kind.js';
import { kindNamed, recordKinds } from '../record-kinds.js';
import { type StoredChange, type StoredImport } from './stored-imports.js';

/** What comes in and goes out over HTTP about imports and column mappings. */

const exampleId = '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10';
const kindNames = recordKinds.map((kind) => kind.name) as [string, ...string[]];

export const ImportId = z
  .uuid('must be the id of an import')
  .meta({ description: 'The id of an import', example: exampleId });

export const KindName = z
  .enum(kindNames)
  .meta({ description: 'A kind of record', example: 'schools' });

export const UploadQuery = z.strictObject({
  fileName: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'The file’s name; sheets are told apart by it', example: 'schools.csv' }),
  kind: KindName.optional().meta({
    description: 'The kind of every row, where names and headings do not say it',
  }),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

export const PageQuery = z.strictObject({
  cursor: z.uuid().optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: 'Most on a page' }),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const ChangesQuery = z.strictObject({
  from: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: 'Most on a page' }),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

const KindSummaryView = z
  .object({
    kind: z.string(),
    title: z.string(),
    created: z.int(),
    updated: z.int(),
    removed: z.int(),
    unchanged: z.int().meta({ description: 'Rows that say what is so already' }),
    implied: z.int().meta({
      description: 'Of these changes: such as follow from the file, such as a period cut short',
    }),
  })
  .meta({ id: 'ImportKindSummary' });

export const ImportView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    sha256: z.string(),
    state: z.enum(['DRY_RUN', 'APPLIED', 'UNDONE']),
    kinds: z.array(KindSummaryView),
    notes: z.array(z.string()).meta({ description: 'Good to know; nothing to mend' }),
    recordedBy: z.string(),
    recordedAt: z.iso.datetime(),
    appliedAt: z.iso.datetime().nullable(),
    undoneAt: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'Import',
    example: {
      id: exampleId,
      fileName: 'schools.csv',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      state: 'DRY_RUN',
      kinds: [
        {
          kind: 'schools',
          title: 'Schools',
          created: 2,
          updated: 1,
          removed: 0,
          unchanged: 477,
          implied: 0,
        },
      ],
      notes: ['schools.csv: not used: Head teacher.'],
      recordedBy: 'Operations',
      recordedAt: '2026-12-21T09:30:00.000Z',
      appliedAt: null,
      undoneAt: null,
    },
  });
export type ImportView = z.infer<typeof ImportView>;

export const ImportPage = z
  .object({ items: z.array(ImportView), next: z.uuid().nullable() })
  .meta({ id: 'ImportPage' });
export type ImportPage = z.infer<typeof ImportPage>;

const FieldChangeView = z
  .object({ column: z.string(), before: z.string(), after: z.string() })
  .meta({ id: 'ImportFieldChange' });

const ChangeView = z
  .object({
    position: z.int(),
    kind: z.string(),
    action: z.enum(['create', 'update', 'remove']),
    key: z.string().meta({ description: 'What names the record' }),
    fields: z.array(FieldChangeView).meta({ description: 'Only the columns that change' }),
  })
  .meta({
    id: 'ImportChange',
    example: {
      position: 0,
      kind: 'schools',
      action: 'update',
      key: '100006',
      fields: [{ column: 'Town', before: '–', after: 'London' }],
    },
  });

export const ChangePage = z
  .object({ items: z.array(ChangeView), next: z.int().nullable() })
  .meta({ id: 'ImportChangePage' });
export type ChangePage = z.infer<typeof ChangePage>;

export const MappingRequest = z
  .strictObject({
    headings: z
      .array(z.string().max(500))
      .min(1)
      .max(1000)
      .meta({ description: 'All headings of the file, in order' }),
    mapping: z
      .record(z.string().max(500), z.string().max(500))
      .meta({ description: 'The file’s heading → ours' }),
  })
  .meta({
    id: 'ColumnMappingRequest',
    example: { headings: ['Ref no', 'Who'], mapping: { 'Ref no': 'Reference', Who: 'Name' } },
  });
export type MappingRequest = z.infer<typeof MappingRequest>;

export const MappingView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    headings: z.array(z.string()),
    mapping: z.record(z.string(), z.string()),
    recordedBy: z.string(),
    recordedAt: z.iso.datetime(),
  })
  .meta({
    id: 'ColumnMapping',
    example: {
      id: exampleId,
      kind: 'lead-reviewers',
      headings: ['refno', 'who'],
      mapping: { 'Ref no': 'Reference', Who: 'Name' },
      recordedBy: 'Operations',
      recordedAt: '2026-12-21T09:30:00.000Z',
    },
  });
export const MappingList = z
  .object({ items: z.array(MappingView) })
  .meta({ id: 'ColumnMappingList' });
export type MappingList = z.infer<typeof MappingList>;

/** Our side of the mapping: what a file of this kind may hold. */
export const KindView = z
  .object({
    kind: z.string(),
    title: z.string(),
    note: z.string(),
    columns: z.array(
      z.object({
        heading: z.string(),
        isKey: z.boolean(),
        isRequired: z.boolean(),
        accepts: z.string(),
        note: z.string(),
        alsoCalled: z.array(z.string()),
      }),
    ),
  })
  .meta({
    id: 'RecordKind',
    example: {
      kind: 'memberships',
      title: 'Memberships',
      note: 'When a school belongs to the network.',
      columns: [
        {
          heading: 'URN',
          isKey: true,
          isRequired: true,
          accepts: 'A URN of six digits.',
          note: 'The school’s unique reference number.',
          alsoCalled: ['School URN'],
        },
      ],
    },
  });
export const KindList = z.object({ items: z.array(KindView) }).meta({ id: 'RecordKindList' });
export type KindList = z.infer<typeof KindList>;

export function importView(stored: StoredImport): ImportView {
  const { id, fileName, sha256, state, summary, recordedBy } = stored;
  return {
    id,
    fileName,
    sha256,
    state,
    kinds: summary.kinds,
    notes: summary.notes,
    recordedBy,
    recordedAt: stored.recordedAt.toISOString(),
    appliedAt: stored.appliedAt?.toISOString() ?? null,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
  };
}

/** A change with the columns that change, in the order of the sheet and as they stand on it. */
export function changeView(change: StoredChange): ChangePage['items'][number] {
  const { position, kind, key, before, after } = change;
  const columns = kindNamed(kind)?.columns ?? [];
  const shown = (row: StoredChange['before'], heading: string): string => {
    const value = row?.[heading] ?? null;
    const column = columns.find((each) => each.heading === heading);
    if (!column || value === null || (Array.isArray(value) && value.length === 0)) return '–';
    return String(column.type.format(value));
  };
  return {
    position,
    kind,
    key,
    action: before === null ? 'create' : after === null ? 'remove' : 'update',
    fields: columns
      .map(({ heading }) => heading)
      .filter(
        (heading) =>
          valueInWords(before?.[heading] ?? null) !== valueInWords(after?.[heading] ?? null),
      )
      .map((column) => ({ column, before: shown(before, column), after: shown(after, column) })),
  };
}

export function kindList(): KindList {
  return {
    items: recordKinds.map(({ name, title, note, columns }) => ({
      kind: name,
      title,
      note,
      columns: columns.map((column) => ({
        heading: column.heading,
        isKey: column.key === true,
        isRequired: column.required === true,
        accepts: column.type.accepts,
        note: column.note,
        alsoCalled: [...(column.synonyms ?? [])],
      })),
    })),
  };
}
