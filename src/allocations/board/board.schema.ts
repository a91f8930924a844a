import { z } from 'zod';
import { PLAN_STATUSES } from '../../solver/plan.js';
import { ROLES, WINDOWS } from '../../solver/problem.js';
import { Edits } from '../hand/edit-request.schema.js';
import { BreachView } from '../hand/hand-view.schema.js';
import { exampleBoard } from './board.examples.js';

/** What goes out over HTTP about a plan as a board: people against windows, reviews as chips. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const words = (description: string): z.ZodString => z.string().meta({ description });

export const CHIP_STATES = ['NO_LEAD', 'DRAFT', 'OFFERED', 'ACCEPTED', 'LED'] as const;
export const LANE_GRADES = [
  'PREFERRED',
  'AVAILABLE',
  'IF_NEEDED',
  'UNAVAILABLE',
  'NO_ANSWER',
  'CLOSED',
] as const;

const Window = z.object({
  window: z.enum(WINDOWS),
  label: words('For a narrow head'),
  days: words('The whole window in words'),
  closed: z.string().nullable().meta({ description: 'Why nobody can review in it' }),
});

const Week = z.object({
  week: z.iso.date().meta({ description: 'Its Monday' }),
  label: words('For a narrow head'),
  name: z.string(),
  gapBefore: z
    .string()
    .nullable()
    .meta({ description: 'What lies between it and the week before' }),
  placed: count('Reviews that have a lead in it'),
  wanted: count('These, and those without a lead that would best be in it'),
  possibleLeads: count('People who could lead a review in it'),
  isTight: z.boolean().meta({ description: 'The pre-flight finds it short or a pinch' }),
  words: words('All of this in sentences'),
  windows: z.array(Window),
});

const Person = z.object({
  person: z.string(),
  name: z.string(),
  home: z.string().nullable().meta({ description: 'Local authority that they live in' }),
  region: z.string(),
  roles: z.array(z.enum(ROLES)),
  isNew: z.boolean().meta({ description: 'Still owes a quality-assured review' }),
  note: z.string().nullable().meta({ description: 'Such as “Serving leader”' }),
  warnings: z.array(
    z.object({ short: z.string(), words: z.string() }).meta({
      description: 'What will keep them from seats in part of the term',
    }),
  ),
  led: count('Reviews they lead in this plan'),
  target: count('Wanted of them this term'),
  shortBy: count('Reviews short of it'),
  year: z.object({
    minimum: count('Of the year'),
    total: count('Led in earlier terms, and in this plan'),
    parts: z.object({
      led: count('In earlier terms'),
      booked: count('In this plan, accepted or led'),
      offered: count('In this plan, offered'),
      draft: count('In this plan, told to nobody'),
      left: count('Still to place of the minimum'),
    }),
    words: z.string(),
  }),
  lane: z.array(z.enum(LANE_GRADES)).meta({
    description: 'Their availability, window by window in the order of the weeks',
  }),
});

const School = {
  review: z.string(),
  school: words('The school with its town'),
  short: words('Told from all others of the term without the words that most schools share'),
};

const Chip = z.object({
  ...School,
  urn: words('Of the school in the register'),
  tag: words('Its first need, or its phase'),
  needs: z.array(z.string()),
  phase: z.string(),
  region: z.string(),
  state: z.enum(CHIP_STATES),
  week: z.iso.date().nullable().meta({
    description: 'Of a review without a lead: where its school prefers; null: nowhere',
  }),
  window: z.enum(WINDOWS).nullable(),
  days: z.string().nullable(),
  lead: z.string().nullable(),
  leadName: z.string().nullable(),
  qualityAssurer: z.string().nullable(),
  shadow: z.string().nullable(),
  pin: z
    .enum(['HAND', 'HELD'])
    .nullable()
    .meta({ description: 'HAND: by operations, who can unpin it. HELD: accepted or led' }),
  changedIn: z
    .int()
    .nullable()
    .meta({ description: 'The version in which it last changed; null: it stands as in the first' }),
  isUnsaved: z.boolean().meta({ description: 'The edits sent along change it' }),
  warnings: z.array(z.string()),
});

const Group = z.object({
  region: z.string(),
  isPriority: z.boolean(),
  people: z.array(z.string()).meta({ description: 'References, in the order of the board' }),
  words: z.string(),
  shortBy: count('Reviews that its people are short of their targets'),
  target: z.string(),
});

export const BoardView = z
  .object({
    plan: z.object({
      id: z.uuid(),
      version: z.int(),
      newest: z.object({
        id: z.uuid(),
        version: z.int(),
        author: z.string(),
        createdAt: z.iso.datetime(),
      }),
      termId: z.string().nullable(),
      name: words('Of the term, or of the problem file'),
      status: z.enum(PLAN_STATUSES),
      author: z.string(),
      createdAt: z.iso.datetime(),
    }),
    coverage: z.object({ covered: count('Reviews with a lead'), reviews: count('All') }),
    words: words('How many reviews have a lead'),
    standing: words('Whether rules are broken'),
    breaches: z
      .array(BreachView)
      .meta({ description: 'Rules that the plan with the edits breaks' }),
    weeks: z.array(Week),
    groups: z.array(Group),
    people: z.array(Person),
    chips: z.array(Chip),
    givenUp: z
      .array(
        z.object({
          ...School,
          person: z.string(),
          week: z.iso.date(),
          window: z.enum(WINDOWS),
          state: z.enum(['DECLINED', 'WITHDRAWN']),
          words: z.string(),
        }),
      )
      .meta({ description: 'Seats that somebody refused or gave back' }),
    waiting: z.array(z.object({ ...School, reason: z.string() })).meta({
      description: 'Reviews of the term that the plan leaves out, such as those without windows',
    }),
    changed: z
      .array(z.object({ review: z.string(), words: z.string() }))
      .meta({ description: 'What the edits come to, review by review' }),
  })
  .meta({ id: 'PlanBoard', example: exampleBoard });
export type BoardView = z.infer<typeof BoardView>;

export const BoardRequest = z.strictObject({ edits: Edits }).meta({
  id: 'PlanBoardRequest',
  description: 'Edits that are not saved yet',
  example: { edits: [{ kind: 'CLEAR', review: 'QAR-2026-0042' }] },
});
export type BoardRequest = z.infer<typeof BoardRequest>;
