import { z } from 'zod';
import { YearId } from '../../calendar/calendar.schema.js';
import { instantQuery, isNow } from '../moment.js';
import { words } from '../../platform/text.js';
import { LIMITS } from '../../allocations/forecast/forecast-types.js';

/** What goes out and comes in over HTTP about the forecast of a year. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });

export const CHANCES = ['REACHED', 'BOOKED', 'CAN', 'NOT_TOGETHER', 'CANNOT'] as const;
export type Chance = (typeof CHANCES)[number];

const Limit = z.object({
  limit: z.enum(LIMITS),
  words: z.string().meta({ description: 'For people' }),
  best: z.int().min(0).nullable().meta({
    description: 'Of the year, if this alone were otherwise; null: it does not help alone',
  }),
});

export const ForecastLead = z.object({
  lead: z.string(),
  name: z.string(),
  minimum: count('Reviews to lead in the year'),
  minimumReason: z.string(),
  led: z.int().min(0),
  confirmed: count('Accepted and still ahead'),
  waiting: count('Offered and not answered yet'),
  best: count('The most reviews of the whole year that can still reach them, looked at alone'),
  inPlan: count('Their reviews of the year in the best plan of all together'),
  chance: z.enum(CHANCES).meta({
    description:
      'REACHED: led as many as the minimum. BOOKED: led and confirmed ahead. CAN: still to be placed, and the plan of all does. NOT_TOGETHER: could alone, but not with everybody else. CANNOT: not even alone',
  }),
  limits: z
    .array(Limit)
    .meta({ description: 'Why the minimum is out of reach; what binds most first' }),
  why: z.string().nullable().meta({ description: 'The same in a sentence' }),
  availability: z
    .string()
    .meta({ description: 'How their availability in the terms ahead is known' }),
  isAssumed: z.boolean().meta({ description: 'They have not answered for every term ahead' }),
  reviews: z
    .array(
      z.object({
        review: z.string(),
        urn: z
          .string()
          .nullable()
          .meta({ description: 'Of the school; null: the review is not there any more' }),
        school: z.string(),
        when: z.string(),
      }),
    )
    .meta({ description: 'What they lead in the plan of all, in order of time' }),
});

const Forecast = z.object({
  asAt: z.iso.date().meta({ description: 'The day on which the registers stood so' }),
  knownAt: z.iso.datetime().meta({
    description:
      'The instant at which the facts were taken: the report of commitments as at that day and known then has the reviews behind led, confirmed and minimum',
  }),
  computed: z.string().meta({ description: 'When it was computed, in words' }),
  isStale: z.boolean().meta({ description: 'Facts were recorded since, or a day has passed' }),
  sentence: z.string(),
  more: z.array(z.string()).meta({ description: 'What must be known to read it' }),
  short: z.object({
    inPlan: count('Reviews short of everyone’s minimum in the plan of all, coverage first'),
    fewest: count('The fewest in any plan, commitment first'),
  }),
  leads: z.array(ForecastLead),
});

export const ForecastView = z
  .object({
    year: z.string(),
    isNow,
    forecast: Forecast.nullable().meta({ description: 'The newest; null: none yet' }),
    underWay: z
      .object({ done: z.int(), of: z.int(), words: z.string() })
      .nullable()
      .meta({ description: 'Being computed now' }),
    failure: z.string().nullable().meta({ description: 'Why the last one failed' }),
  })
  .meta({
    id: 'Forecast',
    example: {
      year: '2026/27',
      isNow: true,
      forecast: {
        asAt: '2026-12-21',
        knownAt: '2026-12-21T10:41:12.345Z',
        computed: '21 December 2026, 10:42',
        isStale: false,
        sentence:
          '0 of 1 Lead Reviewer has reached their minimum or still can. 1 cannot: Ada Example.',
        more: ['Together they come to at best 1 review short of their minimums.'],
        short: { inPlan: 1, fewest: 1 },
        leads: [
          {
            lead: 'LR-001',
            name: 'Ada Example',
            minimum: 6,
            minimumReason: 'Lead Reviewer, whole year',
            led: 2,
            confirmed: 0,
            waiting: 0,
            best: 5,
            inPlan: 5,
            chance: 'CANNOT',
            limits: [{ limit: 'DATES', words: 'Too few dates declared', best: 8 }],
            why: 'Too few dates declared: with more dates 8 could reach them.',
            availability: 'Answered for Spring 2027',
            isAssumed: false,
            reviews: [
              {
                review: 'QAR-2026-0042',
                urn: '100091',
                school: 'Frank Barnes School for Deaf Children',
                when: 'Monday 11 to Wednesday 13 January 2027',
              },
            ],
          },
        ],
      },
      underWay: null,
      failure: null,
    },
  });
export type ForecastView = z.output<typeof ForecastView>;
export type ForecastLead = z.output<typeof ForecastLead>;

export const ForecastYear = z.object({
  year: YearId.optional().meta({ description: 'Left out: the year that today lies in' }),
});
export type ForecastYear = z.output<typeof ForecastYear>;

export const ForecastQuery = ForecastYear.extend(instantQuery);
export type ForecastQuery = z.output<typeof ForecastQuery>;

export const ForecastFile = z
  .strictObject({
    year: YearId.optional(),
    ...instantQuery,
    leads: z.array(words(40)).max(5000).describe('References of the rows, in order'),
    chosenBy: z
      .array(words(1000))
      .max(40)
      .default([])
      .describe('How the rows were chosen, in words; stands in the file'),
  })
  .meta({
    id: 'ForecastFileRequest',
    example: { leads: ['LR-001'], chosenBy: ['Cannot reach the minimum'] },
  });
export type ForecastFile = z.output<typeof ForecastFile>;
