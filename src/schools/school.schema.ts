import { z } from 'zod';
import { WINDOWS } from '../calendar/slots.js';
import { civilDate as date } from '../platform/dates.js';
import { PHASES, SCHOOL_STATUSES } from './school-record.js';

/** What comes in and goes out over HTTP about schools. */

const text = (longest: number) => z.string().trim().min(1).max(longest);

export const Urn = z
  .string()
  .regex(/^\d{6}$/, 'must be a URN of six digits')
  .meta({ description: 'Unique Reference Number of a school', example: '100091' });

export const SORTS = ['name', 'urn', 'region'] as const;

export const SchoolQuery = z.strictObject({
  region: text(100).optional(),
  phase: z
    .enum([...PHASES, 'NOT_KNOWN'])
    .optional()
    .meta({ description: 'NOT_KNOWN: schools whose phase is blank, a task for operations' }),
  trust: text(20).optional().meta({ description: 'UID of a trust' }),
  member: z.stringbool().optional().meta({ description: 'true: members today; false: the others' }),
  status: z.enum(SCHOOL_STATUSES).optional(),
  text: text(200)
    .optional()
    .meta({ description: 'Part of the name, town or trust, or the start of the URN or postcode' }),
  sort: z.enum(SORTS).default('name'),
  cursor: text(1000).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Most on a page' }),
});
export type SchoolQuery = z.infer<typeof SchoolQuery>;

const trust = z.object({ uid: text(20), name: text(300) });

export const SchoolView = z
  .object({
    urn: z.string(),
    name: z.string(),
    type: z.string(),
    phase: z.enum(PHASES).nullable().meta({ description: 'null: a task for operations' }),
    trust: trust.nullable(),
    laCode: z.string().nullable(),
    region: z.string(),
    town: z.string().nullable(),
    postcode: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    needs: z.array(z.string()),
    needsInvented: z.boolean().meta({ description: 'Made up for demonstration' }),
    status: z.enum(SCHOOL_STATUSES),
    openedOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    calendarId: z.string().nullable().meta({ description: 'null: the default calendar' }),
    predecessorUrns: z.array(z.string()),
    version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  })
  .meta({
    id: 'School',
    example: {
      urn: '100091',
      name: 'Frank Barnes School for Deaf Children',
      type: 'Community special school',
      phase: 'SPECIAL',
      trust: null,
      laCode: '202',
      region: 'London',
      town: 'London',
      postcode: 'N1C 4BT',
      lat: 51.53745,
      lon: -0.12708,
      needs: ['HI'],
      needsInvented: false,
      status: 'OPEN',
      openedOn: null,
      closedOn: null,
      calendarId: null,
      predecessorUrns: [],
      version: 1,
    },
  });
export type SchoolView = z.infer<typeof SchoolView>;

export const SchoolPage = z
  .object({
    items: z.array(SchoolView),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Cursor of the next page; null: the last page' }),
  })
  .meta({ id: 'SchoolPage' });
export type SchoolPage = z.infer<typeof SchoolPage>;

export const SchoolEdit = z
  .strictObject({
    name: text(300),
    type: text(200),
    phase: z.enum(PHASES).nullable(),
    trust: z.strictObject(trust.shape).nullable(),
    laCode: z
      .string()
      .regex(/^\d{3}$/, 'must have three digits')
      .nullable(),
    region: text(100),
    town: text(200).nullable(),
    postcode: text(10).nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    needs: z.array(text(10)).max(13),
    needsInvented: z.boolean(),
    status: z.enum(SCHOOL_STATUSES),
    openedOn: date.nullable(),
    closedOn: date.nullable(),
    calendarId: text(80).nullable(),
    predecessorUrns: z.array(Urn).max(20),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, { error: 'must change something' })
  .meta({
    id: 'SchoolEdit',
    example: { phase: 'PRIMARY', calendarId: 'typical-two-week-october' },
  });
export type SchoolEdit = z.infer<typeof SchoolEdit>;

const ordered = { error: 'must not lie before “from”', path: ['to'] };

export const ClosureView = z
  .strictObject({ from: date, to: date, reason: text(500) })
  .refine(({ from, to }) => from <= to, ordered)
  .meta({
    id: 'SchoolClosure',
    example: { from: '2027-02-10', to: '2027-02-12', reason: 'Boiler replaced' },
  });
export type ClosureView = z.infer<typeof ClosureView>;
export const ClosureList = z
  .object({ items: z.array(ClosureView) })
  .meta({ id: 'SchoolClosureList' });
export type ClosureList = z.infer<typeof ClosureList>;

export const MembershipPeriod = z
  .strictObject({ from: date, to: date.nullish() })
  .refine(({ from, to }) => to === undefined || to === null || from <= to, ordered)
  .meta({ id: 'MembershipPeriod', example: { from: '2026-09-01', to: null } });
export type MembershipPeriod = z.infer<typeof MembershipPeriod>;
export const MembershipList = z
  .object({ items: z.array(MembershipPeriod) })
  .meta({ id: 'MembershipList' });
export type MembershipList = z.infer<typeof MembershipList>;

const slot = { week: z.string(), window: z.enum(WINDOWS), inWords: z.string() };
const exampleSlot = {
  week: '2027-03-22',
  window: 'WED_FRI',
  inWords: 'Wednesday 24 to Friday 26 March 2027',
  reason: 'Good Friday, 26 March 2027',
} as const;

export const WindowList = z
  .object({
    termId: z.string(),
    items: z.array(
      z.object({
        ...slot,
        reason: z.string().nullable().meta({ description: 'Why it is not usable; null: usable' }),
      }),
    ),
  })
  .meta({ id: 'SchoolWindowList', example: { termId: 'spring-2027', items: [exampleSlot] } });
export type WindowList = z.infer<typeof WindowList>;

export const TermCalendarView = z
  .object({
    termId: z.string(),
    weeks: z.array(z.string()).meta({ description: 'Mondays of the school weeks' }),
    closed: z
      .array(z.object({ ...slot, reason: z.string() }))
      .meta({ description: 'Windows in which nobody can be on a review' }),
  })
  .meta({
    id: 'TermCalendar',
    example: { termId: 'spring-2027', weeks: ['2027-03-22'], closed: [exampleSlot] },
  });
export type TermCalendarView = z.infer<typeof TermCalendarView>;

export const TermQuery = z.strictObject({
  term: z
    .string()
    .regex(/^(autumn|spring|summer)-\d{4}$/, 'must be a term such as spring-2027')
    .meta({ description: 'A term', example: 'spring-2027' }),
});
export type TermQuery = z.infer<typeof TermQuery>;

export const UrnFamily = z
  .object({ items: z.array(z.string()) })
  .meta({ id: 'UrnFamily', example: { items: ['100091', '148002'] } });
export type UrnFamily = z.infer<typeof UrnFamily>;
