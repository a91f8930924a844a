import { z } from 'zod';
import { PlanView } from '../plans/plan.schema.js';
import { PlanHeadView } from '../reviews/plan-review.schema.js';
import { AimPriceView, MeasuredFromView } from './explanation-parts.schema.js';
import { DifferenceView, RePlanShape } from './re-plan.schema.js';
import { ada, ben, course, exampleCourse, Named, vale } from './what-if.schema.js';

/** What goes out over HTTP about what is lost when somebody drops out. */

const count = z.int().min(0);

const about = {
  plan: PlanHeadView,
  measuredFrom: MeasuredFromView.meta({
    description: 'Whether the plan is proven best; if not, without somebody things may even gain',
  }),
};
const exampleAbout = {
  plan: {
    id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
    version: 3,
    termId: 'spring-2027',
    words: 'Version 3, saved by Ruth Ellison on 21 December 2026, 10:42',
    newest: null,
  },
  measuredFrom: { isProven: true, breaches: [], words: [] },
};

const DropOutShape = z.object({
  person: Named,
  words: z.array(z.string()),
  leads: z.array(Named),
  seats: count,
  losses: z.array(AimPriceView).nullable().meta({
    description:
      'From the plan to the best re-plan without them, their own shortfall of commitment and shadow seat left aside; null: without them no plan keeps the pins',
  }),
  differences: z.array(DifferenceView).meta({
    description: 'The same in words, but for coverage, which the reviews without a lead tell',
  }),
  isProven: z.boolean(),
  uncovered: z.array(Named),
  singlePointFor: z
    .array(Named)
    .meta({ description: 'Without a lead in every plan without them that covers as much' }),
  takenOver: z.array(z.object({ review: Named, by: Named })),
  standIns: z.array(z.object({ review: Named, people: z.array(Named) })).meta({
    description: 'Who else could lead each of their reviews with nobody else moving',
  }),
  disturbed: z.array(Named).meta({ description: 'The others whose seats differ' }),
});

const exampleDropOut = {
  person: ada,
  words: ['Without Ada Skylark Vale School, Leeds would have no lead.', 'Nobody else moves.'],
  leads: [vale],
  seats: 1,
  losses: [{ aim: 'coverage', given: 171, alternative: 169, loss: 2 }],
  differences: [],
  isProven: true,
  uncovered: [vale],
  singlePointFor: [vale],
  takenOver: [],
  standIns: [{ review: vale, people: [] }],
  disturbed: [],
};

export const DropOutsView = z
  .object({
    ...course,
    ...about,
    words: z
      .string()
      .nullable()
      .meta({ description: 'Without how many people a review loses its lead; null until DONE' }),
    people: z.array(DropOutShape).meta({
      description:
        'Those without whom most is lost come first, those without a seat last; more follow until DONE',
    }),
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
      ...exampleAbout,
      words: '1 of 2 people cannot drop out without a review losing its lead: Ada Skylark.',
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
    ...about,
    person: Named,
    dropOut: DropOutShape.extend({
      ...RePlanShape,
      reviews: PlanView.shape.reviews.meta({ description: 'The best re-plan' }),
    })
      .nullable()
      .meta({ description: 'Null until DONE' }),
  })
  .meta({
    id: 'DropOut',
    example: {
      ...exampleCourse,
      ...exampleAbout,
      person: ada,
      dropOut: { ...exampleDropOut, moves: [], edits: [], reviews: [] },
    },
  });
export type DropOutView = z.infer<typeof DropOutView>;
