import { z } from 'zod';
import { WINDOWS } from '../../solver/problem.js';
import { LetterView } from '../reviews/plan-review.schema.js';
import { triedEdits } from './tried-edits.schema.js';
import { Named } from './what-if.schema.js';

/** What goes out over HTTP about asks that are made together. */

const count = z.int().min(0);
const ada = { reference: 'LR-007', name: 'Ada Skylark' };
const vale = { reference: 'QAR-2026-0042', name: 'Vale School, Leeds' };
const moor = { reference: 'QAR-2026-0051', name: 'Moor School, Hull' };

const JointAskView = z.object({
  kind: z.string(),
  words: z.string().meta({ description: 'To follow “It would be covered if”' }),
  request: z.string().meta({ description: 'What to do, such as “Ask Ada …”' }),
  letter: LetterView.nullable().meta({
    description: 'What to write to them; null where nobody is asked',
  }),
  subject: Named.meta({ description: 'Who, or which school, would be asked' }),
  cost: count,
  covers: z
    .array(Named)
    .meta({ description: 'Reviews that stay without a lead when only this is not granted' }),
});

const TogetherView = z.object({
  title: z.string(),
  words: z.string().meta({ description: 'What it costs, who moves, what the search comes to' }),
  asks: z.array(JointAskView).meta({
    description:
      'The dearest first; none is needless. None: nothing need be asked, or nothing helps',
  }),
  cost: count.meta({ description: 'Of asking, in points: docs/asks-and-drop-outs.md' }),
  covered: z
    .array(
      z.object({
        review: Named,
        lead: Named,
        slot: z.object({ week: z.iso.date(), window: z.enum(WINDOWS) }),
        words: z.string(),
      }),
    )
    .meta({ description: 'Which reviews have a lead then' }),
  left: z
    .array(z.object({ review: Named, words: z.string() }))
    .meta({ description: 'Which still have none, and why' }),
  others: z.array(Named).meta({ description: 'Who else would move' }),
  edits: triedEdits,
  considered: count.meta({ description: 'How many different asks there were to choose from' }),
  ended: z.enum(['CHEAPEST', 'LIMIT']).meta({
    description:
      'CHEAPEST: nothing cheaper does as much, proven; LIMIT: the search was given up, something cheaper may have been missed',
  }),
});

export const AsksTogetherView = z
  .object({
    state: z.enum(['WORKING', 'DONE']).meta({
      description: 'WORKING: ask again; DONE: this is the answer, and it is kept',
    }),
    done: count.meta({ description: 'For how many reviews it is known what each would take' }),
    of: count.nullable().meta({ description: 'Of how many; null: not known yet' }),
    checked: z
      .object({ at: z.iso.datetime(), words: z.string() })
      .nullable()
      .meta({ description: 'When they were checked together by solving again; null until DONE' }),
    together: TogetherView.nullable().meta({ description: 'Null until DONE' }),
  })
  .meta({
    id: 'AsksTogether',
    example: {
      state: 'DONE',
      done: 2,
      of: 2,
      checked: {
        at: '2026-12-21T10:45:00.000Z',
        words: 'Checked together by solving again, 21 December 2026, 10:45',
      },
      together: {
        title: '1 ask would cover both reviews',
        words:
          '41 points of asking in all. Every review that has a lead keeps one. Nobody else moves. Of 9 asks that would cover one of them, nothing cheaper does as much.',
        asks: [
          {
            kind: 'REGION',
            words: 'Ada Skylark travelled to Yorkshire and the Humber, if reluctantly',
            request: 'Ask Ada Skylark to travel to Yorkshire and the Humber, if reluctantly',
            letter: {
              to: 'Ada Skylark',
              subject: 'QA Reviews: could you help us with one more?',
              body: 'Dear Ada Skylark,',
            },
            subject: ada,
            cost: 41,
            covers: [vale, moor],
          },
        ],
        cost: 41,
        covered: [
          {
            review: vale,
            lead: ada,
            slot: { week: '2027-01-11', window: 'MON_WED' },
            words: 'Vale School, Leeds: Ada Skylark, Monday 11 to Wednesday 13 January 2027',
          },
          {
            review: moor,
            lead: ada,
            slot: { week: '2027-01-18', window: 'MON_WED' },
            words: 'Moor School, Hull: Ada Skylark, Monday 18 to Wednesday 20 January 2027',
          },
        ],
        left: [],
        others: [],
        edits: [
          {
            kind: 'PUT',
            review: 'QAR-2026-0042',
            lead: 'LR-007',
            week: '2027-01-11',
            window: 'MON_WED',
            qualityAssurer: null,
            shadow: null,
          },
        ],
        considered: 9,
        ended: 'CHEAPEST',
      },
    },
  });
export type AsksTogetherView = z.infer<typeof AsksTogetherView>;
