import { z } from 'zod';
import { ROLES } from '../../reviewers/seat-facts.js';

/** What goes out over HTTP about the people of a term. */

const count = (description: string): z.ZodInt => z.int().meta({ description });

const TermPerson = z.object({
  lead: z.string(),
  name: z.string(),
  synthetic: z.boolean().meta({ description: 'Invented for the sample' }),
  roles: z.array(z.enum(ROLES)).meta({ description: 'The seats they may take this term' }),
  isNew: z.boolean().meta({ description: 'Still owes a quality-assured review' }),
  refusals: z
    .array(z.object({ role: z.enum(ROLES), reasons: z.array(z.string()) }))
    .meta({ description: 'For each seat they may not take, why' }),
  servingLeader: z.boolean(),
  hasAnswered: z.boolean().meta({ description: 'They answered the availability round' }),
  conflicts: z.array(
    z.object({
      urn: z.string().nullable(),
      trust: z.string().nullable(),
      reason: z.string(),
      isOverridable: z.boolean(),
    }),
  ),
  limits: z
    .object({
      term: count('Most seats this term'),
      restReviews: count('Most seats in any restWeeks neighbouring weeks'),
      restWeeks: z.int(),
      maxKm: z.int().nullable(),
    })
    .nullable()
    .meta({ description: 'null: they take no part in the term' }),
  minimum: z
    .object({
      reviews: count('Reviews to lead in the year'),
      workedOut: count('What it would be without an agreed exception'),
      weeksInContract: z.int(),
      weeksOfYear: z.int(),
      reason: z.string(),
    })
    .meta({ description: 'The year’s minimum commitment and how it came about' }),
  year: z
    .object({
      offered: z.int(),
      led: z.int(),
      confirmedAhead: z.int(),
      awaitingAnswer: z.int(),
      declined: z.int(),
      withdrawn: z.int(),
      cancelledLate: count('Cancelled by the school so late that they count as offered'),
      cancelledInTime: z.int(),
      stillToPlace: count('Of the minimum, neither led nor confirmed ahead'),
    })
    .meta({ description: 'What became of the year’s reviews that count towards the commitment' }),
  term: z
    .object({
      share: count('Their part of the term before caps'),
      target: count('What is asked of them; 0 without an answer'),
    })
    .meta({ description: 'This term’s part of what is left of the year' }),
});
export type TermPerson = z.infer<typeof TermPerson>;

export const TermPeople = z.object({ items: z.array(TermPerson) }).meta({
  id: 'TermPeople',
  example: {
    items: [
      {
        lead: 'LR-001',
        name: 'Harriet Bunting',
        synthetic: true,
        roles: ['LEAD'],
        isNew: false,
        refusals: [
          {
            role: 'QUALITY_ASSURER',
            reasons: ['Has led 2 of the 6 reviews that make a lead experienced'],
          },
          { role: 'SHADOW', reasons: ['Shadowing is for people in induction'] },
        ],
        servingLeader: true,
        hasAnswered: true,
        conflicts: [{ urn: '100091', trust: null, reason: 'Own school', isOverridable: false }],
        limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: null },
        minimum: {
          reviews: 3,
          workedOut: 3,
          weeksInContract: 40,
          weeksOfYear: 40,
          reason: 'Serving leader, whole year',
        },
        year: {
          offered: 2,
          led: 1,
          confirmedAhead: 0,
          awaitingAnswer: 0,
          declined: 1,
          withdrawn: 0,
          cancelledLate: 0,
          cancelledInTime: 0,
          stillToPlace: 2,
        },
        term: { share: 1, target: 1 },
      },
    ],
  },
});
export type TermPeople = z.infer<typeof TermPeople>;
