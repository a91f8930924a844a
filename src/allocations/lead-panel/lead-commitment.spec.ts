import { describe, expect, it } from '@jest/globals';
import { person } from '../../../test/solver/builders.js';
import { leadCommitment } from './lead-commitment.js';
import { type LeadFacts } from './lead-facts.js';

const term = { id: 'spring-2027', name: 'Spring 2027' };

/** The year in words of somebody who has nothing in it yet. */
function words(target: number): string[] {
  const facts = {
    inTerm: null,
    term,
    terms: [term],
    seats: [],
    settings: {},
    year: { id: '2026/27' },
  };
  const lead = person('Ada', { commitment: { minimum: 6, done: 0, target } });
  return leadCommitment(lead, facts as unknown as LeadFacts, []).words;
}

describe('the year of somebody who has no review yet', () => {
  it('says that there is nothing, and what is left', () => {
    expect(words(2)).toEqual([
      'nothing led or planned yet; 6 reviews left to place of the year’s 6',
      '2 reviews short of this term’s target of 2',
    ]);
  });

  it('speaks of no target where the term has none for them', () => {
    expect(words(0)[1]).toBe('No target for this term');
  });
});
