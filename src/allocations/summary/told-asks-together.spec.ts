import { describe, expect, it } from '@jest/globals';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { type AsksTogether } from '../../solver/explain/asks-together.js';
import { planNames } from './plan-names.js';
import { toldTogether } from './told-asks-together.js';

const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
const names = planNames(smallContext, problem);
const slot = { week: '2027-01-11', window: 'MON_WED' } as const;
const covered = (review: string): AsksTogether['covered'][number] => ({ review, lead: 'L2', slot });

const twice: AsksTogether = {
  waiting: 2,
  asks: [
    {
      ask: { kind: 'TERM_LIMIT', lead: 'L2', reviews: 4, more: 2 },
      cost: 102,
      covers: ['R1', 'R2'],
      isEnoughAlone: true,
    },
  ],
  cost: 102,
  covered: [covered('R1'), covered('R2')],
  left: [],
  others: ['L1'],
  moved: [],
  considered: 9,
  ended: 'CHEAPEST',
};
const told = (changes: Partial<AsksTogether>): ReturnType<typeof toldTogether> =>
  toldTogether({ ...twice, ...changes }, problem, names);

describe('asks together in words', () => {
  it('say what is asked, for which reviews, what it costs and who moves', () => {
    const { title, words, asks, covered: then } = told({});
    expect(title).toBe('1 ask would cover both reviews');
    expect(words).toBe(
      '102 points of asking in all. Every review that has a lead keeps one. Ana Ní Bhriain moves as well. Of 9 asks that would cover one of them, nothing cheaper does as much.',
    );
    expect(asks[0]?.request).toBe('Ask Ben Linnet for 4 reviews this term instead of at most 2');
    expect(asks[0]?.covers.map(({ reference }) => reference)).toEqual(['R1', 'R2']);
    expect(asks[0]?.letter?.body).toContain('are due QA Reviews this term and have no Lead');
    expect(asks[0]?.letter?.body).toContain(
      'If you say yes, we can give the schools their reviews',
    );
    expect(then[1]?.words).toBe(
      'Vale School, Leeds: Ben Linnet, Monday 11 to Wednesday 13 January 2027',
    );
  });

  it.each<[Partial<AsksTogether>, string]>([
    [{ waiting: 1, covered: [covered('R1')] }, '1 ask would cover the review'],
    [{ waiting: 5 }, '1 ask would cover 2 of the 5 reviews'],
    [{ waiting: 3, covered: ['R1', 'R2', 'R3'].map(covered) }, '1 ask would cover all 3 reviews'],
    [{ asks: [], cost: 0 }, 'Nothing need be asked: a new run would cover both reviews'],
    [{ asks: [], covered: [] }, 'No asks would cover any of the 2 reviews'],
    [{ waiting: 1, asks: [], covered: [] }, 'No ask would cover the review'],
    [{ waiting: 0, asks: [], covered: [] }, 'Every review has a lead: nothing need be asked'],
  ])('begin with how many asks cover how many: %j', (changes, title) => {
    expect(told(changes).title).toBe(title);
  });

  it('say what is left, and why', () => {
    const { left, words } = told({
      waiting: 4,
      left: [
        { review: 'R1', isCoveredAlone: true },
        { review: 'R2', isCoveredAlone: false },
      ],
      ended: 'LIMIT',
    });
    expect(left[0]?.words).toMatch(/ could be covered by asking, but not beside these\.$/);
    expect(left[1]?.words).toBe(
      'Vale School, Leeds would not be covered by anything that could be asked for.',
    );
    expect(words).toMatch(
      /None of them is needless; the search for something cheaper was given up\.$/,
    );
  });

  it('begin with a capital where a school has no name', () => {
    const left = [{ review: 'R1', isCoveredAlone: true }];
    const nameless = toldTogether({ ...twice, left }, problem, planNames({}, problem));
    expect(nameless.covered[0]?.words).toMatch(/^The school of R1: L2, /);
    expect(nameless.left[0]?.words).toMatch(/^The school of R1 could be covered/);
  });

  it('say that nothing helps, and nothing where nobody waits', () => {
    expect(told({ asks: [], covered: [] }).words).toMatch(/^Nothing that could be asked of people/);
    expect(told({ waiting: 0, asks: [], covered: [] }).words).toBe('');
    expect(told({ asks: [], others: [] }).words).toBe(
      'Every review that has a lead keeps one. Nobody else moves.',
    );
  });
});
