import { describe, expect, it } from '@jest/globals';
import { type AskSet, type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { askSearchInWords, askSetInWords } from './ask-words.js';
import { disturbanceInWords, dropOutInWords, lossesInWords } from './loss-words.js';
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
