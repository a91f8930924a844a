import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type NamedSchool, shortSchoolNames } from './short-names.js';

const shortOf = (...schools: (string | [string, string])[]): string[] => {
  const named = schools.map((school): NamedSchool => {
    const [name, town] = typeof school === 'string' ? [school, null] : school;
    return { name, town };
  });
  return [...shortSchoolNames(new Map(named.map((each, index) => [`R${index}`, each]))).values()];
};

describe('the short name of a school', () => {
  it.each([
    ['Five Acre Wood School', 'Five Acre Wood'],
    ['St Anthony’s Catholic Primary School', 'St Anthony’s'],
    ['Northfield School and Sports College', 'Northfield'],
    ['Penn Wood Primary and Nursery School', 'Penn Wood'],
    ['The Romsey School', 'The Romsey'],
    ['Sturry Church of England Primary School', 'Sturry'],
    ['Pathfinder CofE Primary School', 'Pathfinder'],
    ['King Edward VII School', 'King Edward VII'],
    ['Beckfoot Phoenix', 'Beckfoot Phoenix'],
    ['The Ramsey Academy, Halstead', 'The Ramsey'],
    ['Carleton Park Junior and Infant School', 'Carleton Park'],
    ['Aegir - A Specialist Academy', 'Aegir'],
    ['St John Fisher Catholic Voluntary Academy', 'St John Fisher'],
  ])('of %s is %s', (name, short) => expect(shortOf(name)).toEqual([short]));

  it('stays whole where nothing of its own would be left', () => {
    expect(shortOf('The Academy', 'Community School')).toEqual(['The Academy', 'Community School']);
  });

  it('is the one that operations gave, and nobody else’s', () => {
    const schools = new Map([
      ['R1', { name: 'Vale School', town: 'York' }],
      ['R2', { name: 'Moor School', town: 'Leeds' }],
    ]);
    const short = shortSchoolNames(schools, new Map([['R2', 'vale']]));
    expect(Object.fromEntries(short)).toEqual({ R1: 'Vale, York', R2: 'vale' });
  });

  it('takes the town where two would be alike, and then the whole name', () => {
    expect(
      shortOf(
        ['St Mary’s School', 'Hove'],
        ['St Mary’s Primary School', 'Leeds'],
        ['Vale School', 'York'],
        ['Vale Academy', 'York'],
      ).sort(),
    ).toEqual(['St Mary’s, Hove', 'St Mary’s, Leeds', 'Vale Academy', 'Vale School']);
  });

  it('is never empty, and differs wherever name or town does', () => {
    const word = fc.constantFrom(
      'The',
      'Vale',
      'Moor',
      'School',
      'Primary',
      'Academy',
      'and',
      'of',
    );
    const school = fc.record({
      name: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      town: fc.constantFrom(null, 'Leeds', 'Hove'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(school, { selector: ({ name, town }) => `${name}|${town ?? ''}` }),
        (schools) => {
          const given = new Map(schools.map((each, index) => [`R${index}`, each]));
          const short = shortSchoolNames(given);
          expect([...short.keys()].sort()).toEqual([...given.keys()].sort());
          expect([...short.values()].every((name) => name.trim() !== '')).toBe(true);
          const told = schools.filter(({ town }) => town !== null);
          const names = told.map((each) => short.get(`R${schools.indexOf(each)}`));
          expect(new Set(names).size).toBe(names.length);
        },
      ),
    );
  });
});
