import { z } from 'zod';
import { civilDate } from '../../platform/dates.js';
import { cleanText, words } from '../../platform/text.js';
import { ReviewerCode } from '../../reviewers/reviewer.schema.js';
import { Urn } from '../../schools/school.schema.js';

/** One thing that could be otherwise, as it is saved and sent: people and schools as the registers name them. */

const district = z
  .string()
  .overwrite((text) => districtOf(cleanText(text)))
  .regex(/^[A-Z]{1,2}\d[A-Z\d]?$/, 'must be a postcode, or its first half such as DL1')
  .meta({
    description: 'A postcode or its first half; of a whole postcode only the first half is kept',
    example: 'DL1',
  });

const leaves = z.strictObject({
  kind: z.literal('LEAVES'),
  person: ReviewerCode,
  from: civilDate.describe('The first day without them'),
});

const joins = z.strictObject({
  kind: z.literal('JOINS'),
  count: z.int().min(1).max(20).describe('How many'),
  postcode: district.describe('Where they live'),
  phases: z.array(words(40)).min(1).max(20).describe('Codes of phases'),
  needs: z.array(words(40)).max(40).describe('Codes of specialisms'),
  servingLeader: z.boolean().default(false),
  from: civilDate.nullable().default(null).describe('Their first day; null: at once'),
});

const schoolMoves = z.strictObject({
  kind: z.literal('SCHOOL_MOVES'),
  school: Urn,
  postcode: district.describe('Where to'),
});

const reviewAdded = z.strictObject({ kind: z.literal('REVIEW_ADDED'), school: Urn });
const reviewDropped = z.strictObject({ kind: z.literal('REVIEW_DROPPED'), school: Urn });

const limit = z.int().min(0).max(1000).nullable().default(null);
const limits = z.strictObject({
  kind: z.literal('LIMITS'),
  person: ReviewerCode,
  term: limit.describe('Most reviews in the time looked at; null: as it is'),
  restReviews: limit.describe('At most so many reviews'),
  restWeeks: z.int().min(1).max(1000).nullable().default(null).describe('in so many weeks'),
  maxMiles: z
    .int()
    .min(0)
    .max(600_000)
    .nullable()
    .default(null)
    .describe('Furthest road miles; null: as it is'),
});

const region = z.strictObject({
  kind: z.literal('REGION'),
  person: ReviewerCode,
  region: words(80),
  grade: z.enum(['PREFERRED', 'WILLING', 'RELUCTANT', 'NO']),
});

export const SavedChange = z
  .discriminatedUnion('kind', [
    leaves,
    joins,
    schoolMoves,
    reviewAdded,
    reviewDropped,
    limits,
    region,
  ])
  .meta({ id: 'ScenarioChange' });
export type SavedChange = z.output<typeof SavedChange>;
export type SavedChangeOf<Kind extends SavedChange['kind']> = Extract<SavedChange, { kind: Kind }>;

export const SavedChanges = z.array(SavedChange).min(1, 'must hold at least one change').max(40);

/** The first half of a whole postcode; what is none stays, and is refused. */
function districtOf(text: string): string {
  const capitals = text.toUpperCase();
  const whole = /^([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}$/u.exec(capitals);
  return whole?.[1] ?? capitals.replaceAll(' ', '');
}
