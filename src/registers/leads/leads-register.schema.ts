import { z } from 'zod';
import { columnsField, columnViews } from '../register.schema.js';
import { CHOICE, column, HIDDEN } from '../register-column.js';

const words = z.string().nullable();
const count = z.int().nullable();

/** Every column of the register of Lead Reviewers as a term looks at them. */
export const LEAD_COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('standing', 'Standing', { ...CHOICE, width: 15 }),
  column('region', 'Home region', { ...CHOICE, width: 18 }),
  column('phases', 'Phases', { kind: 'LIST', isChoice: true, width: 18 }),
  column('needs', 'Needs', { kind: 'LIST', isChoice: true, width: 18 }),
  column('seats', 'Seats this term', { kind: 'LIST', isChoice: true, width: 17 }),
  column('answer', 'Availability', { ...CHOICE, width: 14 }),
  column('target', 'Against target', { ...CHOICE, width: 14 }),
  column('planned', 'In the plan', { kind: 'NUMBER' }),
  column('termTarget', 'Target', { kind: 'NUMBER' }),
  column('stillToPlace', 'To place this year', { kind: 'NUMBER' }),
  column('minimum', 'Minimum', { kind: 'NUMBER', ...HIDDEN }),
  column('led', 'Led', { kind: 'NUMBER', ...HIDDEN }),
  column('confirmed', 'Confirmed', { kind: 'NUMBER', ...HIDDEN }),
  column('dbsUntil', 'DBS until', { kind: 'DATE', width: 14 }),
  column('contractUntil', 'Contract until', { kind: 'DATE', ...HIDDEN, width: 14 }),
  column('kind', 'Serving leader', { ...CHOICE, ...HIDDEN, width: 16 }),
  column('employer', 'Employer', { ...HIDDEN, width: 30 }),
  column('district', 'Postcode district', { ...HIDDEN, width: 12 }),
  column('prefers', 'Prefers', { kind: 'LIST', isChoice: true, ...HIDDEN }),
  column('refuses', 'Does not travel to', { kind: 'LIST', isChoice: true, ...HIDDEN }),
  column('ledBefore', 'Led before this register', { kind: 'NUMBER', ...HIDDEN }),
  column('email', 'E-mail', { ...HIDDEN, width: 30 }),
  column('lead', 'Reference', { ...HIDDEN, width: 12 }),
] as const;

export const LeadRow = z
  .object({
    lead: z.string(),
    name: z.string(),
    synthetic: z.boolean().meta({ description: 'Invented for the sample' }),
    standing: words.meta({ description: 'Today; null: none was recorded' }),
    region: z.string().meta({ description: 'Of the home' }),
    district: z.string(),
    phases: z.array(z.string()),
    needs: z.array(z.string()).meta({ description: 'Need codes' }),
    seats: z.array(z.string()).meta({ description: 'Seats they may take this term' }),
    answer: words.meta({ description: 'Answered, Late, Waived, None; null: not asked' }),
    target: words.meta({
      description: 'Under, Met or No target; null: they take no part, or there is no plan',
    }),
    planned: count.meta({ description: 'Reviews led in the newest plan; null: no plan' }),
    termTarget: count,
    minimum: count.meta({ description: 'Of the year' }),
    led: count,
    confirmed: count,
    stillToPlace: count,
    dbsUntil: words.meta({ description: 'Last day of the enhanced DBS that reaches furthest' }),
    contractUntil: words,
    kind: z.string(),
    employer: words,
    prefers: z.array(z.string()),
    refuses: z.array(z.string()),
    ledBefore: z.int(),
    email: words,
    version: z.int(),
    revision: z.int().meta({
      description: 'Rises with any change of the entry or a fact; changes to many are made from it',
    }),
  })
  .meta({ id: 'LeadRow' });
export type LeadRow = z.output<typeof LeadRow>;

export const LeadsRegister = z
  .object({
    termId: z.string(),
    termName: z.string(),
    planId: words.meta({ description: 'The newest plan of the term' }),
    columns: columnsField,
    items: z.array(LeadRow),
  })
  .meta({
    id: 'LeadsRegister',
    example: {
      termId: 'spring-2027',
      termName: 'Spring 2027',
      planId: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
      columns: columnViews(LEAD_COLUMNS.slice(0, 1)),
      items: [
        {
          lead: 'LR-001',
          name: 'Ada Example',
          synthetic: true,
          standing: 'In the pool',
          region: 'Yorkshire and the Humber',
          district: 'LS6',
          phases: ['Special'],
          needs: ['ASD'],
          seats: ['Lead'],
          answer: 'Answered',
          target: 'Met',
          planned: 2,
          termTarget: 2,
          minimum: 6,
          led: 2,
          confirmed: 0,
          stillToPlace: 4,
          dbsUntil: '2028-02-12',
          contractUntil: '2027-08-31',
          kind: 'Not a serving leader',
          employer: 'Self-employed',
          prefers: ['North East'],
          refuses: [],
          ledBefore: 4,
          email: null,
          version: 1,
          revision: 14,
        },
      ],
    },
  });
export type LeadsRegister = z.output<typeof LeadsRegister>;
