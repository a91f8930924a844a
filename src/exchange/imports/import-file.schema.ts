import { z } from 'zod';
import { exampleId, KindName, SheetChoiceView } from './import.schema.js';

/** What comes in and goes out over HTTP about files that were sent and not imported yet. */

export const FileId = z
  .uuid('must be the id of a file')
  .meta({ description: 'The id of a file that was sent', example: exampleId });

export const FileUploadQuery = z.strictObject({
  fileName: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'The file’s name; sheets are told apart by it', example: 'schools.csv' }),
});
export type FileUploadQuery = z.infer<typeof FileUploadQuery>;

export const SheetNumber = z.coerce
  .number()
  .int()
  .min(0)
  .max(2000)
  .meta({ description: 'A sheet of the file, counted from 0', example: 0 });

export const SheetQuery = z.strictObject({
  kind: KindName.optional().meta({
    description: 'What the sheet is to be taken for; left out: what it seems to be',
  }),
});
export type SheetQuery = z.infer<typeof SheetQuery>;

export const ImportFileView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    recordedBy: z.string(),
    recordedAt: z.iso.datetime(),
    sheets: z.array(z.string()).meta({ description: 'Names of the sheets, in order' }),
    progress: z
      .object({ words: z.string(), done: z.int().nullable(), total: z.int().nullable() })
      .nullable()
      .meta({ description: 'What is being done with it; null: nothing' }),
    importId: z.uuid().nullable().meta({ description: 'The newest comparison made of it' }),
  })
  .meta({
    id: 'ImportFile',
    example: {
      id: exampleId,
      fileName: 'schools.csv',
      recordedBy: 'Operations',
      recordedAt: '2026-12-21T09:30:00.000Z',
      sheets: ['schools.csv'],
      progress: { words: 'Reading Schools', done: 500, total: 25_000 },
      importId: null,
    },
  });
export type ImportFileView = z.infer<typeof ImportFileView>;

export const ImportSheetView = z
  .object({
    sheet: z.string(),
    kind: KindName.nullable().meta({ description: 'What it holds; null: not recognised' }),
    isForReading: z.boolean().meta({ description: 'Notes for people, to be left out' }),
    isGias: z
      .boolean()
      .meta({ description: 'The Department for Education’s own file, whose columns are known' }),
    isEmpty: z.boolean(),
    headingRow: z.int().meta({ description: 'The row of the headings as people count' }),
    rows: z.int().meta({ description: 'Rows below the headings' }),
    columns: z.array(
      z.object({
        heading: z.string(),
        ours: z.string().nullable().meta({ description: 'null: not used' }),
        source: z
          .enum(['REMEMBERED', 'SAME_NAME', 'OTHER_NAME', 'LEFT_OUT', 'NOT_KNOWN'])
          .meta({ description: 'Why it is taken for that column of ours' }),
        firstValues: z.array(z.string()),
      }),
    ),
    missing: z.array(z.object({ heading: z.string(), like: z.string().nullable() })).meta({
      description: 'Columns that must be there, with a heading of the file that is alike',
    }),
  })
  .meta({
    id: 'ImportSheet',
    example: {
      sheet: 'People',
      kind: 'lead-reviewers',
      isForReading: false,
      isGias: false,
      isEmpty: false,
      headingRow: 1,
      rows: 97,
      columns: [
        { heading: 'Ref no', ours: 'Reference', source: 'REMEMBERED', firstValues: ['LR-001'] },
      ],
      missing: [],
    },
  });
export type ImportSheetView = z.infer<typeof ImportSheetView>;

export const ComparisonRequest = z
  .strictObject({
    sheets: z.array(SheetChoiceView).max(2000).meta({
      description: 'A sheet that is not named is read as recognised',
    }),
  })
  .meta({
    id: 'ImportComparisonRequest',
    example: { sheets: [{ sheet: 'schools.csv', kind: 'schools', mapping: {} }] },
  });
export type ComparisonRequest = z.infer<typeof ComparisonRequest>;
