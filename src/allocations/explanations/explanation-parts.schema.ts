import { z } from 'zod';
import { AIMS } from '../../solver/plan.js';
import { AVAILABILITY_GRADES, HOST_GRADES, REGION_GRADES, WINDOWS } from '../../solver/problem.js';
import { SeatRowView } from '../plans/plan.schema.js';

/** Parts that every explanation of a seat is made of, as they go out over HTTP and in `--json`. */

const count = z.int().min(0);
const sentences = z.array(z.string());

export const SlotView = z.object({
  week: z.iso.date().meta({ description: 'The Monday of the school week' }),
  window: z.enum(WINDOWS),
  days: z.string().meta({ description: 'The three days, in words' }),
});
export type SlotView = z.infer<typeof SlotView>;

/** From which plan prices are measured. */
export const MeasuredFromView = z
  .object({
    isProven: z.boolean().meta({
      description: 'Proven best: then no price is a gain. Otherwise prices may be gains.',
    }),
    breaches: sentences.meta({ description: 'Every rule that the plan itself breaks' }),
    words: sentences,
  })
  .meta({ id: 'PricesMeasuredFrom' });
export type MeasuredFromView = z.infer<typeof MeasuredFromView>;

export const SeatFactsView = SlotView.extend({
  miles: count.meta({ description: 'By road, one way' }),
  isOvernight: z.boolean(),
  availability: z.enum(AVAILABILITY_GRADES).nullable(),
  hostWindow: z.enum(HOST_GRADES).nullable(),
  region: z.enum(REGION_GRADES),
  needsMatched: z.array(z.string()),
  needsUnmatched: z.array(z.string()),
  isNew: z.boolean().meta({ description: 'Still owes a quality-assured review' }),
  commitment: z.object({
    minimum: count.meta({ description: 'Reviews to lead in the year' }),
    done: count.meta({ description: 'Led in earlier terms of the year' }),
    target: count.meta({ description: 'Reviews wanted of them this term' }),
    led: count.meta({ description: 'Reviews they lead in the plan that the facts are told of' }),
    words: z
      .string()
      .meta({ description: 'Against the target of the term and the year’s minimum' }),
  }),
  words: sentences,
}).meta({ id: 'SeatFacts' });
export type SeatFactsView = z.infer<typeof SeatFactsView>;

export const AimPriceView = z
  .object({
    aim: z.enum(AIMS),
    given: z.int(),
    alternative: z.int(),
    loss: z.int().meta({ description: 'Above 0: served worse by so much; below 0: better' }),
  })
  .meta({ id: 'AimPrice' });

export const PriceView = z
  .object({
    aims: z
      .array(AimPriceView)
      .meta({ description: 'All seven, in their order: each outranks all that follow' }),
    firstAim: z.enum(AIMS).nullable().meta({ description: 'The first aim that differs' }),
    verdict: z.enum(['LOSS', 'GAIN', 'NOTHING']),
    isProven: z.boolean().meta({ description: 'Exact; otherwise the price is at most this' }),
    miles: z.int().meta({ description: 'How much further all leads travel, one way, together' }),
    headline: z.string().meta({ description: 'The first aim that differs, in words' }),
    also: sentences.meta({ description: 'What comes with it' }),
  })
  .meta({ id: 'PlanPrice' });
export type PriceView = z.infer<typeof PriceView>;

export const MoveView = z
  .object({
    review: z.string(),
    school: z.string(),
    differs: z.array(z.enum(['LEAD', 'SLOT', 'QUALITY_ASSURER', 'SHADOW'])),
    before: SeatRowView,
    after: SeatRowView,
    words: z.string(),
  })
  .meta({ id: 'PlanMove' });
export type MoveView = z.infer<typeof MoveView>;

const PersonView = z.object({ person: z.string(), name: z.string() });

export const AlternativeView = z
  .object({
    isPossible: z.boolean(),
    price: PriceView.nullable().meta({ description: 'Null where there is no such plan' }),
    moves: z.array(MoveView).meta({
      description: 'One way to do it; others may be as good, and this one keeps much of the plan',
    }),
    people: z.array(PersonView).meta({ description: 'Everybody whose seats or dates change' }),
    conflict: z
      .array(
        z.object({
          review: z.string(),
          isAsked: z.boolean().meta({ description: 'What was asked for, not a pin of the plan' }),
          rules: sentences,
          words: z.string(),
        }),
      )
      .meta({ description: 'A smallest set of pins that cannot hold together; else empty' }),
    whyNone: sentences.meta({
      description:
        'Where there is no such plan: that, then the pins that stand against it, and last the rules; else empty',
    }),
  })
  .meta({ id: 'PlanAlternative' });
export type AlternativeView = z.infer<typeof AlternativeView>;

const MendView = z.object({
  kind: z.enum(['ASK', 'LIFT_BANS', 'NOBODY_CAN_BE_ASKED']),
  fact: z.string().nullable().meta({ description: 'The kind of fact that is asked for' }),
  subject: z.string().nullable().meta({ description: 'Whom or what it is asked of' }),
  words: z.string(),
});

export const StandingView = {
  isPermitted: z.boolean(),
  windows: z
    .array(
      SlotView.extend({
        hostWindow: z.enum(HOST_GRADES).nullable(),
        obstacles: z.array(
          z.object({ rule: z.string(), title: z.string(), reason: z.string(), mend: MendView }),
        ),
      }),
    )
    .meta({
      description:
        'Each window of the school with every rule that is in the way; where it accepts none, each of the term',
    }),
  blockedBy: z
    .array(z.object({ rule: z.string(), title: z.string() }))
    .meta({ description: 'Rules without any one of which some window would be permitted' }),
  nearest: SlotView.extend({ mends: z.array(MendView), words: z.string() })
    .nullable()
    .meta({ description: 'The fewest and cheapest changes that would permit it' }),
};
export type StandingView = z.infer<z.ZodObject<typeof StandingView>>;
