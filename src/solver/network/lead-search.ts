import type { Candidate } from '../candidates.js';
import type { Lead, Problem } from '../problem.js';
import { AssurancePrices } from './assurance-prices.js';
import { AssurerBranches } from './assurer-branches.js';
import { Divisions } from './divisions.js';
import type { LeadArc } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import { compare, larger, lastInDoubt } from './limbs.js';
import { type Branch, OpenBranches, type SearchNode } from './open-branches.js';
import { type Overworked, solveResting } from './resting.js';
import { type Restriction, RestrictedNetwork } from './restricted-network.js';
import type { SearchLimits, SearchResult, SearchStrategy } from './search-strategy.js';
import type { SecondCandidates } from './second-candidates.js';
import { type Seated, SecondSeating } from './seat-seconds.js';

/** Steps that prices are raised by in each branch in which they are. */
const MOST_PRICE_STEPS = 100;
/** So many branches of different new leads have their prices raised. */
const MOST_RAISED = 6;
/** So many more branches are looked at for plans as good as the one that is proven. */
const MOST_TIED = 50;
/** So many branches are looked at once it is nearly proven: from there on the engine is quicker. */
const MOST_IN_LAST_LEVEL = 100;
/** Nearly proven: only so much of the last level is in doubt, and nothing before. */
const NEARLY_PROVEN = 64;

/**
 * Best-first branch and bound over flows: each branch is the network with a few restrictions, solved from where the last
 * one stood. A branch whose leads overwork themselves is divided by the weeks of the run they overwork in; one in which
 * a new lead finds no assurer by who assures them, and where. The first branch in which everything fits is optimal in the
 * levels of the network (`docs/model.md`, "Search").
 */
export class LeadSearch {
  private readonly open: OpenBranches;
  readonly restricted: RestrictedNetwork;
  private readonly prices: AssurancePrices | null;
  private readonly branches: AssurerBranches;
  private readonly divisions: Divisions;
  private readonly raisedFor = new Set<string>();
  /** What the flow at hand was solved for, as long as the network holds to it. */
  private solvedLast: readonly Restriction[] | null = null;
  nodes = 0;
  /** Whether it left off where only little was in doubt. */
  private hasLeftOff = false;

  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly seconds: SecondCandidates,
    private readonly limits: SearchLimits,
    private readonly strategy: SearchStrategy,
  ) {
    this.open = new OpenBranches(this.isBestFirst, (bound) => this.canBeBest(bound));
    this.prices =
      this.flowsNeeds && !this.isPlunge && network.assurances.length > 0
        ? new AssurancePrices(network, seconds)
        : null;
    this.restricted = new RestrictedNetwork(
      problem,
      network,
      seconds,
      this.flowsNeeds,
      this.prices,
    );
    this.branches = new AssurerBranches(network, this.restricted, this.flowsNeeds);
    this.divisions = new Divisions(network, this.branches, this.open, limits, strategy);
  }

  /** @param within the restrictions of every plan to look at; none for all plans */
  run(within: readonly Restriction[] = []): SearchResult {
    this.open.push({
      restrictions: within,
      bound: [],
      least: null,
      depth: 0,
      asked: null,
      part: null,
      without: [],
    });
    let attained: SearchResult | null = null;
    let left = this.limits.mostNodes;
    let inLastLevel = 0;
    for (let node = this.open.pop(); node; node = this.open.pop()) {
      if (attained && compare(node.bound, attained.bound ?? []) > 0) {
        this.open.putBack(node);
        break;
      }
      if (!attained && this.isNearlyProven(node)) inLastLevel++;
      this.hasLeftOff = inLastLevel > MOST_IN_LAST_LEVEL;
      const end = left-- > 0 && !this.hasLeftOff ? this.look(node) : 'LIMIT';
      this.nodes++;
      if (end === null) continue;
      this.open.end(this.isDone(end) ? this.largestAsCheap(node) : node);
      if (typeof end === 'string') {
        const least = this.isBestFirst ? node.least : null;
        return attained ?? { bound: node.bound, least, seated: null, status: end };
      }
      attained = this.withMoreShadows(attained, {
        bound: larger(this.cost(), node.bound),
        least: null,
        seated: end,
        status: 'ATTAINED',
      });
      if (!this.isBestFirst) break;
      left = Math.min(left, MOST_TIED);
    }
    return attained ?? { bound: null, least: null, seated: null, status: 'INFEASIBLE' };
  }

  private isDone(end: Seated | string): boolean {
    return typeof end !== 'string' && this.knowsTies && end.shadows === this.limits.mostShadows;
  }

  /** The largest branch that this one is part of whose flow costs as much: a plan of the part is the best of the whole. */
  private largestAsCheap(node: SearchNode): SearchNode {
    const cost = this.cost();
    let whole = node;
    while (whole.part && compare(cost, whole.part.of.bound) <= 0) whole = whole.part.of;
    if (whole !== node) this.open.unite(whole);
    return whole;
  }

  /**
   * Where a part costs no more than the whole, its flow is a flow of the whole that is without what the whole was divided by.
   * The whole is looked at again with this flow, unless it was divided by the same before.
   */
  private reunites({ part, bound, depth }: SearchNode): boolean {
    if (!part || !this.knowsTies || compare(bound, part.of.bound) > 0) return false;
    const { of, by } = part;
    if (of.without.includes(by)) return false;
    this.open.unite(of);
    this.open.push({ ...of, depth, without: [...of.without, by] });
    return true;
  }

  /** Whether the flow of a part is one of the whole: where needs flow, it may have a unit more. */
  private get knowsTies(): boolean {
    return this.isBestFirst && !this.flowsNeeds;
  }

  /** Whether the first branch of all may hold a better plan in the last level alone, and by little. */
  private isNearlyProven({ least }: SearchNode): boolean {
    const best = this.limits.best();
    return best !== null && least !== null && lastInDoubt(least, best) <= NEARLY_PROVEN;
  }

  /** Of two ends that cost as little as possible. */
  private withMoreShadows(before: SearchResult | null, now: SearchResult): SearchResult {
    if (!before) return now;
    const isMore = (now.seated?.shadows ?? 0) > (before.seated?.shadows ?? 0);
    return isMore && compare(now.bound ?? [], before.bound ?? []) === 0 ? now : before;
  }

  /** Branches that together hold every plan as good as the best so far, the most promising first. */
  frontier(): readonly Branch[] {
    return this.open.frontier(this.hasLeftOff);
  }

  /**
   * Solves a branch again.
   *
   * @returns what its flow costs in each level; null where it holds no plan as good as the best so far
   */
  visit(branch: Branch): readonly number[] | 'STOPPED' | null {
    const { restrictions } = branch;
    if (this.solvedLast !== restrictions || !this.restricted.holds(restrictions)) {
      this.restricted.apply(restrictions);
      if (this.solveResting() === 'STOPPED') return 'STOPPED';
    }
    if (this.prices && !this.isExact(branch) && this.canHoldBest()) {
      if (!this.raisePrices() || this.solveResting() === 'STOPPED') return 'STOPPED';
    }
    return this.canHoldBest() ? this.restricted.levels() : null;
  }

  /** Whether the flow at hand leaves room for a plan as good as the best so far. */
  private canHoldBest(): boolean {
    return !this.restricted.isBroken() && this.canBeBest(this.cost());
  }

  /** What the flow costs, in limbs. */
  private cost(): number[] {
    return this.network.weighted(this.restricted.levels());
  }

  /** Takes the last branch's restrictions back. */
  release(): void {
    this.restricted.apply([]);
    this.prices?.clear();
  }

  /** Whether a plan of the branch costs what its flow does: one whose need flows may cost more, see `needAssurer`. */
  isExact({ restrictions }: Branch): boolean {
    return !this.flowsNeeds || this.branches.open(restrictions).length === 0;
  }

  /** Whether the problem leaves a seating at all; for a branch that was visited. */
  permits(candidate: Candidate): boolean {
    return this.restricted.permits(candidate);
  }

  /** Solves a branch; a plan that attains its bound, or null when it was put back, divided or is empty. */
  private look(node: SearchNode): Seated | 'STOPPED' | 'LIMIT' | null {
    this.restricted.apply(node.restrictions);
    const solved = this.solveResting();
    if (solved === 'STOPPED') return solved;
    this.solvedLast = node.restrictions;
    if (this.restricted.isBroken()) return null;
    const led = this.network.chosen().map((arc) => this.restricted.arc(arc));
    // What all new leads need together says more than where the first of them is assured.
    const unasked = this.unasked(node, led);
    if (unasked.length === 0 && this.prices) {
      const asked = this.branches
        .open(node.restrictions)
        .sort((a, b) => a - b)
        .join(' ');
      if (asked !== '' && !this.raisedFor.has(asked) && this.raisedFor.size < MOST_RAISED) {
        this.raisedFor.add(asked);
        if (!this.raisePrices()) return 'STOPPED';
        return this.look(node);
      }
    }
    const bound = larger(this.cost(), node.bound);
    const least = bound === node.bound ? node.least : this.restricted.levels();
    const solvedNode = { ...node, bound, least };
    const next = this.open.peek();
    if (next && this.isRival(node, next) && compare(bound, next.bound) > 0) {
      this.open.push(solvedNode);
      return null;
    }
    if (this.flowsNeeds && unasked.length > 0) {
      // The flow is not that of the branch any more.
      this.solvedLast = null;
      return this.divisions.byAsking(solvedNode, unasked);
    }
    if (solved) {
      if (!this.reunites(solvedNode)) this.divisions.byRest(solvedNode, this.cost(), solved);
      return null;
    }
    const held = this.restricted.heldSeconds(led);
    // Somebody new took the week for assuring others: a case that the search leaves to the engine.
    if (!held) return 'LIMIT';
    const seated = new SecondSeating(this.problem, this.seconds, led, held).run();
    if (seated.rows) {
      const cost = this.network.weighted(this.limits.offer(seated.rows));
      if (compare(cost, bound) <= 0) return seated;
      // A flow mistook where somebody is assured, or whose load is spared: divided until it cannot.
      this.divisions.byAssurer(solvedNode, this.cost(), this.branches.open(node.restrictions));
      return null;
    }
    // Whom a pin names was not free: that is not what the search branches on.
    if (typeof seated.stuck !== 'number') return 'LIMIT';
    if (this.reunites(solvedNode)) return null;
    const undecided = this.flowsNeeds ? this.branches.open(node.restrictions) : [seated.stuck];
    this.divisions.byAssurer(solvedNode, this.cost(), undecided);
    return null;
  }

  /** Whether the next branch comes first where it costs less. */
  private isRival(node: SearchNode, next: SearchNode): boolean {
    const { order } = this.strategy;
    return order === 'BEST_FIRST' || (order === 'DIVE' && next.depth === node.depth);
  }

  /** New leads who lead and of whom the branch says nothing yet. */
  private unasked(node: SearchNode, led: readonly LeadArc[]): number[] {
    const people = led.map(({ person }) => person);
    return [...new Set(people)].filter(
      (person) =>
        (this.problem.leads[person] as Lead).isNew &&
        !node.restrictions.some((each) => each.kind === 'ASSURED' && each.person === person),
    );
  }

  /** @returns false when it was stopped */
  private raisePrices(): boolean {
    const best = this.limits.best();
    if (!this.prices || !best) return true;
    return this.prices.raise(
      () => {
        const isSolved = this.solveResting() !== 'STOPPED';
        return isSolved ? this.restricted.levels() : null;
      },
      best,
      MOST_PRICE_STEPS,
    );
  }

  private solveResting(): Overworked | 'STOPPED' | null {
    const { problem, network, restricted, limits } = this;
    return solveResting(problem, network, restricted, () => network.solve(limits.shouldStop));
  }

  /** Only then what is left open is bounded well, and the first plan that is found proven. */
  get isBestFirst(): boolean {
    return this.strategy.order === 'BEST_FIRST';
  }

  private get isPlunge(): boolean {
    return this.strategy.order === 'PLUNGE';
  }

  private get flowsNeeds(): boolean {
    return this.strategy.assurers === 'ALL_FIRST';
  }

  /** Whether a branch with this bound may hold a plan as good as the best so far. */
  private canBeBest(bound: readonly number[]): boolean {
    const best = this.limits.best();
    return !best || compare(bound, this.network.weighted(best)) <= 0;
  }
}
