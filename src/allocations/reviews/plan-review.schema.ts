import { z } from 'zod';
import { HOST_GRADES, WINDOWS } from '../../solver/problem.js';
import { CHIP_STATES } from '../board/board.schema.js';
import { exampleReview, exampleUnplaced } from './plan-review.examples.js';

/** What goes out over HTTP about one review of a plan, and about those without a lead. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const words = (description: string): z.ZodString => z.string().meta({ description });

export const PlanHeadView = z.object({
  id: z.uuid(),
  version: z.int(),
  termId: z.string().nullable(),
  words: words('Which version it is, who saved it and when'),
  newest: z
    .object({ id: z.uuid(), version: z.int(), words: z.string() })
    .nullable()
    .meta({ description: 'A later version that somebody saved; null: this is the newest' }),
});
export type PlanHeadView = z.infer<typeof PlanHeadView>;

const HostWindowView = z.object({
  week: z.iso.date().meta({ description: 'The Monday of the school week' }),
  window: z.enum(WINDOWS),
  days: z.string(),
  grade: z.enum(HOST_GRADES),
  closed: z.string().nullable().meta({ description: 'Why nobody can review in it' }),
});

const Facts = {
  review: z.string(),
  school: words('The school with its town'),
  region: z.string(),
  isPriorityRegion: z.boolean(),
  phase: z.string(),
  type: z.string().nullable().meta({ description: 'Type of establishment, if it is registered' }),
  trust: z.string().nullable().meta({ description: 'null: none, or not known' }),
  needs: z.array(z.object({ code: z.string(), name: z.string() })),
  needsInvented: z.boolean().meta({ description: 'Made up for demonstration: say so' }),
  priority: z.object({
    value: count('Its weight in coverage'),
    reason: words('Why it weighs so much'),
  }),
  windows: z.array(HostWindowView).meta({ description: 'Those the school accepts, in time' }),
  windowsInWords: words('The window it prefers, and how many others there are'),
};
export const PlanReviewFacts = z.object(Facts);
export type PlanReviewFacts = z.infer<typeof PlanReviewFacts>;

const SeatHolder = z.object({ person: z.string(), name: z.string() });
const Neighbour = z.object({ review: z.string(), school: z.string() }).nullable();

export const PlanReviewView = z
  .object({
    plan: PlanHeadView,
    ...Facts,
    state: z.object({
      kind: z.enum(CHIP_STATES),
      words: words('The state, as staff say it'),
      means: words('What follows from it'),
    }),
    days: z.string().nullable().meta({ description: 'When it is; null: it has no lead' }),
    lead: SeatHolder.extend({ home: z.string().nullable() }).nullable(),
    qualityAssurer: z.object({ holder: SeatHolder.nullable(), words: z.string() }),
    shadow: z.object({ holder: SeatHolder.nullable(), words: z.string() }),
    lastReview: z
      .object({ week: z.iso.date(), words: z.string() })
      .nullable()
      .meta({ description: 'null: none on record' }),
    history: z
      .array(z.object({ at: z.string(), words: z.string() }))
      .meta({ description: 'From the oldest: by day or instant, what became of it' }),
    people: z
      .array(SeatHolder.extend({ home: z.string().nullable() }))
      .meta({ description: 'Everybody of the plan, with the authority they live in' }),
    place: z.object({
      number: count('Which of the plan’s reviews it is, in order of time, from 1'),
      of: count('How many the plan has'),
      previous: Neighbour,
      next: Neighbour,
    }),
  })
  .meta({ id: 'PlanReview', example: exampleReview });
export type PlanReviewView = z.infer<typeof PlanReviewView>;

const StopperView = z.object({
  cause: words('The rule, or EACH_WINDOW, ELSEWHERE, NO_WINDOW; stable'),
  people: count('How many people'),
  words: words('What is so of them, to follow their number'),
  names: z.array(z.string()),
});

const letter = z.object({
  to: words('Whom it is for'),
  subject: z.string(),
  body: words('To be copied; there are no addresses in it'),
});
export const LetterView = letter.meta({ id: 'Letter' });
export type LetterView = z.infer<typeof LetterView>;

export const UnplacedView = z
  .object({
    plan: PlanHeadView,
    words: words('How many reviews have no lead, and how many wait for windows'),
    reviews: z.array(
      z.object({
        ...Facts,
        leads: count('Who may lead this term; the stoppers add up to it'),
        stoppers: z.array(StopperView).meta({
          description:
            'Each person once, under what is hardest to change; the hardest to change come first',
        }),
        standsInTheWay: words('The same in a sentence or two'),
      }),
    ),
    silent: count('People who have not answered the availability round; they are not counted'),
    waiting: z
      .array(
        z.object({
          review: z.string(),
          school: z.string(),
          reason: words('Why the plan leaves it out'),
          letter: LetterView.nullable().meta({
            description: 'To the school, where its windows are not known',
          }),
        }),
      )
      .meta({ description: 'Reviews of the term that the plan leaves out' }),
  })
  .meta({ id: 'UnplacedReviews', example: exampleUnplaced });
export type UnplacedView = z.infer<typeof UnplacedView>;
