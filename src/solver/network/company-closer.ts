import type { Lead, Problem, SeatRow } from '../problem.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { StopPivoting } from './network-simplex.js';
import { PriorityQueue } from './priority-queue.js';
import { type Overworked, solveResting } from './resting.js';
import { heldWeeks, type Restriction, type RestrictedNetwork } from './restricted-network.js';
import type { SecondCandidates } from './second-candidates.js';
import {
  canMeet,
  type CheapestPlaces,
  type SecondDecisions,
  type SecondPlace,
  SecondPlaces,
} from './second-places.js';
import { keepsRest, type Seated, SecondSeating } from './seat-seconds.js';

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

/** Among the flows that cost as little as the branch's, moving nothing else; or among all. */
type Where = 'ON_FACE' | 'WHOLLY';

/** Nodes that are looked at, and flows that are solved for them, before a branch is left to the general engine. */
const MOST_NODES = 60;
const MOST_SOLVES = 400;

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
  /** Sets of places of which no plan of the branch has all. */
  private readonly conflicts: (readonly SecondPlace[])[] = [];
  private readonly places: SecondPlaces;
  /** The arcs of the network in which flows on the face differ, and how many of them are those of runs. */
  private arcs: Int32Array;
  private runs = 0;
  /** Whether the flow at hand is one of the face. */
  private isOnFace = true;
  private age = 0;
  private solves = 0;

  /**
   * @param branch the restrictions that `restricted` has applied and solved last; its flow costs what the best plan costs
   */
  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly seconds: SecondCandidates,
    private readonly restricted: RestrictedNetwork,
    private readonly limits: CompanyLimits,
    private readonly branch: readonly Restriction[],
  ) {
    const { mostShadows } = limits;
    this.places = new SecondPlaces(problem, network, restricted, seconds, branch, mostShadows);
    this.arcs = network.optimalArcs();
  }

  run(): Closing {
    this.push({ taken: [], refused: new Set(), assured: [], restrictions: [] });
    let nodes = 0;
    for (let node = this.queue.pop(); node; node = this.queue.pop()) {
      if (node.cheapest.cost >= this.limits.company()) return 'CLOSED';
      if (++nodes > MOST_NODES || this.solves > MOST_SOLVES) return 'OPEN';
      const end = this.look(node);
      if (end !== 'CLOSED') return end;
    }
    return 'CLOSED';
  }

  /** Tries a node's places, and divides it where they do not give a plan of their cost. */
  private look(node: ClosingNode): Closing {
    const { places } = node.cheapest;
    const known = this.overbooked(places) ?? this.conflictAmong(places);
    if (known) return this.divide(node, known);
    // A flow on the face may mistake whose load is spared; then the whole network says more.
    return this.tried(node, 'ON_FACE') ?? this.tried(node, 'WHOLLY') ?? 'OPEN';
  }

  /** @returns null where this says nothing of the node */
  private tried(node: ClosingNode, where: Where): Closing | null {
    const fit = this.fit(node, node.cheapest.places, where);
    if (fit === 'STOPPED') return fit;
    if (fit === 'MISFIT') {
      const conflict = this.smallestConflict(node, where);
      if (!conflict) return 'STOPPED';
      if (node.restrictions.length === 0) this.conflicts.push(conflict);
      return this.divide(node, conflict);
    }
    return fit === 'FIT' ? this.seat(node) : this.divideByRest(node, fit);
  }

  /** Whether leads that cost no more than the best plan's can stand beside these places. */
  private fit(
    { restrictions }: NewNode,
    places: readonly SecondPlace[],
    where: Where,
  ): 'FIT' | 'MISFIT' | 'STOPPED' | Overworked {
    const { restricted, network, problem, limits } = this;
    if (where === 'ON_FACE' && !this.isOnFace && !this.returnToFace()) return 'STOPPED';
    this.solves++;
    restricted.apply([...this.branchBeside(places), ...restrictions, ...this.seatsOf(places)]);
    const solve = (): boolean =>
      where === 'WHOLLY' ? network.solve(limits.shouldStop) : this.solveOnFace();
    if (where === 'WHOLLY') this.isOnFace = false;
    const solved = solveResting(problem, network, restricted, solve);
    if (solved === 'STOPPED') return solved;
    if (restricted.isBroken()) return 'MISFIT';
    if (where === 'ON_FACE') return solved ?? 'FIT';
    const cost = network.weighted(restricted.levels());
    if (compare(cost, network.weighted(limits.best())) > 0) return 'MISFIT';
    return solved ?? 'FIT';
  }

  private solveOnFace(): boolean {
    const { network } = this;
    const runs = network.heldRunArcs();
    if (runs.length !== this.runs) {
      this.runs = runs.length;
      this.arcs = Int32Array.from(new Set([...this.arcs, ...runs]));
    }
    return network.solveWithin(this.arcs, this.limits.shouldStop);
  }

  /** @returns false when it was stopped */
  private returnToFace(): boolean {
    const { restricted, network, problem, limits } = this;
    restricted.apply(this.branch);
    this.isOnFace = true;
    const solve = (): boolean => network.solve(limits.shouldStop);
    return solveResting(problem, network, restricted, solve) !== 'STOPPED';
  }

  /** What the branch asks beyond the places: who is assured by one of them is assured as it asks. */
  private branchBeside(places: readonly SecondPlace[]): Restriction[] {
    return this.branch.filter(
      (each) =>
        each.kind !== 'ASSURED' ||
        !places.some((place) => place.newLead === each.person && canMeet(place, each)),
    );
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

  private divide(node: ClosingNode, conflict: readonly SecondPlace[]): 'CLOSED' {
    const taken = [...node.taken];
    for (const place of conflict) {
      if (taken.includes(place)) continue;
      this.push({ ...node, taken: [...taken], refused: new Set([...node.refused, place]) });
      taken.push(place);
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
    const cheapest = this.places.cheapest(node);
    if (!cheapest || cheapest.cost >= this.limits.company()) return;
    this.queue.push({ ...node, cheapest, age: this.age++ });
  }

  private conflictAmong(places: readonly SecondPlace[]): readonly SecondPlace[] | undefined {
    return this.conflicts.find((each) => each.every((place) => places.includes(place)));
  }

  /** The places of somebody who would have too many seats by them alone. */
  private overbooked(places: readonly SecondPlace[]): readonly SecondPlace[] | undefined {
    const beside = [...this.branchBeside(places), ...this.seatsOf(places)];
    for (const [person, weeks] of heldWeeks(beside)) {
      const { limits } = this.problem.leads[person] as Lead;
      const isOnceAWeek = new Set(weeks).size === weeks.length;
      if (isOnceAWeek && weeks.length <= limits.term && keepsRest(weeks, limits)) continue;
      return places.filter((place) => place.person === person);
    }
    return undefined;
  }

  /**
   * Of a node's places a set that cannot be had together, and of which every proper subset can; by bisection (Junker 2004).
   *
   * @returns null when it was stopped
   */
  private smallestConflict(node: ClosingNode, where: Where): readonly SecondPlace[] | null {
    const conflict: SecondPlace[] = [];
    let { places } = node.cheapest;
    for (;;) {
      // So many of the places are too many, and so few are not.
      let [few, many] = [-1, places.length];
      while (many - few > 1) {
        const middle = (few + many) >> 1;
        const fit = this.fit(node, [...conflict, ...places.slice(0, middle)], where);
        if (fit === 'STOPPED') return null;
        if (fit === 'MISFIT') many = middle;
        else few = middle;
      }
      if (many === 0) return conflict;
      conflict.push(places[many - 1] as SecondPlace);
      places = places.slice(0, many - 1);
    }
  }

  private seatsOf(places: readonly SecondPlace[]): Restriction[] {
    return places.map((place) => this.places.restriction(place));
  }
}
