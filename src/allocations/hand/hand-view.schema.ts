import { z } from 'zod';
import { AIMS, PLAN_STATUSES } from '../../solver/plan.js';
import { EFFECT_LINES } from '../summary/effect-lines.js';
import { exampleRow, PlanView, SeatRowView } from '../plans/plan.schema.js';

/** What goes out over HTTP about plans made and changed by hand. */

const GainView = z.object({
  aim: z.enum(AIMS),
  gain: z
    .int()
    .meta({ description: 'Positive: gained; negative: paid, whichever way the aim runs' }),
});

const exampleBreach = {
  rule: 'personIsAvailable',
  title: 'Is available in this window',
  sentence: 'Ada Skylark is not available on Monday 11 to Wednesday 13 January 2027.',
  reviews: ['QAR-2026-0042'],
  people: ['LR-007'],
};
export const BreachView = z
  .object({
    rule: z.string().meta({ description: 'Stable; programs may depend on it' }),
    title: z.string().meta({ description: 'The rule as staff would say it' }),
    sentence: z.string().meta({ description: 'What is wrong here, with names' }),
    reviews: z.array(z.string()),
    people: z.array(z.string()),
  })
  .meta({ id: 'RuleBreach', example: exampleBreach });

const exampleChange = {
  review: 'QAR-2026-0042',
  school: 'Vale School, Leeds',
  from: { ...exampleRow, lead: 'LR-012' },
  to: exampleRow,
  words:
    'Vale School, Leeds: Ada Skylark leads on Monday 11 to Wednesday 13 January 2027; before: Ben Linnet leads on Monday 11 to Wednesday 13 January 2027.',
};
const ReviewChangeView = z
  .object({
    review: z.string(),
    school: z.string(),
    from: SeatRowView,
    to: SeatRowView,
    words: z.string(),
  })
  .meta({ id: 'ReviewChange', example: exampleChange });

const count = z.int().min(0);
const LoadView = z.object({
  led: count.meta({ description: 'Reviews led in the plan' }),
  seats: count.meta({ description: 'Seats of any kind in the plan' }),
  miles: z.number().min(0).meta({ description: 'By road to all of them, one way' }),
});

export const PlanEffectView = z
  .object({
    isLegal: z.boolean().meta({ description: 'It keeps every rule, so it can be saved' }),
    lines: z
      .array(
        z.object({
          about: z.enum(EFFECT_LINES),
          isWorse: z.boolean(),
          words: z.string(),
        }),
      )
      .meta({ description: 'What it comes to in a few sentences, what matters most first' }),
    aims: z.array(
      GainView.extend({
        title: z.string(),
        before: z.int(),
        after: z.int(),
        words: z.string(),
      }),
    ),
    reviews: z.array(ReviewChangeView).meta({ description: 'Reviews whose slot or seats change' }),
    people: z
      .array(
        z.object({
          person: z.string(),
          name: z.string(),
          before: LoadView,
          after: LoadView,
          target: count.meta({ description: 'Reviews led that are wanted of them this term' }),
          minimum: count.meta({ description: 'Of the year' }),
          done: count.meta({ description: 'Led in earlier terms of the year' }),
          words: z.string(),
        }),
      )
      .meta({ description: 'People whose seats change' }),
    appearing: z.array(BreachView).meta({ description: 'Rules broken by the edits' }),
    vanishing: z.array(BreachView).meta({ description: 'Rules no longer broken' }),
    breaches: z.array(BreachView).meta({ description: 'All rules broken with the edits' }),
  })
  .meta({
    id: 'PlanEffect',
    example: {
      isLegal: false,
      lines: [
        {
          about: 'RULE',
          isWorse: true,
          words: 'Ada Skylark is not available on Monday 11 to Wednesday 13 January 2027.',
        },
        { about: 'COVERAGE', isWorse: false, words: 'All 148 reviews keep a lead' },
      ],
      aims: [
        {
          aim: 'fit',
          gain: -14,
          title: 'How well leads, dates and schools suit each other',
          before: 100,
          after: 114,
          words: 'How well leads, dates and schools suit each other: pays 14 (100 to 114).',
        },
      ],
      reviews: [exampleChange],
      people: [
        {
          person: 'LR-007',
          name: 'Ada Skylark',
          before: { led: 1, seats: 1, miles: 20.4 },
          after: { led: 2, seats: 2, miles: 61 },
          target: 2,
          minimum: 6,
          done: 2,
          words:
            'Ada Skylark: leads 2 (before: 1; target 2), 4 in the year of at least 6; 2 seats (before: 1); 61 miles one way (before: 20.4).',
        },
      ],
      appearing: [exampleBreach],
      vanishing: [],
      breaches: [exampleBreach],
    },
  });

export const PlanPlacesView = z
  .object({
    items: z
      .array(
        z.object({
          person: z.string(),
          name: z.string(),
          review: z.string(),
          school: z.string(),
          row: SeatRowView.meta({ description: 'The review’s row with the person in the seat' }),
          isNow: z.boolean().meta({ description: 'It is so already' }),
          permitted: z.boolean(),
          gains: z.array(GainView).meta({
            description: 'Aims that gain or pay, in their order; none for what is refused',
          }),
          words: z.string().meta({ description: 'The price, or all that speaks against it' }),
          breaches: z.array(BreachView),
        }),
      )
      .meta({
        description:
          'Permitted ones first, the best first by the aims in their order; then refused ones, those against which least speaks first',
      }),
  })
  .meta({
    id: 'PlanPlaces',
    example: {
      items: [
        {
          person: 'LR-007',
          name: 'Ada Skylark',
          review: 'QAR-2026-0042',
          school: 'Vale School, Leeds',
          row: exampleRow,
          isNow: false,
          permitted: true,
          gains: [{ aim: 'fit', gain: -14 }],
          words: 'Fit pays 14.',
          breaches: [],
        },
      ],
    },
  });

export const PlanVersionsView = z
  .object({
    items: z
      .array(
        z.object({
          id: z.uuid(),
          version: z.int(),
          isNewest: z.boolean().meta({ description: 'Only the newest version can be edited' }),
          runId: z.uuid().nullable(),
          parentId: z.uuid().nullable(),
          author: z.string(),
          note: z.string().nullable(),
          createdAt: z.iso.datetime(),
          status: z.enum(PLAN_STATUSES),
          aims: PlanView.shape.aims,
          changes: z.array(ReviewChangeView).meta({
            description: 'Reviews that differ from the version before',
          }),
        }),
      )
      .meta({ description: 'From the first to the newest' }),
  })
  .meta({
    id: 'PlanVersions',
    example: {
      items: [
        {
          id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e22',
          version: 2,
          isNewest: true,
          runId: null,
          parentId: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
          author: 'Operations',
          note: 'Asked for by the school',
          createdAt: '2026-12-21T10:02:40.000Z',
          status: 'FEASIBLE',
          aims: [{ aim: 'coverage', value: 171, bound: 245 }],
          changes: [exampleChange],
        },
      ],
    },
  });
export type VersionsView = z.infer<typeof PlanVersionsView>;
