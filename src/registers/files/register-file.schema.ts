import { z } from 'zod';
import { words } from '../../platform/text.js';

/** Which part of a register is downloaded: what the screen shows, so that the file is the same. */

export const FileForm = z
  .enum(['csv', 'xlsx'])
  .meta({ description: 'CSV, or an XLSX workbook', example: 'csv' });
export type FileForm = z.output<typeof FileForm>;

export const FileRequest = z
  .strictObject({
    term: z
      .string()
      .regex(/^(autumn|spring|summer)-\d{4}$/, 'must be a term such as spring-2027')
      .nullable()
      .default(null)
      .describe('Needed for every register but schools'),
    scope: z
      .enum(['TERM', 'YEAR'])
      .default('TERM')
      .describe('Of reviews: the term’s, or all of its year'),
    columns: z.array(words(40)).min(1).max(60).describe('Keys of the columns, in order'),
    rows: z
      .array(words(40))
      .max(20_000)
      .describe('References of the rows, in order: URN, Lead Reviewer or review'),
    chosenBy: z
      .array(words(1000))
      .max(40)
      .default([])
      .describe('How the rows were chosen and ordered, in words; stands in the file'),
  })
  .meta({
    id: 'RegisterFileRequest',
    example: {
      columns: ['name', 'region'],
      rows: ['100091'],
      chosenBy: ['Region is London', 'Ordered by School'],
    },
  });
export type FileRequest = z.output<typeof FileRequest>;
