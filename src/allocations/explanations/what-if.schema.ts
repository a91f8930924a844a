import { z } from 'zod';
import { triedEdits } from './tried-edits.schema.js';
import { AIMS } from '../../solver/plan.js';
import { WINDOWS } from '../../solver/problem.js';
import { PlanView } from '../plans/plan.schema.js';
import { AimPriceView } from './explanation-parts.schema.js';
import { LetterView } from '../reviews/plan-review.schema.js';
import { PersonReference, ReviewReference } from './explanation.schema.js';

/** What comes in and goes out over HTTP about questions that take a while. */

const count = z.int().min(0);
export const Named = z.object({ reference: z.string(), name: z.string() }).meta({
  id: 'Named',
  description: 'A person or, for a review, its school: the reference, and what people say',
  example: { reference: 'LR-007', name: 'Ada Skylark' },
});
const MOST_SECONDS = 30;
const wait = z.coerce.number().int().min(0).max(MOST_SECONDS).default(10).meta({
  description: 'Seconds to wait for the whole answer; after that what is known so far is sent',
  example: 10,
});

export const AsksQuery = z.strictObject({
  review: ReviewReference.optional().meta({
    description: 'Only for this review',
    example: 'QAR-2026-0042',
  }),
  wait,
});
export type AsksQuery = z.infer<typeof AsksQuery>;

export const WaitQuery = z.strictObject({ wait });
export type WaitQuery = z.infer<typeof WaitQuery>;

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

/** How far an answer has come. */
const course = {
  state: z.enum(['WORKING', 'DONE']).meta({
    description:
      'WORKING: this is what is known so far, ask again; DONE: all of it, and it is kept',
  }),
  done: count.meta({ description: 'How many parts are known' }),
  of: count.nullable().meta({ description: 'How many there will be; null: not known yet' }),
};
const exampleCourse = { state: 'DONE', done: 1, of: 1 } as const;
const ada = { reference: 'LR-007', name: 'Ada Skylark' };
const ben = { reference: 'LR-012', name: 'Ben Linnet' };
const vale = { reference: 'QAR-2026-0042', name: 'Vale School, Leeds' };

const ToldReviewView = z.object({
  review: Named,
  sets: z
    .array(
      z.object({
        words: z.string().meta({ description: 'All of it in sentences' }),
        outcome: z
          .string()
          .meta({ description: 'Who would lead it then, and who else would move' }),
        cost: count.meta({ description: 'Of asking, in points: docs/asks-and-drop-outs.md' }),
        asks: z.array(
          z.object({
            kind: z.string(),
            words: z.string().meta({ description: 'To follow “It would be covered if”' }),
            request: z.string().meta({ description: 'What to do, such as “Ask Ada …”' }),
            letter: LetterView.nullable().meta({
              description: 'What to write to them; null where nobody is asked',
            }),
            subject: Named.meta({ description: 'Who, or which school, would be asked' }),
            cost: count,
          }),
        ),
        lead: Named.meta({ description: 'Who would lead the review then' }),
        slot: z.object({ week: z.iso.date(), window: z.enum(WINDOWS) }),
        others: z.array(Named).meta({ description: 'Who else would move' }),
        edits: triedEdits,
      }),
    )
    .meta({ description: 'The cheapest first; each is enough, and no part of it is' }),
  words: z.string(),
  considered: count.meta({ description: 'How many different asks were looked at' }),
  together: count.meta({ description: 'How many of them at a time' }),
  ended: z.enum(['ENOUGH', 'ALL', 'LIMIT']),
});

export const AsksView = z
  .object({
    ...course,
    checked: z.object({ at: z.iso.datetime(), words: z.string() }).nullable().meta({
      description: 'When the last of it was checked by solving again; null: not all of it is yet',
    }),
    reviews: z.array(ToldReviewView),
  })
  .meta({
    id: 'WhatWouldItTake',
    example: {
      ...exampleCourse,
      checked: {
        at: '2026-12-21T10:42:00.000Z',
        words: 'Checked by solving again, 21 December 2026, 10:42',
      },
      reviews: [
        {
          review: vale,
          sets: [
            {
              words:
                'It would be covered if Ada Skylark could review on Monday 11 to Wednesday 13 January 2027: Ada Skylark could lead it on Monday 11 to Wednesday 13 January 2027. Nobody else moves.',
              outcome:
                'Ada Skylark could lead it on Monday 11 to Wednesday 13 January 2027. Nobody else moves.',
              cost: 21,
              asks: [
                {
                  kind: 'AVAILABILITY',
                  words: 'Ada Skylark could review on Monday 11 to Wednesday 13 January 2027',
                  request:
                    'Ask Ada Skylark to turn Monday 11 to Wednesday 13 January 2027 from no to if needed',
                  letter: {
                    to: 'Ada Skylark',
                    subject: 'QA Reviews: could you help us with one more?',
                    body: 'Dear Ada Skylark,',
                  },
                  subject: ada,
                  cost: 21,
                },
              ],
              lead: ada,
              slot: { week: '2027-01-11', window: 'MON_WED' },
              others: [],
              edits: [
                {
                  kind: 'PUT',
                  review: vale.reference,
                  lead: ada.reference,
                  week: '2027-01-11',
                  window: 'MON_WED',
                },
              ],
            },
          ],
          words:
            'Of 208 changes that could be asked for, up to 3 together, there are no others. Checked by solving again.',
          considered: 208,
          together: 3,
          ended: 'ALL',
        },
      ],
    },
  });
export type AsksView = z.infer<typeof AsksView>;

const exampleLoss = { aim: 'coverage', given: 171, alternative: 169, loss: 2 } as const;

const DropOutShape = z.object({
  person: Named,
  words: z.array(z.string()),
  leads: z.array(Named),
  seats: count,
  losses: z.array(AimPriceView).nullable().meta({
    description:
      'From the plan to the best re-plan without them, their own shortfall of commitment left aside; null: without them no plan keeps the pins',
  }),
  isProven: z.boolean(),
  uncovered: z.array(Named),
  singlePointFor: z
    .array(Named)
    .meta({ description: 'Without a lead in every plan without them that covers as much' }),
  takenOver: z.array(z.object({ review: Named, by: Named })),
  disturbed: z.array(Named).meta({ description: 'The others whose seats differ' }),
});
const exampleDropOut = {
  person: ada,
  words: ['Without Ada Skylark Vale School, Leeds would have no lead.', 'Nobody else moves.'],
  leads: [vale],
  seats: 1,
  losses: [exampleLoss],
  isProven: true,
  uncovered: [vale],
  singlePointFor: [vale],
  takenOver: [],
  disturbed: [],
};

export const DropOutsView = z
  .object({
    ...course,
    people: z
      .array(DropOutShape)
      .meta({ description: 'Once DONE those without whom most is lost come first' }),
    singlePoints: z
      .array(z.object({ review: Named, person: Named, why: z.enum(['ONLY_LEAD', 'NEEDED']) }))
      .nullable()
      .meta({ description: 'Reviews that stand or fall with one person; null until DONE' }),
    standbys: z
      .array(z.object({ person: Named, takesOver: count, couldStepIn: count }))
      .nullable()
      .meta({ description: 'Who covers most of what others would leave; null until DONE' }),
    standIns: z
      .array(z.object({ review: Named, lead: Named, people: z.array(Named) }))
      .nullable()
      .meta({
        description: 'Who else could lead each review with nobody else moving; null until DONE',
      }),
  })
  .meta({
    id: 'DropOuts',
    example: {
      ...exampleCourse,
      people: [exampleDropOut],
      singlePoints: [{ review: vale, person: ada, why: 'ONLY_LEAD' }],
      standbys: [{ person: ben, takesOver: 14, couldStepIn: 50 }],
      standIns: [{ review: vale, lead: ada, people: [] }],
    },
  });
export type DropOutsView = z.infer<typeof DropOutsView>;

export const DropOutView = z
  .object({
    ...course,
    dropOut: DropOutShape.extend({
      reviews: PlanView.shape.reviews.meta({ description: 'The best re-plan' }),
    })
      .nullable()
      .meta({ description: 'Null until DONE' }),
  })
  .meta({
    id: 'DropOut',
    example: { ...exampleCourse, dropOut: { ...exampleDropOut, reviews: [] } },
  });
export type DropOutView = z.infer<typeof DropOutView>;

export const DisturbanceView = z
  .object({
    ...course,
    least: count.nullable().meta({
      description:
        'People that every plan disturbs; null until the first line is known, or when no plan keeps the pins',
    }),
    lines: z.array(
      z.object({
        words: z.string(),
        people: count.meta({ description: 'Most people that may be disturbed' }),
        disturbed: z.array(Named),
        aims: PlanView.shape.aims,
        change: z
          .array(AimPriceView)
          .meta({ description: 'Against the line before; a loss below 0 is gained' }),
        reviews: PlanView.shape.reviews,
      }),
    ),
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
  })
  .meta({
    id: 'PriceOfDisturbance',
    example: {
      ...exampleCourse,
      least: 0,
      lines: [
        {
          words: 'Disturbing nobody: 148 of 153 reviews have a lead.',
          people: 0,
          disturbed: [],
          aims: [{ aim: 'coverage', value: 169, bound: 169 }],
          change: [],
          reviews: [],
        },
      ],
      best: { aims: [{ aim: 'coverage', value: 169, bound: 169 }], disturbed: [] },
      reaches: [{ aim: 'coverage', people: 0 }],
      ended: 'BEST',
    },
  });
export type DisturbanceView = z.infer<typeof DisturbanceView>;
