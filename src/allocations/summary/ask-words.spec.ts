import { describe, expect, it } from '@jest/globals';
import { type AskSet, type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { askSearchInWords, askSetInWords } from './ask-words.js';
import { planNames } from './plan-names.js';

const person = (name: string): { name: string; synthetic: boolean; availability: [] } => ({
  name,
  synthetic: true,
  availability: [],
});
const names = planNames({
  people: { A: person('Ada Skylark'), B: person('Ben Linnet'), C: person('Cy Wren') },
  schools: { '100001': { name: 'Vale School', town: 'Leeds', needsInvented: true } },
  reviews: { R1: '100001' },
});
const slot = { week: '2027-01-04', window: 'WED_FRI' } as const;
const problem = { pins: [{ review: 'R1', lead: 'B', ...slot }, { review: 'R1' }] };

const set = (changes: Partial<AskSet>): AskSet => ({
  asks: [{ ask: { kind: 'AVAILABILITY', lead: 'A', slot }, cost: 21 }],
  cost: 21,
  lead: 'A',
  slot,
  others: [],
  moved: [],
  ...changes,
});

describe('a set of asks in words', () => {
  it('says what is asked, who leads when, and that nobody else moves', () => {
    expect(askSetInWords(set({}), problem, names)).toBe(
      'It would be covered if Ada Skylark could review on Wednesday 6 to Friday 8 January 2027: Ada Skylark could lead it on Wednesday 6 to Friday 8 January 2027. Nobody else moves.',
    );
  });

  it('joins several, and names who moves', () => {
    const asks = [
      { ask: { kind: 'TERM_LIMIT', lead: 'C', reviews: 3 } as const, cost: 50 },
      { ask: { kind: 'UNPIN', pin: 0 } as const, cost: 90 },
      { ask: { kind: 'UNPIN', pin: 1 } as const, cost: 90 },
    ];
    expect(askSetInWords(set({ asks, others: ['B', 'C'] }), problem, names)).toBe(
      'It would be covered if Cy Wren took 3 reviews this term instead of at most 2; Vale School, Leeds was not pinned to Ben Linnet on Wednesday 6 to Friday 8 January 2027 and Vale School, Leeds was not pinned: Ada Skylark could lead it on Wednesday 6 to Friday 8 January 2027. Ben Linnet and Cy Wren move as well.',
    );
  });

  it('asks for nothing where nothing need be asked', () => {
    expect(askSetInWords(set({ asks: [], others: ['B'] }), problem, names)).toBe(
      'Nothing need be asked: Ada Skylark could lead it on Wednesday 6 to Friday 8 January 2027 as things stand. Ben Linnet moves as well.',
    );
  });

  it.each<[Partial<WhatItTakes>, string]>([
    [{ sets: [] }, 'Nothing would cover it among 208 changes that could be asked for, up to 3'],
    [{ ended: 'ALL' }, 'Of 208 changes that could be asked for, up to 3 together, there are no'],
    [{ ended: 'ENOUGH', together: 1 }, 'Of 208 changes that could be asked for, one at a time, no'],
    [{ ended: 'LIMIT', considered: 1 }, 'Looked at 1 change that could be asked for, up to 3'],
  ])('says how much was looked at: %j', (changes, words) => {
    const found: WhatItTakes = {
      review: 'R1',
      sets: [set({})],
      considered: 208,
      together: 3,
      ended: 'ALL',
      ...changes,
    };
    expect(askSearchInWords(found).startsWith(words)).toBe(true);
  });
});

describe('a search with nothing to look at', () => {
  it('does not count none', () => {
    const none: WhatItTakes = { review: 'R1', sets: [], considered: 0, together: 3, ended: 'ALL' };
    expect(askSearchInWords(none)).toBe('There is nothing that anybody could be asked for.');
  });
});
