import { z } from 'zod';
import { ROLES, WINDOWS } from '../../solver/problem.js';
import { exampleCandidates, exampleWhy, exampleWhyNot } from './explanation.examples.js';
import {
  AlternativeView,
  MeasuredFromView,
  SeatFactsView,
  SlotView,
  StandingView,
} from './explanation-parts.schema.js';

/** What goes out over HTTP about why somebody leads a review, or does not. */

const sentences = z.array(z.string());
const about = {
  review: z.string(),
  school: z.string(),
  measuredFrom: MeasuredFromView,
};
const lead = { lead: z.string(), name: z.string() };

export const WhyThisOneView = z
  .object({
    ...about,
    ...lead,
    reason: z.string().meta({ description: 'The answer in two or three sentences' }),
    words: sentences.meta({ description: 'The whole answer in sentences' }),
    facts: SeatFactsView,
    othersPermitted: z.int().meta({ description: 'How many other people may lead it' }),
    isPinned: z.boolean(),
    without: AlternativeView.meta({
      description: 'The best plan in which they have no seat on this review: what they are worth',
    }),
    nextBest: z
      .object({ ...lead, facts: SeatFactsView })
      .nullable()
      .meta({ description: 'Who leads it in that plan' }),
  })
  .meta({ id: 'WhyThisOne', example: exampleWhy });
export type WhyThisOneView = z.infer<typeof WhyThisOneView>;

export const WhyNotView = z
  .object({
    ...about,
    person: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    hasSeat: z.boolean(),
    words: sentences.meta({ description: 'The whole answer in sentences' }),
    ...StandingView,
    chosen: AlternativeView.nullable().meta({
      description: 'Where it is permitted: the best plan in which they have the seat',
    }),
    mended: AlternativeView.nullable().meta({
      description: 'Where it is not, and facts would mend it: the best plan with the nearest way',
    }),
  })
  .meta({ id: 'WhyNot', example: exampleWhyNot });
export type WhyNotView = z.infer<typeof WhyNotView>;

const pair = { review: z.string(), school: z.string(), ...lead };

export const CandidateView = z
  .object({
    ...pair,
    isPresent: z.boolean().meta({ description: 'They lead it in this plan' }),
    slots: z.array(SlotView).meta({ description: 'When the rules permit it' }),
    facts: SeatFactsView.nullable().meta({ description: 'Null where no plan has them lead it' }),
    alternative: AlternativeView,
  })
  .meta({ id: 'AllocationCandidate' });
export type CandidateView = z.infer<typeof CandidateView>;

export const RefusedCandidateView = z
  .object({
    ...pair,
    miles: z.int(),
    refusal: z
      .object({
        kind: z.enum(['MENDABLE', 'NOT_BY_ASKING', 'NEVER']).meta({
          description:
            'MENDABLE: by the nearest change; NEVER: own school or trust, which nobody overrides',
        }),
        words: z.string(),
      })
      .meta({ description: 'Which kind of no it is' }),
    reasons: sentences.meta({ description: 'Every rule that is in the way, once' }),
    noMend: sentences.meta({ description: 'Why nothing that could be asked for mends it' }),
    words: sentences.meta({ description: 'All of it in sentences' }),
    ...StandingView,
  })
  .meta({ id: 'RefusedCandidate' });
export type RefusedCandidateView = z.infer<typeof RefusedCandidateView>;

export const CandidatesView = z
  .object({
    measuredFrom: MeasuredFromView,
    permitted: z.array(CandidateView).meta({ description: 'Best first, by the aims in order' }),
    impossible: z
      .array(CandidateView)
      .meta({ description: 'Permitted by the rules about one seat, ruled out by pins' }),
    refused: z.array(RefusedCandidateView).meta({ description: 'Nearest to permitted first' }),
  })
  .meta({ id: 'AllocationCandidates', example: exampleCandidates });
export type CandidatesView = z.infer<typeof CandidatesView>;

/** A problem names people and reviews as it likes. */
const reference = z.string().min(1).max(400);
export const ReviewReference = reference.meta({
  description: 'The reference of a review of the plan',
  example: 'QAR-2026-0042',
});
export const PersonReference = reference.meta({
  description: 'The reference of a person of the plan',
  example: 'LR-007',
});

export const SeatQuery = z.strictObject({
  seat: z.enum(ROLES).default('LEAD').meta({ description: 'The seat that is asked about' }),
});
export type SeatQuery = z.infer<typeof SeatQuery>;

export const WindowQuery = z.strictObject({
  week: z.iso
    .date()
    .meta({ description: 'The Monday of a school week of the plan', example: '2027-01-11' }),
  window: z.enum(WINDOWS).meta({ example: 'MON_WED' }),
});
export type WindowQuery = z.infer<typeof WindowQuery>;
