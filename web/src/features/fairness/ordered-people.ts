import type { PersonFairness } from '../../api/fairness';

export const ORDERS = [
  { key: 'above', name: 'Furthest above their share' },
  { key: 'below', name: 'Furthest below their share' },
  { key: 'miles', name: 'Most miles' },
  { key: 'nights', name: 'Most nights away' },
  { key: 'awkward', name: 'Most awkward weeks' },
  { key: 'name', name: 'Name' },
] as const;
export type Order = (typeof ORDERS)[number]['key'];

/** People in the order that was chosen; those who are alike stay furthest above first, as they come. */
export function inOrder(people: readonly PersonFairness[], order: Order): PersonFairness[] {
  const by = (of: (person: PersonFairness) => number) => (a: PersonFairness, b: PersonFairness) =>
    of(b) - of(a);
  switch (order) {
    case 'above':
      return [...people];
    case 'below':
      return [...people].reverse();
    case 'name':
      return [...people].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    default:
      return [...people].sort(by((person) => person[order]));
  }
}
