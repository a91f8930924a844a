import type { ChangedPerson } from '../../api/what-if';
import type { Tone } from '../../parts/tag';

export const PEOPLE_FILTERS = [
  ...(['SHORT_BEFORE', 'SHORT_AFTER', 'FARTHER', 'NEARER', 'MOVES', 'ALL'] as const),
] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

export const filterWords: Readonly<Record<PeopleFilter, string>> = {
  SHORT_BEFORE: 'Short without the changes',
  SHORT_AFTER: 'Short with the changes',
  FARTHER: 'Farther from what is wanted',
  NEARER: 'Nearer to what is wanted',
  MOVES: 'Another date, school or seat',
  ALL: 'Everybody who fares otherwise or is short',
};

export const changeWords: Readonly<Record<ChangedPerson['change'], string>> = {
  FALLS_SHORT: 'Falls short',
  FARTHER: 'Further short',
  NEARER: 'Less short',
  REACHES: 'No longer short',
  LEAVES: 'Leaves',
  JOINS: 'Joins',
  MOVES: 'Moves',
  SAME: 'As before',
};

export const changeTones: Readonly<Record<ChangedPerson['change'], Tone>> = {
  FALLS_SHORT: 'gap',
  FARTHER: 'gap',
  NEARER: 'ok',
  REACHES: 'ok',
  LEAVES: 'warn',
  JOINS: 'draft',
  MOVES: 'plain',
  SAME: 'plain',
};

const ORDER = Object.keys(changeWords);

const isSo: Readonly<Record<PeopleFilter, (person: ChangedPerson) => boolean>> = {
  SHORT_BEFORE: ({ shortBefore }) => shortBefore > 0,
  SHORT_AFTER: ({ shortAfter }) => shortAfter > 0,
  FARTHER: ({ change }) => change === 'FALLS_SHORT' || change === 'FARTHER',
  NEARER: ({ change }) => change === 'NEARER' || change === 'REACHES',
  MOVES: ({ moves }) => moves,
  ALL: () => true,
};

const isOtherwise = ({ change }: ChangedPerson): boolean => change !== 'MOVES' && change !== 'SAME';

/** Unless asked for others, those whose commitment is touched; those who are hit hardest first, then by name. */
export function shownPeople(
  people: readonly ChangedPerson[],
  filter: PeopleFilter | undefined,
): ChangedPerson[] {
  return people
    .filter(filter === undefined ? isOtherwise : isSo[filter])
    .sort(
      (a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || a.name.localeCompare(b.name),
    );
}
