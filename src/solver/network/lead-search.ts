import type { Lead, Problem, SeatRow } from '../problem.js';
import { restRuns } from '../rules/rest-is-kept.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import type { StopPivoting } from './network-simplex.js';
import { PriorityQueue } from './priority-queue.js';
import type { SecondCandidates } from './second-candidates.js';
import { type HeldAssurer, keepsRest, type Seated, SecondSeating } from './seat-seconds.js';

/** What a branch of the search holds to, beside the problem itself. */
export type Restriction =
  | { kind: 'WEEK_BLOCKED'; person: number; week: number }
  | { kind: 'LEADS_NOTHING'; person: number }
  /** A new lead has an assurer: in this week, or by this assurer in it, where they are given. */
  | { kind: 'ASSURED'; person: number; week: number | null; assurer: number | null };

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

export interface SearchStrategy {
  /** Best first proves; a dive finds some good plan soon. */
  order: 'BEST_FIRST' | 'DIVE';
  /**
   * Whether the new leads who are stuck are assured one by one, each in some week, which soon ends where assurers abound;
   * or all needs of assurers flow before any is refined, which bounds well where they are scarce.
   */
  assurers: 'ONE_BY_ONE' | 'ALL_FIRST';
}

export interface SearchLimits {
  shouldStop: StopPivoting;
  mostNodes: number;
  /** Takes every plan on the way; returns what it costs, in limbs. */
  offer(rows: SeatRow[]): readonly number[];
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
    private readonly strategy: SearchStrategy,
  ) {
    this.queue = new PriorityQueue(strategy.order === 'DIVE' ? isDeeper : comesFirst);
    const arcsOfPerson: number[][] = problem.leads.map(() => []);
    network.arcs.forEach(({ person }, index) => arcsOfPerson[person]?.push(index));
    this.arcsOfPerson = arcsOfPerson;
  }

  run(): SearchResult {
    this.push([], [], 0);
    for (let node = this.queue.pop(); node; node = this.queue.pop()) {
      if (this.nodes++ >= this.limits.mostNodes)
        return { bound: node.bound, seated: null, status: 'LIMIT' };
      const end = this.look(node);
      if (typeof end === 'string') return { bound: node.bound, seated: null, status: end };
      if (end) return { bound: this.boundOf(node), seated: end, status: 'ATTAINED' };
    }
    return { bound: null, seated: null, status: 'INFEASIBLE' };
  }

  /** A branch is part of the one before, so its flow may be cheaper only by what it mistakes. */
  private boundOf(node: SearchNode): readonly number[] {
    const cost = this.cost();
    return compare(cost, node.bound) < 0 ? node.bound : cost;
  }

  /** What the flow costs, in limbs. */
  private cost(): number[] {
    return this.network.weighted(this.levels());
  }

  /** Cost of the flow in each level; each need and each week that is insisted on counts −1 as a penalty when it is kept. */
  private levels(): number[] {
    const [penalty, ...rest] = this.network.values() as [number, ...number[]];
    const kept = this.applied.reduce(
      (sum, each) =>
        each.kind !== 'ASSURED'
          ? sum
          : sum + (each.week === null ? 0 : 1) + (each.assurer === null && this.flowsNeeds ? 1 : 0),
      0,
    );
    return [penalty + kept, ...rest];
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
    const bound = this.boundOf(node);
    const next = this.queue.peek();
    const isRival = next && (this.strategy.order === 'BEST_FIRST' || next.depth === node.depth);
    if (isRival && compare(bound, next.bound) > 0) {
      this.push(node.restrictions, bound, node.depth);
      return null;
    }
    if (solved) {
      this.branchOnRest(node, bound, solved);
      return null;
    }
    const led = this.network.chosen().map((arc) => this.network.arcs[arc] as LeadArc);
    const held = this.heldBy(node, led);
    // Somebody new took the week for assuring others: a case that the search leaves to the engine.
    if (!held) return 'LIMIT';
    const seated = new SecondSeating(this.problem, this.seconds, led, held).run();
    if (seated.rows) {
      if (compare(this.limits.offer(seated.rows), bound) <= 0) return seated;
      // A flow mistook whose load is spared: the branch is divided until it cannot.
      const vague = node.restrictions.find(
        (each): each is Assured => each.kind === 'ASSURED' && each.assurer === null,
      );
      if (!vague) throw new Error('A plan costs more than its flow.');
      this.branchOnAssurer(node, bound, vague.person);
      return null;
    }
    // What all new leads need together says more than where the first of them is assured.
    const unasked = led.find(({ person }) => this.isNew(person) && !isAskedOf(node, person));
    if (this.flowsNeeds && unasked && typeof seated.stuck === 'number') {
      this.branchOnAssurer(node, bound, unasked.person);
      return null;
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
        // A group holds what flows in a run; with seats held to beside, only branching helps.
        const { person, run, weeks } = overworked;
        const isByFlow = weeks.length > (this.problem.leads[person]?.limits.restReviews ?? 0);
        if (isByFlow && this.network.holdRest(person, run)) isHeld = true;
        else overlapping ??= overworked;
      }
      if (!isHeld) return overlapping;
    }
  }

  /** For each person at most one run of weeks in which they have too many seats, those they are held to among them. */
  private overworked(): Overworked[] {
    const { leads, weeks: all } = this.problem;
    const heldBy = heldWeeks(this.applied);
    return [...this.network.weeksUsed()].flatMap(([person, used]) => {
      const lead = leads[person];
      const held = heldBy.get(person) ?? [];
      if (!lead || used.length + held.length <= lead.limits.restReviews) return [];
      for (const run of restRuns(lead, all.length)) {
        const within = (weeks: readonly number[]): number[] =>
          weeks.filter((week) => week >= run.from && week < run.to);
        const weeks = within(used).sort((a, b) => a - b);
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

  /**
   * A new lead leads nothing or has an assurer; who has an assurer has one in some week; and in a week that is known
   * somebody assures them.
   */
  private branchOnAssurer(node: SearchNode, bound: readonly number[], person: number): void {
    const known = node.restrictions.find(
      (each): each is Assured => each.kind === 'ASSURED' && each.person === person,
    );
    const others = node.restrictions.filter((each) => each !== known);
    const add = (restriction: Restriction, by: readonly number[] = []): void => {
      const least = bound.map((each, i) => each + (by[i] ?? 0));
      this.push([...others, restriction], least, node.depth + 1);
    };
    if (!known) {
      const canBeAssured = this.network.assurances.some(({ newLead }) => newLead === person);
      if (this.flowsNeeds) {
        if (canBeAssured) add({ kind: 'ASSURED', person, week: null, assurer: null });
      } else {
        for (const [week, least] of this.leastByWeek(person)) {
          add({ kind: 'ASSURED', person, week, assurer: null }, least);
        }
      }
      add({ kind: 'LEADS_NOTHING', person });
    } else if (known.week === null) {
      for (const [week, least] of this.leastByWeek(person)) add({ ...known, week }, least);
    } else {
      if (known.assurer !== null) throw new Error('An assurer who is held was not seated.');
      for (const { newLead, week, assurer } of this.network.assurances) {
        if (newLead !== person || week !== known.week) continue;
        if (this.canHold(others, assurer, week)) add({ ...known, assurer });
      }
    }
  }

  /** Whether somebody can be held to one more seat beside those they are held to. */
  private canHold(restrictions: readonly Restriction[], person: number, week: number): boolean {
    const held = heldWeeks(restrictions).get(person) ?? [];
    const { limits } = this.problem.leads[person] as Lead;
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
    return (this.arcsOfPerson[person] ?? []).filter(
      (index) => this.network.arcs[index]?.week === week,
    );
  }

  /** The cheapest window of a lead arc in which somebody, or this assurer, can sit beside the lead. */
  private assurable(arc: LeadArc, assurer: number | null): LeadWindow | null {
    let best: LeadWindow | null = null;
    for (const window of arc.windows) {
      const canSit = this.seconds
        .of('QUALITY_ASSURER', arc.review, window.candidate.slot)
        .some(({ person }) => person !== arc.person && (assurer === null || person === assurer));
      if (
        canSit &&
        (!best ||
          window.changes < best.changes ||
          (window.changes === best.changes && window.fit < best.fit))
      )
        best = window;
    }
    return best;
  }

  /** The assurers whom the branch holds to a review; null where a new lead does not lead in the week held to. */
  private heldBy(node: SearchNode, led: readonly LeadArc[]): HeldAssurer[] | null {
    const held: HeldAssurer[] = [];
    for (const each of node.restrictions) {
      if (each.kind !== 'ASSURED' || each.assurer === null) continue;
      const arc = led.find(({ person, week }) => person === each.person && week === each.week);
      const window = arc && this.assurable(arc, each.assurer);
      if (!window) return null;
      held.push({ review: arc.review, window, assurer: each.assurer });
    }
    return held;
  }

  private get flowsNeeds(): boolean {
    return this.strategy.assurers === 'ALL_FIRST';
  }

  private isNew(person: number): boolean {
    return (this.problem.leads[person] as Lead).isNew;
  }

  private push(
    restrictions: readonly Restriction[],
    bound: readonly number[],
    depth: number,
  ): void {
    this.queue.push({ restrictions, bound, depth, age: this.age++ });
  }

  private apply(restrictions: readonly Restriction[]): void {
    this.changeAll(this.applied, -1);
    this.changeAll(restrictions, 1);
    this.applied = restrictions;
  }

  private changeAll(restrictions: readonly Restriction[], times: 1 | -1): void {
    for (const each of restrictions) this.change(each, times);
    for (const [person, held] of heldWeeks(restrictions)) {
      const { term } = (this.problem.leads[person] as Lead).limits;
      this.network.limitSeats(person, Math.max(0, term - held.length), times);
    }
  }

  private change(restriction: Restriction, times: 1 | -1): void {
    const { network } = this;
    if (restriction.kind === 'WEEK_BLOCKED') {
      network.blockWeek(restriction.person, restriction.week, times);
    } else if (restriction.kind === 'LEADS_NOTHING') {
      network.limitLoad(restriction.person, 0, times);
    } else this.assure(restriction, times);
  }

  private assure({ person, week, assurer }: Assured, times: 1 | -1): void {
    const { network } = this;
    if (assurer === null && this.flowsNeeds) network.needAssurer(person, times);
    if (week === null) return;
    network.insistOnWeek(person, week, times);
    if (assurer !== null) network.blockWeek(assurer, week, times);
    else if (this.flowsNeeds) {
      network.assurances.forEach((each, index) => {
        if (each.newLead === person && each.week !== week) network.forbidAssurance(index, times);
      });
    }
    for (const index of this.arcsOf(person, week)) {
      const arc = network.arcs[index] as LeadArc;
      const window = this.assurable(arc, assurer);
      if (!window) network.forbid(index, times);
      else network.addCost(index, window.changes - arc.changes, window.fit - arc.fit, times);
    }
  }
}

type Assured = Extract<Restriction, { kind: 'ASSURED' }>;

/** A run of weeks in which somebody has more seats than the `most` that is left to them. */
interface Overworked {
  person: number;
  run: { from: number; to: number };
  weeks: number[];
  most: number;
}

/** The weeks in which assurers are held to a review. */
function heldWeeks(restrictions: readonly Restriction[]): Map<number, number[]> {
  const weeks = new Map<number, number[]>();
  for (const each of restrictions) {
    if (each.kind !== 'ASSURED' || each.assurer === null || each.week === null) continue;
    weeks.set(each.assurer, [...(weeks.get(each.assurer) ?? []), each.week]);
  }
  return weeks;
}

function isAskedOf(node: SearchNode, newLead: number): boolean {
  return node.restrictions.some((each) => each.kind === 'ASSURED' && each.person === newLead);
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
