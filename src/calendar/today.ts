import type { CivilDate } from './civil-date.js';
import type { Term } from './usable-windows.js';

/**
 * The term that is being planned: the one that runs until its middle has passed, then the next one. Before, between and
 * after the terms that are known, the nearest that still lies ahead, else the last.
 *
 * @param terms in order of time
 */
export function plannedTerm<T extends Term>(terms: readonly T[], today: CivilDate): T | undefined {
  return terms.find(({ startsOn, endsOn }) => today <= middle(startsOn, endsOn)) ?? terms.at(-1);
}

function middle(from: CivilDate, to: CivilDate): CivilDate {
  const half = (Date.parse(from) + Date.parse(to)) / 2;
  return new Date(half).toISOString().slice(0, 10);
}
