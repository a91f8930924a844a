import { describe, expect, it } from '@jest/globals';
import { boardGroups, type boardPeople } from './board-people.js';
import { type BoardFacts } from './board-facts.js';

type Person = ReturnType<typeof boardPeople>[number];

const facts: BoardFacts = {
  ...({} as BoardFacts),
  regions: [{ name: 'London', isPriority: false }],
};
const somebody = (name: string, roles: Person['roles'] = ['LEAD']): Person => ({
  ...({} as Person),
  person: name,
  name,
  roles,
  region: 'London',
  led: 0,
  shortBy: 0,
});

describe('the rows of a region', () => {
  it('begin with who is short of the term, then with who has most of the year left, then by name', () => {
    const people = [
      somebody('Ada'),
      somebody('Bea', ['SHADOW']),
      somebody('Cy'),
      somebody('Dov'),
      somebody('Eli'),
    ];
    const needs = new Map([
      ['Ada', { short: 0, left: 0 }],
      ['Bea', { short: 0, left: 6 }],
      ['Cy', { short: 1, left: 1 }],
      ['Dov', { short: 0, left: 1 }],
      ['Eli', { short: 0, left: 2 }],
    ]);
    const [london] = boardGroups(people, facts, needs);
    expect(london?.people).toEqual(['Cy', 'Eli', 'Dov', 'Ada', 'Bea']);
  });
});
