import { z } from 'zod';

const pence = z.int().min(0).max(100_000_000);

/** From so many road miles, one way, so many nights are stayed. */
const nightsStep = z.strictObject({
  fromMiles: z.int().min(0).max(1000),
  nights: z.int().min(0).max(5),
});

/**
 * What a review costs, in pence before tax. docs/domain.md, "The Lead Reviewer", Fee. What was added later has defaults, so
 * that tables entered before stay as they are.
 */
export const feeTable = z.strictObject({
  basePence: pence.describe(
    'For every review led, and for each other paid seat without a fee of its own',
  ),
  assurerPence: pence
    .nullable()
    .default(null)
    .describe('For assuring quality, where that is paid; null: as for leading'),
  shadowPence: pence
    .nullable()
    .default(null)
    .describe('For shadowing, where that is paid; null: as for leading'),
  supplementPence: z
    .record(z.string().min(1), pence)
    .describe('Added for a review in that region, by the region’s name'),
  // Times the miles it stays, with everything else, an amount that one line of payroll can hold.
  mileagePence: pence.max(10_000).describe('For each road mile, both ways'),
  overnightPence: pence.describe('For each overnight stay'),
  nights: z
    .array(nightsStep)
    .max(5)
    .refine(
      (steps) => steps.every(({ fromMiles }, i) => fromMiles > (steps[i - 1]?.fromMiles ?? -1)),
      { error: 'each distance must be further than the one before it' },
    )
    .default([])
    .describe('From which road miles, one way, how many nights are paid; none: no nights'),
  isInvented: z.boolean().default(false).describe('Made up for demonstration, and shown as such'),
});
export type FeeTable = z.output<typeof feeTable>;
