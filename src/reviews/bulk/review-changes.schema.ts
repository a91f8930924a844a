import { z } from 'zod';
import { triedChange } from '../../platform/bulk/changes-of-many.js';
import { civilDate as date } from '../../platform/dates.js';
import { HostAnswerInput, MoveInput, PriorityInput, ReviewCode } from '../review.schema.js';

/** What comes in and goes out over HTTP about changes to many reviews at once. */

const termId = z
  .string()
  .regex(/^(autumn|spring|summer)-\d{4}$/, 'must be a term such as spring-2027');

const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('PRIORITY'), ...PriorityInput.shape }),
  z.strictObject({
    kind: z.literal('HOST_ANSWER'),
    answer: HostAnswerInput.nullable().describe('null: the host has not answered'),
  }),
  z.strictObject({ kind: z.literal('TERM'), termId, on: date }),
  z.strictObject({ kind: z.literal('MOVE'), ...MoveInput.shape }),
  z.strictObject({ kind: z.literal('CARRY_OVER'), on: date }),
]);

const ReviewChange = z
  .strictObject({
    review: ReviewCode,
    version: z.int().min(1).max(999_999_999).describe('The version that the change was made from'),
    change: Change,
  })
  .meta({
    id: 'BulkReviewChange',
    example: {
      review: 'QAR-2026-0042',
      version: 1,
      change: { kind: 'PRIORITY', override: { priority: 5, reason: 'Promised' } },
    },
  });
export type ReviewChange = z.output<typeof ReviewChange>;

export const ReviewChanges = z.strictObject({ items: z.array(ReviewChange).min(1).max(500) }).meta({
  id: 'BulkReviewChanges',
  example: {
    items: [
      {
        review: 'QAR-2026-0042',
        version: 1,
        change: { kind: 'PRIORITY', override: { priority: 5, reason: 'Promised' } },
      },
    ],
  },
});
export type ReviewChanges = z.output<typeof ReviewChanges>;

export const ReviewChangesResult = z
  .object({
    items: z.array(
      z.object({
        review: z.string(),
        school: z.string().nullable().meta({ description: 'null: there is no such review' }),
        ...triedChange,
      }),
    ),
    accepted: z.int(),
    refused: z.int(),
    undo: z
      .array(ReviewChange)
      .nullable()
      .meta({ description: 'Changes that bring back what was; null: they cannot be taken back' }),
    whyNoUndo: z.string().nullable(),
  })
  .meta({
    id: 'BulkReviewChangesResult',
    example: {
      items: [
        {
          review: 'QAR-2026-0042',
          school: 'Frank Barnes School for Deaf Children',
          before: 'Priority 1: the usual weight',
          after: 'Priority 5: set by operations: Promised',
          refusal: null,
        },
      ],
      accepted: 1,
      refused: 0,
      undo: [{ review: 'QAR-2026-0042', version: 2, change: { kind: 'PRIORITY', override: null } }],
      whyNoUndo: null,
    },
  });
export type ReviewChangesResult = z.output<typeof ReviewChangesResult>;
