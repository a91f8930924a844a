import { z } from 'zod';
import { AIMS } from '../../solver/plan.js';
import { PlanView } from '../plans/plan.schema.js';
import { AimPriceView, MeasuredFromView } from './explanation-parts.schema.js';
import { PersonReference } from './explanation.schema.js';
import { DifferenceView, RePlanShape } from './re-plan.schema.js';
import { course, exampleCourse, Named, wait } from './what-if.schema.js';

/** What comes in and goes out over HTTP about the price of disturbance. */

const count = z.int().min(0);

export const DisturbanceQuery = z.strictObject({
  gone: PersonReference.optional().meta({
    description: 'Somebody who has gone, or fallen ill',
    example: 'LR-007',
  }),
  further: z.coerce.number().int().min(0).max(50).default(5).meta({
    description: 'How many people beyond the least are tried',
    example: 5,
  }),
  wait,
});
export type DisturbanceQuery = z.infer<typeof DisturbanceQuery>;

const DisturbanceLineView = z.object({
  words: z.string(),
  people: count.meta({ description: 'Most people that may be disturbed' }),
  disturbed: z.array(Named),
  covered: count.meta({ description: 'Reviews that have a lead' }),
  lost: z.array(Named).meta({ description: 'Those that have a lead in the plan and none so' }),
  aims: PlanView.shape.aims,
  change: z
    .array(AimPriceView)
    .meta({ description: 'Against the line before; a loss below 0 is gained' }),
  differences: z.array(DifferenceView).meta({
    description: 'The same in words, but for coverage, which the reviews without a lead tell',
  }),
  ...RePlanShape,
  reviews: PlanView.shape.reviews,
});

export const DisturbanceView = z
  .object({
    ...course,
    measuredFrom: MeasuredFromView,
    least: count.nullable().meta({
      description:
        'People that every plan disturbs; null until the first line is known, or when no plan keeps the pins',
    }),
    lines: z.array(DisturbanceLineView),
    best: z
      .object({ aims: PlanView.shape.aims, disturbed: z.array(Named) })
      .nullable()
      .meta({ description: 'The best plan of all, however many it disturbs; null until DONE' }),
    reaches: z
      .array(z.object({ aim: z.enum(AIMS), people: count.nullable() }))
      .nullable()
      .meta({
        description:
          'How many people it takes until an aim, and all before it, are as good as they can be; null: more than were tried',
      }),
    ended: z.enum(['BEST', 'LIMIT', 'STOPPED', 'INFEASIBLE']).nullable(),
    outcome: z.array(z.string()).meta({
      description:
        'What it comes to in sentences: where it begins, how many people buy what, how it ended; none until DONE',
    }),
  })
  .meta({
    id: 'PriceOfDisturbance',
    example: {
      ...exampleCourse,
      measuredFrom: { isProven: true, breaches: [], words: [] },
      least: 0,
      lines: [
        {
          words: 'Disturbing nobody: 148 of 153 reviews have a lead.',
          people: 0,
          disturbed: [],
          covered: 148,
          lost: [],
          aims: [{ aim: 'coverage', value: 169, bound: 169 }],
          change: [],
          differences: [],
          moves: [],
          edits: [],
          reviews: [],
        },
      ],
      best: { aims: [{ aim: 'coverage', value: 169, bound: 169 }], disturbed: [] },
      reaches: [{ aim: 'coverage', people: 0 }],
      ended: 'BEST',
      outcome: ['There is a plan that disturbs nobody.'],
    },
  });
export type DisturbanceView = z.infer<typeof DisturbanceView>;
