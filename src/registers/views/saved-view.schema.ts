import { z } from 'zod';
import { words } from '../../platform/text.js';

/** What comes in and goes out over HTTP about saved views. */

const exampleId = '0198f0a2-9c11-7a52-8d30-4b7e0a5d2f64';

export const ViewId = z
  .uuid('must be the id of a saved view')
  .meta({ description: 'The id of a saved view', example: exampleId });

const exampleSearch = { region: 'north-east', sort: '-lastReviewed' };

export const ViewInput = z
  .strictObject({
    name: words(80),
    search: z
      .record(z.string().regex(/^[a-zA-Z]{1,40}$/, 'must be a field of the address'), words(2000))
      .refine((fields) => Object.keys(fields).length <= 60, { error: 'must be at most 60 fields' })
      .meta({ description: 'The part of the register’s address behind the question mark' }),
  })
  .meta({ id: 'SavedViewInput', example: { name: 'North East', search: exampleSearch } });
export type ViewInput = z.output<typeof ViewInput>;

export const SavedViewView = z
  .object({
    id: z.string(),
    name: z.string(),
    search: z.record(z.string(), z.string()),
    savedBy: z.string(),
    savedAt: z.iso.datetime(),
    version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  })
  .meta({
    id: 'SavedView',
    example: {
      id: exampleId,
      name: 'North East',
      search: exampleSearch,
      savedBy: 'Ruth Ellison',
      savedAt: '2026-12-21T09:30:00.000Z',
      version: 1,
    },
  });
export type SavedViewView = z.output<typeof SavedViewView>;

export const SavedViewList = z
  .object({ items: z.array(SavedViewView) })
  .meta({ id: 'SavedViewList' });
export type SavedViewList = z.output<typeof SavedViewList>;
