import type { Problem, SeatRow } from '../problem.js';
import type { LeadNetwork } from './lead-network.js';
import { type Conflict, LeadsBeside, type Where } from './leads-beside.js';
import type { StopPivoting } from './network-simplex.js';
import { PriorityQueue } from './priority-queue.js';
import type { Overworked } from './resting.js';
import type { Restriction, RestrictedNetwork } from './restricted-network.js';
import type { SecondCandidates } from './second-candidates.js';
import {
  type CheapestPlaces,
  type SecondDecisions,
  type SecondPlace,
  SecondPlaces,
} from './second-places.js';
import { type Seated, SecondSeating } from './seat-seconds.js';

export interface CompanyLimits {
  shouldStop: StopPivoting;
  /** Takes every plan on the way; returns what it costs, in levels. */
  offer(rows: SeatRow[]): readonly number[];
  /** What the best plan so far costs, in levels. */
  best(): readonly number[];
  /** What the second seats of the best plan so far add to `company`. */
  company(): number;
  /** No plan has more shadows. */
  mostShadows: number;
}

/** Whether a branch holds nothing better than the best plan so far; left open: that is not known. */
export type Closing = 'CLOSED' | 'OPEN' | 'STOPPED';

interface ClosingNode extends SecondDecisions {
  /** Beside those of the branch. */
  restrictions: readonly Restriction[];
  cheapest: CheapestPlaces;
  age: number;
}

type NewNode = Omit<ClosingNode, 'cheapest' | 'age'>;

/** Conflicts that are worth seeking, before a branch is left to the general engine. */
const MOST_CONFLICTS = 30;
/** After so many the bound should have come far enough to reach the best plan with those that are left. */
const CONFLICTS_TRIED = 4;
/** So many places that cannot be had alone, because of who takes them, show that assurers are short: then bounds are weak. */
const MOST_SHUT = 2;
/** Nodes that are looked at. */
const MOST_NODES = 100;
/** How far a conflict raises the bound; a gap too wide for all of them is left to the general engine after the first. */
const USUAL_RISE = 2;

/**
 * Finds the best company among the plans of a branch whose leads cost as little as its flow. Each node takes the cheapest
 * places for second seats that single rules allow, which is a bound, and asks the network whether leads that cost no more
 * can stand beside them: most often they can. Where they cannot, a smallest set of places that cannot be had together is
 * sought, and the node is divided by it (`docs/model.md`, "Company").
 */
export class CompanyCloser {
  private readonly queue = new PriorityQueue<ClosingNode>(
    (a, b) => a.cheapest.cost - b.cheapest.cost || a.age - b.age,
  );
  /** Found for the branch, whatever else is decided. */
  private readonly conflicts: Conflict[] = [];
  /** The decisions of every node so far: several ways may lead to one. */
  private readonly known = new Set<string>();
  private readonly places: SecondPlaces;
  private readonly leads: LeadsBeside;
  private age = 0;
  /** How many conflicts were sought, and how many of them were a single place. */
  private found = 0;
  private shut = 0;

  /**
   * @param branch the restrictions that `restricted` has applied and solved last; its flow costs what the best plan costs
   */
  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly seconds: SecondCandidates,
    private readonly restricted: RestrictedNetwork,
    private readonly limits: CompanyLimits,
    branch: readonly Restriction[],
  ) {
    const { mostShadows } = limits;
    this.places = new SecondPlaces(problem, network, restricted, seconds, branch, mostShadows);
    this.leads = new LeadsBeside(problem, network, restricted, this.places, limits, branch);
  }

  run(): Closing {
    this.push({ refused: new Set(), assured: [], restrictions: [] });
    const first = this.queue.peek()?.cheapest.cost ?? 0;
    let nodes = 0;
    for (let node = this.queue.pop(); node; node = this.queue.pop()) {
      const { cost } = node.cheapest;
      if (cost >= this.limits.company()) return 'CLOSED';
      if (++nodes > MOST_NODES || !this.isPromising(cost - first, cost)) return 'OPEN';
      const end = this.look(node);
      if (end !== 'CLOSED') return end;
    }
    return 'CLOSED';
  }

  /** Whether the bound is about to reach the best plan so far. */
  private isPromising(risen: number, bound: number): boolean {
    const { found } = this;
    if (found === 0) return true;
    const gap = this.limits.company() - bound;
    if (this.shut >= MOST_SHUT || gap > MOST_CONFLICTS * USUAL_RISE) return false;
    if (found < CONFLICTS_TRIED) return true;
    return (risen / found) * (MOST_CONFLICTS - found) >= gap;
  }

  /** Tries a node's places, and divides it where they do not give a plan of their cost. */
  private look(node: ClosingNode): Closing {
    const { places } = node.cheapest;
    const known = this.leads.overbooked(places) ?? this.conflictAmong(places);
    if (known) return this.divide(node, known);
    // A flow on the face may mistake whose load is spared; then the whole network says more.
    return this.tried(node, 'ON_FACE') ?? this.tried(node, 'WHOLLY') ?? 'OPEN';
  }

  /** @returns null where this says nothing of the node */
  private tried(node: ClosingNode, where: Where): Closing | null {
    const { restrictions } = node;
    const { places } = node.cheapest;
    const fit = this.leads.fit(restrictions, places, where);
    if (fit === 'STOPPED') return fit;
    if (fit === 'MISFIT') {
      this.found++;
      const conflict = this.leads.smallestConflict(restrictions, places, where);
      if (!conflict) return 'STOPPED';
      if (conflict.length === 1 && conflict[0]?.length === 1) this.shut++;
      if (restrictions.length === 0) this.conflicts.push(conflict);
      return this.divide(node, conflict);
    }
    return fit === 'FIT' ? this.seat(node) : this.divideByRest(node, fit);
  }

  /** Right after a fit: the plan of its leads and places, with whomever else it needs. */
  private seat(node: ClosingNode): Closing | null {
    const { problem, network, seconds, restricted, limits } = this;
    const led = network.chosen().map((arc) => restricted.arc(arc));
    const held = restricted.heldSeconds(led);
    if (!held) return null;
    const seated = new SecondSeating(problem, seconds, led, held).run();
    if (seated.rows) {
      limits.offer(seated.rows);
      if (limits.company() <= node.cheapest.cost) return 'CLOSED';
    }
    const newLead = this.assuredBeside(node, seated);
    return newLead === null ? null : this.divideByNeed(node, newLead);
  }

  /** A new lead who needs an assurer in this plan, and does not in every plan. */
  private assuredBeside(node: ClosingNode, { rows, stuck }: Seated): number | null {
    if (!rows) return typeof stuck === 'number' && this.isFree(node, stuck) ? stuck : null;
    const { leads } = this.problem;
    const beside = rows
      .filter(({ qualityAssurer }) => qualityAssurer !== null)
      .map((row) => leads.findIndex(({ id }) => id === row.lead));
    return beside.find((newLead) => this.isFree(node, newLead)) ?? null;
  }

  private isFree(node: ClosingNode, newLead: number): boolean {
    return (
      !this.places.isNeeding(newLead, node) &&
      !node.cheapest.places.some((place) => place.newLead === newLead)
    );
  }

  /** A plan goes without all places of one of the groups. */
  private divide(node: ClosingNode, conflict: Conflict): 'CLOSED' {
    for (const group of conflict) {
      this.push({ ...node, refused: new Set([...node.refused, ...group]) });
    }
    return 'CLOSED';
  }

  private divideByNeed(node: ClosingNode, newLead: number): 'CLOSED' {
    const nothing: Restriction = { kind: 'LEADS_NOTHING', person: newLead };
    this.push({ ...node, restrictions: [...node.restrictions, nothing] });
    this.push({ ...node, assured: [...node.assured, newLead] });
    return 'CLOSED';
  }

  private divideByRest(node: ClosingNode, { person, weeks, most }: Overworked): 'CLOSED' {
    for (const week of weeks.slice(0, most + 1)) {
      const blocked: Restriction = { kind: 'WEEK_BLOCKED', person, week };
      this.push({ ...node, restrictions: [...node.restrictions, blocked] });
    }
    return 'CLOSED';
  }

  private push(node: NewNode): void {
    const refused = [...node.refused].map(({ number }) => number).sort((a, b) => a - b);
    const key = JSON.stringify([refused, node.assured, node.restrictions]);
    if (this.known.has(key)) return;
    this.known.add(key);
    const cheapest = this.places.cheapest(node);
    if (!cheapest || cheapest.cost >= this.limits.company()) return;
    this.queue.push({ ...node, cheapest, age: this.age++ });
  }

  private conflictAmong(places: readonly SecondPlace[]): Conflict | undefined {
    const hasOneOf = (group: readonly SecondPlace[]): boolean =>
      group.some((place) => places.includes(place));
    return this.conflicts.find((conflict) => conflict.every(hasOneOf));
  }
}
