import { z } from 'zod';
import { CalendarId } from '../calendar/calendar.schema.js';

/** What goes out over HTTP about a whole academic year, day by day. */

export const YearCalendarQuery = z.strictObject({
  calendar: CalendarId.optional().meta({
    description: 'The school calendar whose dates are shown; left out: the programme’s own',
    example: 'typical',
  }),
});
export type YearCalendarQuery = z.infer<typeof YearCalendarQuery>;

const day = z.object({ date: z.string(), inWords: z.string() });

export const DAY_KINDS = ['SCHOOL_DAY', 'WEEKEND', 'HOLIDAY', 'BANK_HOLIDAY', 'INSET'] as const;

export const YearCalendarView = z
  .object({
    academicYear: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    inWords: z.string(),
    calendar: z.object({
      id: z.string(),
      name: z.string(),
      source: z.string(),
      version: z.int().meta({
        description: 'How often it was changed; send it as If-Match, in quotes, to store its dates',
      }),
      schools: z.int().meta({ description: 'Schools that follow it' }),
      isDefault: z.boolean(),
    }),
    terms: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        season: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        version: z.int(),
        inWords: z.string(),
        standing: z.enum(['PAST', 'UNDER_WAY', 'AHEAD']),
        weeks: z.array(z.string()).meta({
          description: 'Mondays of its review weeks: those in which some member can be reviewed',
        }),
        weeksInWords: z.string(),
        closed: z
          .array(z.object({ week: z.string(), inWords: z.string(), reason: z.string() }))
          .meta({ description: 'Windows in which nobody can be on a review' }),
      }),
    ),
    halfTerms: z.array(
      z.object({
        number: z.int(),
        name: z.string(),
        startsOn: z.string(),
        endsOn: z.string(),
        inWords: z.string(),
      }),
    ),
    insetDays: z.array(day),
    bankHolidays: z.array(day.extend({ title: z.string() })),
    trainingDays: z.array(
      day.extend({
        title: z.string(),
        mode: z.enum(['IN_PERSON', 'ONLINE']),
        modeInWords: z.string(),
      }),
    ),
    closures: z.array(
      z.object({
        urn: z.string(),
        school: z.string(),
        from: z.string(),
        to: z.string(),
        inWords: z.string(),
        reason: z.string(),
      }),
    ),
    days: z.array(
      z.object({
        date: z.string(),
        is: z.enum(DAY_KINDS),
        term: z.string().nullable().meta({ description: 'The term of the programme it lies in' }),
        isReviewWeek: z.boolean(),
        isTrainingDay: z.boolean(),
        closures: z.int().meta({ description: 'Schools that declared themselves closed' }),
        inWords: z.string(),
      }),
    ),
  })
  .meta({
    id: 'YearCalendar',
    example: {
      academicYear: '2026/27',
      startsOn: '2026-09-01',
      endsOn: '2027-08-31',
      inWords: '1 September 2026 to 31 August 2027',
      calendar: {
        id: 'typical',
        name: 'Typical English calendar',
        source: 'Most common pattern',
        version: 1,
        schools: 480,
        isDefault: true,
      },
      terms: [
        {
          id: 'spring-2027',
          name: 'Spring 2027',
          season: 'SPRING',
          startsOn: '2027-01-04',
          endsOn: '2027-03-25',
          version: 1,
          inWords: 'Monday 4 January to Thursday 25 March 2027',
          standing: 'AHEAD',
          weeks: ['2027-01-04'],
          weeksInWords: '11 review weeks, 20 windows',
          closed: [
            {
              week: '2027-01-04',
              inWords: 'Wednesday 6 to Friday 8 January 2027',
              reason: 'Training day, 7 January 2027',
            },
          ],
        },
      ],
      halfTerms: [
        {
          number: 3,
          name: 'Spring 1',
          startsOn: '2027-01-04',
          endsOn: '2027-02-12',
          inWords: 'Monday 4 January to Friday 12 February 2027',
        },
      ],
      insetDays: [{ date: '2027-01-04', inWords: 'Monday 4 January 2027' }],
      bankHolidays: [{ date: '2027-03-26', inWords: 'Friday 26 March 2027', title: 'Good Friday' }],
      trainingDays: [
        {
          date: '2027-01-07',
          inWords: 'Thursday 7 January 2027',
          title: 'Training day',
          mode: 'ONLINE',
          modeInWords: 'online',
        },
      ],
      closures: [
        {
          urn: '100006',
          school: 'Heath School',
          from: '2027-02-01',
          to: '2027-02-02',
          inWords: '1 to 2 February 2027',
          reason: 'Boiler',
        },
      ],
      days: [
        {
          date: '2027-01-07',
          is: 'SCHOOL_DAY',
          term: 'spring-2027',
          isReviewWeek: true,
          isTrainingDay: true,
          closures: 0,
          inWords: 'Thursday 7 January 2027: school day, training day',
        },
      ],
    },
  });
export type YearCalendarView = z.infer<typeof YearCalendarView>;
