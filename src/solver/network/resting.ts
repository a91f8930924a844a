import type { Problem } from '../problem.js';
import { isWithin, restRuns, type Run } from '../rules/rest-is-kept.js';
import type { LeadNetwork } from './lead-network.js';
import type { RestrictedNetwork } from './restricted-network.js';

/** A run of weeks in which somebody has more seats than the `most` that is left to them. */
export interface Overworked {
  person: number;
  run: Run;
  weeks: number[];
  most: number;
}

/**
 * Solves a branch and holds overworked runs until none is left that can be held.
 *
 * @param solve false when it was stopped
 * @returns somebody who is overworked still, in a run that only branching helps; null: nobody, or nothing keeps the branch
 */
export function solveResting(
  problem: Problem,
  network: LeadNetwork,
  restricted: RestrictedNetwork,
  solve: () => boolean,
): Overworked | 'STOPPED' | null {
  for (;;) {
    if (!solve()) return 'STOPPED';
    if (restricted.isBroken()) return null;
    let overlapping: Overworked | null = null;
    let isHeld = false;
    for (const overworked of everybodyOverworked(problem, network, restricted)) {
      if (network.holdRest(overworked.person, overworked.run)) isHeld = true;
      else overlapping ??= overworked;
    }
    if (!isHeld) return overlapping;
  }
}

/** For each person at most one run of weeks in which they have too many seats, those they are held to among them. */
function everybodyOverworked(
  { leads, weeks: all }: Problem,
  network: LeadNetwork,
  restricted: RestrictedNetwork,
): Overworked[] {
  const heldBy = restricted.heldWeeks();
  return [...network.weeksUsed()].flatMap(([person, used]) => {
    const lead = leads[person];
    const held = heldBy.get(person) ?? [];
    if (!lead || used.length + held.length <= lead.limits.restReviews) return [];
    for (const run of restRuns(lead, all.length)) {
      const within = (weeks: readonly number[]): number[] =>
        weeks.filter((week) => isWithin(run, week));
      const weeks = within(used).sort((a, b) => a - b);
      const most = lead.limits.restReviews - within(held).length;
      if (weeks.length > most) return [{ person, run, weeks, most }];
    }
    return [];
  });
}
