import type { Assurance } from './assurances.js';
import { BALANCE, COMMITMENT, FIT, LEVELS, UNCOVERED } from './build-network.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { SecondCandidates } from './second-candidates.js';

/** The levels in which needs of assurers cost something. */
const PRICED = [UNCOVERED, COMMITMENT, BALANCE, FIT];
/** The first step towards the target is as long as Polyak's; it is halved after so many steps without a better bound. */
const PATIENCE = 5;
const SHORTEST_STEP = 0.05;
/** By what share of itself a bound of fit is often raised. */
const USUAL_RISE = 0.02;

/**
 * Prices (Lagrange multipliers) for what the flow of needs mistakes: that a new lead is assured only in a week in which
 * they lead, and that whoever assures does not count it as a review led. Whatever the prices, the flow stays a lower bound;
 * subgradient steps raise it (Held, Wolfe and Crowder 1974; `docs/model.md`, "Prices for assurers").
 */
export class AssurancePrices {
  private readonly exits = new Map<number, number[]>();
  private readonly meetings: readonly Meeting[];
  private readonly applied = new Set<number>();

  constructor(
    private readonly network: LeadNetwork,
    seconds: SecondCandidates,
  ) {
    const arcsOf = assurableArcs(network, seconds);
    const meetings = new Map<string, Meeting>();
    network.assurances.forEach(({ newLead, week, assurer }, index) => {
      this.exits.set(assurer, none());
      for (const by of ['anybody', assurer]) {
        const key = `${newLead} ${week} ${by}`;
        const known = meetings.get(key);
        if (known) known.assurances.push(index);
        else {
          const leadArcs = arcsOf.get(key) ?? [];
          meetings.set(key, { newLead, assurances: [index], leadArcs, price: none() });
        }
      }
    });
    this.meetings = [...meetings.values()];
  }

  /** The prices of a new lead's weeks hold from now on, or no longer. */
  apply(newLead: number, times: 1 | -1): void {
    if (times === 1) this.applied.add(newLead);
    else this.applied.delete(newLead);
    for (const meeting of this.meetings) {
      if (meeting.newLead === newLead) this.charge(meeting, times);
    }
  }

  /** Takes every price back. */
  clear(): void {
    for (const level of LEVELS.keys()) this.restore(level, this.copy(level).fill(0));
  }

  /**
   * Raises the bound, level by level, towards what a plan is known to cost. Where coverage or commitment stays in doubt, the
   * levels after it are left: they would take most of the time and prove nothing.
   *
   * @param bound solves the network and gives what the flow costs in each level; null: it was stopped
   * @returns false when it was stopped
   */
  raise(bound: () => number[] | null, target: readonly number[], mostSteps: number): boolean {
    for (const level of PRICED) {
      const now = this.raiseLevel(level, bound, target, mostSteps);
      if (now === null) return false;
      if (level < BALANCE && (now[level] as number) < (target[level] as number)) break;
    }
    return true;
  }

  private raiseLevel(
    level: number,
    bound: () => number[] | null,
    target: readonly number[],
    mostSteps: number,
  ): readonly number[] | null {
    let best = bound();
    if (!best) return null;
    // Where an aim before is in doubt, what is known says little of this one.
    const isKnown = target.slice(0, level).every((value, i) => value === best?.[i]);
    const guess = (best[level] as number) + Math.abs(best[level] as number) * USUAL_RISE;
    const goal = isKnown ? (target[level] as number) : guess;
    let kept = this.copy(level);
    let length = 1;
    let stale = 0;
    for (let step = 0; step < mostSteps && length > SHORTEST_STEP; step++) {
      const violations = this.violations();
      const norm = violations.reduce((sum, { by }) => sum + by * by, 0);
      const gap = goal - (best[level] as number);
      if (norm === 0 || gap <= 0) break;
      for (const { move, by } of violations) move(level, (length * gap * by) / norm);
      const now = bound();
      if (!now) return null;
      if (compare(now, best) > 0) {
        best = now;
        kept = this.copy(level);
        stale = 0;
      } else if (++stale === PATIENCE) {
        length /= 2;
        stale = 0;
      }
    }
    this.restore(level, kept);
    return best;
  }

  /** By how much the flow breaks each of the rules that are priced; what is kept with room to spare counts negative. */
  private violations(): Violation[] {
    const { network } = this;
    const met = new Set(network.met());
    const metBy = new Map<number, number>();
    for (const index of met) {
      const { assurer } = network.assurances[index] as Assurance;
      metBy.set(assurer, (metBy.get(assurer) ?? 0) + 1);
    }
    const found: Violation[] = [];
    for (const [assurer, price] of this.exits) {
      const by = network.exits(assurer) - (metBy.get(assurer) ?? 0);
      if (by === 0) continue;
      found.push({
        by,
        move: (level, amount) =>
          this.setExit(assurer, level, this.limited(level, moved(price[level] as number, amount))),
      });
    }
    const chosen = new Set(network.chosen());
    for (const meeting of this.meetings) {
      if (!this.applied.has(meeting.newLead)) continue;
      const isMet = meeting.assurances.some((index) => met.has(index));
      const isLed = meeting.leadArcs.some((arc) => chosen.has(arc));
      const by = (isMet ? 1 : 0) - (isLed ? 1 : 0);
      if (by === 0 || (by < 0 && meeting.price.every((price) => price === 0))) continue;
      found.push({
        by,
        move: (level, amount) => {
          const price = this.limited(level, moved(meeting.price[level] as number, amount));
          this.setMeeting(meeting, level, Math.max(0, price));
        },
      });
    }
    return found;
  }

  private limited(level: number, price: number): number {
    const most = this.network.dearestPrice[level] as number;
    return Math.max(-most, Math.min(most, price));
  }

  private setExit(assurer: number, level: number, price: number): void {
    const prices = this.exits.get(assurer) as number[];
    this.network.priceExit(assurer, level, price - (prices[level] as number));
    prices[level] = price;
  }

  private setMeeting(meeting: Meeting, level: number, price: number): void {
    const { newLead, assurances, leadArcs } = meeting;
    const more = price - (meeting.price[level] as number);
    meeting.price[level] = price;
    if (this.applied.has(newLead)) this.network.priceMeeting(assurances, leadArcs, level, more);
  }

  private charge({ assurances, leadArcs, price }: Meeting, times: 1 | -1): void {
    price.forEach((amount, level) => {
      if (amount !== 0) this.network.priceMeeting(assurances, leadArcs, level, times * amount);
    });
  }

  private copy(level: number): number[] {
    return [
      ...[...this.exits.values()].map((price) => price[level] as number),
      ...this.meetings.map(({ price }) => price[level] as number),
    ];
  }

  private restore(level: number, prices: readonly number[]): void {
    const assurers = [...this.exits.keys()];
    assurers.forEach((assurer, i) => this.setExit(assurer, level, prices[i] as number));
    this.meetings.forEach((meeting, i) =>
      this.setMeeting(meeting, level, prices[assurers.length + i] as number),
    );
  }
}

/** A new lead is assured in a week, by anybody or by one person, only while leading where that can be. */
interface Meeting {
  newLead: number;
  assurances: number[];
  leadArcs: number[];
  /** By level, at least 0. */
  price: number[];
}

interface Violation {
  by: number;
  move: (level: number, amount: number) => void;
}

/** The arcs by which each new lead leads in a week where anybody, or somebody, can assure them. */
function assurableArcs(network: LeadNetwork, seconds: SecondCandidates): Map<string, number[]> {
  const arcs = new Map<string, number[]>();
  const newLeads = new Set(network.assurances.map(({ newLead }) => newLead));
  network.arcs.forEach((arc, index) => {
    if (!newLeads.has(arc.person)) return;
    const by = new Set<number | 'anybody'>();
    for (const { candidate } of arc.windows) {
      for (const { person } of seconds.of('QUALITY_ASSURER', arc.review, candidate.slot)) {
        if (person !== arc.person) by.add(person).add('anybody');
      }
    }
    for (const each of by) {
      const key = `${arc.person} ${arc.week} ${each}`;
      arcs.set(key, [...(arcs.get(key) ?? []), index]);
    }
  });
  return arcs;
}

function none(): number[] {
  return LEVELS.map(() => 0);
}

/** Prices are integers, and each step moves them. */
function moved(price: number, amount: number): number {
  return price + Math.sign(amount) * Math.max(1, Math.round(Math.abs(amount)));
}
