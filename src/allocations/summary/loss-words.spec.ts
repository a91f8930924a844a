import { describe, expect, it } from '@jest/globals';
import { type DropOut } from '../../solver/explain/drop-out.js';
import { AIMS } from '../../solver/plan.js';
import {
  differencesInWords,
  disturbanceInWords,
  dropOutInWords,
  dropOutsInWords,
  lossesInWords,
} from './loss-words.js';
import { planNames } from './plan-names.js';

const person = (name: string): { name: string; synthetic: boolean; availability: [] } => ({
  ...{ name, synthetic: true, availability: [] },
});
const names = planNames({
  people: { A: person('Ada Skylark'), B: person('Ben Linnet'), C: person('Cy Wren') },
  schools: { '100001': { name: 'Vale School', town: 'Leeds', needsInvented: true } },
  reviews: { R1: '100001' },
});

describe('losses in words', () => {
  it('count what is more and what is fewer, and leave out what stays', () => {
    const loss = (aim: 'coverage' | 'fit' | 'changes', by: number): object => ({ aim, loss: by });
    const losses = [loss('coverage', 2), loss('changes', 0), loss('fit', -1)];
    expect(lossesInWords(losses as never)).toBe(
      '2 more points of priority left without a lead; fit better by 1 point',
    );
    expect(lossesInWords([loss('fit', 1333)] as never)).toBe('fit worse by 1,333 points');
  });

  it('say what happens without somebody', () => {
    const dropOut = {
      person: 'A',
      leads: ['R1'],
      seats: 1,
      losses: [],
      isProven: false,
      uncovered: [],
      singlePointFor: [],
      takenOver: [{ review: 'R1', by: 'B' }],
      standIns: [],
      disturbed: ['B'],
      rows: [],
    };
    expect(dropOutInWords(dropOut, names)).toEqual([
      'Without Ada Skylark every review that has a lead keeps one.',
      'Ben Linnet takes over Vale School, Leeds.',
      '1 person is disturbed.',
      'The re-plan is not proven: a better one may exist.',
    ]);
    expect(dropOutInWords({ ...dropOut, losses: null }, names)[0]).toMatch(
      /no plan keeps the pins/,
    );
    expect(dropOutInWords({ ...dropOut, seats: 0 }, names)[0]).toMatch(/has no seat in the plan/);
    expect(dropOutInWords({ ...dropOut, uncovered: ['R1'] }, names)[0]).toBe(
      'Without Ada Skylark Vale School, Leeds would have no lead.',
    );
  });

  it('say what disturbing one more person buys', () => {
    const line = { people: 1, disturbed: ['B'], aims: [], change: [], rows: [] };
    expect(disturbanceInWords(line, names)).toBe(
      'Disturbing 1 (Ben Linnet): 0 of 0 reviews have a lead.',
    );
    const rows = [{ review: 'R1', lead: 'B' }] as never;
    expect(disturbanceInWords({ ...line, people: 0, disturbed: [], rows }, names)).toBe(
      'Disturbing nobody: 1 of 1 review has a lead.',
    );
  });
});

describe('differences in words', () => {
  const told = (loss: number): string[] =>
    differencesInWords(AIMS.map((aim) => ({ aim, given: 0, alternative: 0, loss }))).map(
      ({ isWorse, words }) => `${isWorse ? 'worse' : 'better'}: ${words}`,
    );

  it('tell each aim that is served worse or better, but for coverage', () => {
    expect(told(1)).toEqual([
      'worse: 1 more published lead or date changes',
      'worse: 1 fewer person gets a shadow seat',
      'worse: 1 more review short of the term’s targets',
      'worse: load spread less evenly, by 1 point',
      'worse: leads, dates and schools suit each other less, by 1 point',
      'worse: quality assurers and shadows suit less, by 1 point',
    ]);
    expect(told(-2)).toEqual([
      'better: 2 fewer published leads and dates change',
      'better: 2 more people get a shadow seat',
      'better: 2 fewer reviews short of the term’s targets',
      'better: load spread more evenly, by 2 points',
      'better: leads, dates and schools suit each other better, by 2 points',
      'better: quality assurers and shadows suit better, by 2 points',
    ]);
    expect(told(0)).toEqual([]);
  });
});

describe('without how many people a review loses its lead', () => {
  const one = (id: string, uncovered: string[], seats = 1): DropOut => ({
    ...{ person: id, leads: [], seats, losses: [], isProven: true, uncovered, rows: [] },
    ...{ singlePointFor: [], takenOver: [], standIns: [], disturbed: [] },
  });
  const words = (...people: DropOut[]): string => dropOutsInWords(people, names);

  it('names them, most of them where they are many, and counts only who has a seat', () => {
    expect(words(one('A', ['R1']), one('B', []), one('C', [], 0))).toBe(
      '1 of 2 people cannot drop out without a review losing its lead: Ada Skylark.',
    );
    expect(words({ ...one('B', []), losses: null })).toBe(
      '1 of 1 person cannot drop out without a review losing its lead: Ben Linnet.',
    );
    expect(words(...Array.from({ length: 7 }, () => one('A', ['R1'])))).toMatch(
      /^7 of 7 people .*: (Ada Skylark, ){4}Ada Skylark and 2 others\.$/,
    );
  });

  it('says so where there is nobody like that, or nobody at all', () => {
    expect(words(one('A', []), one('B', []))).toBe(
      'Whichever of the 2 people with a seat drops out, every review that has a lead keeps one.',
    );
    expect(words(one('A', []))).toMatch(/^If the one person with a seat drops out, every review/);
    expect(words(one('A', [], 0))).toBe('Nobody has a seat in the plan.');
  });
});
