import { z } from 'zod';
import { triedChange } from '../platform/bulk/changes-of-many.js';
import { LeadParam, WaiverInput, WaiverVersion } from './availability.schema.js';

/** What comes in and goes out over HTTP about waivers for many people at once. */

const WaiverChange = z
  .strictObject({
    lead: LeadParam,
    waiver: WaiverInput.nullable().describe('null: no longer counted as available'),
    version: WaiverVersion,
  })
  .meta({
    id: 'WaiverChange',
    example: {
      lead: 'LR-007',
      waiver: { grade: 'IF_NEEDED', reason: 'Said so on the telephone' },
      version: 0,
    },
  });
export type WaiverChange = z.output<typeof WaiverChange>;

export const WaiverChanges = z.strictObject({ items: z.array(WaiverChange).min(1).max(500) }).meta({
  id: 'WaiverChanges',
  example: {
    items: [
      {
        lead: 'LR-007',
        waiver: { grade: 'IF_NEEDED', reason: 'Said so on the telephone' },
        version: 0,
      },
    ],
  },
});
export type WaiverChanges = z.output<typeof WaiverChanges>;

export const WaiverChangesResult = z
  .object({
    items: z.array(
      z.object({
        lead: z.string(),
        name: z.string().nullable().meta({ description: 'null: there is no such person' }),
        ...triedChange,
      }),
    ),
    accepted: z.int(),
    refused: z.int(),
    undo: z.array(WaiverChange).meta({ description: 'Changes that bring back what was' }),
  })
  .meta({
    id: 'WaiverChangesResult',
    example: {
      items: [
        {
          lead: 'LR-007',
          name: 'Ann Other',
          before: 'No answer',
          after: 'Counted as if needed: Said so on the telephone',
          refusal: null,
        },
      ],
      accepted: 1,
      refused: 0,
      undo: [{ lead: 'LR-007', waiver: null, version: 1 }],
    },
  });
export type WaiverChangesResult = z.output<typeof WaiverChangesResult>;
