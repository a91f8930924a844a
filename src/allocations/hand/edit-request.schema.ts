import { z } from 'zod';
import { ROLES, WINDOWS } from '../../solver/problem.js';

/** What comes in over HTTP about plans made and changed by hand. */

const reference = z.string().min(1).max(200);
const ReviewReference = reference.meta({
  description: 'The reference of a review in the plan’s problem',
  example: 'QAR-2026-0042',
});
const PersonReference = reference.meta({
  description: 'The reference of a Lead Reviewer in the plan’s problem',
  example: 'LR-007',
});
const second = reference.nullable().optional();

const exampleEdit = {
  kind: 'PUT',
  review: 'QAR-2026-0042',
  lead: 'LR-007',
  week: '2027-01-11',
  window: 'MON_WED',
} as const;

export const EditRequest = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('PUT'),
        review: ReviewReference,
        lead: PersonReference,
        week: z.iso.date().meta({ description: 'The Monday of the school week' }),
        window: z.enum(WINDOWS),
        qualityAssurer: second.meta({
          description: 'Left out: whoever has the seat keeps it, if the lead is new; null: nobody',
        }),
        shadow: second.meta({
          description:
            'Left out: whoever has the seat keeps it, if the lead is established; null: nobody',
        }),
      })
      .meta({ example: exampleEdit }),
    z.strictObject({
      kind: z.literal('SEAT'),
      review: ReviewReference,
      seat: z.enum(['QUALITY_ASSURER', 'SHADOW']),
      person: PersonReference.nullable().meta({ description: 'null: nobody' }),
    }),
    z.strictObject({ kind: z.literal('CLEAR'), review: ReviewReference }),
    z.strictObject({ kind: z.literal('PIN'), review: ReviewReference }),
    z.strictObject({ kind: z.literal('UNPIN'), review: ReviewReference }),
  ])
  .meta({
    id: 'PlanEdit',
    description:
      'PUT: the person leads the review in the slot. SEAT: a second seat changes hands. CLEAR: the review goes without a lead. PIN: it stays as it then is, in edits and in runs around the plan, until UNPIN.',
    example: exampleEdit,
  });

/** More than a term has reviews, so that a whole plan can be made in one go. */
const MOST_EDITS = 5000;
export const Edits = z.array(EditRequest).max(MOST_EDITS);
const someEdits = Edits.min(1);
const note = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .optional()
  .meta({ description: 'What the author wants to say about it; kept with the plan' });

export const EffectRequest = z
  .strictObject({
    edits: someEdits,
    after: Edits.default([]).meta({
      description:
        'Made before these and not saved yet: the effect is told against the plan with them',
    }),
  })
  .meta({ id: 'PlanEffectRequest', example: { edits: [exampleEdit] } });
export type EffectRequest = z.infer<typeof EffectRequest>;

const seat = z.enum(ROLES).default('LEAD').meta({
  description: 'Which seat; a second seat is in the slot that the review has',
});
export const PlacesQuery = z.strictObject({ seat });
export type PlacesQuery = z.infer<typeof PlacesQuery>;

export const PlacesRequest = z
  .union([
    z.strictObject({ edits: Edits, seat, review: ReviewReference }),
    z.strictObject({ edits: Edits, seat, lead: PersonReference }),
  ])
  .meta({
    id: 'PlanPlacesRequest',
    description: 'The places on a review or for a person, after edits that are not saved yet',
    example: { edits: [exampleEdit], seat: 'LEAD', review: 'QAR-2026-0042' },
  });
export type PlacesRequest = z.infer<typeof PlacesRequest>;

export const VersionRequest = z
  .union([
    z.strictObject({ edits: someEdits, note }),
    z.strictObject({
      asVersion: z.int().min(1).max(1_000_000).meta({
        description: 'The plan shall be as this version of it was: undo',
      }),
      note,
    }),
  ])
  .meta({
    id: 'PlanVersionRequest',
    example: { edits: [exampleEdit], note: 'Asked for by the school' },
  });
export type VersionRequest = z.infer<typeof VersionRequest>;

export const PlanStart = z
  .strictObject({
    policy: reference.optional().meta({
      description: 'Name of a policy preset; left out: the one the settings name',
    }),
    edits: Edits.optional(),
    note,
  })
  .meta({ id: 'PlanStart', example: { note: 'A first draft by hand' } });
export type PlanStart = z.infer<typeof PlanStart>;

export const ReviewParam = ReviewReference;
export const LeadParam = PersonReference;
