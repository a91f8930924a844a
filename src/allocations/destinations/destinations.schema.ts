import { z } from 'zod';
import { words } from '../../platform/text.js';
import { Urn } from '../../schools/school.schema.js';

export const DestinationQuery = z.strictObject({
  text: words(100).meta({
    description: 'Words of a name, town or reference, in any order',
    example: 'vale',
  }),
});
export type DestinationQuery = z.infer<typeof DestinationQuery>;

export const Destinations = z
  .object({
    schools: z.array(
      z.object({
        urn: Urn,
        name: z.string(),
        town: z.string().nullable(),
        review: z
          .string()
          .nullable()
          .describe('The reference of the school’s review in the term; null: it has none'),
      }),
    ),
    people: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        region: z.string().describe('Where they live'),
      }),
    ),
  })
  .meta({
    id: 'Destinations',
    example: {
      schools: [{ urn: '100002', name: 'Vale School', town: 'Leeds', review: 'QAR-2026-0042' }],
      people: [{ code: 'LR-007', name: 'Valerie Wren', region: 'London' }],
    },
  });
export type Destinations = z.infer<typeof Destinations>;
