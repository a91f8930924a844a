import type { AssurerBranches, Part } from './assurer-branches.js';
import type { LeadNetwork } from './lead-network.js';
import { leastLeadingNothing } from './leading-nothing.js';
import { larger } from './limbs.js';
import type { Branch, OpenBranches, SearchNode } from './open-branches.js';
import type { Overworked } from './resting.js';
import type { Restriction } from './restricted-network.js';
import type { SearchLimits, SearchStrategy } from './search-strategy.js';

/**
 * Divides a branch of a search into parts that together hold all its plans, and opens those that may hold one as good as the
 * best so far; each is bounded by what its flow costs more than that of the branch. Right after a solve of the branch.
 */
export class Divisions {
  constructor(
    private readonly network: LeadNetwork,
    private readonly branches: AssurerBranches,
    private readonly open: OpenBranches,
    private readonly limits: SearchLimits,
    private readonly strategy: SearchStrategy,
  ) {}

  /**
   * By which of the weeks that are too many somebody has no seat in.
   *
   * @param cost of the branch's flow, in limbs
   */
  byRest(
    node: SearchNode,
    cost: readonly number[],
    { person, run, weeks, most }: Overworked,
  ): void {
    const isPlunge = this.strategy.order === 'PLUNGE';
    const best = this.limits.best();
    // What costs more than the best plan is not opened anyway.
    const room = best && this.network.weighted(best).map((each, i) => each - (cost[i] as number));
    let cheapest: readonly number[] | null = null;
    const parts = weeks.slice(0, most + 1).flatMap((week): Part[] => {
      const blocked: Restriction = { kind: 'WEEK_BLOCKED', person, week };
      // A plunge takes the cheapest part first: of the others it is enough to know that they cost more.
      const more = this.network.riseWithoutWeek(person, week, cheapest ?? room) ?? cheapest;
      if (isPlunge) cheapest = more;
      return more ? [{ restrictions: [...node.restrictions, blocked], more }] : [];
    });
    this.into(parts, node, cost, `REST ${person} ${run.from}`);
  }

  /** By who assures an undecided new lead, into as few parts as one of them allows; see `AssurerBranches.by`. */
  byAssurer(node: SearchNode, cost: readonly number[], undecided: readonly number[]): void {
    // Where everybody's assurer is known the flow is a plan of its own cost.
    if (undecided.length === 0) throw new Error('A branch is left that nothing divides.');
    const isLeft = (part: Part): boolean => this.open.takes(boundOf(part, node, cost));
    let fewest: Part[] | null = null;
    let by = 0;
    // A plunge looks at one part only: which division leaves the fewest is nothing to it.
    const isPlunge = this.strategy.order === 'PLUNGE';
    for (const person of isPlunge ? undecided.slice(0, 1) : undecided) {
      const parts = this.branches.by(node.restrictions, person, isLeft);
      if (fewest && parts.length >= fewest.length) continue;
      fewest = parts;
      by = person;
    }
    this.into(fewest ?? [], node, cost, `ASSURER ${by}`);
  }

  /** By which new leads are assured, and which is the first who leads nothing. Leaves the network solved for something else. */
  byAsking(node: SearchNode, unasked: readonly number[]): 'STOPPED' | null {
    const parts = this.branches.ask(node.restrictions, unasked);
    const canAllBeAssured = parts.length > unasked.length;
    // Asked again below, it would take longer than it spares.
    const known =
      canAllBeAssured && this.strategy.order === 'BEST_FIRST' && node.asked === null
        ? leastLeadingNothing(this.network, unasked, this.limits.shouldStop)
        : null;
    if (known === 'STOPPED') return known;
    for (const { restrictions } of parts) {
      const last = restrictions.at(-1);
      const least = last?.kind === 'LEADS_NOTHING' ? known?.get(last.person) : undefined;
      const bound = least ? larger(this.network.weighted(least), node.bound) : node.bound;
      const part: Branch = { restrictions, bound };
      const isNearer = least && bound !== node.bound;
      this.open.push({
        ...part,
        least: isNearer ? least : node.least,
        depth: node.depth + 1,
        asked: part,
        part: { of: node, by: 'ASKING' },
        without: [],
      });
    }
    return null;
  }

  private into(
    parts: readonly Part[],
    node: SearchNode,
    cost: readonly number[],
    by: string,
  ): void {
    for (const part of parts) {
      this.open.push({
        ...node,
        restrictions: part.restrictions,
        bound: boundOf(part, node, cost),
        depth: node.depth + 1,
        part: { of: node, by },
        without: [],
      });
    }
  }
}

/** What no plan of a part is below, in limbs. */
function boundOf(
  { more }: Part,
  { bound }: SearchNode,
  cost: readonly number[],
): readonly number[] {
  return larger(
    bound,
    cost.map((each, i) => each + (more[i] ?? 0)),
  );
}
