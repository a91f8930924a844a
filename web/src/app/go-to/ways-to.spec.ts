import { describe, expect, it } from '@jest/globals';
import { waysTo } from './ways-to';

const places = [
  { label: 'Term', to: '/terms/$term', ofTerm: true },
  { label: 'Plan', to: '/terms/$term/plan', ofTerm: true },
  { label: 'Settings', to: '/settings', ofTerm: false },
];
const found = {
  schools: [
    { urn: '100001', name: 'Plane School', town: 'Leeds', review: 'R1' },
    { urn: '100002', name: 'Plan School', town: null, review: null },
  ],
  people: [{ code: 'LR-1', name: 'Ada Plane', region: 'London' }],
};
const from = { term: 'spring-2027', plan: 'p', isPage: () => true };
const told = (...[text, pages, known, where]: Parameters<typeof waysTo>) =>
  waysTo(text, pages, known, where).map(({ kind, name, detail }) => [kind, name, detail]);

describe('ways to go', () => {
  it('are all pages before anything is typed', () => {
    expect(told('', places, undefined, from).map(([, name]) => name)).toEqual([
      'Term',
      'Plan',
      'Settings',
    ]);
  });

  it('are pages, reviews, people and schools, in this order', () => {
    expect(told(' PLAN ', places, found, from)).toEqual([
      ['Pages', 'Plan', ''],
      ['Reviews of the term', 'Plane School', 'Leeds, R1'],
      ['Lead Reviewers', 'Ada Plane', 'London, LR-1'],
      ['Schools', 'Plane School', 'Leeds, URN 100001'],
      ['Schools', 'Plan School', 'URN 100002'],
    ]);
  });

  it('lead to no plan where there is none, to no term where none is chosen, and to no missing page', () => {
    const kinds = (
      where: typeof from | { term: undefined; plan: undefined; isPage: () => boolean },
    ) => told('plan', places, found, where).map(([kind]) => kind);
    expect(kinds({ ...from, plan: undefined as never })).toEqual(['Pages', 'Schools', 'Schools']);
    expect(kinds({ term: undefined, plan: undefined, isPage: () => true })).toEqual([
      'Schools',
      'Schools',
    ]);
    expect(
      told('plan', places, found, { ...from, isPage: (to) => to !== '/schools/$urn' }),
    ).toHaveLength(3);
  });
});
