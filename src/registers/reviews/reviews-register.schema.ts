import { z } from 'zod';
import { columnsField, columnViews } from '../register.schema.js';
import { CHOICE, column, HIDDEN } from '../register-column.js';

const words = z.string().nullable();
const count = z.int().nullable();

/** Every column of the register of a term's reviews. */
export const REVIEW_COLUMNS = [
  column('school', 'School', { width: 32 }),
  column('region', 'Region', { ...CHOICE, width: 16 }),
  column('term', 'Term', { ...CHOICE, ...HIDDEN, width: 14 }),
  column('state', 'State', { ...CHOICE, width: 15 }),
  column('windows', 'Host’s windows', { ...CHOICE, width: 23 }),
  column('preferred', 'Preferred', { kind: 'NUMBER' }),
  column('acceptable', 'Acceptable', { kind: 'NUMBER' }),
  column('plan', 'In the newest plan', { ...CHOICE, width: 17 }),
  column('lead', 'Lead in the plan', { width: 20 }),
  column('dates', 'Dates in the plan', { width: 26 }),
  column('priority', 'Priority', { kind: 'NUMBER' }),
  column('phase', 'Phase', { ...CHOICE, ...HIDDEN, width: 12 }),
  column('needs', 'Needs', { kind: 'LIST', isChoice: true, ...HIDDEN, width: 14 }),
  column('town', 'Town', { ...HIDDEN, width: 16 }),
  column('trust', 'Trust', { ...HIDDEN, width: 30 }),
  column('urn', 'URN', { ...HIDDEN, width: 8 }),
  column('review', 'Reference', { ...HIDDEN, width: 16 }),
  column('accepts', 'Accepts the windows', { kind: 'LIST', isChoice: true, ...HIDDEN, width: 40 }),
  column('answeredOn', 'Answered on', { kind: 'DATE', ...HIDDEN }),
  column('priorityReason', 'Why this priority', { ...HIDDEN, width: 34 }),
  column('carriedOver', 'Carried over', { kind: 'NUMBER', ...HIDDEN }),
  column('reason', 'Why it stands so', { ...HIDDEN, width: 34 }),
] as const;

export const ReviewRow = z
  .object({
    review: z.string(),
    urn: z.string(),
    school: z.string(),
    town: words,
    region: z.string(),
    phase: words,
    needs: z.array(z.string()),
    trust: words,
    termId: words,
    term: words.meta({ description: 'null: none is chosen yet' }),
    state: z.string(),
    windows: z.string().meta({ description: 'Named, Any usable or Not known' }),
    preferred: count.meta({ description: 'Windows graded so by the host; null: not known' }),
    acceptable: count,
    accepts: z.array(z.string()).meta({ description: 'The windows named, in words' }),
    answeredOn: words,
    plan: z
      .string()
      .meta({ description: 'Has a lead, Without a lead, Not in the plan or No plan yet' }),
    lead: words.meta({ description: 'Name of its lead in the newest plan' }),
    leadCode: words,
    dates: words.meta({ description: 'Its days in the newest plan, in words' }),
    priority: z.int(),
    priorityReason: z.string(),
    carriedOver: z.int(),
    takesSeats: z
      .boolean()
      .meta({ description: 'Whether anybody can be given a seat on it still' }),
    reason: words.meta({ description: 'Why it was cancelled, postponed or carried over' }),
    version: z.int().meta({ description: 'For If-Match and changes to many' }),
  })
  .meta({ id: 'ReviewRow' });
export type ReviewRow = z.output<typeof ReviewRow>;

export const ReviewsRegister = z
  .object({
    termId: z.string(),
    termName: z.string(),
    academicYear: z.string(),
    planId: words.meta({ description: 'The newest plan of the term' }),
    columns: columnsField,
    items: z.array(ReviewRow),
  })
  .meta({
    id: 'ReviewsRegister',
    example: {
      termId: 'spring-2027',
      termName: 'Spring 2027',
      academicYear: '2026/27',
      planId: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
      columns: columnViews(REVIEW_COLUMNS.slice(0, 1)),
      items: [
        {
          review: 'QAR-2026-0042',
          urn: '100091',
          school: 'Frank Barnes School for Deaf Children',
          town: 'London',
          region: 'London',
          phase: 'Special',
          needs: ['HI'],
          trust: null,
          termId: 'spring-2027',
          term: 'Spring 2027',
          state: 'Requested',
          windows: 'Named',
          preferred: 1,
          acceptable: 0,
          accepts: ['Monday 11 to Wednesday 13 January 2027'],
          answeredOn: '2026-12-01',
          plan: 'Has a lead',
          lead: 'Ada Example',
          leadCode: 'LR-001',
          dates: 'Monday 11 to Wednesday 13 January 2027',
          priority: 1,
          priorityReason: 'The usual weight',
          carriedOver: 0,
          takesSeats: true,
          reason: null,
          version: 1,
        },
      ],
    },
  });
export type ReviewsRegister = z.output<typeof ReviewsRegister>;

export const ScopeQuery = z.strictObject({
  scope: z.enum(['TERM', 'YEAR']).default('TERM').meta({
    description: 'TERM: its reviews, and those of its year without a term; YEAR: all of its year',
  }),
});
export type ScopeQuery = z.output<typeof ScopeQuery>;
