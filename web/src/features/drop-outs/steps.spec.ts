import { describe, expect, it } from '@jest/globals';
import type { DisturbanceLine } from '../../api/drop-outs';
import { type BestValues, boughtInWords, enoughToCover, stepsInWords, stepsOf } from './steps';

const named = (reference: string) => ({ reference, name: reference });
const AIMS = ['coverage', 'balance', 'fit'] as const;
const aims = (...values: number[]): DisturbanceLine['aims'] =>
  AIMS.map((aim, index) => ({ aim, value: values[index] ?? 0, bound: values[index] ?? 0 }));

function line(people: number, lost: string[], values: number[]): DisturbanceLine {
  return {
    ...{ people, words: '', disturbed: [], covered: 10 - lost.length, lost: lost.map(named) },
    ...{ aims: aims(...values), change: [], differences: [], moves: [], edits: [], reviews: [] },
  };
}

/** Nobody: two are lost, which makes the load even. One person covers them; three make the load as even as can be. */
const lines = [line(0, ['R1', 'R2'], [8, 4, 1]), line(1, [], [10, 9, 2]), line(3, [], [10, 5, 7])];
const best: BestValues = [
  { aim: 'coverage', alternative: 10 },
  { aim: 'balance', alternative: 5 },
  { aim: 'fit', alternative: 3 },
];

describe('steps of a price list', () => {
  it('follow an aim only once all before it are as good as they can be', () => {
    expect(stepsOf(lines, best).map(({ aim, points }) => [aim, points])).toEqual([
      [
        'coverage',
        [
          { people: 0, value: 2 },
          { people: 1, value: 0 },
        ],
      ],
      [
        'balance',
        [
          { people: 1, value: 4 },
          { people: 3, value: 0 },
        ],
      ],
      ['fit', [{ people: 3, value: 4 }]],
    ]);
  });

  it('leave out what nothing is gained of, and what no line has come to yet', () => {
    expect(stepsOf(lines.slice(0, 1), best).map(({ aim }) => aim)).toEqual(['coverage']);
    expect(stepsOf([line(0, [], [10, 5, 3])], best)).toEqual([]);
  });

  it('are said in words', () => {
    const [coverage, balance] = stepsOf(lines, best);
    expect(coverage && stepsInWords(coverage)).toBe('2 with nobody disturbed, 0 from 1 person');
    expect(balance && stepsInWords(balance)).toBe(
      '4 points with 1 person disturbed, 0 points from 3 people',
    );
  });
});

describe('what a line buys', () => {
  const differences: DisturbanceLine['differences'] = [
    { aim: 'balance', isWorse: true, words: 'load spread less evenly, by 5 points' },
    { aim: 'fit', isWorse: false, words: 'leads suit better, by 1 point' },
  ];
  const [first, second] = lines as [DisturbanceLine, DisturbanceLine];

  it('is what is gained, and what that costs', () => {
    expect(boughtInWords({ ...second, differences }, first)).toBe(
      '2 more reviews have a lead; leads suit better, by 1 point; but load spread less evenly, by 5 points',
    );
    expect(boughtInWords({ ...second, covered: 9 }, first)).toBe('1 more review has a lead');
    expect(boughtInWords({ ...second, differences: differences.slice(0, 1) }, second)).toBe(
      'Load spread less evenly, by 5 points',
    );
    expect(boughtInWords(first, undefined)).toBe('');
  });

  it('is enough where as much is covered as can be', () => {
    expect(enoughToCover(lines, best)).toBe(second);
    expect(enoughToCover(lines.slice(0, 1), best)).toBeUndefined();
    expect(enoughToCover([], [])).toBeUndefined();
  });
});
