import { z } from 'zod';
import { HOST_GRADES, WINDOWS } from '../../solver/problem.js';
import { Edits, ReviewParam } from '../hand/edit-request.schema.js';

/** What goes in and out over HTTP about a review that is carried over the board. */

export const CarryRequest = z
  .strictObject({ review: ReviewParam, edits: Edits.default([]) })
  .meta({ id: 'CarryRequest', example: { review: 'QAR-2026-0042', edits: [] } });
export type CarryRequest = z.infer<typeof CarryRequest>;

export const TONES = ['GAINS', 'SAME', 'PAYS', 'REFUSED'] as const;
const tone = z.enum(TONES).meta({
  description:
    'GAINS: the first aim that it touches is served better; PAYS: worse; SAME: none of the first four is touched; REFUSED: a rule forbids it',
});

const Place = z.object({
  week: z.iso.date(),
  window: z.enum(WINDOWS),
  isNow: z.boolean().meta({ description: 'It is there already' }),
  tone,
  short: z.string().meta({ description: 'For a cell; empty where it is refused' }),
  headline: z.string().meta({ description: 'What it comes to, above all' }),
  also: z.array(z.string()).meta({ description: 'What comes with it, such as the way' }),
  words: z.string().meta({ description: 'All of it, as it is read out' }),
});

const Person = z.object({
  person: z.string(),
  name: z.string(),
  miles: z.number().min(0).meta({ description: 'By road from home to the school, one way' }),
  refusal: z
    .object({ headline: z.string(), words: z.string() })
    .nullable()
    .meta({ description: 'What speaks against them in every window; then no places are listed' }),
  places: z.array(Place).meta({ description: 'One for each window that the school accepts' }),
});

const Window = z.object({
  week: z.iso.date(),
  window: z.enum(WINDOWS),
  days: z.string(),
  grade: z
    .enum(HOST_GRADES)
    .nullable()
    .meta({ description: 'null: the school does not accept it' }),
  permitted: z.int().min(0).meta({ description: 'How many people can take it then' }),
  words: z.string().meta({ description: 'Why not, or how many can take it' }),
});

const examplePlace = {
  week: '2027-01-11',
  window: 'MON_WED' as const,
  isNow: false,
  tone: 'PAYS' as const,
  short: '+1 short',
  headline: '+1 review short for B. Linnet',
  also: ['41 miles, 20 miles nearer'],
  words: 'Ada Skylark. +1 review short for B. Linnet. 41 miles, 20 miles nearer.',
};

export const CarryView = z
  .object({
    review: z.string(),
    school: z.string(),
    words: z.string().meta({ description: 'What is read out when it is picked up' }),
    best: z.array(z.string()).meta({
      description:
        'People who can take it, the best first in the window where it is or that its school prefers',
    }),
    people: z
      .array(Person)
      .meta({ description: 'Everybody who may lead this term, in the problem’s order' }),
    windows: z.array(Window).meta({ description: 'All windows of the term' }),
  })
  .meta({
    id: 'PlanCarry',
    example: {
      review: 'QAR-2026-0042',
      school: 'Vale School, Leeds',
      words:
        'Vale School, Leeds picked up from Ben Linnet, Monday 11 to Wednesday 13 January. 1 person can take it in this window.',
      best: ['LR-007'],
      people: [
        { person: 'LR-007', name: 'Ada Skylark', miles: 41, refusal: null, places: [examplePlace] },
      ],
      windows: [
        {
          week: '2027-01-11',
          window: 'MON_WED',
          days: 'Monday 11 to Wednesday 13 January 2027',
          grade: 'PREFERRED',
          permitted: 1,
          words: '1 person can take it on Monday 11 to Wednesday 13 January.',
        },
      ],
    },
  });
export type CarryView = z.infer<typeof CarryView>;
