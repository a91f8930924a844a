import { z } from 'zod';
import { defaultPolicies, type Policy } from '../../settings/policies.js';
import { policyGroupView } from '../../settings/policy-group.schema.js';
import { policyInWords, policyNumbers } from '../../settings/policy-words.js';

/** What goes out over HTTP about a run before it is asked for. */

const FollowUpView = z
  .object({
    kind: z.enum(['Lead Reviewer', 'School']),
    who: z.string(),
    reference: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'LeftOutOfRun' });

const PolicyChoiceView = z
  .object({
    name: z.string(),
    isDefault: z.boolean(),
    words: z.string().meta({ description: 'What it weighs more or less than usual' }),
    groups: z
      .array(policyGroupView)
      .meta({ description: 'Every number of the policy; fewer points are better' }),
  })
  .meta({ id: 'PolicyChoice' });

const leastTravel = defaultPolicies['Least travel'] as Policy;

export const RunChoicesView = z
  .object({
    asOf: z.iso.date(),
    asOfInWords: z.string(),
    policies: z.array(PolicyChoiceView).meta({ description: 'The default comes first' }),
    scope: z.object({
      reviews: z.int(),
      people: z.int(),
      words: z.string(),
      leftOut: z
        .array(FollowUpView)
        .meta({ description: 'Schools and people that a run could not take in, with the reason' }),
    }),
    kept: z
      .object({
        words: z.string(),
        reviews: z.array(z.object({ review: z.string(), school: z.string(), words: z.string() })),
        notKept: z.array(z.string()).meta({
          description: 'Seats that were accepted and are not kept, each with the reason',
        }),
      })
      .meta({ description: 'What every run keeps as it is' }),
    plan: z
      .object({
        id: z.uuid(),
        name: z.string(),
        words: z.string().meta({ description: 'How much is pinned in it' }),
        pinned: z.int().meta({ description: 'Reviews pinned by hand, which stay around it' }),
        reviews: z
          .array(
            z.object({
              review: z.string(),
              school: z.string(),
              region: z.string(),
              isPinned: z.boolean().meta({ description: 'By hand' }),
              words: z.string().meta({ description: 'Who leads it, and when' }),
            }),
          )
          .meta({ description: 'Those with a lead that a run could keep, by school' }),
      })
      .nullable()
      .meta({
        description:
          'The newest plan of the term, to run around: what of it could stay besides; null: there is none',
      }),
  })
  .meta({
    id: 'RunChoices',
    example: {
      asOf: '2026-12-21',
      asOfInWords: 'Monday 21 December 2026',
      policies: [
        {
          name: 'Least travel',
          isDefault: false,
          words: policyInWords(leastTravel),
          groups: policyNumbers(leastTravel),
        },
      ],
      scope: {
        reviews: 153,
        people: 97,
        words: '153 reviews of the term and 97 people who can have a seat take part.',
        leftOut: [
          {
            kind: 'School',
            who: 'Silent School, York',
            reference: 'QAR-2026-0093',
            reason: 'Windows not known: the host has not answered',
          },
        ],
      },
      kept: {
        words:
          '1 review is kept as it is: accepted by the lead, led already, or in a week that has begun.',
        reviews: [
          {
            review: 'QAR-2026-0042',
            school: 'Vale School, Leeds',
            words:
              'Vale School, Leeds is pinned to Ada Skylark on Monday 11 to Wednesday 13 January 2027.',
          },
        ],
        notKept: [],
      },
      plan: {
        id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
        name: 'Run of 21 December 2026, 09:30 (Standard), version 1',
        words: '1 review is pinned in it.',
        pinned: 1,
        reviews: [
          {
            review: 'QAR-2026-0043',
            school: 'Hill School, York',
            region: 'Yorkshire and the Humber',
            isPinned: true,
            words: 'Ben Linnet leads on Wednesday 13 to Friday 15 January 2027',
          },
        ],
      },
    },
  });
