import { z } from 'zod';
import { EditRequest } from '../hand/edit-request.schema.js';
import { TONES } from './carry.schema.js';

/** What goes out over HTTP about swapping the leads of two reviews. */

const words = (description: string): z.ZodString => z.string().meta({ description });

const Other = {
  review: z.string(),
  school: z.string(),
  days: z.string().meta({ description: 'When that review is; it stays so' }),
  person: z.string().meta({ description: 'Who leads it now' }),
  name: z.string(),
};

const Swap = z.object({
  ...Other,
  tone: z.enum(TONES).meta({ description: 'As for places of a carried review' }),
  headline: words('What it comes to, above all'),
  also: z.array(z.string()).meta({ description: 'What comes with it, such as who is not asked' }),
  edits: z.array(EditRequest).meta({ description: 'That make it; to be done as one step' }),
});

export const SwapsView = z
  .object({
    review: z.string(),
    school: z.string(),
    words: words('How many swaps no rule forbids'),
    swaps: z.array(Swap).meta({ description: 'Those that no rule forbids, the best first' }),
    refused: z
      .array(
        z.object({
          ...Other,
          why: words('What speaks against the seats, or else against the plan, with names'),
        }),
      )
      .meta({ description: 'Those against which least speaks come first' }),
  })
  .meta({
    id: 'PlanSwaps',
    example: {
      review: 'QAR-2026-0042',
      school: 'Vale School, Leeds',
      words: '1 of 2 swaps is possible.',
      swaps: [
        {
          review: 'QAR-2026-0043',
          school: 'Hill School, York',
          days: 'Wednesday 13 to Friday 15 January 2027',
          person: 'LR-012',
          name: 'Ben Linnet',
          tone: 'SAME',
          headline: '31 miles nearer in all',
          also: ['B. Linnet 24 miles from Vale School, Leeds'],
          edits: [
            {
              kind: 'PUT',
              review: 'QAR-2026-0042',
              lead: 'LR-012',
              week: '2027-01-11',
              window: 'MON_WED',
            },
            {
              kind: 'PUT',
              review: 'QAR-2026-0043',
              lead: 'LR-007',
              week: '2027-01-11',
              window: 'WED_FRI',
            },
          ],
        },
      ],
      refused: [
        {
          review: 'QAR-2026-0044',
          school: 'Mill School, Hull',
          days: 'Monday 18 to Wednesday 20 January 2027',
          person: 'LR-031',
          name: 'Cy Plover',
          why: 'Cy Plover is not available on Monday 11 to Wednesday 13 January 2027.',
        },
      ],
    },
  });
export type SwapsView = z.infer<typeof SwapsView>;
