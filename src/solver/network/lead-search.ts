import type { Problem } from '../problem.js';
import { restRuns } from '../rules/rest-is-kept.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import { PriorityQueue } from './priority-queue.js';
import type { SecondCandidates } from './second-candidates.js';
import { type HeldAssurer, keepsRest, type Seated, SecondSeating } from './seat-seconds.js';

/** What a branch of the search holds to, beside the problem itself. */
export type Restriction =
  | { kind: 'WEEK_BLOCKED'; person: number; week: number }
  | { kind: 'LEADS_NOTHING'; person: number }
  /** A new lead leads a review in this week that somebody, or this assurer, can assure. */
  | { kind: 'ASSURED'; person: number; week: number; assurer: number | null };

interface SearchNode {
  restrictions: readonly Restriction[];
  /** No plan of this branch is below, in the limbs of the network. */
  bound: readonly number[];
  /** Ties are broken by depth (dive), then by age. */
  depth: number;
  age: number;
}

/** Where a search ended. */
export interface SearchResult {
  /** Proven: no plan costs less, lexicographically, in the levels of the network. Null: nothing keeps the pins. */
  bound: readonly number[] | null;
  /** A plan that attains the bound, when there is one. */
  seated: Seated | null;
  status: 'ATTAINED' | 'INFEASIBLE' | 'LIMIT' | 'STOPPED';
}

export interface SearchLimits {
  shouldStop(pivots: number): boolean;
  mostNodes: number;
  /** Takes every plan on the way; returns the levels that a branch must beat, if any plan is known. */
  offer(seated: Seated): void;
}

/**
 * Best-first branch and bound over flows: each branch is the network with a few restrictions, solved from where the last
 * one stood. A branch whose leads overwork themselves is divided by the weeks of the run they overwork in; one in which
 * a new lead finds no assurer by who assures them, and where. The first branch in which everything fits is optimal in the
 * levels of the network (`docs/model.md`, "Search").
 */
export class LeadSearch {
  private applied: readonly Restriction[] = [];
  private readonly queue: PriorityQueue<SearchNode>;
  private readonly arcsOfPerson: readonly number[][];
  private age = 0;
  nodes = 0;

  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly seconds: SecondCandidates,
    private readonly limits: SearchLimits,
    /** Best first proves; a dive finds some good plan soon. */
    private readonly order: 'BEST_FIRST' | 'DIVE',
  ) {
    this.queue = new PriorityQueue(order === 'DIVE' ? isDeeper : comesFirst);
    const arcsOfPerson: number[][] = problem.leads.map(() => []);
    network.arcs.forEach(({ person }, index) => arcsOfPerson[person]?.push(index));
    this.arcsOfPerson = arcsOfPerson;
  }

  run(): SearchResult {
    this.push([], [], 0);
    for (let node = this.queue.pop(); node; node = this.queue.pop()) {
      if (this.nodes++ >= this.limits.mostNodes) return { bound: node.bound, seated: null, status: 'LIMIT' };
      const end = this.look(node);
      if (typeof end === 'string') return { bound: node.bound, seated: null, status: end };
      if (end) return { bound: this.cost(), seated: end, status: 'ATTAINED' };
    }
    return { bound: null, seated: null, status: 'INFEASIBLE' };
  }

  /** What the flow costs, in limbs. */
  private cost(): number[] {
    return this.network.weighted(this.levels());
  }

  /** Cost of the flow in each level; each week that is insisted on counts −1 as a penalty when it is kept. */
  private levels(): number[] {
    const [penalty, ...rest] = this.network.values() as [number, ...number[]];
    return [penalty + this.applied.filter(({ kind }) => kind === 'ASSURED').length, ...rest];
  }

  /** Takes the last branch's restrictions back. */
  release(): void {
    this.apply([]);
  }

  /** Solves a branch; a plan that attains its bound, or null when it was put back, divided or is empty. */
  private look(node: SearchNode): Seated | 'STOPPED' | 'LIMIT' | null {
    this.apply(node.restrictions);
    const solved = this.solveResting();
    if (solved === 'STOPPED') return solved;
    if (this.isBroken()) return null;
    const bound = this.cost();
    const next = this.queue.peek();
    const isRival = next && (this.order === 'BEST_FIRST' || next.depth === node.depth);
    if (isRival && compare(bound, next.bound) > 0) {
      this.push(node.restrictions, bound, node.depth);
      return null;
    }
    if (solved) {
      this.branchOnRest(node, bound, solved);
      return null;
    }
    const led = this.network.chosen().map((arc) => this.network.arcs[arc] as LeadArc);
    const seated = new SecondSeating(this.problem, this.seconds, led, this.heldBy(node, led)).run();
    if (seated.rows) {
      this.limits.offer(seated);
      return seated;
    }
    // Whom a pin names was not free: that is not what the search branches on.
    if (typeof seated.stuck !== 'number') return 'LIMIT';
    this.branchOnAssurer(node, bound, seated.stuck);
    return null;
  }

  /** Solves and holds overworked runs until none is left that can be held: null, or the weeks to branch on. */
  private solveResting(): Overworked | 'STOPPED' | null {
    for (;;) {
      if (!this.network.solve(this.limits.shouldStop)) return 'STOPPED';
      if (this.isBroken()) return null;
      let overlapping: Overworked | null = null;
      let isHeld = false;
      for (const overworked of this.overworked()) {
        // A group holds what is led in a run; with seats held to beside, only branching helps.
        const { person, run, weeks } = overworked;
        const isByLeading = weeks.length > (this.problem.leads[person]?.limits.restReviews ?? 0);
        if (isByLeading && this.network.holdRest(person, run)) isHeld = true;
        else overlapping ??= overworked;
      }
      if (!isHeld) return overlapping;
    }
  }

  /** For each person at most one run of weeks in which they have too many seats, led or held to. */
  private overworked(): Overworked[] {
    const { leads, weeks: all } = this.problem;
    const ledBy = groupWeeks(this.network.chosen().map((arc) => this.network.arcs[arc] as LeadArc));
    const heldBy = groupWeeks(heldSeats(this.applied));
    return [...ledBy].flatMap(([person, led]) => {
      const lead = leads[person];
      const held = heldBy.get(person) ?? [];
      if (!lead || led.length + held.length <= lead.limits.restReviews) return [];
      for (const run of restRuns(lead, all.length)) {
        const within = (weeks: readonly number[]): number[] =>
          weeks.filter((week) => week >= run.from && week < run.to);
        const weeks = within(led).sort((a, b) => a - b);
        const most = lead.limits.restReviews - within(held).length;
        if (weeks.length > most) return [{ person, run, weeks, most }];
      }
      return [];
    });
  }

  private branchOnRest(
    node: SearchNode,
    bound: readonly number[],
    { person, weeks, most }: Overworked,
  ): void {
    for (const week of weeks.slice(0, most + 1)) {
      const blocked: Restriction = { kind: 'WEEK_BLOCKED', person, week };
      this.push([...node.restrictions, blocked], bound, node.depth + 1);
    }
  }

  private isBroken(): boolean {
    return (this.levels()[0] as number) > 0;
  }

  /** A new lead leads nothing, or is assured in some week; once the week is known, somebody assures them. */
  private branchOnAssurer(node: SearchNode, bound: readonly number[], person: number): void {
    const known = node.restrictions.find(
      (each) => each.kind === 'ASSURED' && each.person === person,
    ) as (Restriction & { kind: 'ASSURED' }) | undefined;
    const others = node.restrictions.filter((each) => each !== known);
    const add = (restriction: Restriction, by: readonly number[]): void => {
      this.push([...others, restriction], bound.map((each, i) => each + (by[i] ?? 0)), node.depth + 1);
    };
    if (!known) {
      add({ kind: 'LEADS_NOTHING', person }, []);
      for (const [week, least] of this.leastByWeek(person)) {
        add({ kind: 'ASSURED', person, week, assurer: null }, least);
      }
      return;
    }
    if (known.assurer !== null) throw new Error('An assurer who is held was not seated.');
    const assurers = new Set<number>();
    for (const index of this.arcsOf(person, known.week)) {
      for (const { candidate } of (this.network.arcs[index] as LeadArc).windows) {
        for (const second of this.seconds.of('QUALITY_ASSURER', candidate.review, candidate.slot)) assurers.add(second.person);
      }
    }
    assurers.delete(person);
    for (const assurer of assurers) {
      if (this.canHold(others, assurer, known.week)) add({ ...known, assurer }, []);
    }
  }

  /** Whether somebody can be held to one more seat beside those they are held to. */
  private canHold(restrictions: readonly Restriction[], person: number, week: number): boolean {
    const held = heldSeats(restrictions).flatMap((seat) => (seat.person === person ? seat.week : []));
    const { limits } = this.problem.leads[person] as Problem['leads'][number];
    return !held.includes(week) && held.length < limits.term && keepsRest([...held, week], limits);
  }

  /** For each week in which somebody could assure a new lead, what leading there costs at least. */
  private leastByWeek(person: number): Map<number, readonly number[]> {
    const least = new Map<number, readonly number[]>();
    for (const index of this.arcsOfPerson[person] ?? []) {
      const arc = this.network.arcs[index] as LeadArc;
      if (!this.assurable(arc, null)) continue;
      const reduced = this.network.reducedCosts(index);
      const none = reduced.map(() => 0);
      const cost = compare(reduced, none) < 0 ? none : reduced;
      const known = least.get(arc.week);
      if (!known || compare(cost, known) < 0) least.set(arc.week, cost);
    }
    return least;
  }

  private arcsOf(person: number, week: number): number[] {
    return (this.arcsOfPerson[person] ?? []).filter((index) => this.network.arcs[index]?.week === week);
  }

  /** The cheapest window of a lead arc in which somebody, or this assurer, can sit beside the lead. */
  private assurable(arc: LeadArc, assurer: number | null): LeadWindow | null {
    let best: LeadWindow | null = null;
    for (const window of arc.windows) {
      const canSit = this.seconds
        .of('QUALITY_ASSURER', arc.review, window.candidate.slot)
        .some(({ person }) => person !== arc.person && (assurer === null || person === assurer));
      if (canSit && (!best || window.changes < best.changes || (window.changes === best.changes && window.fit < best.fit))) best = window;
    }
    return best;
  }

  private heldBy(node: SearchNode, led: readonly LeadArc[]): HeldAssurer[] {
    return node.restrictions.flatMap((each) => {
      if (each.kind !== 'ASSURED' || each.assurer === null) return [];
      const arc = led.find(({ person, week }) => person === each.person && week === each.week);
      const window = arc && this.assurable(arc, each.assurer);
      if (!window) throw new Error('A new lead who is held to a week does not lead in it.');
      return [{ review: arc.review, window, assurer: each.assurer }];
    });
  }

  private push(restrictions: readonly Restriction[], bound: readonly number[], depth: number): void {
    this.queue.push({ restrictions, bound, depth, age: this.age++ });
  }

  private apply(restrictions: readonly Restriction[]): void {
    for (const each of this.applied) this.change(each, -1);
    for (const [person, { length }] of groupWeeks(heldSeats(this.applied))) this.limitTerm(person, length, -1);
    for (const each of restrictions) this.change(each, 1);
    for (const [person, { length }] of groupWeeks(heldSeats(restrictions))) this.limitTerm(person, length, 1);
    this.applied = restrictions;
  }

  private limitTerm(person: number, held: number, times: 1 | -1): void {
    const { term } = (this.problem.leads[person] as Problem['leads'][number]).limits;
    this.network.limitTerm(person, Math.max(0, term - held), times);
  }

  private change(restriction: Restriction, times: 1 | -1): void {
    const { network } = this;
    if (restriction.kind === 'WEEK_BLOCKED') {
      network.blockWeek(restriction.person, restriction.week, times);
    } else if (restriction.kind === 'LEADS_NOTHING') {
      network.limitTerm(restriction.person, 0, times);
    } else {
      const { person, week, assurer } = restriction;
      network.insistOnWeek(person, week, times);
      if (assurer !== null) network.blockWeek(assurer, week, times);
      for (const index of this.arcsOf(person, week)) {
        const arc = network.arcs[index] as LeadArc;
        const window = this.assurable(arc, assurer);
        if (!window) network.forbid(index, times);
        else network.addCost(index, window.changes - arc.changes, window.fit - arc.fit, times);
      }
    }
  }
}

/** A run of weeks in which somebody leads more than the `most` that is left to them. */
interface Overworked {
  person: number;
  run: { from: number; to: number };
  weeks: number[];
  most: number;
}

function groupWeeks(seats: readonly { person: number; week: number }[]): Map<number, number[]> {
  const weeks = new Map<number, number[]>();
  for (const { person, week } of seats) {
    const theirs = weeks.get(person);
    if (theirs) theirs.push(week);
    else weeks.set(person, [week]);
  }
  return weeks;
}

/** The seats that assurers are held to. */
function heldSeats(restrictions: readonly Restriction[]): { person: number; week: number }[] {
  return restrictions.flatMap((each) =>
    each.kind === 'ASSURED' && each.assurer !== null
      ? [{ person: each.assurer, week: each.week }]
      : [],
  );
}

/** Lexicographic order of tuples; a missing number counts as less than any. */
export function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -Infinity) - (b[i] ?? -Infinity);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

function isDeeper(a: SearchNode, b: SearchNode): number {
  return b.depth - a.depth || compare(a.bound, b.bound) || a.age - b.age;
}

function comesFirst(a: SearchNode, b: SearchNode): number {
  return compare(a.bound, b.bound) || b.depth - a.depth || a.age - b.age;
}
