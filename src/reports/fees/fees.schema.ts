import { z } from 'zod';
import { words } from '../../platform/text.js';
import { momentQuery } from '../moment.js';
import { MISMATCH_KINDS } from './cost-words.js';
import {
  exampleAmounts,
  exampleBehind,
  exampleMismatch,
  exampleReport,
  exampleRow,
  exampleSeat,
} from './fees.examples.js';
import { SEAT_STATES } from '../seats/seat-state.js';

/** What comes in and goes out over HTTP about costs. */

const filter = {
  term: words(40).optional().describe('Id of a term'),
  region: words(100).optional().describe('Of the school'),
  lead: words(40).optional().describe('Reference of a Lead Reviewer'),
};

export const FeesQuery = z.strictObject({ ...momentQuery, ...filter });
export type FeesQuery = z.output<typeof FeesQuery>;

/** Whose seats are wanted: those of a state, all, or those that have no amount. */
export const COST_FIGURES = [...SEAT_STATES, 'all', 'unknown'] as const;
export type CostFigure = (typeof COST_FIGURES)[number];

export const FeesBehindQuery = z.strictObject({
  ...momentQuery,
  ...filter,
  figure: z.enum(COST_FIGURES).describe('Whose seats are wanted').meta({ example: 'all' }),
});
export type FeesBehindQuery = z.output<typeof FeesBehindQuery>;

export const FEE_TABLES = ['terms', 'regions', 'leads', 'seats', 'mismatches'] as const;
export type FeeTableName = (typeof FEE_TABLES)[number];

export const FeesFileQuery = z.strictObject({
  ...momentQuery,
  ...filter,
  table: z.enum(FEE_TABLES).default('seats').describe('Which table of the report'),
});
export type FeesFileQuery = z.output<typeof FeesFileQuery>;

const count = z.int().min(0);
const pence = z.int().meta({ description: 'Whole pence' });

const Money = z.object({
  pence,
  seats: count,
  unknown: count.meta({ description: 'Seats whose amount is not known; they are in no sum' }),
});

export const AmountsView = z
  .object({
    DONE: Money.meta({ description: 'Actual cost: led, and the review not called off' }),
    ACCEPTED: Money,
    OFFERED: Money,
    PLANNED: Money.meta({ description: 'In the newest plan of its term, offered to nobody yet' }),
    all: Money,
  })
  .meta({ id: 'CostAmounts', example: exampleAmounts });
export type AmountsView = z.output<typeof AmountsView>;

export const CostRow = z
  .object({ key: z.string(), name: z.string(), amounts: AmountsView })
  .meta({ id: 'CostRow', example: exampleRow });
export type CostRow = z.output<typeof CostRow>;

export const SeatView = z
  .object({
    key: z.string(),
    review: z.string(),
    urn: z.string(),
    school: z.string(),
    region: z.string(),
    termId: z.string(),
    role: z.string(),
    lead: z.string(),
    name: z.string(),
    week: z.string(),
    when: z.string(),
    state: z.enum(SEAT_STATES),
    stateWords: z.string(),
    pence: pence.nullable().meta({ description: 'null: not known' }),
    amountWords: z.string(),
    parts: z
      .array(z.object({ kind: z.string(), pence: pence.nullable(), words: z.string() }))
      .meta({ description: 'How the amount came about; they add up to it' }),
  })
  .meta({ id: 'CostOfSeat', example: exampleSeat });
export type SeatView = z.output<typeof SeatView>;

export const MismatchView = z
  .object({
    kind: z.enum(MISMATCH_KINDS),
    name: z.string(),
    words: z.string(),
    key: z.string(),
    review: z.string(),
    urn: z.string(),
    school: z.string(),
    region: z.string(),
    termId: z.string(),
    lead: z.string(),
    person: z.string(),
    when: z.string(),
    due: pence.nullable().meta({ description: 'As things stand; null: not known' }),
    paid: pence.nullable().meta({ description: 'By all batches that count; null: never paid' }),
    difference: pence.nullable(),
  })
  .meta({ id: 'CostMismatch', example: exampleMismatch });
export type MismatchView = z.output<typeof MismatchView>;

export const FeesBehind = z
  .object({ title: z.string(), items: z.array(SeatView) })
  .meta({ id: 'SeatsBehindCost', example: exampleBehind });
export type FeesBehind = z.output<typeof FeesBehind>;

export const FeesReport = z
  .object({
    academicYear: z.string(),
    years: z.array(z.string()),
    asAt: z.string(),
    knownAt: z.string().meta({ description: 'Ask for this again and the answer is the same' }),
    title: z.string(),
    asAtWords: z.string(),
    headline: z.string(),
    tableWords: z.string().meta({ description: 'The fees of the day, in words' }),
    isSet: z.boolean().meta({ description: 'Whether a fee table holds on the day' }),
    isInvented: z.boolean(),
    terms: z.array(z.object({ id: z.string(), name: z.string() })),
    regions: z.array(z.string()),
    leads: z.array(z.object({ code: z.string(), name: z.string() })),
    total: AmountsView,
    byTerm: z.array(CostRow),
    byRegion: z.array(CostRow),
    byLead: z.array(CostRow),
    mismatches: z.array(MismatchView),
  })
  .meta({ id: 'FeesReport', example: exampleReport });
export type FeesReport = z.output<typeof FeesReport>;
