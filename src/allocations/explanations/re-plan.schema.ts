import { z } from 'zod';
import { AIMS } from '../../solver/plan.js';
import { Edits } from '../hand/edit-request.schema.js';
import { Named, vale, ada, ben } from './what-if.schema.js';

/** What another plan in a plan's place comes to: parts of what is said of drop-outs and of disturbance. */

const days = 'Monday 11 to Wednesday 13 January 2027';

export const RE_PLANNED = ['NO_LEAD', 'NEW_LEAD', 'GETS_LEAD', 'OTHER_DATE', 'COMPANY'] as const;

const Standing = z.object({
  lead: Named.nullable(),
  days: z.string().nullable().meta({ description: 'When it is; null: it has no lead' }),
});

export const RePlannedReviewView = z
  .object({
    review: Named,
    kind: z.enum(RE_PLANNED).meta({
      description:
        'The weightiest that changes: it loses its lead, goes to another, gets one, only moves in time, or only its second seats change',
    }),
    isTheirs: z.boolean().meta({ description: 'Whether the person who is gone has a seat on it' }),
    before: Standing,
    after: Standing,
    words: z.string(),
  })
  .meta({
    id: 'RePlannedReview',
    example: {
      review: vale,
      kind: 'NEW_LEAD',
      isTheirs: true,
      before: { lead: ada, days },
      after: { lead: ben, days },
      words: 'Vale School, Leeds goes from Ada Skylark to Ben Linnet.',
    },
  });
export type RePlannedReviewView = z.infer<typeof RePlannedReviewView>;

export const RePlanShape = {
  moves: z.array(RePlannedReviewView).meta({
    description:
      'Every review that it treats otherwise: first those of whoever is gone, then those that lose a lead, then in time',
  }),
  edits: Edits.meta({
    description: 'The edits that make the plan so: to be tried on the board, where they are saved',
  }),
};

export const DifferenceView = z
  .object({
    aim: z.enum(AIMS),
    isWorse: z.boolean(),
    words: z.string(),
  })
  .meta({
    id: 'AimDifference',
    description: 'An aim that is served worse or better, in words',
    example: { aim: 'shadowing', isWorse: true, words: '1 fewer person gets a shadow seat' },
  });
