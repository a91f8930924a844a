import { z } from 'zod';
import { MOST_FILE_BYTES } from '../reading/read-file.js';
import { recordKinds } from '../record-kinds.js';
import { exampleId, KindName } from './import.schema.js';

/** What comes in and goes out over HTTP about our columns and those of users’ own files. */

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
    kind: KindName,
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
export const KindList = z
  .object({
    items: z.array(KindView),
    mostFileBytes: z.int().meta({ description: 'The biggest file that is taken in' }),
  })
  .meta({ id: 'RecordKindList' });
export type KindList = z.infer<typeof KindList>;

export function kindList(): KindList {
  return {
    mostFileBytes: MOST_FILE_BYTES,
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
