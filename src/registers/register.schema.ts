import { z } from 'zod';
import { COLUMN_KINDS, type RegisterColumn } from './register-column.js';

/** What all registers have in common over HTTP. */

export const REGISTERS = ['schools', 'lead-reviewers', 'availability', 'reviews'] as const;
export type RegisterName = (typeof REGISTERS)[number];

export const RegisterParam = z
  .enum(REGISTERS)
  .meta({ description: 'Which register', example: 'schools' });

export const ColumnView = z
  .object({
    key: z.string().meta({ description: 'The field of a row' }),
    heading: z.string(),
    kind: z.enum(COLUMN_KINDS),
    isChoice: z.boolean().meta({ description: 'Filtered by choosing among its values' }),
    isShown: z.boolean().meta({ description: 'Shown before anybody has chosen columns' }),
    width: z.int().meta({ description: 'The room it needs, in characters' }),
  })
  .meta({
    id: 'RegisterColumn',
    example: {
      key: 'region',
      heading: 'Region',
      kind: 'TEXT',
      isChoice: true,
      isShown: true,
      width: 24,
    },
  });
export type ColumnView = z.output<typeof ColumnView>;

/** The columns as they go out, in a list of their own. */
export function columnViews(columns: readonly RegisterColumn[]): ColumnView[] {
  return columns.map((column) => ({ ...column }));
}

export const columnsField = z.array(ColumnView).meta({ description: 'In the order of the screen' });
