import type { Problem } from '../problem.js';
import { restRuns } from '../rules/rest-is-kept.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import { PriorityQueue } from './priority-queue.js';
import type { SecondCandidates } from './second-candidates.js';
import { type HeldAssurer, type Seated, SecondSeating } from './seat-seconds.js';

/** What a branch of the search holds to, beside the problem itself. */
export type Restriction =
  | { kind: 'WEEK_BLOCKED'; person: number; week: number }
  | { kind: 'LEADS_NOTHING'; person: number }
  | { kind: 'ASSURED'; arc: number; window: LeadWindow; assurer: number };

interface SearchNode {
  restrictions: readonly Restriction[];
  /** Cost of the levels that no plan of this branch is below. */
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
  /** As many shadows as can be hoped for: a plan with fewer does not end the search. */
  shadows: number;
}

/**
 * Best-first branch and bound over flows: each branch is the network with a few restrictions, solved from where the last
 * one stood. A branch whose leads overwork themselves is divided by the weeks of the run they overwork in; one in which
 * a new lead finds no assurer by who assures them, and where. The first branch in which everything fits is optimal in the
 * levels of the network (`docs/model.md`, "Search").
 */
export class LeadSearch {
  private applied: readonly Restriction[] = [];
  private readonly queue = new PriorityQueue<SearchNode>(comesFirst);
  private age = 0;
  nodes = 0;

  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly seconds: SecondCandidates,
    private readonly limits: SearchLimits,
  ) {}

  run(root: readonly Restriction[]): SearchResult {
    let best: readonly number[] | null = null;
    this.push(root, [], 0);
    for (let node = this.queue.pop(); node; node = this.queue.pop()) {
      best = node.bound;
      if (this.nodes++ >= this.limits.mostNodes) return { bound: best, seated: null, status: 'LIMIT' };
      const end = this.look(node);
      if (end === 'STOPPED') return { bound: best, seated: null, status: 'STOPPED' };
      if (end) return { bound: this.network.values(), seated: end, status: 'ATTAINED' };
    }
    return { bound: null, seated: null, status: 'INFEASIBLE' };
  }

  /** Takes the last branch's restrictions back. */
  release(): void {
    this.apply([]);
  }

  /** Solves a branch; a plan that attains its bound, or null when it was put back, divided or is empty. */
  private look(node: SearchNode): Seated | 'STOPPED' | null {
    this.apply(node.restrictions);
    const solved = this.solveResting();
    if (solved === 'STOPPED') return solved;
    const bound = this.network.values();
    if ((bound[0] as number) > 0) return null;
    const next = this.queue.peek();
    if (next && compare(bound, next.bound) > 0) {
      this.push(node.restrictions, bound, node.depth);
      return null;
    }
    if (solved) {
      this.branchOnRest(node, bound, solved);
      return null;
    }
    const led = this.network.chosen().map((arc) => this.network.arcs[arc] as LeadArc);
    const seated = new SecondSeating(this.problem, this.seconds, led, heldBy(node, this.network.arcs)).run();
    if (seated.rows) {
      this.limits.offer(seated);
      return seated;
    }
    this.branchOnAssurer(node, bound, seated.stuck as number);
    return null;
  }

  /** Solves and holds overworked runs until none is left that can be held: null, or the weeks to branch on. */
  private solveResting(): { person: number; weeks: number[] } | 'STOPPED' | null {
    for (;;) {
      if (!this.network.solve(this.limits.shouldStop)) return 'STOPPED';
      if ((this.network.values()[0] as number) > 0) return null;
      let overlapping: { person: number; weeks: number[] } | null = null;
      let isHeld = false;
      for (const overworked of this.overworked()) {
        if (this.network.holdRest(overworked.person, overworked.run)) isHeld = true;
        else overlapping ??= overworked;
      }
      if (!isHeld) return overlapping;
    }
  }

  /** For each person at most one run of weeks in which they lead too much. */
  private overworked(): { person: number; run: { from: number; to: number }; weeks: number[] }[] {
    const { leads, weeks: all } = this.problem;
    const weeksOf = new Map<number, number[]>();
    for (const index of this.network.chosen()) {
      const { person, week } = this.network.arcs[index] as LeadArc;
      weeksOf.set(person, [...(weeksOf.get(person) ?? []), week]);
    }
    return [...weeksOf].flatMap(([person, used]) => {
      const lead = leads[person];
      if (!lead || used.length <= lead.limits.restReviews) return [];
      for (const run of restRuns(lead, all.length)) {
        const weeks = used.filter((week) => week >= run.from && week < run.to).sort((a, b) => a - b);
        if (weeks.length > lead.limits.restReviews) return [{ person, run, weeks }];
      }
      return [];
    });
  }

  private branchOnRest(
    node: SearchNode,
    bound: readonly number[],
    { person, weeks }: { person: number; weeks: number[] },
  ): void {
    const most = this.problem.leads[person]?.limits.restReviews as number;
    for (const week of weeks.slice(0, most + 1)) {
      const blocked: Restriction = { kind: 'WEEK_BLOCKED', person, week };
      this.push([...node.restrictions, blocked], bound, node.depth + 1);
    }
  }

  /** A new lead leads nothing, or somebody assures them somewhere. */
  private branchOnAssurer(node: SearchNode, bound: readonly number[], person: number): void {
    this.push([...node.restrictions, { kind: 'LEADS_NOTHING', person }], bound, node.depth + 1);
    this.network.arcs.forEach((arc, index) => {
      if (arc.person !== person) return;
      for (const window of arc.windows) {
        for (const { person: assurer } of this.seconds.assurersOf(arc.review, window.candidate.slot)) {
          if (assurer === person) continue;
          const assured: Restriction = { kind: 'ASSURED', arc: index, window, assurer };
          this.push([...node.restrictions, assured], bound, node.depth + 1);
        }
      }
    });
  }

  private push(restrictions: readonly Restriction[], bound: readonly number[], depth: number): void {
    this.queue.push({ restrictions, bound, depth, age: this.age++ });
  }

  private apply(restrictions: readonly Restriction[]): void {
    for (const each of this.applied) this.change(each, -1);
    for (const [person, held] of seatsHeld(this.applied)) this.limitTerm(person, held, -1);
    for (const each of restrictions) this.change(each, 1);
    for (const [person, held] of seatsHeld(restrictions)) this.limitTerm(person, held, 1);
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
      const arc = network.arcs[restriction.arc] as LeadArc;
      network.insist(restriction.arc, times);
      network.addCost(restriction.arc, restriction.window.changes - arc.changes, restriction.window.fit - arc.fit, times);
      network.blockWeek(restriction.assurer, arc.week, times);
    }
  }
}

/** How many second seats each person is held to. */
function seatsHeld(restrictions: readonly Restriction[]): Map<number, number> {
  const held = new Map<number, number>();
  for (const each of restrictions) {
    if (each.kind === 'ASSURED') held.set(each.assurer, (held.get(each.assurer) ?? 0) + 1);
  }
  return held;
}

function heldBy(node: SearchNode, arcs: readonly LeadArc[]): HeldAssurer[] {
  return node.restrictions.flatMap((each) =>
    each.kind === 'ASSURED'
      ? [{ review: (arcs[each.arc] as LeadArc).review, window: each.window, assurer: each.assurer }]
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

function comesFirst(a: SearchNode, b: SearchNode): number {
  return compare(a.bound, b.bound) || b.depth - a.depth || a.age - b.age;
}
