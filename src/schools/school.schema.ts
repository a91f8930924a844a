import { z } from 'zod';
import { WINDOWS } from '../calendar/slots.js';
import { civilDate as date } from '../platform/dates.js';
import { words } from '../platform/text.js';
import { PHASES, SCHOOL_STATUSES } from './school-record.js';

/** What comes in and goes out over HTTP about schools. */

export const Urn = z
  .string()
  .regex(/^\d{6}$/, 'must be a URN of six digits')
  .meta({ description: 'Unique Reference Number of a school', example: '100091' });

export const TrustUid = z
  .string()
  .regex(/^[A-Z0-9-]{1,20}$/, 'must be the UID of a trust, such as 2053')
  .meta({ description: 'UID of a trust' });

const ShortName = words(30)
  .min(2, 'must have at least 2 characters')
  .regex(/\p{L}/u, 'must have a letter')
  .meta({ description: 'As no other school is called', example: 'Frank Barnes' });

export const SORTS = ['name', 'urn', 'region'] as const;

export const SchoolQuery = z.strictObject({
  region: words(100).optional(),
  phase: z
    .enum([...PHASES, 'NOT_KNOWN'])
    .optional()
    .meta({ description: 'NOT_KNOWN: schools whose phase is blank, a task for operations' }),
  trust: TrustUid.optional(),
  member: z.stringbool().optional().meta({ description: 'true: members today; false: the others' }),
  status: z.enum(SCHOOL_STATUSES).optional(),
  text: words(200)
    .optional()
    .meta({ description: 'Part of the name, town or trust, or the start of the URN or postcode' }),
  sort: z.enum(SORTS).default('name'),
  cursor: words(1000).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'Most on a page' }),
});
export type SchoolQuery = z.infer<typeof SchoolQuery>;

export const SchoolView = z
  .object({
    urn: z.string(),
    name: z.string(),
    shortName: z
      .string()
      .nullable()
      .meta({ description: 'What operations call it where room is scarce; null: derived' }),
    derivedShortName: z.string().meta({
      description:
        'What it is called without that; its town follows beside a school that would be called the same',
    }),
    type: z.string(),
    phase: z.enum(PHASES).nullable().meta({ description: 'null: a task for operations' }),
    trust: z.object({ uid: z.string(), name: z.string() }).nullable(),
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
      shortName: null,
      derivedShortName: 'Frank Barnes for Deaf Children',
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
    name: words(300),
    shortName: ShortName.nullable().meta({ description: 'null: derived from the name again' }),
    type: words(200),
    phase: z.enum(PHASES).nullable(),
    trust: z.strictObject({ uid: TrustUid, name: words(300) }).nullable(),
    laCode: z
      .string()
      .regex(/^\d{3}$/, 'must have three digits')
      .nullable(),
    region: words(100),
    town: words(200).nullable(),
    postcode: words(10).nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    needs: z.array(words(10)).max(13),
    needsInvented: z.boolean(),
    status: z.enum(SCHOOL_STATUSES),
    openedOn: date.nullable(),
    closedOn: date.nullable(),
    calendarId: words(80).nullable(),
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

const exampleClosure = { from: '2027-02-10', to: '2027-02-12', reason: 'Boiler replaced' };

export const NewClosure = z
  .strictObject({ from: date, to: date, reason: words(500) })
  .refine(({ from, to }) => from <= to, ordered)
  .meta({ id: 'NewSchoolClosure', example: exampleClosure });
export type NewClosure = z.infer<typeof NewClosure>;

export const ClosureView = z
  .object({ from: z.string(), to: z.string(), reason: z.string() })
  .meta({ id: 'SchoolClosure', example: exampleClosure });
export type ClosureView = z.infer<typeof ClosureView>;
const version = z.int().meta({
  description: 'Rises with each change; send it as If-Match, in quotes, to make another',
});
export const ClosureList = z
  .object({ version, items: z.array(ClosureView) })
  .meta({ id: 'SchoolClosureList' });
export type ClosureList = z.infer<typeof ClosureList>;

const exampleMembership = { from: '2026-09-01', to: null };

export const MembershipPeriod = z
  .strictObject({ from: date, to: date.nullish() })
  .refine(({ from, to }) => to === undefined || to === null || from <= to, ordered)
  .meta({ id: 'MembershipPeriod', example: exampleMembership });
export type MembershipPeriod = z.infer<typeof MembershipPeriod>;

const MembershipView = z
  .object({
    from: z.string(),
    to: z.string().nullable().meta({ description: 'Last day; null: until further notice' }),
  })
  .meta({ id: 'Membership', example: exampleMembership });
export const MembershipList = z
  .object({ version, items: z.array(MembershipView) })
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
