import { describe, expect, it } from '@jest/globals';
import { tellerOf, toldProblem } from '../../../test/support/told-plan.js';
import { WEEK_1, WEEK_2, WEEK_3 } from '../../../test/solver/builders.js';
import { standingOf } from '../../solver/explain/obstacles.js';
import { type Ban, type Lead, type Problem, type Review, type Role } from '../../solver/problem.js';
import { type StandingView } from './explanation-parts.schema.js';
import { refusalInWords, tellStanding } from './tell-standing.js';

interface Asked {
  ben?: Partial<Lead>;
  vale?: Partial<Review>;
  of?: Partial<Problem>;
  role?: Role;
  silent?: string[];
}

function told({ ben, vale, of, role = 'LEAD', silent = [] }: Asked): {
  view: StandingView;
  words: string[];
} {
  const [ada, second, eve] = toldProblem.leads as [Lead, Lead, Lead];
  const [first, moor] = toldProblem.reviews as [Review, Review];
  const changed = { ...second, ...ben };
  const subject = { ...first, ...vale };
  const problem = { ...toldProblem, leads: [ada, changed, eve], reviews: [subject, moor], ...of };
  const teller = tellerOf([], problem, silent);
  const view = tellStanding(standingOf(problem, changed, subject, role), teller);
  return { view, words: refusalInWords(view, 'L-2', role, teller) };
}

const threeWindows: Review['windows'] = [WEEK_1, WEEK_2, WEEK_3].map((week) => ({
  week,
  window: 'MON_WED',
  grade: 'ACCEPTABLE',
}));
const day = 'Monday 11 to Wednesday 13 January 2027';

describe('a refusal in words', () => {
  it('says each rule with names and dates, and the nearest way', () => {
    const { view, words } = told({ ben: { availability: {} } });
    expect(words).toEqual([
      `Ben Linnet is not available on ${day}.`,
      `Ben Linnet could lead it if Ben Linnet could review on ${day}.`,
    ]);
    expect(view).toMatchObject({
      isPermitted: false,
      windows: [
        {
          days: day,
          hostWindow: 'PREFERRED',
          obstacles: [
            {
              rule: 'personIsAvailable',
              mend: {
                kind: 'ASK',
                fact: 'AVAILABILITY',
                subject: 'L-2',
                words: `It would do if Ben Linnet could review on ${day}.`,
              },
            },
          ],
        },
      ],
      blockedBy: [{ rule: 'personIsAvailable', title: 'Is available in this window' }],
      nearest: { week: WEEK_1, words: `Ben Linnet could review on ${day}` },
    });
  });

  it('counts the windows in which somebody is away, after what is so in all of them', () => {
    const limits = { term: 6, restReviews: 4, restWeeks: 4, maxKm: 100 };
    const availability = { [WEEK_2]: { MON_WED: 'AVAILABLE' as const } };
    const vale = { windows: threeWindows };
    expect(told({ ben: { limits, availability }, vale }).words).toEqual([
      'Ben Linnet lives 91 miles away by road and travels at most 62.',
      'Ben Linnet is not available in 2 of the school’s 3 windows.',
      'Ben Linnet could lead it if Ben Linnet travelled 91 miles instead of at most 62.',
    ]);
    expect(told({ ben: { availability: {} }, vale }).words[0]).toBe(
      'Ben Linnet is not available in any of the school’s 3 windows.',
    );
  });

  it('says of somebody who has not answered that, and not that they are away', () => {
    const silent = ['L-2'];
    expect(told({ ben: { availability: {} }, silent }).words).toEqual([
      `Ben Linnet has not answered yet for ${day}.`,
      `Ben Linnet could lead it if Ben Linnet could review on ${day}.`,
    ]);
    const vale = { windows: threeWindows };
    expect(told({ ben: { availability: {} }, vale, silent }).words[0]).toBe(
      'Ben Linnet has not answered yet for any of the school’s 3 windows.',
    );
    expect(told({ ben: { availability: {} }, silent: ['L-1'] }).words[0]).toContain(
      'not available',
    );
  });

  it('tells a ban once, however many say the same, and each that has to be lifted', () => {
    const bans: Ban[] = [
      { lead: 'L-2', review: 'R-1' },
      { lead: 'L-2', review: 'R-1', week: WEEK_1 },
      { lead: 'L-2', review: 'R-1' },
    ];
    expect(told({ vale: { windows: threeWindows }, of: { bans } }).words).toEqual([
      'Operations ruled out Ben Linnet for Vale School, Leeds.',
      'Ben Linnet could lead it if operations no longer ruled out Ben Linnet for Vale School, Leeds and Ben Linnet for Vale School, Leeds in the week of 11 January 2027.',
    ]);
  });

  it('joins what must change together', () => {
    const { words } = told({ ben: { availability: {}, regions: { 'South East': 'NO' } } });
    expect(words.at(-1)).toBe(
      `Ben Linnet could lead it if Ben Linnet could review on ${day} and Ben Linnet travelled to the South East, if reluctantly.`,
    );
  });

  it.each<[Asked, string[]]>([
    [
      { ben: { phases: [] } },
      [
        'Ben Linnet does not review the phase of Vale School, Leeds (special).',
        'The phases that somebody may review follow from their expertise: nobody can be asked to change it.',
      ],
    ],
    [
      { ben: { conflicts: [{ urn: 'urn of R-1', reason: 'own school' }], needs: [] } },
      [
        'Ben Linnet has a conflict with Vale School, Leeds: own school.',
        'Ben Linnet has none of the specialisms of Vale School, Leeds (ASD, SEMH).',
        'No single change mends it.',
        'A conflict of interest is not lifted by asking: nobody can be asked to change it.',
        'Specialisms follow from expertise: nobody can be asked to change it.',
      ],
    ],
    [
      { of: { closed: [{ week: WEEK_1, window: 'MON_WED', reason: 'Training day' }] } },
      [
        `Nobody can review on ${day}: Training day.`,
        'Ben Linnet could lead it if Vale School, Leeds accepted Wednesday 13 to Friday 15 January 2027.',
      ],
    ],
    [
      { vale: { windows: [] }, ben: { availability: {} } },
      [
        'The school accepts no window of the term.',
        'Ben Linnet is not available in any of the term’s 8 windows.',
        'Ben Linnet could lead it if Vale School, Leeds accepted Monday 11 to Wednesday 13 January 2027 and Ben Linnet could review on Monday 11 to Wednesday 13 January 2027.',
      ],
    ],
    [
      {
        vale: { windows: [] },
        ben: { phases: [] },
        of: { closed: [{ week: WEEK_1, window: 'MON_WED', reason: 'Training day' }] },
      },
      [
        'The school accepts no window of the term.',
        'Ben Linnet does not review the phase of Vale School, Leeds (special).',
        'No single change mends it.',
        'The phases that somebody may review follow from their expertise: nobody can be asked to change it.',
      ],
    ],
  ])('says what nobody can be asked for: %#', (asked, words) => {
    expect(told(asked).words).toEqual(words);
  });

  it('is about the seat that is asked about', () => {
    const { words } = told({ role: 'SHADOW' });
    expect(words[0]).toContain('shadow');
    expect(words[1]).toMatch(/^Who may take which seat follows from standing/);
    const assurer = told({
      role: 'QUALITY_ASSURER',
      ben: { roles: ['QUALITY_ASSURER'], availability: {} },
    });
    expect(assurer.words[1]).toMatch(/^Ben Linnet could assure its quality if/);
  });

  it.each<[Omit<Ban, 'lead'>, string]>([
    [{}, 'Ben Linnet from everything'],
    [{ review: 'R-1' }, 'Ben Linnet for Vale School, Leeds'],
    [{ week: WEEK_1 }, 'Ben Linnet in the week of 11 January 2027'],
    [{ window: 'MON_WED' }, 'Ben Linnet on any Monday to Wednesday'],
    [{ week: WEEK_1, window: 'MON_WED' }, `Ben Linnet on ${day}`],
  ])('tells a ban by what it names: %j', (ban, words) => {
    const bans = [{ lead: 'L-1' }, { lead: 'L-2', ...ban }];
    const { view, words: all } = told({
      of: { bans },
      ben: { availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } } },
    });
    expect(all).toEqual([
      `Operations ruled out ${words}.`,
      `Ben Linnet could lead it if operations no longer ruled out ${words}.`,
    ]);
    expect(view.windows[0]?.obstacles[0]?.mend).toMatchObject({ kind: 'LIFT_BANS', subject: null });
  });
});
