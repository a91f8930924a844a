import { z } from 'zod';
import { REGION_GRADES } from '../../reviewers/stored-facts.js';
import { ROLES, WINDOWS } from '../../solver/problem.js';
import { CHIP_STATES } from '../board/board.schema.js';
import { PlanHeadView } from '../reviews/plan-review.schema.js';
import { exampleHistory, examplePlanLead } from './plan-lead.examples.js';

/** What goes out over HTTP about one person of a plan: operations only, as it tells of conflicts. */

const count = (description: string): z.ZodInt => z.int().min(0).meta({ description });
const words = (description: string): z.ZodString => z.string().meta({ description });
const sentences = (description: string): z.ZodArray<z.ZodString> =>
  z.array(z.string()).meta({ description });
const place = { lat: z.number(), lon: z.number() };

const Seat = z.object({
  review: z.string(),
  school: words('The school with its town'),
  role: z.enum(ROLES),
  roleInWords: z.string(),
  state: z.object({ kind: z.enum(CHIP_STATES), words: z.string() }),
  week: z.iso.date(),
  window: z.enum(WINDOWS),
  days: z.string(),
  region: z.string(),
  isPriorityRegion: z.boolean(),
  needs: z.array(z.string()),
  miles: count('By road, one way'),
  isOvernight: z.boolean(),
  ...place,
  others: words('Who else sits on it, or that nobody does'),
  warnings: sentences('A gate that runs out before its last day; an availability that has changed'),
});

const TermCount = z.object({
  term: z.string(),
  name: z.string(),
  isThis: z.boolean(),
  led: count('Reviews led'),
  booked: count('Accepted, and not yet led'),
  offered: count('Offered, and not yet answered'),
  draft: count('Only in this plan'),
  words: z.string(),
});

const Commitment = z.object({
  minimum: count('Of the year'),
  workedOut: count('What it would be without an agreed exception'),
  reason: words('How the minimum came about'),
  left: count('Neither led, booked, offered nor in this plan'),
  target: count('Wanted of them this term'),
  shortBy: count('Reviews short of the target in this plan'),
  terms: z.array(TermCount).meta({ description: 'Of the academic year, in time' }),
  words: sentences('All of it in sentences'),
  lost: sentences('What was declined, withdrawn or cancelled this year'),
});

const Load = z.object({
  seats: count('In this plan, of whatever kind'),
  termLimit: count('Most seats this term'),
  weeks: z.array(
    z.object({
      week: z.iso.date(),
      label: z.string(),
      name: z.string(),
      seats: count('0 or 1'),
      school: z.string().nullable(),
    }),
  ),
  words: sentences('Against the limits'),
});

const Gate = z.object({
  name: z.string(),
  state: z.enum(['CURRENT', 'ENDING', 'ENDED', 'MISSING']).meta({
    description: 'ENDING: it does not last until the end of the term',
  }),
  words: z.string(),
  reviews: z
    .array(z.object({ review: z.string(), school: z.string(), days: z.string() }))
    .meta({ description: 'Of this plan, whose last day it does not cover' }),
});

const Neighbour = z.object({ person: z.string(), name: z.string() }).nullable();

export const PlanLeadView = z
  .object({
    plan: PlanHeadView,
    person: z.string(),
    name: z.string(),
    isInvented: z.boolean().meta({ description: 'Made up for demonstration: say so' }),
    standing: words('What they are this year, in a sentence'),
    notes: sentences('What else to know before calling them'),
    home: z
      .object({ place: z.string(), region: z.string(), isPriority: z.boolean(), ...place })
      .nullable()
      .meta({ description: 'The centre of the postcode district; null: not known' }),
    formerHomes: z
      .array(
        z.object({
          from: z.string(),
          to: z.string(),
          postcodeDistrict: z.string(),
          words: z.string(),
        }),
      )
      .meta({
        description:
          'Where they lived before, the latest first: journeys to reviews of that time are measured from there',
      }),
    next: z
      .object({ review: z.string(), school: z.string(), words: z.string() })
      .nullable()
      .meta({ description: 'Their next review in this plan; null: none lies ahead' }),
    place: z.object({
      number: count('Which of the plan’s people, by name, from 1'),
      of: z.int(),
      previous: Neighbour,
      next: Neighbour,
    }),
    seats: z.array(Seat).meta({ description: 'Theirs in this plan, in time' }),
    commitment: Commitment.nullable().meta({ description: 'null: a plan of no term' }),
    load: Load,
    travel: z.object({
      miles: count('One way, to all reviews of the plan'),
      overnights: count('Reviews with a night away'),
      words: z.string(),
    }),
    gates: z.array(Gate),
    training: z.array(
      z.object({
        name: z.string(),
        state: z.enum(['DONE', 'AHEAD', 'MISSED']),
        words: z.string(),
      }),
    ),
    may: sentences('The seats they may take this term, and why not others'),
    phases: z.array(z.string()),
    needs: z.array(z.object({ code: z.string(), name: z.string() })),
    regions: z.array(
      z.object({
        region: z.string(),
        isPriority: z.boolean(),
        grade: z.enum(REGION_GRADES),
        gradeInWords: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    limits: z.object({
      own: z
        .object({
          termLimit: z.int().nullable(),
          restReviews: z.int().nullable(),
          restWeeks: z.int().nullable(),
          maxMiles: z.int().nullable(),
        })
        .meta({ description: 'Their own, as they are today; null: none of their own' }),
      words: sentences('Their own limits in sentences'),
    }),
    conflicts: z
      .array(
        z.object({
          with: words('The school or trust'),
          reason: z.string(),
          isOverridable: z.boolean(),
          words: words('Whether operations may override it'),
        }),
      )
      .meta({ description: 'For operations only' }),
    overridden: sentences('Conflicts that operations overrode'),
    employers: sentences('Where they are and will be employed, and whether as a serving leader'),
    version: z.int().nullable().meta({
      description: 'Of the register’s entry, for If-Match; null: not on the register',
    }),
    revision: z.int().nullable().meta({
      description:
        'Of the entry and all facts, from which they are changed; null: not on the register',
    }),
  })
  .meta({ id: 'PlanLead', example: examplePlanLead });
export type PlanLeadView = z.infer<typeof PlanLeadView>;

export const HistoryView = z
  .object({
    items: z
      .array(
        z.object({
          at: z.iso.datetime(),
          when: words('Day and time in the United Kingdom'),
          by: z.string(),
          lines: z.array(
            z.object({
              kind: z.enum(['ANSWER', 'FACT', 'CONTRACT', 'REVIEW']),
              words: z.string(),
            }),
          ),
        }),
      )
      .meta({
        description: 'The latest first; what was recorded in one minute by one person is one item',
      }),
  })
  .meta({ id: 'LeadReviewerHistory', example: exampleHistory });
export type HistoryView = z.infer<typeof HistoryView>;
