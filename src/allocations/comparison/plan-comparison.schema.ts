import { z } from 'zod';
import { AIMS } from '../../solver/plan.js';
import { EditRequest } from '../hand/edit-request.schema.js';
import { exampleTermPlan, PlanId, TermPlanView } from '../plans/plan.schema.js';
import { CHANGE_KINDS } from './compared-reviews.js';

/** What comes in and goes out over HTTP where plans are compared for people. */

const exampleOther = '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e22';
const MOST_OTHERS = 2;

export const SideBySideQuery = z.strictObject({
  with: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(PlanId).min(1).max(MOST_OTHERS))
    .meta({ description: 'One or two other plans, written a,b', example: exampleOther }),
});
export type SideBySideQuery = z.infer<typeof SideBySideQuery>;

const KindView = z.enum(CHANGE_KINDS);
const SeatsView = z.object({
  lead: z.string().nullable(),
  dates: z.string().nullable(),
  company: z.string().nullable().meta({ description: 'Quality assurer and shadow' }),
});
const PersonAgainstFirstView = z.object({
  gains: z.array(z.string()),
  loses: z.array(z.string()),
  moves: z.array(z.string()),
  led: z.int(),
  ledInFirst: z.int(),
  words: z.string(),
});

export const PlansSideBySideView = z
  .object({
    plans: z
      .array(TermPlanView.omit({ line: true }))
      .meta({ description: 'The plan of the address first' }),
    isComparable: z.boolean().meta({
      description:
        'All go out from the same facts, pins and policy aside; only then are aims comparable. All are then measured by the policy of the first',
    }),
    verdict: z.string().meta({ description: 'Which serves the aims best, in words' }),
    aims: z.array(
      z.object({
        aim: z.enum(AIMS),
        name: z.string(),
        title: z.string(),
        sense: z.enum(['MAX', 'MIN']),
        values: z
          .array(
            z.object({
              value: z.int(),
              against: z.enum(['BASE', 'BETTER', 'WORSE', 'ALIKE', 'NONE']),
              words: z.string().meta({
                description: 'The value of the first plan, and the difference to it of the others',
              }),
            }),
          )
          .meta({ description: 'In the order of the plans' }),
      }),
    ),
    kinds: z
      .array(z.object({ kind: KindView, title: z.string() }))
      .meta({ description: 'Every kind of change there is' }),
    regions: z.array(
      z.object({
        region: z.string(),
        reviews: z.int().meta({ description: 'Reviews that differ' }),
      }),
    ),
    reviews: z
      .array(
        z.object({
          review: z.string(),
          school: z.string(),
          region: z.string(),
          seats: z.array(SeatsView.nullable()).meta({ description: 'In the order of the plans' }),
          others: z
            .array(
              z.object({
                kinds: z.array(KindView),
                edit: EditRequest.nullable().meta({
                  description: 'Makes the review in the first plan as it is in this one',
                }),
                obstacle: z.string().nullable().meta({ description: 'Why there is no edit' }),
              }),
            )
            .meta({ description: 'The plans after the first, in their order' }),
        }),
      )
      .meta({ description: 'Reviews that differ, by region and school' }),
    people: z
      .array(
        z.object({
          person: z.string(),
          name: z.string(),
          others: z.array(PersonAgainstFirstView.nullable()),
        }),
      )
      .meta({ description: 'People whose seats differ, by name' }),
  })
  .meta({
    id: 'PlansSideBySide',
    example: {
      plans: [exampleTermPlan],
      isComparable: true,
      verdict:
        'Run of 21 December 2026, 09:30 (Standard), version 1 serves the aims best: coverage decides, the first aim in which the plans differ.',
      aims: [
        {
          aim: 'coverage',
          name: 'Coverage',
          title: 'Reviews that get a lead, weighted by priority',
          sense: 'MAX',
          values: [
            { value: 171, against: 'BASE', words: '171 by priority' },
            { value: 169, against: 'WORSE', words: '2 fewer by priority' },
          ],
        },
      ],
      kinds: [{ kind: 'ANOTHER_LEAD', title: 'Another lead' }],
      regions: [{ region: 'North East', reviews: 1 }],
      reviews: [
        {
          review: 'QAR-2026-0042',
          school: 'Vale School, Leeds',
          region: 'North East',
          seats: [
            {
              lead: 'Ada Skylark',
              dates: 'Monday 11 to Wednesday 13 January 2027',
              company: null,
            },
            { lead: 'Ben Linnet', dates: 'Monday 11 to Wednesday 13 January 2027', company: null },
          ],
          others: [
            {
              kinds: ['ANOTHER_LEAD'],
              edit: {
                kind: 'PUT',
                review: 'QAR-2026-0042',
                lead: 'LR-012',
                week: '2027-01-11',
                window: 'MON_WED',
                qualityAssurer: null,
                shadow: null,
              },
              obstacle: null,
            },
          ],
        },
      ],
      people: [
        {
          person: 'LR-012',
          name: 'Ben Linnet',
          others: [
            {
              gains: ['Vale School, Leeds'],
              loses: [],
              moves: [],
              led: 3,
              ledInFirst: 2,
              words: 'Leads 3 reviews instead of 2. Gains Vale School, Leeds.',
            },
          ],
        },
      ],
    },
  });
export type PlansSideBySideView = z.infer<typeof PlansSideBySideView>;
