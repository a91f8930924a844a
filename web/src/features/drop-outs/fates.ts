import type { DropOutLine } from '../../api/drop-outs';

/** What becomes of a review when its lead drops out. */
export const FATES = ['NO_LEAD', 'MOVES', 'STEPS_IN'] as const;
export type Fate = (typeof FATES)[number];

export const fateWords: Readonly<Record<Fate, string>> = {
  NO_LEAD: 'Would have no lead',
  MOVES: 'Only if others move',
  STEPS_IN: 'Somebody can step in',
};

type Lost = Pick<DropOutLine, 'leads' | 'uncovered' | 'standIns'>;

/** Each review that is at stake with somebody: those that lose a lead first, also of others; then the rest of their own. */
export function fatesOf({ leads, uncovered, standIns }: Lost): Fate[] {
  const lost = new Set(uncovered.map(({ reference }) => reference));
  const canStepIn = new Set(
    standIns.flatMap(({ review, people }) => (people.length > 0 ? [review.reference] : [])),
  );
  const rest = leads
    .filter(({ reference }) => !lost.has(reference))
    .map(({ reference }): Fate => (canStepIn.has(reference) ? 'STEPS_IN' : 'MOVES'));
  const inOrder = FATES.flatMap((fate) => rest.filter((each) => each === fate));
  return [...uncovered.map((): Fate => 'NO_LEAD'), ...inOrder];
}

/** "3 reviews: 1 would have no lead, 2 somebody can step in" */
export function fatesInWords(fates: readonly Fate[]): string {
  const counts = FATES.map((fate) => [fate, fates.filter((each) => each === fate).length] as const)
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => `${String(count)} ${fateWords[fate].toLocaleLowerCase('en-GB')}`);
  return counts.length === 0 ? 'no review to lead' : counts.join(', ');
}

/** What people are told apart by: the worst that becomes of one of the reviews. */
export const RISKS = [...FATES, 'NONE'] as const;
export type Risk = (typeof RISKS)[number];

export const riskWords: Readonly<Record<Risk, string>> = {
  NO_LEAD: 'a review would have no lead',
  MOVES: 'a review is covered only if others move',
  STEPS_IN: 'somebody can step in for each review',
  NONE: 'lead no review',
};

/** Without whom no plan keeps the pins is as bad as can be. */
export function riskOf(person: Lost & Pick<DropOutLine, 'losses'>): Risk {
  if (person.losses === null) return 'NO_LEAD';
  return fatesOf(person)[0] ?? 'NONE';
}

/** How many people there are of each risk. */
export function countsByRisk(people: readonly DropOutLine[]): [Risk, number][] {
  return RISKS.map((risk) => [risk, people.filter((each) => riskOf(each) === risk).length]);
}

export interface DropOutsSearch {
  readonly risk?: Risk | undefined;
  readonly find?: string | undefined;
  readonly list?: 'all' | undefined;
}

/** As many as are shown at first; the address says when all are wanted. */
export const FIRST = 15;

/** Those with a seat whom the address asks for, in the order of the answer, and how many of them are shown. */
export function shownPeople(
  people: readonly DropOutLine[],
  { risk, find = '', list }: DropOutsSearch,
): { chosen: readonly DropOutLine[]; shown: readonly DropOutLine[] } {
  const sought = find.trim().toLocaleLowerCase('en-GB');
  const chosen = people.filter(
    (each) =>
      each.seats > 0 &&
      (risk === undefined || riskOf(each) === risk) &&
      each.person.name.toLocaleLowerCase('en-GB').includes(sought),
  );
  const isAll = list === 'all' || chosen.length <= FIRST + 3;
  return { chosen, shown: isAll ? chosen : chosen.slice(0, FIRST) };
}
