import { z } from 'zod';
import { columnsField, columnViews } from '../register.schema.js';
import { CHOICE, column, HIDDEN } from '../register-column.js';

const words = z.string().nullable();
const date = z.string().nullable();

/** Every column of the register of schools. */
export const SCHOOL_COLUMNS = [
  column('name', 'School', { width: 34 }),
  column('urn', 'URN', { width: 8 }),
  column('town', 'Town', { width: 15 }),
  column('region', 'Region', { ...CHOICE, width: 18 }),
  column('phase', 'Phase', { ...CHOICE, width: 12 }),
  column('needs', 'Needs', { kind: 'LIST', isChoice: true, width: 12 }),
  column('membership', 'Membership', { ...CHOICE, width: 14 }),
  column('review', 'Review this year', { ...CHOICE, width: 20 }),
  column('term', 'Term', { ...CHOICE, width: 14 }),
  column('lastReviewed', 'Last reviewed', { kind: 'DATE', width: 14 }),
  column('trust', 'Trust', { width: 30 }),
  column('postcode', 'Postcode', { ...HIDDEN, width: 11 }),
  column('authority', 'Local authority', { ...CHOICE, ...HIDDEN }),
  column('type', 'Type', { ...CHOICE, ...HIDDEN, width: 30 }),
  column('memberSince', 'Member since', { kind: 'DATE', ...HIDDEN }),
  column('status', 'Status', { ...CHOICE, ...HIDDEN, width: 14 }),
  column('calendar', 'Term dates', { ...CHOICE, ...HIDDEN, width: 28 }),
  column('closures', 'Closures ahead', { kind: 'NUMBER', ...HIDDEN }),
  column('reviewCode', 'Reference', { ...HIDDEN, width: 16 }),
  column('lastLead', 'Last led by', HIDDEN),
] as const;

export const SchoolRow = z
  .object({
    urn: z.string(),
    name: z.string(),
    town: words,
    postcode: words,
    region: z.string(),
    authority: words,
    phase: words.meta({ description: 'null: a task for operations' }),
    type: z.string(),
    trust: words,
    needs: z.array(z.string()).meta({ description: 'Need codes' }),
    needsInvented: z.boolean().meta({ description: 'Made up for demonstration' }),
    membership: z
      .string()
      .meta({ description: 'Member, Former member, Not yet a member or Not a member; today' }),
    memberSince: date,
    status: z.string(),
    calendar: words.meta({ description: 'null: the default calendar' }),
    closures: z.int().meta({ description: 'Declared closures that are not over' }),
    review: words.meta({ description: 'State of the review of the year that is planned' }),
    term: words,
    reviewCode: words,
    lastReviewed: date.meta({ description: 'Day on which the last review was led' }),
    lastLead: words,
    version: z.int().meta({ description: 'For If-Match' }),
    revision: z.int().meta({
      description: 'Rises with any change, of membership too; changes to many are made from it',
    }),
  })
  .meta({ id: 'SchoolRow' });
export type SchoolRow = z.output<typeof SchoolRow>;

export const SchoolsRegister = z
  .object({
    academicYear: words.meta({
      description: 'The year whose reviews are shown; null: none is open',
    }),
    columns: columnsField,
    items: z.array(SchoolRow),
  })
  .meta({
    id: 'SchoolsRegister',
    example: {
      academicYear: '2026/27',
      columns: columnViews(SCHOOL_COLUMNS.slice(0, 1)),
      items: [
        {
          urn: '100091',
          name: 'Frank Barnes School for Deaf Children',
          town: 'London',
          postcode: 'N1C 4BT',
          region: 'London',
          authority: 'Camden',
          phase: 'Special',
          type: 'Community special school',
          trust: null,
          needs: ['HI'],
          needsInvented: false,
          membership: 'Member',
          memberSince: '2024-09-01',
          status: 'Open',
          calendar: null,
          closures: 0,
          review: 'Requested',
          term: 'Spring 2027',
          reviewCode: 'QAR-2026-0042',
          lastReviewed: '2025-11-12',
          lastLead: 'Ada Example',
          version: 1,
          revision: 2,
        },
      ],
    },
  });
export type SchoolsRegister = z.output<typeof SchoolsRegister>;
