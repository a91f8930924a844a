import { z } from 'zod';
import { triedChange } from '../../platform/bulk/changes-of-many.js';
import { words } from '../../platform/text.js';
import { NewFact, Retraction } from '../../reviewers/facts.schema.js';
import { ReviewerCode } from '../../reviewers/reviewer.schema.js';
import { ContractEnd, ContractInput, ExceptionInput } from '../commitment.schema.js';

/** What comes in and goes out over HTTP about changes to many Lead Reviewers at once. */

const Expertise = z.strictObject({
  phases: z.array(words(40)).max(20).default([]),
  needs: z.array(words(10)).max(30).default([]),
});

const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('FACT'), fact: NewFact }),
  z.strictObject({
    kind: z.literal('NO_FACT'),
    fact: Retraction.describe('It does not hold throughout the period'),
  }),
  z.strictObject({
    kind: z.literal('EXPERTISE'),
    add: Expertise.prefault({}),
    takeAway: Expertise.prefault({}),
  }),
  z.strictObject({ kind: z.literal('CONTRACT'), ...ContractInput.shape }),
  z
    .strictObject({ kind: z.literal('NO_CONTRACT'), ...ContractEnd.shape })
    .refine(({ from, to }) => from <= to, {
      error: 'must not be before the first day',
      path: ['to'],
    }),
  z.strictObject({ kind: z.literal('EXCEPTION'), ...ExceptionInput.shape }),
]);
export type Change = z.output<typeof Change>;

const paused = {
  lead: 'LR-001',
  revision: 14,
  changes: [
    {
      kind: 'FACT',
      fact: {
        kind: 'STANDING',
        standing: 'PAUSED',
        from: '2027-01-11',
        to: null,
        reason: 'Parental leave',
      },
    },
  ],
} as const;

const LeadChange = z
  .strictObject({
    lead: ReviewerCode,
    revision: z
      .int()
      .min(1)
      .max(999_999_999)
      .describe('Of the person when the change was thought of: see the register'),
    changes: z.array(Change).min(1).max(50).describe('Made in this order'),
  })
  .meta({ id: 'LeadChange', example: paused });
export type LeadChange = z.output<typeof LeadChange>;

export const LeadChanges = z
  .strictObject({ items: z.array(LeadChange).min(1).max(500) })
  .meta({ id: 'LeadChanges', example: { items: [paused] } });
export type LeadChanges = z.output<typeof LeadChanges>;

export const LeadChangesResult = z
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
    undo: z.array(LeadChange).meta({ description: 'Changes that bring back what was' }),
  })
  .meta({
    id: 'LeadChangesResult',
    example: {
      items: [
        {
          lead: 'LR-001',
          name: 'Ada Example',
          before: 'In the pool, from 1 September 2025',
          after: 'In the pool, 1 September 2025 to 10 January 2027; Paused, from 11 January 2027',
          refusal: null,
        },
      ],
      accepted: 1,
      refused: 0,
      undo: [
        {
          lead: 'LR-001',
          revision: 17,
          changes: [
            { kind: 'NO_FACT', fact: { kind: 'STANDING', from: '2027-01-11', to: null } },
            {
              kind: 'FACT',
              fact: {
                kind: 'STANDING',
                standing: 'IN_POOL',
                from: '2025-09-01',
                to: null,
                reason: null,
              },
            },
          ],
        },
      ],
    },
  });
export type LeadChangesResult = z.output<typeof LeadChangesResult>;
