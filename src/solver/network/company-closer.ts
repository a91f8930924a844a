import type { Lead, Problem, SeatRow } from '../problem.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { StopPivoting } from './network-simplex.js';
import { PriorityQueue } from './priority-queue.js';
import { type Overworked, solveResting } from './resting.js';
import {
  type Assured,
  heldWeeks,
  type Restriction,
  type RestrictedNetwork,
  type Seat,
} from './restricted-network.js';
import type { SecondCandidates } from './second-candidates.js';
import {
  canMeet,
  type CheapestPlaces,
  type SecondDecisions,
  type SecondPlace,
  SecondPlaces,
  type Who,
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

/** Groups of places: no plan has one of each. */
type Conflict = readonly (readonly SecondPlace[])[];

/** Among the flows that cost as little as the branch's, moving nothing else; or among all. */
type Where = 'ON_FACE' | 'WHOLLY';

/** Conflicts that are worth seeking, before a branch is left to the general engine. */
const MOST_CONFLICTS = 30;
/** After so many the bound should have come far enough to reach the best plan with those that are left. */
const CONFLICTS_TRIED = 4;
/** Nodes that are looked at. */
const MOST_NODES = 100;

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
  /** The arcs of the network in which flows on the face differ, and how many of them are those of runs. */
  private arcs: Int32Array | null = null;
  private runs = 0;
  /** Whether the flow at hand is one of the face. */
  private isOnFace = true;
  private age = 0;
  /** How many conflicts were sought. */
  private found = 0;

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
    if (found < CONFLICTS_TRIED) return true;
    return (risen / found) * (MOST_CONFLICTS - found) >= this.limits.company() - bound;
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
    who: 'ANYBODY' | 'THEY' = 'THEY',
  ): 'FIT' | 'MISFIT' | 'STOPPED' | Overworked {
    const { restricted, network, problem, limits } = this;
    if (where === 'ON_FACE' && !this.isOnFace && !this.returnToFace()) return 'STOPPED';
    this.arcs ??= network.optimalArcs();
    const seats = who === 'ANYBODY' ? this.seatsOf(places, who) : this.seatsIn(where, places);
    const branch = where === 'ON_FACE' ? this.branch : this.branchBeside(places);
    restricted.apply([...branch, ...restrictions, ...seats]);
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
    if (runs.length !== this.runs || !this.arcs) {
      this.runs = runs.length;
      this.arcs = Int32Array.from(new Set([...(this.arcs ?? []), ...runs]));
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

  /** The places of somebody who would have too many seats by them alone. */
  private overbooked(places: readonly SecondPlace[]): Conflict | undefined {
    const beside = [...this.branchBeside(places), ...this.seatsOf(places, 'THEY')];
    for (const [person, weeks] of heldWeeks(beside)) {
      const { limits } = this.problem.leads[person] as Lead;
      const isOnceAWeek = new Set(weeks).size === weeks.length;
      if (isOnceAWeek && weeks.length <= limits.term && keepsRest(weeks, limits)) continue;
      return places.filter((place) => place.person === person).map((place) => [place]);
    }
    return undefined;
  }

  /**
   * Of a node's places a set that cannot be had together, and of which every proper subset can; by bisection (Junker 2004).
   * Where it does not matter who has them, the places like them stand for it too.
   *
   * @returns null when it was stopped
   */
  private smallestConflict(node: ClosingNode, where: Where): Conflict | null {
    this.found++;
    const conflict: SecondPlace[] = [];
    let places = this.brokenFirst(node.cheapest.places);
    for (;;) {
      // So many of the places are too many, and so few are not.
      let [few, many] = [-1, places.length];
      while (many - few > 1) {
        // With one that is in the conflict a single other is often enough.
        const middle = conflict.length > 0 && few < 0 && many > 1 ? 1 : (few + many) >> 1;
        const fit = this.fit(node, [...conflict, ...places.slice(0, middle)], where);
        if (fit === 'STOPPED') return null;
        if (fit === 'MISFIT') many = middle;
        else few = middle;
      }
      if (many === 0) break;
      conflict.push(places[many - 1] as SecondPlace);
      places = places.slice(0, many - 1);
    }
    const whoever = this.fit(node, conflict, where, 'ANYBODY');
    if (whoever === 'STOPPED') return null;
    return conflict.map((place) => (whoever === 'MISFIT' ? this.places.alike(place) : [place]));
  }

  /** Those that the flow at hand does not keep come first: they are likely to be in a conflict. */
  private brokenFirst(places: readonly SecondPlace[]): readonly SecondPlace[] {
    const isBroken = (place: SecondPlace): boolean =>
      this.restricted.isBrokenBy(this.places.restriction(place, 'THEY'));
    return [...places.filter(isBroken), ...places.filter((place) => !isBroken(place))];
  }

  private seatsOf(places: readonly SecondPlace[], who: Who): Seat[] {
    return places.map((place) => this.places.restriction(place, who));
  }

  /** On the face what the branch asks stays as it is: a place that gives it does not hold anybody again. */
  private seatsIn(where: Where, places: readonly SecondPlace[]): Seat[] {
    if (where === 'WHOLLY') return this.seatsOf(places, 'THEY');
    const given = new Set<Restriction>();
    return places.map((place) => {
      const asked = this.branch.find(
        (each): each is Assured =>
          each.kind === 'ASSURED' &&
          each.person === place.newLead &&
          canMeet(place, each) &&
          !given.has(each),
      );
      if (asked) given.add(asked);
      const isFlowing = asked?.assurer === null && this.restricted.flowsNeeds;
      const isHeldAlready = asked !== undefined && asked.assurer !== null;
      return this.places.restriction(
        place,
        isFlowing ? 'BY_NEED' : isHeldAlready ? 'ANYBODY' : 'THEY',
      );
    });
  }
}
