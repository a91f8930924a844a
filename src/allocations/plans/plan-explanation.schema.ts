import { z } from 'zod';
import { WINDOWS } from '../../solver/problem.js';

/** What goes out over HTTP about what a plan means. */

const Slot = z.object({ week: z.iso.date(), window: z.enum(WINDOWS) });
const count = z.int().min(0);

export const UncoveredReviewView = z.object({
  review: z.string(),
  openWindows: z.array(Slot).meta({ description: 'Windows of the school that are not closed' }),
  closedWindows: z.array(z.object({ slot: Slot, reason: z.string() })),
  leads: count.meta({ description: 'People who may lead at all this term' }),
  rules: z
    .array(
      z.object({
        rule: z.string(),
        title: z.string(),
        leads: count.meta({ description: 'How many of them it shuts out of every open window' }),
        alone: count.meta({ description: 'Of those, whom nothing else would keep from leading' }),
        words: z.string().meta({ description: 'What is so of them, to follow their number' }),
      }),
    )
    .meta({ description: 'The rules that shut leads out; one lead may be shut out by several' }),
  shutOutTogether: count.meta({
    description: 'People whom no one rule shuts out everywhere, yet some rule in each window',
  }),
  permitted: z
    .array(z.string())
    .meta({ description: 'People who may lead it: the rest of the plan keeps them away' }),
  permittedNew: z
    .array(z.string())
    .meta({ description: 'Those of them who are new and need a quality assurer' }),
  assurers: count.meta({
    description: 'People who could assure the quality where a new one leads',
  }),
  oneFact: z
    .object({
      words: z.string().meta({ description: 'To follow “It would be covered if”' }),
      kind: z.string(),
      subject: z.string().meta({ description: 'The person or the review whose fact it is' }),
      lead: z.string().meta({ description: 'Who would lead the review then' }),
    })
    .nullable()
    .meta({
      description: 'One change of fact that alone would cover it, checked by solving again',
    }),
  tried: count.meta({
    description: 'How many single changes were tried or ruled out by solving again',
  }),
});

export const UncoveredReviewsView = z.array(UncoveredReviewView).meta({
  id: 'UncoveredReviews',
  example: [
    {
      review: 'QAR-2026-0042',
      openWindows: [{ week: '2027-01-11', window: 'MON_WED' }],
      closedWindows: [],
      leads: 94,
      rules: [
        {
          rule: 'phaseIsTheirs',
          title: 'Reviews schools of this phase',
          leads: 66,
          alone: 3,
          words: 'do not review schools of its phase',
        },
      ],
      shutOutTogether: 0,
      permitted: [],
      permittedNew: [],
      assurers: 0,
      oneFact: {
        words: 'Ada Skylark could review on Monday 11 to Wednesday 13 January 2027',
        kind: 'AVAILABILITY',
        subject: 'LR-007',
        lead: 'LR-007',
      },
      tried: 1,
    },
  ],
});

const coverage = { covered: count, reviews: count };

export const PlanSummaryView = z
  .object({
    coverage: z.object(coverage),
    regions: z.array(z.object({ region: z.string(), ...coverage })),
    commitment: z.object({
      people: count,
      reachTarget: count,
      shortBy: count,
      short: z.array(z.object({ person: z.string(), led: count, target: count })),
      metMinimum: count,
      yearMinimum: count.meta({ description: 'Reviews that all minimums ask for in the year' }),
      ledBefore: count.meta({ description: 'Led in earlier terms of the year' }),
      ledNow: count.meta({ description: 'Led in this plan' }),
      leftAfter: count.meta({ description: 'To place after this plan to meet every minimum' }),
    }),
    balance: z.object({
      peopleByReviewsLed: z.array(count),
      largestShare: z.number(),
      smallestShare: z.number(),
    }),
    travel: z.object({
      miles: count,
      medianMiles: count,
      longest: z.object({ person: z.string(), review: z.string(), miles: count }).nullable(),
      overnight: count,
    }),
    seats: z.object({
      qualityAssurers: count,
      shadows: count,
      shadowsWaiting: count,
      newLeads: count,
    }),
  })
  .meta({
    id: 'PlanSummary',
    example: {
      coverage: { covered: 150, reviews: 155 },
      regions: [{ region: 'North East', covered: 14, reviews: 15 }],
      commitment: {
        people: 94,
        reachTarget: 90,
        shortBy: 5,
        short: [{ person: 'LR-031', led: 1, target: 3 }],
        metMinimum: 12,
        yearMinimum: 448,
        ledBefore: 158,
        ledNow: 150,
        leftAfter: 143,
      },
      balance: { peopleByReviewsLed: [3, 40, 43, 8], largestShare: 1, smallestShare: 0.17 },
      travel: {
        miles: 9120,
        medianMiles: 52,
        longest: { person: 'LR-003', review: 'QAR-2026-0101', miles: 214 },
        overnight: 41,
      },
      seats: { qualityAssurers: 10, shadows: 6, shadowsWaiting: 0, newLeads: 10 },
    },
  });
