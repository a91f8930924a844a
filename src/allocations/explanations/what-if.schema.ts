import { z } from 'zod';
import { triedEdits } from './tried-edits.schema.js';
import { WINDOWS } from '../../solver/problem.js';
import { LetterView } from '../reviews/plan-review.schema.js';
import { ReviewReference } from './explanation.schema.js';

/** What comes in and goes out over HTTP about questions that take a while. */

const count = z.int().min(0);
export const Named = z.object({ reference: z.string(), name: z.string() }).meta({
  id: 'Named',
  description: 'A person or, for a review, its school: the reference, and what people say',
  example: { reference: 'LR-007', name: 'Ada Skylark' },
});
const MOST_SECONDS = 30;
export const wait = z.coerce.number().int().min(0).max(MOST_SECONDS).default(10).meta({
  description: 'Seconds to wait for the whole answer; after that what is known so far is sent',
  example: 10,
});

export const AsksQuery = z.strictObject({
  review: ReviewReference.optional().meta({
    description: 'Only for this review',
    example: 'QAR-2026-0042',
  }),
  wait,
});
export type AsksQuery = z.infer<typeof AsksQuery>;

export const WaitQuery = z.strictObject({ wait });
export type WaitQuery = z.infer<typeof WaitQuery>;

/** How far an answer has come. */
export const course = {
  state: z.enum(['WORKING', 'DONE']).meta({
    description:
      'WORKING: this is what is known so far, ask again; DONE: all of it, and it is kept',
  }),
  done: count.meta({ description: 'How many parts are known' }),
  of: count.nullable().meta({ description: 'How many there will be; null: not known yet' }),
};
export const exampleCourse = { state: 'DONE', done: 1, of: 1 } as const;
export const ada = { reference: 'LR-007', name: 'Ada Skylark' };
export const ben = { reference: 'LR-012', name: 'Ben Linnet' };
export const vale = { reference: 'QAR-2026-0042', name: 'Vale School, Leeds' };

const ToldReviewView = z.object({
  review: Named,
  sets: z
    .array(
      z.object({
        words: z.string().meta({ description: 'All of it in sentences' }),
        outcome: z
          .string()
          .meta({ description: 'Who would lead it then, and who else would move' }),
        cost: count.meta({ description: 'Of asking, in points: docs/asks-and-drop-outs.md' }),
        asks: z.array(
          z.object({
            kind: z.string(),
            words: z.string().meta({ description: 'To follow “It would be covered if”' }),
            request: z.string().meta({ description: 'What to do, such as “Ask Ada …”' }),
            letter: LetterView.nullable().meta({
              description: 'What to write to them; null where nobody is asked',
            }),
            subject: Named.meta({ description: 'Who, or which school, would be asked' }),
            cost: count,
          }),
        ),
        lead: Named.meta({ description: 'Who would lead the review then' }),
        slot: z.object({ week: z.iso.date(), window: z.enum(WINDOWS) }),
        others: z.array(Named).meta({ description: 'Who else would move' }),
        edits: triedEdits,
      }),
    )
    .meta({ description: 'The cheapest first; each is enough, and no part of it is' }),
  words: z.string(),
  considered: count.meta({ description: 'How many different asks were looked at' }),
  together: count.meta({ description: 'How many of them at a time' }),
  ended: z.enum(['ENOUGH', 'ALL', 'LIMIT']),
});

export const AsksView = z
  .object({
    ...course,
    checked: z.object({ at: z.iso.datetime(), words: z.string() }).nullable().meta({
      description: 'When the last of it was checked by solving again; null: not all of it is yet',
    }),
    reviews: z.array(ToldReviewView),
  })
  .meta({
    id: 'WhatWouldItTake',
    example: {
      ...exampleCourse,
      checked: {
        at: '2026-12-21T10:42:00.000Z',
        words: 'Checked by solving again, 21 December 2026, 10:42',
      },
      reviews: [
        {
          review: vale,
          sets: [
            {
              words:
                'It would be covered if Ada Skylark could review on Monday 11 to Wednesday 13 January 2027: Ada Skylark could lead it on Monday 11 to Wednesday 13 January 2027. Nobody else moves.',
              outcome:
                'Ada Skylark could lead it on Monday 11 to Wednesday 13 January 2027. Nobody else moves.',
              cost: 21,
              asks: [
                {
                  kind: 'AVAILABILITY',
                  words: 'Ada Skylark could review on Monday 11 to Wednesday 13 January 2027',
                  request:
                    'Ask Ada Skylark to turn Monday 11 to Wednesday 13 January 2027 from no to if needed',
                  letter: {
                    to: 'Ada Skylark',
                    subject: 'QA Reviews: could you help us with one more?',
                    body: 'Dear Ada Skylark,',
                  },
                  subject: ada,
                  cost: 21,
                },
              ],
              lead: ada,
              slot: { week: '2027-01-11', window: 'MON_WED' },
              others: [],
              edits: [
                {
                  kind: 'PUT',
                  review: vale.reference,
                  lead: ada.reference,
                  week: '2027-01-11',
                  window: 'MON_WED',
                },
              ],
            },
          ],
          words:
            'Of 208 changes that could be asked for, up to 3 together, there are no others. Checked by solving again.',
          considered: 208,
          together: 3,
          ended: 'ALL',
        },
      ],
    },
  });
export type AsksView = z.infer<typeof AsksView>;
