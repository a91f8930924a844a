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
      })
      .meta({ description: 'What every run keeps as it is' }),
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
      },
    },
  });
