import type { Lead, Problem } from '../problem.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { StopPivoting } from './network-simplex.js';
import { type Overworked, solveResting } from './resting.js';
import {
  type Assured,
  heldWeeks,
  type Restriction,
  type RestrictedNetwork,
  type Seat,
} from './restricted-network.js';
import { canMeet, type SecondPlace, type SecondPlaces, type Who } from './second-places.js';
import { keepsRest } from './seat-seconds.js';

/** Groups of places: no plan has one of each. */
export type Conflict = readonly (readonly SecondPlace[])[];

/** Among the flows that cost as little as the branch's, moving nothing else; or among all. */
export type Where = 'ON_FACE' | 'WHOLLY';

interface Limits {
  shouldStop: StopPivoting;
  /** What the best plan so far costs, in levels. */
  best(): readonly number[];
}

/** Whether leads on a branch's face can stand beside places for second seats, and which of them not together. */
export class LeadsBeside {
  /** The arcs of the network in which flows on the face differ, and how many of them are those of runs. */
  private arcs: Int32Array | null = null;
  private runs = 0;
  /** Whether the flow at hand is one of the face. */
  private isOnFace = true;

  /** @param branch the restrictions that `restricted` has applied and solved last */
  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly restricted: RestrictedNetwork,
    private readonly places: SecondPlaces,
    private readonly limits: Limits,
    private readonly branch: readonly Restriction[],
  ) {}

  /**
   * Whether leads that cost no more than the best plan's can stand beside these places. A misfit is proven; a fit on the face
   * may mistake whose load is spared.
   *
   * @param restrictions beside those of the branch
   */
  fit(
    restrictions: readonly Restriction[],
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

  /** The places of somebody who would have too many seats by them alone. */
  overbooked(places: readonly SecondPlace[]): Conflict | undefined {
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
   * Of these places a set that cannot be had together, and of which every proper subset can; by bisection (Junker 2004).
   * Where it does not matter who has them, the places like them stand for it too.
   *
   * @returns null when it was stopped
   */
  smallestConflict(
    restrictions: readonly Restriction[],
    all: readonly SecondPlace[],
    where: Where,
  ): Conflict | null {
    const conflict: SecondPlace[] = [];
    let places = this.brokenFirst(all);
    const alone = places.slice(0, 1);
    const first = this.fit(restrictions, alone, where);
    if (first === 'STOPPED') return null;
    if (first === 'MISFIT') places = alone;
    for (;;) {
      // So many of the places are too many, and so few are not.
      let [few, many] = [-1, places.length];
      while (many - few > 1) {
        // With one that is in the conflict a single other is often enough.
        const middle = conflict.length > 0 && few < 0 && many > 1 ? 1 : (few + many) >> 1;
        const fit = this.fit(restrictions, [...conflict, ...places.slice(0, middle)], where);
        if (fit === 'STOPPED') return null;
        if (fit === 'MISFIT') many = middle;
        else few = middle;
      }
      if (many === 0) break;
      conflict.push(places[many - 1] as SecondPlace);
      places = places.slice(0, many - 1);
    }
    const whoever = this.fit(restrictions, conflict, where, 'ANYBODY');
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
