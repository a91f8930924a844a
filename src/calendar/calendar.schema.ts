import { z } from 'zod';
import { civilDate as date } from '../platform/dates.js';
import { words } from '../platform/text.js';
import { SEASONS } from './usable-windows.js';

/** What comes in and goes out over HTTP about years, terms and the days on which nobody reviews. */

const name = words(200);

/** A stroke cannot stand in an address, so both `2026/27` and `2026-27` are taken. */
export const YearId = z
  .string()
  .regex(/^\d{4}[/-]\d{2}$/, 'must be an academic year such as 2026-27')
  .transform((text) => text.replace('-', '/'))
  .meta({ description: 'An academic year', example: '2026-27' });

export const TermId = z
  .string()
  .regex(/^(autumn|spring|summer)-\d{4}$/, 'must be a term such as spring-2027')
  .meta({ description: 'A term', example: 'spring-2027' });

export const DateParam = date.meta({ description: 'A date', example: '2027-01-07' });

const exampleTerms = [
  { season: 'AUTUMN', startsOn: '2027-09-01', endsOn: '2027-12-17' },
  { season: 'SPRING', startsOn: '2028-01-04', endsOn: '2028-04-07' },
  { season: 'SUMMER', startsOn: '2028-04-24', endsOn: '2028-07-21' },
] as const;

export const NewYear = z
  .strictObject({
    id: YearId,
    startsOn: date,
    endsOn: date,
    terms: z
      .array(z.strictObject({ season: z.enum(SEASONS), startsOn: date, endsOn: date }))
      .length(3, 'must be the three terms of the year')
      .refine((terms) => new Set(terms.map(({ season }) => season)).size === terms.length, {
        error: 'must name each season once',
      }),
  })
  .meta({
    id: 'NewAcademicYear',
    example: { id: '2027/28', startsOn: '2027-09-01', endsOn: '2028-08-31', terms: exampleTerms },
  });
export type NewYear = z.infer<typeof NewYear>;

const springTerm = {
  id: 'spring-2027',
  academicYear: '2026/27',
  season: 'SPRING',
  name: 'Spring 2027',
  startsOn: '2027-01-04',
  endsOn: '2027-03-25',
  version: 1,
} as const;

export const TermView = z
  .object({
    id: z.string(),
    academicYear: z.string(),
    season: z.enum(SEASONS),
    name: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  })
  .meta({ id: 'Term', example: springTerm });
export type TermView = z.infer<typeof TermView>;

export const YearView = z
  .object({
    id: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    terms: z.array(TermView),
  })
  .meta({
    id: 'AcademicYear',
    example: {
      id: '2026/27',
      startsOn: '2026-09-01',
      endsOn: '2027-08-31',
      terms: [springTerm],
    },
  });
export type YearView = z.infer<typeof YearView>;
export const YearList = z.object({ items: z.array(YearView) }).meta({ id: 'AcademicYearList' });
export type YearList = z.infer<typeof YearList>;

export const TodayView = z
  .object({
    date: z.string(),
    inWords: z.string(),
    isFixed: z.boolean().meta({
      description: 'This day stands for today, as it does where the sample partnership is loaded',
    }),
    plannedTerm: z.string().nullable().meta({
      description: 'The term being planned: the next one from the middle of each term on',
    }),
    terms: z.array(TermView.extend({ inWords: z.string() })),
  })
  .meta({
    id: 'Today',
    example: {
      date: '2026-12-21',
      inWords: 'Monday 21 December 2026',
      isFixed: true,
      plannedTerm: 'spring-2027',
      terms: [{ ...springTerm, inWords: 'Monday 4 January to Thursday 25 March 2027' }],
    },
  });
export type TodayView = z.infer<typeof TodayView>;

export const TermDates = z
  .strictObject({ startsOn: date, endsOn: date })
  .meta({ id: 'TermDates', example: { startsOn: '2027-01-04', endsOn: '2027-03-25' } });
export type TermDates = z.infer<typeof TermDates>;

export const TrainingDayView = z
  .strictObject({ date, title: name, mode: z.enum(['IN_PERSON', 'ONLINE']) })
  .meta({
    id: 'TrainingDay',
    example: { date: '2027-01-07', title: 'Training day', mode: 'ONLINE' },
  });
export type TrainingDayView = z.infer<typeof TrainingDayView>;
export const TrainingDayList = z
  .object({ items: z.array(TrainingDayView) })
  .meta({ id: 'TrainingDayList' });
export type TrainingDayList = z.infer<typeof TrainingDayList>;

export const BankHolidayList = z
  .object({ items: z.array(z.object({ date: z.string(), title: z.string() })) })
  .meta({
    id: 'BankHolidayList',
    example: { items: [{ date: '2027-03-26', title: 'Good Friday' }] },
  });
export type BankHolidayList = z.infer<typeof BankHolidayList>;

export const CalendarId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'must be lower-case letters, digits and hyphens')
  .meta({ description: 'A school calendar', example: 'typical' });

const halfTerm = z.object({
  academicYear: z.string(),
  number: z.int(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
});

export const SchoolCalendarView = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    halfTerms: z.array(halfTerm),
    insetDays: z.array(z.string()).meta({ description: 'Pupil-free days' }),
  })
  .meta({
    id: 'SchoolCalendar',
    example: {
      id: 'typical',
      name: 'Typical English calendar',
      source: 'Most common pattern',
      halfTerms: [
        {
          academicYear: '2026/27',
          number: 1,
          name: 'Autumn 1',
          startsOn: '2026-09-01',
          endsOn: '2026-10-23',
        },
      ],
      insetDays: [],
    },
  });
export type SchoolCalendarView = z.infer<typeof SchoolCalendarView>;
export const SchoolCalendarList = z
  .object({ items: z.array(SchoolCalendarView) })
  .meta({ id: 'SchoolCalendarList' });
export type SchoolCalendarList = z.infer<typeof SchoolCalendarList>;

export const CalendarYear = z
  .strictObject({
    name,
    source: words(500).meta({ description: 'Where the dates come from' }),
    halfTerms: z
      .array(z.strictObject({ number: z.int().min(1).max(6), name, startsOn: date, endsOn: date }))
      .min(1)
      .max(6),
    insetDays: z.array(date).max(100),
  })
  .meta({
    id: 'SchoolCalendarYear',
    example: {
      name: 'Leeds',
      source: 'The authority’s web site',
      halfTerms: [{ number: 1, name: 'Autumn 1', startsOn: '2027-09-01', endsOn: '2027-10-22' }],
      insetDays: ['2027-09-01'],
    },
  });
export type CalendarYear = z.infer<typeof CalendarYear>;
