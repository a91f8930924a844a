import { z } from 'zod';
import { civilDate } from '../platform/dates.js';
import { words } from '../platform/text.js';
import { STANDINGS } from './seat-facts.js';

/** What comes in and goes out over HTTP about Lead Reviewers. */

export const ReviewerCode = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'must be a reference such as LR-001')
  .meta({ description: 'Reference of a Lead Reviewer, never a name', example: 'LR-001' });

export const NewReviewer = z
  .strictObject({
    code: ReviewerCode,
    name: words(200),
    email: z.email().nullable().default(null),
    postcodeDistrict: words(4).describe('The part of the postcode before the space'),
    phases: z.array(words(40)).max(20).default([]),
    needs: z.array(words(10)).max(30).default([]),
    reviewsLedBefore: z
      .int()
      .min(0)
      .max(1000)
      .default(0)
      .describe('Led before this register began'),
    synthetic: z.boolean().default(false).describe('Invented, for demonstration'),
  })
  .meta({
    id: 'NewLeadReviewer',
    example: {
      code: 'LR-001',
      name: 'Ada Example',
      postcodeDistrict: 'LS6',
      phases: ['SPECIAL'],
      needs: ['ASD'],
    },
  });
export type NewReviewer = z.output<typeof NewReviewer>;

/** No defaults here: a field that is not sent stays as it is. */
export const ReviewerEdit = z
  .strictObject({
    name: words(200).optional(),
    email: z.email().nullable().optional(),
    postcodeDistrict: words(4).optional(),
    phases: z.array(words(40)).max(20).optional(),
    needs: z.array(words(10)).max(30).optional(),
    reviewsLedBefore: z.int().min(0).max(1000).optional(),
    synthetic: z.boolean().optional(),
    movedOn: civilDate
      .optional()
      .describe(
        'First day in the home of the new postcode district: journeys to reviews before it are measured from the old one. Left out: the old one was wrong, and all are measured from the new one',
      ),
  })
  .refine((edit) => edit.movedOn === undefined || edit.postcodeDistrict !== undefined, {
    error: 'give the postcode district that they moved to',
    path: ['postcodeDistrict'],
  })
  .meta({ id: 'LeadReviewerEdit', example: { needs: ['ASD', 'SEMH'] } });
export type ReviewerEdit = z.output<typeof ReviewerEdit>;

const ada = {
  code: 'LR-001',
  name: 'Ada Example',
  email: null,
  postcodeDistrict: 'LS6',
  phases: ['SPECIAL'],
  needs: ['ASD'],
  reviewsLedBefore: 4,
  synthetic: true,
  version: 1,
};

export const ReviewerView = z
  .object({
    code: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    postcodeDistrict: z.string(),
    phases: z.array(z.string()),
    needs: z.array(z.string()),
    reviewsLedBefore: z.int(),
    synthetic: z.boolean(),
    version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  })
  .meta({ id: 'LeadReviewer', example: ada });
export type ReviewerView = z.output<typeof ReviewerView>;

const ListedReviewer = ReviewerView.extend({
  standing: z.enum(STANDINGS).nullable().meta({ description: 'Today; null: none was recorded' }),
}).meta({ id: 'ListedLeadReviewer', example: { ...ada, standing: 'IN_POOL' } });

export const ReviewerQuery = z.strictObject({
  standing: z.enum(STANDINGS).optional().meta({ description: 'Standing today' }),
  text: words(200).optional().meta({ description: 'Part of the name or reference' }),
  cursor: ReviewerCode.optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Most on a page' }),
});
export type ReviewerQuery = z.output<typeof ReviewerQuery>;

export const ReviewerPage = z
  .object({
    items: z.array(ListedReviewer),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Cursor of the next page; null: the last page' }),
  })
  .meta({ id: 'LeadReviewerPage' });
export type ReviewerPage = z.output<typeof ReviewerPage>;

const span = { from: z.string(), to: z.string().nullable() };

export const FactsView = z
  .object({
    employments: z.array(
      z.object({
        ...span,
        servingLeader: z.boolean(),
        schoolUrn: z.string().nullable(),
        trustUid: z.string().nullable(),
        employer: z.string(),
      }),
    ),
    standings: z.array(z.object({ ...span, standing: z.string() })),
    gates: z.array(z.object({ ...span, gate: z.string() })),
    training: z.array(
      z.object({ trainingDay: z.string(), outcome: z.string(), onDate: z.string() }),
    ),
    induction: z.array(z.object({ stage: z.string(), doneOn: z.string() })),
    regions: z.array(
      z.object({ ...span, region: z.string(), grade: z.string(), reason: z.string().nullable() }),
    ),
    declared: z.array(
      z.object({
        ...span,
        kind: z.string(),
        urn: z.string().nullable(),
        trustUid: z.string().nullable(),
        reason: z.string(),
      }),
    ),
    overrides: z.array(z.object({ ...span, urn: z.string(), reason: z.string() })),
    limits: z.array(
      z.object({
        ...span,
        termLimit: z.int().nullable(),
        restReviews: z.int().nullable(),
        restWeeks: z.int().nullable(),
        maxKm: z.int().nullable(),
      }),
    ),
    formerHomes: z.array(
      z.object({ from: z.string(), to: z.string(), postcodeDistrict: z.string() }),
    ),
  })
  .meta({
    id: 'LeadReviewerFacts',
    example: {
      employments: [
        {
          from: '2024-09-01',
          to: null,
          servingLeader: true,
          schoolUrn: '100091',
          trustUid: null,
          employer: 'Frank Barnes School for Deaf Children',
        },
      ],
      standings: [{ from: '2025-09-01', to: null, standing: 'IN_POOL' }],
      gates: [{ from: '2026-02-13', to: '2027-02-12', gate: 'DBS' }],
      training: [{ trainingDay: '2026-09-24', outcome: 'ATTENDED', onDate: '2026-09-24' }],
      induction: [{ stage: 'SHADOWING', doneOn: '2025-06-18' }],
      regions: [
        { from: '2026-09-01', to: null, region: 'London', grade: 'PREFERRED', reason: null },
      ],
      declared: [],
      overrides: [],
      limits: [
        {
          from: '2026-09-01',
          to: null,
          termLimit: 3,
          restReviews: null,
          restWeeks: null,
          maxKm: 150,
        },
      ],
      formerHomes: [{ from: '1900-01-01', to: '2026-03-02', postcodeDistrict: 'NE1' }],
    },
  });
export type FactsView = z.output<typeof FactsView>;

export const Changed = z
  .object({ changed: z.boolean().meta({ description: 'false: it was believed already' }) })
  .meta({ id: 'Changed', example: { changed: true } });
export type Changed = z.output<typeof Changed>;
