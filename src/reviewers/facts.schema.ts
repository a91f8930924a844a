import { z } from 'zod';
import { civilDate as date } from '../platform/dates.js';
import { words } from '../platform/text.js';
import { TrustUid, Urn } from '../schools/school.schema.js';
import { GATES, INDUCTION_STAGES, STANDINGS } from './seat-facts.js';
import { REGION_GRADES } from './stored-facts.js';

const text = words(2000);
const limit = z.int().min(0).max(1000).nullable();
/** From when on somebody lived in a home of which only the end is known. */
export const LONG_AGO = '1900-01-01';
const from = date.describe('First day');
const to = date.nullable().default(null).describe('Last day, included; null: until further notice');
const period = { from, to };

const employment = z.strictObject({
  kind: z.literal('EMPLOYMENT'),
  ...period,
  servingLeader: z.boolean(),
  schoolUrn: Urn.nullable().default(null),
  trustUid: TrustUid.nullable().default(null),
  employer: text,
});
const standing = z.strictObject({
  kind: z.literal('STANDING'),
  ...period,
  standing: z.enum(STANDINGS),
  reason: text.nullable().default(null),
});
const gate = z.strictObject({ kind: z.literal('GATE'), ...period, gate: z.enum(GATES) });
const training = z.strictObject({
  kind: z.literal('TRAINING'),
  trainingDay: date,
  outcome: z.enum(['ATTENDED', 'CAUGHT_UP']),
  onDate: date,
});
const induction = z.strictObject({
  kind: z.literal('INDUCTION'),
  stage: z.enum(INDUCTION_STAGES),
  doneOn: date,
});
const region = z.strictObject({
  kind: z.literal('REGION'),
  ...period,
  region: words(100),
  grade: z.enum(REGION_GRADES),
  reason: text.nullable().default(null).describe('Needed for NO'),
});
const conflict = z.strictObject({
  kind: z.literal('CONFLICT'),
  ...period,
  conflict: z.enum(['WORKED_AT', 'DECLARED_TIE']),
  urn: Urn.nullable().default(null),
  trustUid: TrustUid.nullable().default(null),
  reason: text,
});
const override = z.strictObject({
  kind: z.literal('CONFLICT_OVERRIDE'),
  ...period,
  urn: Urn,
  reason: text,
});
const ownLimit = z.strictObject({
  kind: z.literal('OWN_LIMIT'),
  ...period,
  termLimit: limit.default(null).describe('Most seats in a term'),
  restReviews: limit.default(null).describe('At most so many seats'),
  restWeeks: z.int().min(1).max(1000).nullable().default(null).describe('in so many weeks'),
  maxKm: z.int().min(0).max(1_000_000).nullable().default(null).describe('Furthest road km'),
  maxMiles: z
    .int()
    .min(0)
    .max(600_000)
    .nullable()
    .optional()
    .describe('In place of maxKm: furthest road miles, as people say them'),
});
const formerHome = z.strictObject({
  kind: z.literal('FORMER_HOME'),
  from: date.default(LONG_AGO).describe('First day; left out: as long as anybody knows'),
  to: date.describe(
    'Last day, included: journeys to reviews that begin by then are measured from there',
  ),
  postcodeDistrict: words(4).describe('The part of the postcode before the space'),
});

const ordered = { error: 'must not be before the first day', path: ['to'] };

function endsAfterItBegins(fact: object): boolean {
  if (!('from' in fact && 'to' in fact)) return true;
  return typeof fact.from !== 'string' || typeof fact.to !== 'string' || fact.from <= fact.to;
}

/** A dated fact about a Lead Reviewer, as operations records it. */
export const NewFact = z
  .discriminatedUnion('kind', [
    employment,
    standing,
    gate,
    training,
    induction,
    region,
    conflict,
    override,
    ownLimit,
    formerHome,
  ])
  .refine(endsAfterItBegins, ordered)
  .refine((fact) => fact.kind !== 'REGION' || fact.grade !== 'NO' || fact.reason !== null, {
    error: 'say why: the grade NO needs a reason',
    path: ['reason'],
  })
  .refine((fact) => fact.kind !== 'CONFLICT' || fact.urn !== null || fact.trustUid !== null, {
    error: 'name a school or a trust',
    path: ['urn'],
  })
  .refine(
    (fact) =>
      fact.kind !== 'EMPLOYMENT' ||
      !fact.servingLeader ||
      fact.schoolUrn !== null ||
      fact.trustUid !== null,
    { error: 'say at which school or trust a serving leader serves', path: ['schoolUrn'] },
  )
  .refine(
    (fact) =>
      fact.kind !== 'OWN_LIMIT' || (fact.restReviews === null) === (fact.restWeeks === null),
    { error: 'restReviews and restWeeks come together', path: ['restWeeks'] },
  )
  .meta({
    id: 'NewReviewerFact',
    example: { kind: 'GATE', gate: 'DBS', from: '2026-02-13', to: '2027-02-12' },
  });
export type NewFact = z.output<typeof NewFact>;

/** Which fact no longer holds, and throughout which period. */
export const Retraction = z
  .discriminatedUnion('kind', [
    employment.pick({ kind: true, from: true, to: true }),
    standing.pick({ kind: true, from: true, to: true }),
    gate,
    training.pick({ kind: true, trainingDay: true }),
    induction.pick({ kind: true, stage: true }),
    region.pick({ kind: true, from: true, to: true, region: true }),
    conflict.omit({ reason: true }),
    override.omit({ reason: true }),
    ownLimit.pick({ kind: true, from: true, to: true }),
    formerHome.pick({ kind: true, from: true, to: true }),
  ])
  .refine(endsAfterItBegins, ordered)
  .meta({
    id: 'ReviewerFactRetraction',
    example: { kind: 'GATE', gate: 'DBS', from: '2027-02-13', to: null },
  });
export type Retraction = z.output<typeof Retraction>;
