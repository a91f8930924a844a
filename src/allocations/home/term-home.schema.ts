import { z } from 'zod';
import { PLAN_STATUSES } from '../../solver/plan.js';
import { STANDINGS } from '../../solver/preflight/tables.js';
import { RunView } from '../runs/run.schema.js';
import { ACTION_KINDS, ATTENTION_KINDS, URGENCIES } from './attention/attention-line.js';
import { FUNNEL_STEPS } from './funnel.js';
import { exampleTermHome } from './term-home.example.js';

/** What goes out over HTTP about how far a term has come. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const references = (description: string): z.ZodArray<z.ZodString> =>
  z.array(z.string()).meta({ description });

const Action = z
  .object({
    kind: z.enum(ACTION_KINDS),
    label: z.string().meta({ description: 'On the button: what it does, counted' }),
    plan: z.uuid().nullable(),
    run: z.uuid().nullable(),
    week: z.iso.date().nullable().meta({ description: 'The Monday of a school week' }),
    reviews: references('References of reviews'),
    leads: references('References of Lead Reviewers'),
    urns: references('Schools'),
  })
  .meta({
    id: 'TermAction',
    description: 'What can be done, and the references that the screen for it needs',
    example: exampleTermHome.attention[0]?.actions[0],
  });

const Step = z.object({
  step: z.enum(FUNNEL_STEPS),
  name: z.string(),
  state: z.enum(['COUNTED', 'NOT_BEGUN', 'NOT_IN_USE']).meta({
    description:
      'NOT_BEGUN: there is nothing to count yet. NOT_IN_USE: this service does not do it yet',
  }),
  done: z.int().min(0).nullable().meta({ description: 'null unless counted' }),
  of: z.int().min(0).nullable(),
  unit: z.string().meta({ description: 'What is counted, to stand after the number' }),
  note: z.string().meta({ description: 'What is missing, or that nothing is' }),
  action: Action.nullable(),
});

const Line = z
  .object({
    id: z.string().meta({
      description:
        'The same as long as the same thing stands, so that it can be snoozed; about more or fewer people or reviews it is another',
    }),
    kind: z.enum(ATTENTION_KINDS),
    urgency: z.enum(URGENCIES),
    title: z.string().meta({ description: 'One sentence' }),
    detail: z.string(),
    due: z
      .object({ on: z.iso.date(), what: z.enum(['DUE', 'BEGINS']), words: z.string() })
      .nullable(),
    blocks: z.string().nullable().meta({ description: 'What waits for it' }),
    actions: z.array(Action).min(1).meta({ description: 'The first is the one to offer' }),
  })
  .meta({ id: 'AttentionLine', example: exampleTermHome.attention[0] });

const Region = z.object({
  region: z.string(),
  isPriority: z.boolean(),
  reviews: count('Due this term'),
  withLead: z.int().min(0).nullable().meta({ description: 'null: the term has no plan' }),
  windowsNotKnown: count('Reviews whose school has not said which windows suit'),
  standing: z.enum(['ALL', 'SOME', 'FEW', 'NO_PLAN', 'NO_REVIEWS']).meta({
    description: 'FEW: fewer than three quarters have a lead',
  }),
  words: z.string(),
});

const Week = z.object({
  week: z.iso.date(),
  name: z.string(),
  breakBefore: z
    .string()
    .nullable()
    .meta({ description: 'Such as half-term, where school weeks are missing before it' }),
  planned: z.int().min(0).nullable().meta({ description: 'null: the term has no plan' }),
  waiting: z.int().min(0).nullable().meta({
    description: 'Reviews without a lead that would have it first of all; each counts in one week',
  }),
  evenShare: z.number().meta({ description: 'Reviews that would fall on it, spread evenly' }),
  accepted: count('Reviews whose school accepts it'),
  people: count('People who could lead a review then'),
  most: count('The most reviews that can be led then, everything else left aside'),
  standing: z.enum(STANDINGS),
  words: z.array(z.string()).meta({ description: 'What is wrong with it; none where nothing is' }),
});

const Plan = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  runId: z.uuid().nullable(),
  status: z.enum(PLAN_STATUSES),
  author: z.string(),
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
  asOf: z.iso.date().nullable().meta({ description: 'The day on which the registers stood so' }),
  isOutdated: z.boolean().meta({ description: 'Facts were changed since' }),
  reviews: count('In the plan'),
  withLead: count('Of them'),
});

export const TermHomeView = z
  .object({
    term: z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      words: z.array(z.string()).meta({
        description: 'Its dates, weeks, what comes first; what in it is made up',
      }),
    }),
    today: z.object({ date: z.iso.date(), words: z.string() }),
    isInvented: z
      .object({ people: z.boolean(), needs: z.boolean() })
      .meta({ description: 'Made up for the sample, which must be said wherever they are shown' }),
    funnel: z.array(Step).meta({ description: 'In the order of the work' }),
    attention: z.array(Line).meta({ description: 'The most urgent first' }),
    regions: z.array(Region).meta({ description: 'Every region, in alphabetical order' }),
    weeks: z.array(Week),
    plan: Plan.nullable().meta({ description: 'The newest plan with seats; null: none yet' }),
    run: RunView.nullable().meta({ description: 'The newest run; null: none yet' }),
  })
  .meta({ id: 'TermHome', example: exampleTermHome });
export type TermHomeView = z.infer<typeof TermHomeView>;
