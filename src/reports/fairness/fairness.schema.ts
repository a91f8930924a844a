import { z } from 'zod';
import { TermId } from '../../calendar/calendar.schema.js';
import { words } from '../../platform/text.js';
import { momentQuery } from '../moment.js';
import { AWKWARD } from './awkward-weeks.js';
import { SIDES } from './fair-share.js';
import { exampleBehind, examplePerson, exampleReport } from './fairness.examples.js';

/** What comes in and goes out over HTTP about fairness. */

const MOST_YEARS = 10;

export const FairnessQuery = z.strictObject({
  ...momentQuery,
  term: TermId.optional().describe('Only this term; left out: the whole of the years'),
  years: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_YEARS)
    .default(1)
    .describe(
      'How many years, the year looked at the last of them; no matter where a term is given',
    ),
  region: words(100)
    .optional()
    .describe('Only people whose home is there; shares stay those among all'),
});
export type FairnessQuery = z.output<typeof FairnessQuery>;

export const FIGURES = ['load', 'seats', 'miles', 'nights', 'awkward'] as const;

export const FairnessBehindQuery = FairnessQuery.extend({
  figure: z.enum(FIGURES).describe('Whose reviews are wanted').meta({ example: 'awkward' }),
  lead: words(40).optional().describe('Reference of one person; left out: everybody shown'),
  kind: z.enum(AWKWARD).optional().describe('Of awkward ones: only of this kind'),
});
export type FairnessBehindQuery = z.output<typeof FairnessBehindQuery>;

const count = z.int().min(0);
const percent = z.int().min(0).max(100);

export const FairnessPersonView = z
  .object({
    lead: z.string(),
    name: z.string(),
    synthetic: z.boolean().meta({ description: 'Invented for the sample' }),
    region: z.string(),
    commitment: z.number().meta({ description: 'The part that falls into the period' }),
    load: count.meta({ description: 'Reviews led, accepted, or offered and not answered' }),
    share: z.number().meta({ description: 'The fair share of all that is carried, to a tenth' }),
    difference: z.number().meta({ description: 'load − share, to a tenth' }),
    side: z.enum(SIDES).meta({ description: 'WITHIN: one review of the share, or closer' }),
    seats: count.meta({ description: 'Seats of any role' }),
    miles: count.meta({ description: 'Road miles from home to each school, one way, added up' }),
    nights: count.meta({ description: 'Seats so far away that people stay overnight' }),
    awkward: count,
    awkwardShare: z.number().meta({ description: 'Awkward ones that would be even, to a tenth' }),
  })
  .meta({ id: 'PersonFairness', example: examplePerson });
export type FairnessPersonView = z.output<typeof FairnessPersonView>;

const choice = z.object({ key: z.string(), name: z.string() });

export const FairnessReport = z
  .object({
    academicYear: z.string(),
    years: z.array(z.string()),
    yearsBack: z.int().min(1),
    term: z.string().nullable(),
    terms: z.array(choice).meta({ description: 'Of the year looked at' }),
    regions: z
      .array(z.object({ name: z.string(), isPriority: z.boolean() }))
      .meta({ description: 'Homes of the people, priority regions first' }),
    title: z.string(),
    asAt: z.string(),
    asAtWords: z.string(),
    knownAt: z.string().meta({ description: 'Ask for this again and the answer is the same' }),
    headline: z.string(),
    number: z
      .object({ percent, words: z.string() })
      .nullable()
      .meta({ description: 'Share of people within one review of their share; null: no load' }),
    furthestWords: z.string(),
    travelWords: z.string(),
    awkwardWords: z.string(),
    kinds: z
      .array(z.object({ kind: z.enum(AWKWARD), name: z.string(), seats: count }))
      .meta({ description: 'A review can be of several kinds' }),
    total: z.object({
      people: count,
      commitment: z.number(),
      load: count,
      seats: count,
      miles: count,
      nights: count,
      awkward: count,
    }),
    people: z.array(FairnessPersonView).meta({ description: 'Furthest above their share first' }),
    trend: z
      .array(
        z.object({
          term: z.string(),
          name: z.string(),
          people: count,
          reviews: count,
          withinPercent: percent,
          milesEach: count.meta({ description: 'Miles one way a seat' }),
          awkwardWithinPercent: percent,
        }),
      )
      .meta({ description: 'Terms with any load, the earliest first' }),
    synthetic: z.boolean(),
  })
  .meta({ id: 'FairnessReport', example: exampleReport });
export type FairnessReport = z.output<typeof FairnessReport>;

export const FairnessReviews = z
  .object({
    title: z.string(),
    items: z.array(
      z.object({
        review: z.string(),
        urn: z.string(),
        school: z.string(),
        region: z.string(),
        term: z.string(),
        lead: z.string(),
        name: z.string(),
        when: z.string(),
        outcomeWords: z.string(),
        miles: count
          .nullable()
          .meta({ description: 'From home, one way; null: not known where the school is' }),
        notes: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'FairnessReviews', example: exampleBehind });
export type FairnessReviews = z.output<typeof FairnessReviews>;
