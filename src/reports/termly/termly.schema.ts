import { z } from 'zod';
import { TermId } from '../../calendar/calendar.schema.js';
import { momentQuery } from '../moment.js';
import { exampleReport, exampleSection } from './termly.examples.js';

/** What comes in and goes out over HTTP about the termly report. */

export const TermlyQuery = z.strictObject({
  asAt: momentQuery.asAt,
  knownAt: momentQuery.knownAt,
  term: TermId.optional().describe('Left out: the term of the day, or the next one'),
});
export type TermlyQuery = z.output<typeof TermlyQuery>;

/** What a part of a bar means; people see it by colour, pattern, number and name. */
export const TONES = ['DONE', 'BOOKED', 'WAITING', 'PLANNED', 'MISSING', 'NEUTRAL'] as const;

export const SECTIONS = [
  'coverage',
  'commitments',
  'forecast',
  'fairness',
  'balance',
  'fees',
  'gates',
] as const;

const Picture = z.object({
  title: z.string(),
  unit: z
    .enum(['REVIEWS', 'PEOPLE', 'PENCE'])
    .meta({ description: 'What the values count; PENCE: whole pence' }),
  parts: z
    .array(z.object({ name: z.string(), tone: z.enum(TONES) }))
    .meta({ description: 'Of each bar, in order' }),
  rows: z
    .array(z.object({ name: z.string(), values: z.array(z.int()) }))
    .meta({ description: 'A bar each; as many values as parts' }),
});
export type Picture = z.output<typeof Picture>;

export const TermlySection = z
  .object({
    key: z.enum(SECTIONS),
    title: z.string(),
    sentence: z.string().meta({ description: 'The section in short; it stands in the summary' }),
    more: z.array(z.string()),
    path: z.string().meta({ description: 'Where the whole report is' }),
    search: z.record(z.string(), z.string()),
    pictures: z.array(Picture),
  })
  .meta({ id: 'TermlySection', example: exampleSection });
export type TermlySection = z.output<typeof TermlySection>;

export const TermlyReport = z
  .object({
    term: z.string(),
    academicYear: z.string(),
    terms: z.array(z.object({ id: z.string(), name: z.string() })),
    title: z.string(),
    asAt: z.string(),
    asAtWords: z.string(),
    knownAt: z.string().meta({ description: 'Ask for this again and the answer is the same' }),
    summary: z.array(z.string()).meta({ description: 'The report in plain sentences' }),
    sections: z.array(TermlySection),
    synthetic: z.boolean().meta({ description: 'The people are invented, for demonstration' }),
  })
  .meta({ id: 'TermlyReport', example: exampleReport });
export type TermlyReport = z.output<typeof TermlyReport>;
