import { z } from 'zod';
import { YearId } from '../../calendar/calendar.schema.js';
import { civilDate } from '../../platform/dates.js';
import { words } from '../../platform/text.js';
import { momentQuery } from '../moment.js';
import { Causer, EventKind } from '../../reviews/review.schema.js';
import { CAUSES } from './attribution.js';
import {
  exampleBehind,
  exampleFigures,
  exampleLeadReport,
  exampleLimits,
  exampleReport,
  exampleRow,
  exampleSeat,
} from './commitments.examples.js';
import { FIGURES } from './figures.js';
import { STANDINGS } from './standing.js';

/** What comes in and goes out over HTTP about commitments. */

const filter = {
  region: words(100).optional().describe('Of the Lead Reviewer’s home'),
  standing: z.enum(STANDINGS).optional(),
};

export const LeadReportQuery = z.strictObject(momentQuery);
export type LeadReportQuery = z.output<typeof LeadReportQuery>;

export const CommitmentsQuery = z.strictObject({
  ...momentQuery,
  ...filter,
  compareWith: civilDate
    .optional()
    .describe('An earlier day, of this or another year, to set the numbers against'),
});
export type CommitmentsQuery = z.output<typeof CommitmentsQuery>;

export const BehindQuery = z.strictObject({
  ...momentQuery,
  ...filter,
  figure: z.enum(FIGURES).describe('Whose reviews are wanted').meta({ example: 'led' }),
  lead: words(40).optional().describe('Reference of one person; left out: everybody shown'),
  compareWith: civilDate
    .optional()
    .describe('An earlier day: only the reviews that count now and not then, or then and not now'),
});
export type BehindQuery = z.output<typeof BehindQuery>;

export const LimitsRequest = z
  .strictObject({ academicYear: YearId })
  .meta({ id: 'CommitmentLimitsRequest', example: { academicYear: '2026/27' } });
export type LimitsRequest = z.output<typeof LimitsRequest>;

const count = z.int().min(0);
export const Cause = z.enum(CAUSES);
export const Standing = z.enum(STANDINGS);

const figures = {
  minimum: count,
  offered: count.meta({
    description: 'Seats offered, whatever became of them; not those cancelled in good time',
  }),
  led: count,
  confirmedAhead: count.meta({ description: 'Accepted, and still to be led' }),
  awaitingAnswer: count.meta({ description: 'Offered, and not answered yet' }),
  declined: count.meta({ description: 'Declined, or given back after accepting' }),
  cancelledLate: count.meta({
    description: 'Cancelled by the school so late that it counts as offered',
  }),
  cancelledInTime: count.meta({ description: 'Cancelled by the school in good time' }),
  shortfall: count.meta({ description: 'Still to place' }),
};

export const CausePart = z.object({
  cause: Cause,
  reviews: count,
  name: z.string(),
  words: z.string(),
});
export type CausePart = z.output<typeof CausePart>;

export const FiguresView = z
  .object(figures)
  .meta({ id: 'CommitmentFigures', example: exampleFigures });
export type FiguresView = z.output<typeof FiguresView>;

export const CommitmentRow = z
  .object({
    lead: z.string(),
    name: z.string(),
    synthetic: z.boolean().meta({ description: 'Invented for the sample' }),
    region: z.string(),
    figures: FiguresView,
    minimumMark: z
      .enum(['SERVING', 'PART_YEAR', 'EXCEPTION'])
      .nullable()
      .meta({ description: 'Why the minimum is not the usual one' }),
    minimumWords: z.string(),
    causes: z
      .array(CausePart)
      .meta({ description: 'Only parts above 0; they add up to the shortfall' }),
    causesInWords: z.string(),
    best: count.nullable().meta({
      description:
        'The most reviews that the year can come to for this person, by the forecast; null: not known',
    }),
    standing: Standing,
    before: z
      .object({ figures: FiguresView, standing: Standing })
      .nullable()
      .meta({ description: 'On the day compared with; null: no comparison, or not in that year' }),
  })
  .meta({ id: 'CommitmentRow', example: exampleRow });
export type CommitmentRow = z.output<typeof CommitmentRow>;

export const TermLimits = z
  .object({
    term: z.string(),
    name: z.string(),
    computedAt: z.string().nullable().meta({
      description: 'When it was worked out what each person could lead at most; null: never',
    }),
    words: z.string(),
  })
  .meta({ id: 'CommitmentTermLimits', example: exampleLimits });

const Summary = z.object({
  leads: count,
  figures: FiguresView,
  standings: z.array(
    z.object({ standing: Standing, name: z.string(), group: z.string(), leads: count }),
  ),
  causes: z
    .array(CausePart)
    .meta({ description: 'Every cause, in the order in which it is worked out' }),
});
export type Summary = z.output<typeof Summary>;

export const CommitmentsReport = z
  .object({
    academicYear: z.string(),
    title: z.string(),
    years: z.array(z.string()).meta({ description: 'That could be looked at, the latest first' }),
    regions: z.array(z.string()).meta({ description: 'Of all the people of the year' }),
    asAt: z.string(),
    asAtWords: z.string(),
    knownAt: z.string().meta({ description: 'Ask for this again and the answer is the same' }),
    weeksLeft: count.meta({ description: 'School weeks that begin after the day' }),
    headline: z.string(),
    cannot: z.string().nullable().meta({ description: 'Who cannot reach their minimum, in words' }),
    causesHeadline: z.string(),
    causesWords: z.string(),
    summary: Summary,
    rows: z.array(CommitmentRow).meta({ description: 'By standing, then name' }),
    before: z
      .object({ asAt: z.string(), academicYear: z.string(), words: z.string(), summary: Summary })
      .nullable(),
    limits: z.array(TermLimits),
    reachWords: z
      .string()
      .meta({ description: 'By what it is judged whether a minimum can still be reached' }),
    isStale: z.boolean().meta({
      description:
        'Something was recorded since dates and rules were last looked at: POST /reports/commitments/limits looks again',
    }),
  })
  .meta({ id: 'CommitmentsReport', example: exampleReport });
export type CommitmentsReport = z.output<typeof CommitmentsReport>;

export const SeatBehind = z
  .object({
    seat: z.string(),
    review: z.string(),
    urn: z.string(),
    school: z.string(),
    schoolRegion: z.string(),
    termId: z.string(),
    lead: z.string(),
    name: z.string(),
    week: z.string(),
    when: z.string(),
    role: z.string(),
    outcome: z.string().nullable().meta({ description: 'What it counts as; null: nothing' }),
    outcomeWords: z.string(),
    events: z.array(
      z.object({
        kind: EventKind,
        on: z.string(),
        causedBy: Causer.nullable(),
        reason: z.string().nullable(),
        words: z.string(),
      }),
    ),
    corrections: z.array(z.string()).meta({ description: 'What was believed before, in words' }),
  })
  .meta({ id: 'SeatBehindFigure', example: exampleSeat });
export type SeatBehind = z.output<typeof SeatBehind>;

export const ReviewsBehind = z
  .object({ title: z.string(), items: z.array(SeatBehind) })
  .meta({ id: 'ReviewsBehindFigure', example: exampleBehind });
export type ReviewsBehind = z.output<typeof ReviewsBehind>;

export const LeadCommitmentReport = z
  .object({
    academicYear: z.string(),
    years: z.array(z.string()),
    title: z.string(),
    asAt: z.string(),
    asAtWords: z.string(),
    knownAt: z.string(),
    row: CommitmentRow,
    letter: z
      .array(z.string())
      .meta({ description: 'The year in sentences that can be sent to the person' }),
    weeksLeft: count,
    seats: z
      .array(SeatBehind)
      .meta({ description: 'Every seat of the year that anything happened to' }),
    limits: z.array(TermLimits),
    reachWords: z.string(),
    isStale: z.boolean(),
  })
  .meta({ id: 'LeadCommitmentReport', example: exampleLeadReport });
export type LeadCommitmentReport = z.output<typeof LeadCommitmentReport>;
