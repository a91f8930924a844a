import { append } from '../grouping.js';
import type { Problem } from '../problem.js';
import { isWithin, type Run } from '../rules/rest-is-kept.js';
import type { Assurance } from './assurances.js';
import type { BuiltNetwork } from './build-network.js';
import type { LeadArc } from './lead-arcs.js';

/** The optimal plans of leads: all have the `fixed` arcs, and of the `open` ones as many as `counts` says. */
export interface LeadFace {
  fixed: number[];
  open: number[];
  counts: { least: number; most: number; leadArcs: number[] }[];
}

interface Range {
  least: number;
  most: number;
}

/** See `LeadNetwork.face`. */
export function leadFace(
  problem: Problem,
  arcs: readonly LeadArc[],
  assurances: readonly Assurance[],
  built: BuiltNetwork,
  groups: ReadonlyMap<number, readonly Run[]>,
  gap: readonly number[],
): LeadFace {
  const free = built.flow.freeArcs(gap);
  const { flow } = built.flow;
  const fixed: number[] = [];
  const open: number[] = [];
  for (let index = 0; index < arcs.length; index++) {
    const arc = built.ofLead[index] as number;
    if (free[arc] === 1) open.push(index);
    else if (flow[arc] === 1) fixed.push(index);
  }
  // What goes through their weeks and limits may be reviews that they assure: then it only bounds those that they lead.
  const mayAssure = new Set<number>();
  for (let index = 0; index < assurances.length; index++) {
    const arc = built.ofAssurance[index] as number;
    if (free[arc] === 1 || flow[arc] === 1) mayAssure.add((assurances[index] as Assurance).assurer);
  }
  const seatsOf = (person: number, { least, most }: Range): Range => ({
    least: mayAssure.has(person) ? 0 : least,
    most,
  });
  const counts: LeadFace['counts'] = [];
  /** So many of the open arcs of a group carry a review as the group carries in all, without its fixed ones. */
  const count = (leadArcs: number[], known: number[] | undefined, all: Range): void => {
    const fixedHere = known?.length ?? 0;
    counts.push({ least: all.least - fixedHere, most: all.most - fixedHere, leadArcs });
  };
  const leadsBy = (
    indexes: readonly number[],
    keyOf: (arc: LeadArc) => number,
  ): Map<number, number[]> => {
    const groups = new Map<number, number[]>();
    for (const index of indexes) append(groups, keyOf(arcs[index] as LeadArc), index);
    return groups;
  };
  const weekCount = problem.weeks.length;
  const byReview = (arc: LeadArc): number => arc.review;
  const byWeek = (arc: LeadArc): number => arc.person * weekCount + arc.week;
  const byPerson = (arc: LeadArc): number => arc.person;

  const fixedByReview = leadsBy(fixed, byReview);
  for (const [review, leadArcs] of leadsBy(open, byReview)) {
    const uncovered = built.ofUncovered[review] as number;
    const carried = 1 - (flow[uncovered] as number);
    if (free[uncovered] === 0)
      count(leadArcs, fixedByReview.get(review), { least: carried, most: carried });
  }
  const fixedByWeek = leadsBy(fixed, byWeek);
  for (const [key, leadArcs] of leadsBy(open, byWeek)) {
    const { arc } = built.ofWeek.get(key) as { arc: number };
    const carried = flow[arc] as number;
    const person = (key - (key % weekCount)) / weekCount;
    const range = seatsOf(person, { least: carried, most: carried });
    if (free[arc] === 0) count(leadArcs, fixedByWeek.get(key), range);
  }
  const fixedByPerson = leadsBy(fixed, byPerson);
  for (const [person, leadArcs] of leadsBy(open, byPerson)) {
    const known = fixedByPerson.get(person) ?? [];
    count(leadArcs, known, carriedBy(built, built.ofUnits[person] ?? [], free));
    const term = built.ofTerm.get(person);
    if (term !== undefined) count(leadArcs, known, seatsOf(person, carriedBy(built, term, free)));
    (groups.get(person) ?? []).forEach((run, number) => {
      const within = (index: number): boolean => isWithin(run, (arcs[index] as LeadArc).week);
      const links = (built.spares[person]?.links[number] ?? []).slice(0, -1);
      const range = seatsOf(person, carriedBy(built, links, free));
      count(leadArcs.filter(within), known.filter(within), range);
    });
  }
  return { fixed, open, counts };
}

/** What some arcs together carry at least and at most. */
function carriedBy(built: BuiltNetwork, links: readonly number[], free: Uint8Array): Range {
  return links.reduce(
    ({ least, most }, arc) => {
      const carried = built.flow.flow[arc] as number;
      const isFree = free[arc] === 1;
      return {
        least: least + (isFree ? 0 : carried),
        most: most + (isFree ? (built.flow.network.capacity[arc] as number) : carried),
      };
    },
    { least: 0, most: 0 },
  );
}
