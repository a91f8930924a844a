import { z } from 'zod';
import { TermId, YearId } from '../../calendar/calendar.schema.js';
import { words } from '../../platform/text.js';
import { instantQuery, isNow } from '../moment.js';
import { exampleBehind, exampleRegion, exampleRow, exampleView } from './balance.examples.js';

/** What goes out and comes in over HTTP about supply and demand by region and specialism. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });

/** The figures of a row that have reviews behind them. */
export const FIGURES = ['demand', 'canBeLed', 'short', 'without', 'added', 'led'] as const;
export type Figure = (typeof FIGURES)[number];

const scope = z.union([TermId, YearId]).optional().meta({
  description:
    'A term, or a year for all that is left of it. Left out: the first term of this year that is not over',
  example: 'spring-2027',
});

export const BalanceScope = z.strictObject({ scope });
export type BalanceScope = z.output<typeof BalanceScope>;

const filter = {
  ...instantQuery,
  region: words(100).optional().describe('Of the schools'),
  specialism: words(40)
    .optional()
    .meta({ description: 'Code of a phase or SEND need', example: 'SEMH' }),
};

export const BalanceQuery = z.strictObject({
  scope,
  ...filter,
  only: z
    .enum(['WITHOUT'])
    .optional()
    .describe('WITHOUT: only where some reviews have no lead in the best plan'),
});
export type BalanceQuery = z.output<typeof BalanceQuery>;

export const BalanceBehindQuery = z.strictObject({
  scope,
  ...filter,
  figure: z.enum(FIGURES).describe('Whose reviews are wanted').meta({ example: 'without' }),
});
export type BalanceBehindQuery = z.output<typeof BalanceBehindQuery>;

const figures = {
  demand: count('Reviews due there that ask for it'),
  canBeLed: count(
    'The most of them that have a lead in any plan, whatever becomes of all other reviews',
  ),
  short: count('Those that have none in any plan: demand less what can be led'),
  without: count('Those without a lead in the best plan of all reviews'),
};

const Specialism = z.object({
  kind: z.enum(['PHASE', 'NEED']),
  code: z.string(),
  name: z.string(),
});

const Added = z.object({
  reviews: z.int().meta({ description: 'Reviews more that would have a lead' }),
  led: count('Reviews that the new lead would have'),
  shortOfCommitments: z.int().meta({
    description:
      'Reviews more that people, the new lead among them, would be short of their targets',
  }),
  upTo: z
    .array(z.object({ people: z.int().min(1), reviews: z.int() }))
    .meta({ description: 'With one, two and three of them, as long as each lets more go ahead' }),
  words: z.string(),
});

export const BalanceRow = z
  .object({
    region: z.string(),
    isPriority: z.boolean().meta({ description: 'A region that comes first' }),
    specialism: Specialism,
    ...figures,
    added: Added.meta({ description: 'What one more typical lead there would add' }),
  })
  .meta({ id: 'BalanceRow', example: exampleRow });
export type BalanceRow = z.output<typeof BalanceRow>;

export const BalanceRegion = z
  .object({
    region: z.string(),
    isPriority: z.boolean(),
    ...figures,
    words: z.string().meta({ description: 'The same in a sentence' }),
  })
  .meta({ id: 'BalanceRegion', example: exampleRegion });
export type BalanceRegion = z.output<typeof BalanceRegion>;

const Scope = z.object({
  kind: z.enum(['TERM', 'YEAR']),
  id: z.string(),
  name: z.string().meta({ description: 'As a choice, such as "Spring 2027"' }),
});

const Balance = z.object({
  asAt: z.iso.date().meta({ description: 'The day on which the registers stood so' }),
  computed: z.string().meta({ description: 'When it was computed, in words' }),
  isStale: z.boolean().meta({ description: 'Facts were recorded since, or a day has passed' }),
  sentence: z.string(),
  more: z
    .array(z.string())
    .meta({ description: 'What else there is to say; the first matters most' }),
  typical: z.array(z.string()).meta({ description: 'Who "one more lead" is taken to be' }),
  ...figures,
  regions: z
    .array(BalanceRegion)
    .meta({ description: 'Those with reviews; the ones that come first are first' }),
  specialisms: z.array(Specialism).meta({ description: 'Phases first' }),
  rows: z.array(BalanceRow).meta({ description: 'As filtered' }),
  total: count('Rows without the filter'),
});

export const BalanceView = z
  .object({
    scope: Scope,
    title: z.string(),
    scopes: z.array(Scope).meta({ description: 'What could be looked at' }),
    isNow,
    balance: Balance.nullable().meta({ description: 'The newest; null: none yet' }),
    underWay: z
      .object({ done: z.int(), of: z.int(), words: z.string() })
      .nullable()
      .meta({ description: 'Being computed now' }),
    failure: z.string().nullable().meta({ description: 'Why the last one failed' }),
  })
  .meta({ id: 'BalanceView', example: exampleView });
export type BalanceView = z.output<typeof BalanceView>;

const ReviewBehind = z.object({
  review: z.string(),
  urn: z.string(),
  school: z.string(),
  region: z.string(),
  asks: z.string().meta({ description: 'Its phase and needs' }),
  words: z.string().meta({ description: 'When, and how it stands in the best plan' }),
});

export const BalanceBehind = z
  .object({ title: z.string(), items: z.array(ReviewBehind) })
  .meta({ id: 'BalanceReviewsBehind', example: exampleBehind });
export type BalanceBehind = z.output<typeof BalanceBehind>;
