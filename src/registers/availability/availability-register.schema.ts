import { z } from 'zod';
import { RoundView } from '../../availability/availability.schema.js';
import { WINDOWS } from '../../calendar/slots.js';
import { columnsField, columnViews } from '../register.schema.js';
import { CHOICE, column, HIDDEN } from '../register-column.js';

const words = z.string().nullable();
const count = z.int().nullable();

/** Every column of the register of a term's availability. */
export const AVAILABILITY_COLUMNS = [
  column('name', 'Lead Reviewer', { width: 28 }),
  column('answer', 'Answer', { ...CHOICE, width: 15 }),
  column('answeredOn', 'Answered on', { kind: 'DATE', width: 14 }),
  column('lane', 'Windows of the term', { width: 40 }),
  column('preferred', 'Preferred', { kind: 'NUMBER' }),
  column('available', 'Available', { kind: 'NUMBER' }),
  column('ifNeeded', 'If needed', { kind: 'NUMBER' }),
  column('unavailable', 'Not free', { kind: 'NUMBER' }),
  column('ceiling', 'At most', { kind: 'NUMBER' }),
  column('termTarget', 'Target', { kind: 'NUMBER' }),
  column('waiver', 'Counted as', { ...CHOICE, width: 15 }),
  column('waiverReason', 'Why counted so', { ...HIDDEN, width: 34 }),
  column('usual', 'On other days', { ...CHOICE, ...HIDDEN, width: 16 }),
  column('standing', 'Standing', { ...CHOICE, ...HIDDEN, width: 15 }),
  column('region', 'Home region', { ...CHOICE, ...HIDDEN, width: 18 }),
  column('planned', 'In the plan', { kind: 'NUMBER', ...HIDDEN }),
  column('note', 'Note', { ...HIDDEN, width: 40 }),
  column('recordedBy', 'Recorded by', { ...CHOICE, ...HIDDEN }),
  column('email', 'E-mail', { ...HIDDEN, width: 30 }),
  column('lead', 'Reference', { ...HIDDEN, width: 12 }),
] as const;

export const AvailabilityRow = z
  .object({
    lead: z.string(),
    name: z.string(),
    email: words,
    synthetic: z.boolean(),
    standing: words,
    region: z.string(),
    answer: z.string().meta({ description: 'Answered, Late, Waived, None or Not asked' }),
    answeredOn: words,
    lane: words.meta({
      description:
        'A letter for each window of the term in order: P preferred, A available, I if needed, N not free; null: they have not answered or may take no seat',
    }),
    preferred: count.meta({ description: 'Windows, after blocks such as training days' }),
    available: count,
    ifNeeded: count,
    unavailable: count,
    ceiling: count.meta({ description: 'Most reviews in the term; null: no limit of their own' }),
    termTarget: count,
    planned: count,
    waiver: words.meta({ description: 'As what operations counts them' }),
    waiverReason: words,
    waiverVersion: z.int().meta({
      description: 'How often that was changed: send it with a change of it',
    }),
    usual: words.meta({ description: 'The grade of days of which nothing else is said' }),
    note: words,
    recordedBy: words,
  })
  .meta({ id: 'AvailabilityRow' });
export type AvailabilityRow = z.output<typeof AvailabilityRow>;

export const AvailabilityRegister = z
  .object({
    termId: z.string(),
    termName: z.string(),
    planId: words.meta({ description: 'The newest plan of the term' }),
    round: RoundView.nullable().meta({ description: 'null: none is open for the term' }),
    slots: z
      .array(z.object({ week: z.string(), window: z.enum(WINDOWS), inWords: z.string() }))
      .meta({ description: 'The windows of the term, in order' }),
    columns: columnsField,
    items: z.array(AvailabilityRow),
  })
  .meta({
    id: 'AvailabilityRegister',
    example: {
      termId: 'spring-2027',
      termName: 'Spring 2027',
      planId: null,
      round: null,
      slots: [
        {
          week: '2027-01-11',
          window: 'MON_WED',
          inWords: 'Monday 11 to Wednesday 13 January 2027',
        },
      ],
      columns: columnViews(AVAILABILITY_COLUMNS.slice(0, 1)),
      items: [
        {
          lead: 'LR-001',
          name: 'Ada Example',
          email: null,
          synthetic: true,
          standing: 'In the pool',
          region: 'Yorkshire and the Humber',
          answer: 'Answered',
          answeredOn: '2026-12-04',
          lane: 'A',
          preferred: 0,
          available: 1,
          ifNeeded: 0,
          unavailable: 0,
          ceiling: null,
          termTarget: 2,
          planned: null,
          waiver: null,
          waiverReason: null,
          waiverVersion: 0,
          usual: 'Available',
          note: null,
          recordedBy: 'Operations',
        },
      ],
    },
  });
export type AvailabilityRegister = z.output<typeof AvailabilityRegister>;
