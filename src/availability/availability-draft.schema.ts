import { z } from 'zod';
import { WINDOWS } from '../calendar/slots.js';
import { civilDate as date } from '../platform/dates.js';
import { cleanText } from '../platform/text.js';
import { GRADES } from './answer.js';
import { exampleCalendar, exampleDraft } from './availability-draft.examples.js';
import { AnswerView, Said, WindowStatement } from './availability.schema.js';

/** What comes in and goes out over HTTP about a person's windows as a calendar, and about answers before they are recorded. */

const words = (description: string): z.ZodString => z.string().meta({ description });
const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const grade = z.enum(GRADES);
const decidedBy = z
  .enum(['BLOCK', 'WINDOW', 'DATE', 'RANGE', 'RULE', 'DEFAULT', 'WAIVER', 'NO_ANSWER'])
  .meta({ description: 'What kind of statement decided it; BLOCK: nothing lifts it' });

const CalendarWindow = z.object({
  week: z.iso.date(),
  window: z.enum(WINDOWS),
  label: words('For tight places: “Mon 11 – Wed 13”'),
  days: words('The whole window in words'),
  closed: z.string().nullable().meta({
    description: 'Why nobody at all can review in it: a bank holiday, a training day',
  }),
  grade,
  gradeInWords: words('Such as “Only if needed”, or “No answer”'),
  because: words('What decided it'),
  decidedBy,
});

const week = {
  week: z.iso.date().meta({ description: 'Its Monday' }),
  label: words('For tight places'),
  name: z.string(),
  gapBefore: z
    .string()
    .nullable()
    .meta({ description: 'What lies between it and the week before, such as half-term' }),
};

const Counts = z.object({
  windows: count('That are open to everybody'),
  possible: count('In which they could review'),
  words: z.string(),
});

const Round = z.object({ deadlineInWords: z.string(), isPast: z.boolean() });

export const CalendarView = z
  .object({
    lead: z.string(),
    name: z.string(),
    termId: z.string(),
    termName: z.string(),
    round: Round,
    answer: AnswerView.nullable().meta({ description: 'The one that counts; null: none' }),
    answeredInWords: words('Who recorded the answer and when, or that there is none'),
    waiver: z
      .object({ grade, reason: z.string(), recordedBy: z.string() })
      .nullable()
      .meta({ description: 'Operations counts them as available without an answer' }),
    counts: Counts,
    weeks: z.array(z.object({ ...week, windows: z.array(CalendarWindow) })),
    sentences: z.array(z.string()).meta({ description: 'Sentences that are understood' }),
  })
  .meta({ id: 'AvailabilityCalendar', example: exampleCalendar });
export type CalendarView = z.infer<typeof CalendarView>;

export const DraftRequest = z
  .strictObject({
    startFrom: z
      .union([z.enum(['STANDING', 'NOTHING']), z.uuid()])
      .default('STANDING')
      .meta({
        description: 'The answer that stands, none at all, or an earlier answer by its id',
      }),
    said: Said.nullable().default(null).meta({
      description: 'Their own words, such as “never Mondays, and not the week of 8 February”',
    }),
    windows: z.array(WindowStatement).max(200).default([]).meta({
      description: 'Grades that are given to very windows, on top of what was said',
    }),
    ceiling: z.int().min(0).max(1000).nullable().optional().meta({
      description: 'Left out: as said, or as it stands',
    }),
    note: z.string().overwrite(cleanText).max(2000).nullable().optional(),
  })
  .meta({
    id: 'AvailabilityDraftRequest',
    example: {
      startFrom: 'STANDING',
      said: 'never Mondays, and not the week of 8 February',
      windows: [{ week: '2027-03-01', window: 'WED_FRI', grade: 'IF_NEEDED' }],
    },
  });
export type DraftRequest = z.output<typeof DraftRequest>;

/** As `PUT` takes them. */
const Statement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('DATE'), on: date, grade }),
  z.object({ kind: z.literal('RANGE'), from: date, to: date.nullable(), grade }),
  z.object({ kind: z.literal('RULE'), rule: z.string(), grade }),
  WindowStatement.extend({ kind: z.literal('WINDOW') }),
]);

const place = { from: count('Where it begins in the sentence'), to: count('Where it ends') };

export const DraftView = z
  .object({
    follows: z.uuid().nullable().meta({
      description: 'The answer that stands now; send it along when this is recorded',
    }),
    understood: z.array(z.object({ ...place, said: z.string(), means: z.string() })),
    notUnderstood: z
      .array(z.object({ ...place, said: z.string(), why: words('What to say instead') }))
      .meta({ description: 'Record nothing while there is any' }),
    answer: z.object({
      default: grade,
      ceiling: z.int().nullable(),
      note: z.string().nullable(),
      said: z.string().nullable(),
      statements: z.array(Statement),
    }),
    answerInWords: z.array(z.string()).meta({ description: 'All that it says' }),
    weeks: z.array(
      z.object({
        ...week,
        windows: z.array(
          CalendarWindow.extend({
            before: z.object({ grade, gradeInWords: z.string() }).meta({
              description: 'As it stands',
            }),
            isChanged: z.boolean(),
          }),
        ),
      }),
    ),
    changes: z.array(
      z.object({
        week: date,
        window: z.enum(WINDOWS),
        words: words('From what to what'),
      }),
    ),
    counts: Counts,
    words: z.array(z.string()).meta({ description: 'What recording it comes to, in sentences' }),
    isSame: z.boolean().meta({ description: 'It says what stands already' }),
  })
  .meta({ id: 'AvailabilityDraft', example: exampleDraft });
export type DraftView = z.infer<typeof DraftView>;

export const WithdrawalQuery = z.strictObject({
  follows: z.uuid().meta({
    description: 'The answer that is taken back',
    example: 'f0b1c9a2-6a0e-4b57-9d3e-3f1c2a7d5e10',
  }),
});
export type WithdrawalQuery = z.infer<typeof WithdrawalQuery>;
