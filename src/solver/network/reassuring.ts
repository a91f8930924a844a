import type { Problem, SeatRow } from '../problem.js';
import type { Assured } from './restricted-network.js';

/** New leads whose assurers are let go at a time: with more of them a plunge finds less often what is better. */
const AT_ONCE = 3;
/** Later passes find little. */
const MOST_PASSES = 4;

/**
 * Improves a plan by large neighbourhood search (Shaw 1998; `docs/model.md`, "Where a search ends early"): the assurers of a
 * few new leads are let go and looked for anew while those of all others stay, a few others the next time. Every new lead is
 * among them once in a pass; a pass in which no plan is better is the last. All else is the network's to move every time.
 *
 * @param plan the rows of the best plan so far: others once it is a better one
 * @param seek looks for a better plan in which these assurances stay
 */
export function reassure(
  problem: Problem,
  plan: () => readonly SeatRow[],
  seek: (kept: readonly Assured[]) => void,
  shouldStop: () => boolean,
): void {
  const newLeads = problem.leads.flatMap(({ isNew }, person) => (isNew ? [person] : []));
  for (let pass = 1; pass <= MOST_PASSES; pass++) {
    const before = plan();
    for (const group of groupsOf(newLeads, pass)) {
      if (shouldStop()) return;
      const kept = assurancesIn(problem, plan());
      seek(kept.filter(({ person }) => !group.includes(person)));
    }
    if (plan() === before) return;
  }
}

/** Everybody in groups of a few, others together in every pass. */
function groupsOf(people: readonly number[], pass: number): number[][] {
  const count = people.length;
  const order = [...people.keys()].sort(
    (a, b) => ((a * pass) % count) - ((b * pass) % count) || a - b,
  );
  const groups: number[][] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    groups.push(order.slice(from, from + AT_ONCE).map((index) => people[index] as number));
  }
  return groups;
}

/** Who assures which new lead in a plan, and in which week. */
function assurancesIn(problem: Problem, rows: readonly SeatRow[]): Assured[] {
  const people = new Map(problem.leads.map(({ id }, index) => [id, index]));
  return rows.flatMap(({ lead, qualityAssurer, week }): Assured[] => {
    if (lead === null || qualityAssurer === null || week === null) return [];
    const [person, assurer] = [people.get(lead), people.get(qualityAssurer)];
    if (person === undefined || assurer === undefined) return [];
    return [{ kind: 'ASSURED', person, week: problem.weeks.indexOf(week), assurer }];
  });
}
