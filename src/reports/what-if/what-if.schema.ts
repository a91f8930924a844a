import { z } from 'zod';
import { SavedChange, SavedChanges } from '../../allocations/scenarios/saved-change.js';
import { TermId } from '../../calendar/calendar.schema.js';
import { words } from '../../platform/text.js';
import { ReviewerCode } from '../../reviewers/reviewer.schema.js';
import { instantQuery, isNow } from '../moment.js';
import {
  exampleChoices,
  exampleComparison,
  exampleList,
  exampleReviews,
  exampleScenario,
  exampleScenarioInput,
} from './what-if.examples.js';

/** What comes in and goes out over HTTP about scenarios and what they do. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });

export const ScenarioId = z
  .uuid('must be the id of a scenario')
  .meta({ description: 'The id of a scenario', example: exampleScenario.id });

export const ScenarioInput = z
  .strictObject({
    name: words(80),
    term: TermId.nullable()
      .default(null)
      .describe('The term looked at; null: all that is left of the year'),
    keepsPlan: z
      .boolean()
      .default(false)
      .describe(
        'Whether the plan without the changes counts as published: of plans with the best coverage one that changes it least',
      ),
    changes: SavedChanges.describe('What would be otherwise, one after another'),
  })
  .meta({ id: 'ScenarioInput', example: exampleScenarioInput });
export type ScenarioInput = z.output<typeof ScenarioInput>;

/** How one person fares by the changes, the first that is so. */
export const PERSON_CHANGES = [
  'FALLS_SHORT',
  'FARTHER',
  'NEARER',
  'REACHES',
  'LEAVES',
  'JOINS',
  'MOVES',
  'SAME',
] as const;

const ChangedPerson = z.object({
  lead: z.string(),
  name: z.string(),
  isOnRegister: z.boolean().meta({ description: 'False: joins by the scenario' }),
  targetBefore: count('Reviews wanted of them in this time, without the changes'),
  targetAfter: z.int().min(0),
  ledBefore: count('Reviews that they lead in the plan without the changes'),
  ledAfter: z.int().min(0),
  shortBefore: count('Reviews short of what is wanted'),
  shortAfter: z.int().min(0),
  moves: z.boolean().meta({ description: 'Another review, date or seat than without the changes' }),
  change: z.enum(PERSON_CHANGES),
  words: z.string(),
});

const ChangedReview = z.object({
  review: z.string(),
  urn: z.string(),
  school: z.string(),
  region: z.string(),
  change: z.enum(['LOST', 'GAINED', 'MOVED']),
  before: z.string().meta({ description: 'Who leads it, and when, without the changes' }),
  after: z.string().meta({ description: 'The same with them' }),
});

const WhatIfResult = z.object({
  asAt: z.iso.date().meta({ description: 'The day on which the registers stood so' }),
  when: z.string().meta({ description: 'The time looked at' }),
  computed: z.string().meta({ description: 'When it was computed, in words' }),
  isStale: z.boolean().meta({ description: 'Facts were recorded since, or a day has passed' }),
  isOfOtherChanges: z.boolean().meta({ description: 'The scenario was changed since' }),
  changeWords: z.array(z.string()).meta({ description: 'The changes that it was computed of' }),
  isPossible: z
    .boolean()
    .meta({ description: 'False: what was accepted cannot all be kept; there are no figures' }),
  sentence: z.string(),
  more: z.array(z.string()).meta({ description: 'What must be known to read it' }),
  gaps: z
    .array(z.string())
    .meta({ description: 'What a limit left unproven, by aim; none: both plans are proven best' }),
  coverage: z.object({
    reviewsBefore: count('Reviews that are due'),
    reviewsAfter: z.int().min(0),
    before: count('Of those with a Lead Reviewer'),
    after: z.int().min(0),
    lost: count('Had one and would have none'),
    gained: count('Had none and would have one'),
    moved: count('Keep one, with another date or person'),
    freed: count('Seats that were accepted and would be open'),
    regions: z.array(
      z.object({
        region: z.string(),
        reviewsBefore: z.int().min(0),
        reviewsAfter: z.int().min(0),
        before: z.int().min(0),
        after: z.int().min(0),
      }),
    ),
  }),
  commitments: z.object({
    shortBefore: count('Reviews short of what is wanted of everybody'),
    shortAfter: z.int().min(0),
    peopleShortBefore: z.int().min(0),
    peopleShortAfter: z.int().min(0),
    farther: count('People who come to be farther from what is wanted of them'),
    nearer: z.int().min(0),
    moving: count('People one of whose seats changes'),
  }),
  aims: z.array(
    z.object({
      aim: z.string(),
      title: z.string(),
      before: z.int(),
      after: z.int(),
      words: z.string(),
    }),
  ),
  reviews: z.array(ChangedReview).meta({ description: 'Those whose lead or date changes' }),
  people: z
    .array(ChangedPerson)
    .meta({ description: 'Whoever fares otherwise, and whoever is short with or without' }),
});
export type WhatIfResult = z.output<typeof WhatIfResult>;
export type ChangedPerson = z.output<typeof ChangedPerson>;
export type ChangedReview = z.output<typeof ChangedReview>;

const head = {
  id: z.string(),
  name: z.string(),
  scope: z.string().meta({ description: 'The time looked at, in words' }),
  changeWords: z.array(z.string()),
  changedBy: z.string(),
  changed: z.string().meta({ description: 'When it was changed last, in words' }),
  version: z.int().meta({ description: 'Also the ETag, for If-Match' }),
  isNow,
  underWay: z
    .object({ done: z.int(), of: z.int(), words: z.string() })
    .nullable()
    .meta({ description: 'Being computed now' }),
  failure: z.string().nullable().meta({ description: 'Why the last computation failed' }),
};

export const Scenario = z
  .object({
    ...head,
    term: z.string().nullable(),
    keepsPlan: z.boolean(),
    changes: z.array(SavedChange),
    result: WhatIfResult.nullable().meta({ description: 'The newest; null: none yet' }),
  })
  .meta({ id: 'Scenario', example: exampleScenario });
export type Scenario = z.output<typeof Scenario>;

export const ScenarioList = z
  .object({
    items: z.array(
      z.object({
        ...head,
        sentence: z.string().nullable().meta({ description: 'What it does; null: not known yet' }),
        computed: z.string().nullable(),
        isStale: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ScenarioList', example: exampleList });
export type ScenarioList = z.output<typeof ScenarioList>;

const named = z.object({ code: z.string(), name: z.string() });

export const ScenarioChoices = z
  .object({
    academicYear: z.string(),
    terms: z.array(z.object({ id: z.string(), name: z.string() })).meta({
      description: 'Terms of the year that are not over and for which people were asked',
    }),
    people: z.array(named),
    schools: z.array(z.object({ urn: z.string(), name: z.string(), town: z.string().nullable() })),
    regions: z.array(z.string()),
    phases: z.array(named),
    needs: z.array(named),
  })
  .meta({ id: 'ScenarioChoices', example: exampleChoices });
export type ScenarioChoices = z.output<typeof ScenarioChoices>;

export const FIGURES = [
  'DUE_BEFORE',
  'DUE_AFTER',
  'COVERED_BEFORE',
  'COVERED_AFTER',
  'UNCOVERED_BEFORE',
  'UNCOVERED_AFTER',
  'LOST',
  'GAINED',
  'MOVED',
  'FREED',
] as const;
export type Figure = (typeof FIGURES)[number];

/** As of which day and instant scenarios and what they do are looked at. */
export const WhatIfQuery = z.object(instantQuery);
export type WhatIfQuery = z.output<typeof WhatIfQuery>;

export const BehindQuery = z.object({
  ...instantQuery,
  figure: z.enum(FIGURES).meta({ description: 'The number looked at', example: 'LOST' }),
  region: words(80).optional().meta({ description: 'Only reviews there' }),
  lead: z
    .union([ReviewerCode, z.string().regex(/^NEW-\d{1,3}$/)])
    .optional()
    .meta({ description: 'Only reviews that this person leads', example: 'LR-001' }),
});
export type BehindQuery = z.output<typeof BehindQuery>;

export const WhatIfReviews = z
  .object({
    title: z.string(),
    items: z.array(
      z.object({
        review: z.string(),
        urn: z.string(),
        school: z.string(),
        region: z.string(),
        before: z.string(),
        after: z.string(),
        words: z.string(),
      }),
    ),
  })
  .meta({ id: 'WhatIfReviews', example: exampleReviews });
export type WhatIfReviews = z.output<typeof WhatIfReviews>;

export const TABLES = ['reviews', 'people'] as const;
export const FileQuery = z.object({
  ...instantQuery,
  table: z.enum(TABLES).meta({ description: 'Which table', example: 'people' }),
});
export type FileQuery = z.output<typeof FileQuery>;

export const ComparisonQuery = z.object({ ...instantQuery, first: ScenarioId, second: ScenarioId });
export type ComparisonQuery = z.output<typeof ComparisonQuery>;

const Compared = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.string(),
  changeWords: z.array(z.string()),
  sentence: z.string(),
  computed: z.string(),
  isStale: z.boolean(),
});

const COMPARED_FIGURES = ['DUE', 'COVERED', 'SHORT', 'PEOPLE_SHORT', 'MOVES'] as const;
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

const pair = { before: z.int(), after: z.int() };

export const ScenarioComparison = z
  .object({
    first: Compared,
    second: Compared,
    notes: z.array(z.string()).meta({ description: 'Why they may not be comparable' }),
    rows: z.array(
      z.object({
        figure: z.enum(COMPARED_FIGURES),
        label: z.string(),
        first: z.object(pair),
        second: z.object(pair),
      }),
    ),
    reviews: z
      .array(
        z.object({
          review: z.string(),
          urn: z.string(),
          school: z.string(),
          region: z.string(),
          first: z.string(),
          second: z.string(),
        }),
      )
      .meta({ description: 'Reviews that have a lead in one and none in the other' }),
    people: z
      .array(z.object({ lead: z.string(), name: z.string(), first: z.int(), second: z.int() }))
      .meta({ description: 'Whose shortfall differs, with the reviews short in each' }),
  })
  .meta({ id: 'ScenarioComparison', example: exampleComparison });
export type ScenarioComparison = z.output<typeof ScenarioComparison>;
