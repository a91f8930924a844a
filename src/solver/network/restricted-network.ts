import type { Lead, Problem } from '../problem.js';
import type { AssurancePrices } from './assurance-prices.js';
import { append } from '../grouping.js';
import { assurableWindow, type LeadArc, type LeadWindow } from './lead-arcs.js';
import type { Candidate } from '../candidates.js';
import type { LeadNetwork } from './lead-network.js';
import type { SecondCandidates } from './second-candidates.js';
import { type HeldSecond, keepsRest } from './seat-seconds.js';
import type { SecondPlace } from './second-places.js';

/** What a problem leaves of the one that the network was built for. */
export interface Narrowing {
  kind: 'NARROWED';
  /** What is left of lead arcs, by number; null: nothing. */
  arcs: ReadonlyMap<number, LeadArc | null>;
  isKept: (candidate: Candidate) => boolean;
  /** Reviews that must have a lead, besides those that must in any case. */
  led: readonly number[];
  /** Assurances that are none any more, by number. */
  assurances: readonly number[];
}

/** What a branch of the search holds to, beside the problem that the network was built for. */
export type Restriction =
  | Narrowing
  | { kind: 'WEEK_BLOCKED'; person: number; week: number }
  | { kind: 'LEADS_NOTHING'; person: number }
  /** A new lead has an assurer: in this week, or by this assurer in it, where they are given. */
  | { kind: 'ASSURED'; person: number; week: number | null; assurer: number | null }
  | Seat;

export type Assured = Extract<Restriction, { kind: 'ASSURED' }>;

/** Somebody has this second seat: its review is led by none of these lead arcs. */
export interface Seat {
  kind: 'SEATED';
  place: SecondPlace;
  against: readonly number[];
  /** Whether they take no other seat then; not where anybody may have it, or a need that flows takes their week. */
  isHeld: boolean;
  /** Other ways to assure the new lead, by number, where that need must flow by them. */
  not: readonly number[];
}

/** The network as a branch restricts it; another branch takes its restrictions back first. */
export class RestrictedNetwork {
  private applied: readonly Restriction[] = [];
  private narrowing: Narrowing | null = null;
  /** Each need and each week that is insisted on counts −1 as a penalty when it is kept. */
  private rewards = 0;

  /** @param flowsNeeds whether a new lead's need of an assurer flows until it is known who meets it */
  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly seconds: SecondCandidates,
    readonly flowsNeeds: boolean,
    /** Of needs that flow and whose week is open. */
    private readonly prices: AssurancePrices | null,
  ) {}

  /** Restrictions that begin like those before cost nothing again. */
  apply(restrictions: readonly Restriction[]): void {
    const { applied } = this;
    let same = 0;
    while (same < applied.length && applied[same] === restrictions[same]) same++;
    this.holdAll(applied, -1);
    // Taken back in the order opposite to that in which they were made: a cost is measured from those before.
    for (const each of applied.slice(same).reverse()) this.change(each, -1);
    for (const each of restrictions.slice(same)) this.change(each, 1);
    this.holdAll(restrictions, 1);
    this.applied = restrictions;
  }

  /** Whether these very restrictions are those that hold. */
  holds(restrictions: readonly Restriction[]): boolean {
    return this.applied === restrictions;
  }

  /** Cost of the flow in each level; restrictions that are kept cost nothing. */
  levels(): number[] {
    const [penalty, ...rest] = this.network.values() as readonly [number, ...number[]];
    return [penalty + this.rewards, ...rest];
  }

  /** Whether the flow breaks a restriction: nothing keeps them all. */
  isBroken(): boolean {
    return this.network.penalty() + this.rewards > 0;
  }

  /** Whether the flow at hand has no lead for a second seat, or whoever takes it leads in its week. */
  isBrokenBy({ place, against, isHeld }: Seat): boolean {
    const { network } = this;
    const { review, person, week } = place;
    if (!network.isLed(review) || against.some((index) => network.carries(index))) return true;
    return isHeld && network.isBusy(person, week);
  }

  /** A lead arc as the branch leaves it; as it was where it is forbidden. */
  arc(index: number): LeadArc {
    return this.narrowing?.arcs.get(index) ?? (this.network.arcs[index] as LeadArc);
  }

  /** Whether the problem leaves a seating at all. */
  permits(candidate: Candidate): boolean {
    return this.narrowing?.isKept(candidate) ?? true;
  }

  /** The weeks in which assurers are held to a review beside the flow. */
  heldWeeks(): Map<number, number[]> {
    return heldWeeks(this.applied);
  }

  /** Whether somebody can be held to one more seat beside those that these hold them to. */
  canHold(restrictions: readonly Restriction[], person: number, week: number): boolean {
    const held = heldWeeks(restrictions).get(person) ?? [];
    const { limits } = this.problem.leads[person] as Lead;
    return !held.includes(week) && held.length < limits.term && keepsRest([...held, week], limits);
  }

  /** Those whom the branch holds to a second seat; null where there is no lead whom they could sit beside. */
  heldSeconds(led: readonly LeadArc[]): HeldSecond[] | null {
    const places = this.applied.flatMap((each) => (each.kind === 'SEATED' ? [each.place] : []));
    const found = places.map((place) => seatedBeside(led, place));
    for (const each of this.applied) {
      if (each.kind !== 'ASSURED' || each.assurer === null) continue;
      const { person, week, assurer } = each;
      const isAmong = (place: SecondPlace): boolean =>
        place.newLead === person && place.person === assurer && place.week === week;
      if (!places.some(isAmong)) found.push(this.assuringBeside(led, { ...each, assurer }));
    }
    const held = found.filter((each) => each !== null);
    return held.length === found.length ? held : null;
  }

  private assuringBeside(
    led: readonly LeadArc[],
    asked: Assured & { assurer: number },
  ): HeldSecond | null {
    const arc = led.find(({ person, week }) => person === asked.person && week === asked.week);
    const window = arc && assurableWindow(arc, this.seconds, asked.assurer);
    if (!window) return null;
    return { review: arc.review, window, person: asked.assurer, role: 'QUALITY_ASSURER' };
  }

  /** Those arcs of a person's, in a week if it is given, in which somebody, or this assurer, can assure them. */
  assurableArcs(person: number, week: number | null, assurer: number | null): number[] {
    return this.network.arcsOfPerson(person).filter((index) => {
      const arc = this.arc(index);
      if (this.narrowing?.arcs.get(index) === null) return false;
      if (week !== null && arc.week !== week) return false;
      return assurableWindow(arc, this.seconds, assurer) !== null;
    });
  }

  /** Takes the weeks of those who are held to a second seat, and gives them back. */
  private holdAll(restrictions: readonly Restriction[], times: 1 | -1): void {
    for (const [person, held] of heldWeeks(restrictions)) {
      const { term } = (this.problem.leads[person] as Lead).limits;
      this.network.limitSeats(person, Math.max(0, term - held.length), times);
      for (const week of held) this.network.holdSeat(person, week, times);
    }
  }

  private change(restriction: Restriction, times: 1 | -1): void {
    const { network } = this;
    if (restriction.kind === 'NARROWED') this.narrow(restriction, times);
    else if (restriction.kind === 'WEEK_BLOCKED') {
      network.blockWeek(restriction.person, restriction.week, times);
    } else if (restriction.kind === 'LEADS_NOTHING') {
      this.leadNothing(restriction.person, times);
    } else if (restriction.kind === 'SEATED') this.seat(restriction, times);
    else this.assure(restriction, times);
  }

  /** Whoever may assure others has a way past their load, on which a review that they lead could go. */
  private leadNothing(person: number, times: 1 | -1): void {
    const { network } = this;
    network.limitLoad(person, 0, times);
    if (!network.mayAssure(person)) return;
    for (const index of network.arcsOfPerson(person)) network.forbid(index, times);
  }

  private narrow(narrowing: Narrowing, times: 1 | -1): void {
    const { network } = this;
    this.narrowing = times === 1 ? narrowing : null;
    for (const [index, left] of narrowing.arcs) {
      const arc = network.arcs[index] as LeadArc;
      if (!left) network.forbid(index, times);
      else network.addCost(index, left.changes - arc.changes, left.fit - arc.fit, times);
    }
    for (const review of narrowing.led) network.requireLead(review, times);
    for (const index of narrowing.assurances) network.forbidAssurance(index, times);
  }

  /** The arcs by which somebody leads in a week. */
  private arcsIn(person: number, week: number): number[] {
    return this.network
      .arcsOfPerson(person)
      .filter((index) => this.network.arcs[index]?.week === week);
  }

  private assure({ person, week, assurer }: Assured, times: 1 | -1): void {
    const { network } = this;
    if (assurer === null && this.flowsNeeds) {
      this.rewards += times;
      network.needAssurer(person, times);
      if (week === null) this.prices?.apply(person, times);
    }
    if (week === null) return;
    this.rewards += times;
    network.insistOnWeek(person, week, times);
    if (assurer !== null) network.blockWeek(assurer, week, times);
    else if (this.flowsNeeds) {
      network.assurances.forEach((each, index) => {
        if (each.newLead === person && each.week !== week) network.forbidAssurance(index, times);
      });
    }
    for (const index of this.arcsIn(person, week)) {
      const arc = this.arc(index);
      const window = assurableWindow(arc, this.seconds, assurer);
      if (!window) network.forbid(index, times);
      else network.addCost(index, window.changes - arc.changes, window.fit - arc.fit, times);
    }
  }

  private seat({ place, against, isHeld, not }: Seat, times: 1 | -1): void {
    const { network } = this;
    network.requireLead(place.review, times);
    if (isHeld) network.blockWeek(place.person, place.week, times);
    for (const index of against) network.forbid(index, times);
    for (const index of not) network.forbidAssurance(index, times);
  }
}

function windowAt(arc: LeadArc, { slot }: SecondPlace): LeadWindow | undefined {
  return arc.windows.find(({ candidate }) => candidate.slot === slot);
}

function seatedBeside(led: readonly LeadArc[], place: SecondPlace): HeldSecond | null {
  const arc = led.find(({ review }) => review === place.review);
  const window = arc && windowAt(arc, place);
  const { review, person, role } = place;
  return window ? { review, window, person, role } : null;
}

/** The weeks in which people are held to a second seat. */
export function heldWeeks(restrictions: readonly Restriction[]): Map<number, number[]> {
  const weeks = new Map<number, number[]>();
  for (const each of restrictions) {
    if (each.kind === 'SEATED' && each.isHeld) append(weeks, each.place.person, each.place.week);
    else if (each.kind === 'ASSURED' && each.assurer !== null && each.week !== null) {
      append(weeks, each.assurer, each.week);
    }
  }
  return weeks;
}
