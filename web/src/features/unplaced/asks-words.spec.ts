import { describe, expect, it } from '@jest/globals';
import type { Asks } from '../../api/plan-reviews';
import { outcomeInWords } from './asks-words';

/** @param sets how many sets of asks there are for each review; `free`: one that asks nobody */
function asks(state: Asks['state'], sets: readonly (number | 'free')[]): Asks {
  const reviews = sets.map((many) => ({
    sets: many === 'free' ? [{ asks: [] }] : Array.from({ length: many }, () => ({ asks: [{}] })),
  }));
  return { state, done: sets.length, of: 3, checked: null, reviews } as unknown as Asks;
}

describe('what it would take, summed up', () => {
  it('says how far it has come', () => {
    expect(outcomeInWords(undefined, 3)).toMatch(/^Working out/u);
    expect(outcomeInWords(asks('WORKING', [1]), 3)).toMatch(/^1 of 3 reviews worked out/u);
  });

  it('counts those that asking would cover', () => {
    expect(outcomeInWords(asks('DONE', [1, 0, 2]), 3)).toBe(
      '2 of the 3 could be covered by asking somebody.',
    );
    expect(outcomeInWords(asks('DONE', [1, 1, 2]), 3)).toMatch(/^Each of the 3/u);
    expect(outcomeInWords(asks('DONE', [0, 0, 0]), 3)).toMatch(/^None of the 3/u);
    expect(outcomeInWords(asks('DONE', [1]), 1)).toBe('It could be covered by asking somebody.');
    expect(outcomeInWords(asks('DONE', [0]), 1)).toBe('It could not be covered by asking.');
  });

  it('tells apart those for which nobody need be asked', () => {
    expect(outcomeInWords(asks('DONE', ['free', 1, 0]), 3)).toBe(
      '1 of the 3 could be covered as things stand, with nobody asked, and 1 more by asking somebody.',
    );
    expect(outcomeInWords(asks('DONE', ['free', 'free']), 2)).toBe(
      'Each of the 2 could be covered as things stand, with nobody asked.',
    );
    expect(outcomeInWords(asks('DONE', ['free']), 1)).toMatch(/^It could be covered as things/u);
  });
});
