import { CHANGES, COMMITMENT, PENALTY, UNCOVERED } from './build-network.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { StopPivoting } from './network-simplex.js';

/** What a plan loses of coverage, and of changes, each as costs. */
type Loss = readonly [uncovered: number, changes: number];

const NOTHING: Loss = [0, 0];

/**
 * What plans cost at least in which a new lead leads nothing, for each of them; the others who come after may lead nothing as
 * well or have an assurer, those before have one. In levels, and only coverage and changes bounded well.
 *
 * Right after a solve in which none of them is asked for an assurer. What the people of a network can do for coverage has
 * falling returns, so one who leads nothing costs no less beside others who do or are assured, and the need of one costs no
 * more (`docs/model.md`, "New leads and their assurers").
 *
 * @param newLeads who can be assured
 * @returns null where nothing is known: not all can be assured together, or one of them may assure others
 */
export function leastLeadingNothing(
  network: LeadNetwork,
  newLeads: readonly number[],
  shouldStop: StopPivoting,
): ReadonlyMap<number, readonly number[]> | 'STOPPED' | null {
  // Who assures others has a way past their load, so that leading nothing is not what it is for the rest.
  if (newLeads.some((person) => network.mayAssure(person))) return null;
  const solves = new Solves(network, shouldStop);
  const before = network.values();
  const withoutLoad = newLeads.map((person) => {
    network.limitLoad(person, 0);
    const found = solves.run();
    network.limitLoad(person, 0, -1);
    return found;
  });
  for (const person of newLeads) network.needAssurer(person);
  const all = solves.run();
  const withoutNeed = newLeads.map((person) => {
    network.needAssurer(person, -1);
    const found = solves.run();
    network.needAssurer(person);
    return found;
  });
  for (const person of newLeads) network.needAssurer(person, -1);
  if (solves.isStopped) return 'STOPPED';
  // Each need that is met counts −1 as a penalty.
  if (penaltyOf(all) > penaltyOf(before) - newLeads.length) return null;

  const { ranges } = network;
  const lowest = all.map((cost, level) => cost - (ranges[level] as number)).slice(COMMITMENT);
  const found = new Map<number, readonly number[]>();
  // From the last to the first: who comes after may make up for something.
  let after = lossOf(all);
  for (let i = newLeads.length - 1; i >= 0; i--) {
    const alone = minus(lossOf(withoutLoad[i] as number[]), lossOf(before));
    const need = minus(lossOf(all), lossOf(withoutNeed[i] as number[]));
    const more = minus(alone, need);
    const [uncovered, changes] = plus(after, more);
    found.set(newLeads[i] as number, [0, uncovered, changes, ...lowest]);
    if (compare(more, NOTHING) < 0) after = plus(after, more);
  }
  return found;
}

class Solves {
  isStopped = false;

  constructor(
    private readonly network: LeadNetwork,
    private readonly shouldStop: StopPivoting,
  ) {}

  /** What the flow costs, in levels; of the flow at hand where it was stopped. */
  run(): readonly number[] {
    this.isStopped ||= !this.network.solve(this.shouldStop);
    return this.network.values();
  }
}

function penaltyOf(levels: readonly number[]): number {
  return levels[PENALTY] as number;
}

function lossOf(levels: readonly number[]): Loss {
  return [levels[UNCOVERED] as number, levels[CHANGES] as number];
}

function minus(a: Loss, b: Loss): Loss {
  return [a[0] - b[0], a[1] - b[1]];
}

function plus(a: Loss, b: Loss): Loss {
  return [a[0] + b[0], a[1] + b[1]];
}
