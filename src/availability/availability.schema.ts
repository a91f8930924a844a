import { DateTime } from 'luxon';
import { z } from 'zod';
import { civilDate as date } from '../platform/dates.js';
import { cleanText, words } from '../platform/text.js';
import { GRADES } from './answer.js';
import { WINDOWS } from '../calendar/slots.js';
import { namesAnyDay, readRule } from './recurrence.js';
import { RuleNotUnderstood } from './recurrence-parts.js';
import { type Pattern, ruleFor, WEEKDAYS } from './recurrence-patterns.js';

/** What comes in and goes out over HTTP about availability. */

const monday = date.refine((text) => DateTime.fromISO(text, { zone: 'utc' }).weekday === 1, {
  error: 'must be a Monday: a school week is named by its Monday',
});
const grade = z.enum(GRADES);

export const TermParam = z
  .string()
  .regex(/^(autumn|spring|summer)-\d{4}$/, 'must be a term such as spring-2027')
  .meta({ description: 'The round’s term', example: 'spring-2027' });

export const LeadParam = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'must be a reference such as LR-001')
  .meta({ description: 'The Lead Reviewer’s reference', example: 'LR-001' });

/** Civil time of the programme's schools; without an hour, the end of that day. */
export const Deadline = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'must be as 2026-12-11 or 2026-12-11T17:00')
  .refine((text) => DateTime.fromISO(text).isValid, { error: 'must be a day and hour that exist' })
  .meta({
    description: 'Day, or day and time, in the United Kingdom; a day alone means its end',
    example: '2026-12-11T17:00',
  });

export const NewRound = z
  .strictObject({ termId: TermParam, openedOn: date.optional(), deadline: Deadline })
  .meta({
    id: 'NewAvailabilityRound',
    example: { termId: 'summer-2027', openedOn: '2027-01-25', deadline: '2027-03-05' },
  });
export type NewRound = z.infer<typeof NewRound>;

export const RoundChange = z
  .strictObject({ deadline: Deadline })
  .meta({ id: 'AvailabilityRoundChange', example: { deadline: '2026-12-14T12:00' } });
export type RoundChange = z.infer<typeof RoundChange>;

const count = z.int().min(0);
export const RoundView = z
  .object({
    termId: z.string(),
    openedOn: z.string(),
    deadlineAt: z.string().meta({ description: 'Instant, UTC' }),
    deadlineInWords: z.string().meta({ description: 'In the United Kingdom' }),
    isPast: z.boolean(),
    asked: count.meta({ description: 'People in the pool or in induction' }),
    answered: count,
    waived: count.meta({ description: 'Not answered, and counted as available by operations' }),
    version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  })
  .meta({
    id: 'AvailabilityRound',
    example: {
      termId: 'spring-2027',
      openedOn: '2026-11-02',
      deadlineAt: '2026-12-11T17:00:00.000Z',
      deadlineInWords: 'Friday 11 December 2026, 5:00 pm',
      isPast: true,
      asked: 100,
      answered: 93,
      waived: 0,
      version: 1,
    },
  });
export type RoundView = z.infer<typeof RoundView>;
export const RoundList = z
  .object({ items: z.array(RoundView) })
  .meta({ id: 'AvailabilityRoundList' });
export type RoundList = z.infer<typeof RoundList>;

export const Unanswered = z
  .object({
    items: z.array(z.object({ lead: z.string(), name: z.string(), waivedAs: grade.nullable() })),
  })
  .meta({
    id: 'UnansweredAvailability',
    example: { items: [{ lead: 'LR-007', name: 'Ann Other', waivedAs: null }] },
  });
export type Unanswered = z.infer<typeof Unanswered>;

const pattern = z.discriminatedUnion('pattern', [
  z.strictObject({ pattern: z.literal('WEEKDAYS'), days: z.array(z.enum(WEEKDAYS)).min(1) }),
  z.strictObject({
    pattern: z.literal('EVERY_N_WEEKS'),
    weeks: z.int().min(2).max(52),
    from: date,
    days: z.array(z.enum(WEEKDAYS)).min(1).optional(),
  }),
  z.strictObject({
    pattern: z.literal('NTH_WEEKDAY_OF_MONTH'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    day: z.enum(WEEKDAYS),
  }),
  z.strictObject({ pattern: z.literal('FIRST_WEEK_OF_MONTH') }),
]);

/** The union is of shapes only: what is wrong inside a rule must be told in its own words. */
const rule = z
  .union([z.string().min(1), pattern])
  .transform((given: string | Pattern, context) =>
    checkedRule(() => (typeof given === 'string' ? readRule(given) : ruleFor(given)).text, context),
  )
  .meta({ description: 'RFC 5545, whole days; or a common pattern' });

function checkedRule(read: () => string, context: z.RefinementCtx): string {
  try {
    const text = read();
    if (namesAnyDay(readRule(text))) return text;
    context.addIssue({
      code: 'custom',
      message: 'This rule names no day: check its months and days.',
    });
  } catch (error) {
    if (!(error instanceof RuleNotUnderstood)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
  return z.NEVER;
}

/** A rule as RFC 5545 writes it, or a common pattern that becomes one. */
export const RuleOrPattern = z.strictObject({ rule }).meta({
  id: 'AvailabilityRule',
  example: { rule: { pattern: 'EVERY_N_WEEKS', weeks: 2, from: '2027-01-04' } },
});
export type RuleOrPattern = z.infer<typeof RuleOrPattern>;

export const RuleView = z.object({ rule: z.string(), inWords: z.string() }).meta({
  id: 'AvailabilityRuleInWords',
  example: { rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO', inWords: 'Mondays' },
});
export type RuleView = z.infer<typeof RuleView>;

export const WindowStatement = z.strictObject({ week: monday, window: z.enum(WINDOWS), grade });

const StatementInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DATE'), on: date, grade }),
  z
    .strictObject({ kind: z.literal('RANGE'), from: date, to: date.nullable(), grade })
    .refine(({ from, to }) => to === null || from <= to, {
      error: 'must not end before it begins',
      path: ['to'],
    }),
  z.strictObject({ kind: z.literal('RULE'), rule, grade }),
  WindowStatement.extend({ kind: z.literal('WINDOW') }),
]);

/** A sentence or two of a telephone call. */
export const Said = words(500);

export const AnswerInput = z
  .strictObject({
    answeredOn: date.optional().meta({ description: 'Today when left out' }),
    default: grade.meta({ description: 'The grade of every day on which nothing else is said' }),
    ceiling: z.int().min(0).max(1000).nullable().default(null),
    note: z.string().overwrite(cleanText).max(2000).nullable().default(null),
    said: Said.nullable().default(null).meta({
      description: 'Their own words, where operations writes them down for them',
    }),
    follows: z.uuid().nullable().optional().meta({
      description:
        'The answer that stood when this one was written; null: none stood. Where another stands by now, it is refused. Left out: whichever stands is replaced',
    }),
    statements: z.array(StatementInput).max(200).default([]),
  })
  .meta({
    id: 'AvailabilityAnswerInput',
    example: {
      default: 'AVAILABLE',
      ceiling: 4,
      statements: [
        { kind: 'RULE', rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO', grade: 'UNAVAILABLE' },
        { kind: 'RANGE', from: '2027-02-08', to: '2027-02-12', grade: 'IF_NEEDED' },
      ],
    },
  });
export type AnswerInput = z.output<typeof AnswerInput>;

export const AnswerView = z
  .object({
    id: z.uuid(),
    lead: z.string(),
    answeredOn: z.string(),
    isLate: z.boolean(),
    default: grade,
    ceiling: z.int().nullable(),
    note: z.string().nullable(),
    said: z.string().nullable().meta({ description: 'Their own words' }),
    statements: z.array(
      z.object({
        kind: z.enum(['DATE', 'RANGE', 'RULE', 'WINDOW']),
        grade,
        on: z.string().optional(),
        from: z.string().optional(),
        to: z.string().nullable().optional(),
        rule: z.string().optional(),
        week: z.string().optional(),
        window: z.enum(WINDOWS).optional(),
        inWords: z.string(),
      }),
    ),
    recordedAt: z.string(),
    recordedBy: z.string(),
    supersededAt: z.string().nullable(),
    supersededBy: z.string().nullable(),
  })
  .meta({
    id: 'AvailabilityAnswer',
    example: {
      id: 'f0b1c9a2-6a0e-4b57-9d3e-3f1c2a7d5e10',
      lead: 'LR-001',
      answeredOn: '2026-12-04',
      isLate: false,
      default: 'AVAILABLE',
      ceiling: 4,
      note: null,
      said: 'never Mondays',
      statements: [
        {
          kind: 'RULE',
          grade: 'UNAVAILABLE',
          rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO',
          inWords: 'You said never Mondays',
        },
      ],
      recordedAt: '2026-12-04T10:12:00.000Z',
      recordedBy: 'Operations',
      supersededAt: null,
      supersededBy: null,
    },
  });
export type AnswerView = z.infer<typeof AnswerView>;

export const PageQuery = z.strictObject({
  after: LeadParam.optional().meta({ description: 'The `next` of the page before' }),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
});
export type PageQuery = z.output<typeof PageQuery>;
export const AnswerPage = z
  .object({ items: z.array(AnswerView), next: z.string().nullable() })
  .meta({ id: 'AvailabilityAnswerPage' });
export type AnswerPage = z.infer<typeof AnswerPage>;
export const AnswerHistory = z
  .object({ items: z.array(AnswerView) })
  .meta({ id: 'AvailabilityAnswerHistory' });
export type AnswerHistory = z.infer<typeof AnswerHistory>;

export const WaiverInput = z
  .strictObject({
    grade: z.enum(['PREFERRED', 'AVAILABLE', 'IF_NEEDED']),
    reason: words(2000),
  })
  .meta({
    id: 'AvailabilityWaiver',
    example: { grade: 'AVAILABLE', reason: 'Said so on the telephone' },
  });
export type WaiverInput = z.infer<typeof WaiverInput>;

/** How often it was changed. */
export const WaiverVersion = z
  .int()
  .min(0)
  .max(999_999_999)
  .describe('How often the waiver of the person had been changed: see the register');

export const WaiverView = z
  .object({
    version: z.int().meta({ description: 'How often it was changed, also where none stands' }),
    waiver: z
      .object({ grade, reason: z.string(), recordedAt: z.iso.datetime(), recordedBy: z.string() })
      .nullable()
      .meta({ description: 'null: they are not counted without an answer' }),
  })
  .meta({
    id: 'AvailabilityWaiverStanding',
    example: {
      version: 1,
      waiver: {
        grade: 'AVAILABLE',
        reason: 'Said so on the telephone',
        recordedAt: '2026-12-14T10:42:00.000Z',
        recordedBy: 'Operations',
      },
    },
  });
export type WaiverView = z.infer<typeof WaiverView>;

export const GradeList = z
  .object({
    items: z.array(
      z.object({
        week: z.string(),
        window: z.enum(WINDOWS),
        inWords: z.string(),
        grade,
        because: z.string(),
        decidedBy: z.string(),
      }),
    ),
  })
  .meta({
    id: 'AvailabilityGrades',
    example: {
      items: [
        {
          week: '2027-01-11',
          window: 'MON_WED',
          inWords: 'Monday 11 to Wednesday 13 January 2027',
          grade: 'UNAVAILABLE',
          because: 'You said never Mondays',
          decidedBy: 'RULE',
        },
      ],
    },
  });
export type GradeList = z.infer<typeof GradeList>;
