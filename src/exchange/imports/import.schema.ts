import { z } from 'zod';
import { recordKinds } from '../record-kinds.js';

/** What comes in and goes out over HTTP about imports. */

export const exampleId = '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10';
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

export const RowsQuery = z.strictObject({
  kind: KindName.optional().meta({ description: 'Only records of this kind' }),
  text: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Only where a name, a reference or a value holds this' }),
  from: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(0)
    .meta({ description: 'How many to pass over: `next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .meta({ description: 'Most on a page' }),
});
export type RowsQuery = z.infer<typeof RowsQuery>;

export const ChangesQuery = RowsQuery.extend({
  action: z.enum(['create', 'update', 'remove']).optional().meta({ description: 'Only such' }),
  column: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Only where this column changes, by our heading' }),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

export const SheetChoiceView = z
  .strictObject({
    sheet: z.string().min(1).max(500).meta({ description: 'The sheet’s name; of CSV the file’s' }),
    kind: KindName.nullable().meta({ description: 'null: the sheet is left out' }),
    mapping: z.record(z.string().max(500), z.string().max(500)).meta({
      description:
        'The file’s heading → ours, where it is other than recognised; empty: the column is left out. Remembered for next time',
    }),
  })
  .meta({
    id: 'ImportSheetChoice',
    example: { sheet: 'People', kind: 'lead-reviewers', mapping: { 'Ref no': 'Reference' } },
  });

const KindSummaryView = z
  .object({
    kind: KindName,
    title: z.string(),
    created: z.int(),
    updated: z.int(),
    removed: z.int(),
    unchanged: z.int().meta({ description: 'Rows that say what is so already' }),
    implied: z.int().meta({
      description: 'Of these changes: such as follow from the file, such as a period cut short',
    }),
    refused: z.int().meta({ description: 'Rows that were set aside, to be mended' }),
    fields: z
      .array(z.object({ column: z.string(), count: z.int() }))
      .meta({ description: 'How many updates change each column' }),
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
    appliedBy: z.string().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    undoneBy: z.string().nullable(),
    inWords: z
      .string()
      .meta({ description: 'What changes, or has changed, as one line: “Schools: 2 added”' }),
    totals: z.object({
      changes: z.int(),
      created: z.int(),
      updated: z.int(),
      removed: z.int(),
      unchanged: z.int(),
      implied: z.int(),
      refused: z.int(),
    }),
    fileId: z.uuid().nullable().meta({
      description: 'The file it was read from, while that is kept: it can be compared again',
    }),
    choices: z
      .array(SheetChoiceView)
      .nullable()
      .meta({ description: 'What was chosen for each sheet of that file' }),
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
          refused: 1,
          fields: [{ column: 'Town', count: 1 }],
        },
      ],
      notes: ['schools.csv: not used: Head teacher.'],
      recordedBy: 'Operations',
      recordedAt: '2026-12-21T09:30:00.000Z',
      appliedAt: null,
      appliedBy: null,
      undoneAt: null,
      undoneBy: null,
      inWords: 'Schools: 2 added, 1 changed',
      totals: {
        changes: 3,
        created: 2,
        updated: 1,
        removed: 0,
        unchanged: 477,
        implied: 0,
        refused: 1,
      },
      fileId: exampleId,
      choices: [{ sheet: 'schools.csv', kind: 'schools', mapping: {} }],
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
    name: z.string().meta({
      description: 'The name of the person or school it is about; the key where none is known',
    }),
    fields: z.array(FieldChangeView).meta({ description: 'Only the columns that change' }),
  })
  .meta({
    id: 'ImportChange',
    example: {
      position: 0,
      kind: 'schools',
      action: 'update',
      key: '100006',
      name: 'Heath School',
      fields: [{ column: 'Town', before: '–', after: 'London' }],
    },
  });

const total = z.int().meta({ description: 'How many there are on all pages' });

export const ChangePage = z
  .object({ items: z.array(ChangeView), next: z.int().nullable(), total })
  .meta({ id: 'ImportChangePage' });
export type ChangePage = z.infer<typeof ChangePage>;

export const UnchangedPage = z
  .object({
    items: z.array(z.object({ kind: z.string(), key: z.string(), name: z.string() })),
    next: z.int().nullable(),
    total,
  })
  .meta({
    id: 'ImportUnchangedPage',
    example: {
      items: [{ kind: 'schools', key: '100006', name: 'Heath School' }],
      next: null,
      total: 1,
    },
  });
export type UnchangedPage = z.infer<typeof UnchangedPage>;

export const RefusedPage = z
  .object({
    items: z.array(
      z.object({
        kind: z.string(),
        sheet: z.string(),
        row: z.int().meta({ description: 'As a spreadsheet program numbers it' }),
        name: z.string().meta({ description: 'What the row seems to be about' }),
        faults: z.array(
          z.object({
            column: z.string().nullable().meta({ description: 'null: the row as a whole' }),
            value: z.string(),
            message: z.string().meta({ description: 'What is wrong and what to do' }),
          }),
        ),
      }),
    ),
    next: z.int().nullable(),
    total,
  })
  .meta({
    id: 'ImportRefusedPage',
    example: {
      items: [
        {
          kind: 'schools',
          sheet: 'schools.csv',
          row: 7,
          name: 'Heath School',
          faults: [{ column: 'URN', value: '12345', message: 'A URN has six digits. Correct it.' }],
        },
      ],
      next: null,
      total: 1,
    },
  });
export type RefusedPage = z.infer<typeof RefusedPage>;

export const SavedSinceView = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        isUndone: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'ImportsSavedSince',
    example: {
      items: [
        {
          id: exampleId,
          fileName: 'schools.csv',
          by: 'Sam Whitely',
          at: '2026-12-21T09:35:00.000Z',
          isUndone: false,
        },
      ],
    },
  });
export type SavedSinceView = z.infer<typeof SavedSinceView>;
