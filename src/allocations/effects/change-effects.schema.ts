import { z } from 'zod';
import { CalendarId, TermId, YearId } from '../../calendar/calendar.schema.js';
import { civilDate } from '../../platform/dates.js';
import { SettingKeyParam } from '../../settings/setting.schema.js';

/** What comes in and goes out over HTTP about a change before it is made. */

export const ChangeToBeMade = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('TERM_DATES'),
      term: TermId,
      startsOn: civilDate,
      endsOn: civilDate,
    }),
    z.strictObject({ kind: z.literal('TRAINING_DAY_ADDED'), date: civilDate }),
    z.strictObject({ kind: z.literal('TRAINING_DAY_REMOVED'), date: civilDate }),
    z.strictObject({
      kind: z.literal('SETTING'),
      key: SettingKeyParam,
      from: civilDate.optional().meta({ description: 'First day; left out: today' }),
    }),
    z.strictObject({
      kind: z.literal('SCHOOL_CALENDAR'),
      calendar: CalendarId,
      year: YearId,
      halfTerms: z.array(z.strictObject({ startsOn: civilDate, endsOn: civilDate })).max(6),
      insetDays: z.array(civilDate).max(100),
    }),
  ])
  .meta({
    id: 'ChangeToBeMade',
    example: { kind: 'TRAINING_DAY_ADDED', date: '2027-02-04' },
  });
export type ChangeToBeMade = z.infer<typeof ChangeToBeMade>;

export const ChangeEffect = z
  .object({
    isUnderWay: z.boolean().meta({
      description:
        'Whether it touches a term that is under way or has plans, or what is set for later: ask before it is made',
    }),
    words: z.array(z.string()).meta({ description: 'What it affects, a sentence each' }),
  })
  .meta({
    id: 'ChangeEffect',
    example: {
      isUnderWay: true,
      words: [
        'Spring 2027 is being planned: it has 1 plan. A plan stays as it is until the term is run again.',
        '2 seats already given lie in these days: Ada Skylark at Vale School, Wednesday 3 to Friday 5 February 2027.',
      ],
    },
  });
export type ChangeEffect = z.infer<typeof ChangeEffect>;
