import { z } from 'zod';
import { civilDate } from '../../platform/dates.js';
import { words } from '../../platform/text.js';
import { exampleBatch, exampleLine, examplePayroll } from './fees.examples.js';

/** What comes in and goes out over HTTP about what is handed to payroll. */

const upTo = civilDate
  .optional()
  .describe('Only reviews whose last day is not after it are paid; left out: today');
const corrections = z
  .boolean()
  .default(true)
  .describe('Whether differences to what was paid before go with it');

export const DueQuery = z.strictObject({
  upTo,
  corrections: z.enum(['true', 'false']).optional().describe('Left out: with corrections'),
});
export type DueQuery = z.output<typeof DueQuery>;

/** As many lines as somebody reads before asking for more. */
export const FIRST_LINES = 100;

export const PayrollQuery = DueQuery.extend({
  lines: z
    .enum(['FIRST'])
    .optional()
    .describe(`FIRST: no more than ${FIRST_LINES} of the lines that are due; left out: all`),
});
export type PayrollQuery = z.output<typeof PayrollQuery>;

export const NewBatch = z
  .strictObject({
    upTo,
    corrections,
    seen: words(200)
      .optional()
      .describe('What was looked at: `seen` of the next batch. Given, the batch is that or none'),
  })
  .meta({ id: 'NewPayrollBatch', example: { upTo: '2027-01-31', corrections: true } });
export type NewBatch = z.output<typeof NewBatch>;

export const TakingBack = z
  .strictObject({ reason: words(2000) })
  .meta({ id: 'PayrollTakingBack', example: { reason: 'Made a week too early' } });
export type TakingBack = z.output<typeof TakingBack>;

export const BatchId = z
  .uuid({ error: 'must be the id of a payroll batch' })
  .meta({ example: exampleBatch.id });

const count = z.int().min(0);
const pence = z.int().meta({ description: 'Whole pence' });

export const PayrollLine = z
  .object({
    position: z.int().min(1),
    seat: z.string(),
    kind: z.enum(['PAY', 'CORRECTION']),
    pence,
    lead: z.string(),
    name: z.string(),
    review: z.string(),
    school: z.string(),
    when: z.string(),
    words: z.string().meta({ description: 'How the amount came about' }),
  })
  .meta({ id: 'PayrollLine', example: exampleLine });
export type PayrollLine = z.output<typeof PayrollLine>;

const batch = {
  id: z.string(),
  number: z.int(),
  upTo: z.string(),
  state: z.enum(['MADE', 'SENT', 'TAKEN_BACK']),
  words: z.string(),
  stateWords: z.string(),
  lines: count,
  pence,
  canBeTakenBack: z.boolean().meta({
    description: 'Not sent, and no later batch that counts corrects a line of it',
  }),
};

export const PayrollBatch = z.object(batch).meta({ id: 'PayrollBatch', example: exampleBatch });
export type PayrollBatch = z.output<typeof PayrollBatch>;

export const PayrollBatchView = z
  .object({ batch: PayrollBatch, items: z.array(PayrollLine) })
  .meta({ id: 'PayrollBatchView', example: { batch: exampleBatch, items: [exampleLine] } });
export type PayrollBatchView = z.output<typeof PayrollBatchView>;

export const Payroll = z
  .object({
    next: z.object({
      upTo: z.string(),
      lines: z.array(PayrollLine),
      of: count.meta({ description: 'How many lines are due, shown or not' }),
      pence,
      corrections: count,
      seen: z.string().meta({ description: 'Send it back to make exactly this batch' }),
      words: z.string(),
    }),
    batches: z.array(PayrollBatch).meta({ description: 'The newest first' }),
  })
  .meta({ id: 'Payroll', example: examplePayroll });
export type Payroll = z.output<typeof Payroll>;
