import { balance } from '../aims/balance.js';
import { commitment } from '../aims/commitment.js';
import type { Lead, Problem } from '../problem.js';
import { restRuns } from '../rules/rest-is-kept.js';
import type { Assurance } from './assurances.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import { LexicographicFlow, type Level } from './lexicographic-flow.js';
import { mixedOrder, NetworkBuilder, UNLIMITED, type Network } from './network.js';
import type { StopPivoting } from './network-simplex.js';

/** The levels of the network, in order: what breaks a restriction, then the aims that concern leads alone. */
export const LEVELS = ['penalty', 'uncovered', 'changes', 'commitment', 'balance', 'fit'] as const;
const [PENALTY, UNCOVERED, CHANGES, COMMITMENT, BALANCE, FIT] = [0, 1, 2, 3, 4, 5] as const;

/**
 * Leads alone, without second seats and at first without rest, are a flow of least cost (`docs/model.md`, "The network"):
 *
 *     review → (person, week) → person → sink
 *     review → sink: without a lead, pays its priority
 *
 * A person in a week carries one review; a person's units to the sink are convex, the k-th pays what a k-th review led
 * pays. Every restriction is a penalty, so the flow that is there always fits, and the next solve goes on from it: a plan
 * keeps all restrictions exactly when its penalty is 0.
 */
export class LeadNetwork {
  readonly arcCount: number;
  private readonly flow: LexicographicFlow;
  /** The network's arc of each lead arc, of each review's going without, and of each (person, week). */
  private readonly ofLead: Int32Array;
  private readonly ofUncovered: Int32Array;
  private readonly ofWeek: ReadonlyMap<number, { arc: number; node: number }>;
  private readonly ofUnits: readonly number[][];
  /** Where the weeks of a person meet. */
  private readonly personNode: Int32Array;
  private readonly ofAssurance: Int32Array;
  /** Of each assurer, the arcs that all their seats take, one each. */
  private readonly ofTerm: ReadonlyMap<number, number[]>;
  private readonly needs: ReadonlyMap<number, Need>;
  private readonly spares: Spare[];
  private readonly groups = new Map<number, RestGroup[]>();

  constructor(
    private readonly problem: Problem,
    readonly arcs: readonly LeadArc[],
    readonly assurances: readonly Assurance[],
  ) {
    const built = buildNetwork(problem, arcs, assurances);
    this.arcCount = arcs.length;
    this.flow = built.flow;
    this.ofLead = built.ofLead;
    this.ofUncovered = built.ofUncovered;
    this.ofWeek = built.ofWeek;
    this.ofUnits = built.ofUnits;
    this.personNode = built.personNode;
    this.spares = built.spares;
    this.ofAssurance = built.ofAssurance;
    this.needs = built.needs;
    this.ofTerm = built.ofTerm;
  }

  get pivots(): number {
    return this.flow.simplex.pivots;
  }

  solve(shouldStop: StopPivoting): boolean {
    return this.flow.solve(shouldStop);
  }

  /** Cost of the flow in each of `LEVELS`. */
  values(): number[] {
    return this.flow.values();
  }

  /** The lead arcs that carry a review. */
  chosen(): number[] {
    const chosen: number[] = [];
    for (let i = 0; i < this.arcCount; i++) {
      if (this.flow.flow[this.ofLead[i] as number] === 1) chosen.push(i);
    }
    return chosen;
  }

  /** The weeks in which each person has a seat, led or assuring. */
  weeksUsed(): Map<number, number[]> {
    const used = new Map<number, number[]>();
    const weekCount = this.problem.weeks.length;
    for (const [key, { arc }] of this.ofWeek) {
      const week = key % weekCount;
      if (this.flow.flow[arc] === 1) append(used, (key - week) / weekCount, week);
    }
    return used;
  }

  /** See `LexicographicFlow.reducedCosts`. */
  reducedCosts(leadArc: number): number[] {
    return this.flow.reducedCosts(this.ofLead[leadArc] as number);
  }

  /** How much more a window costs than the cheapest of its arc, in limbs. */
  extraCost(arc: LeadArc, window: LeadWindow): number[] {
    return this.flow.weighted([0, 0, window.changes - arc.changes, 0, 0, window.fit - arc.fit]);
  }

  /** How many levels the limbs hold in which the gap is 0, up to the first in which it is not. */
  levelsWithout(gap: readonly number[]): number {
    return this.flow.levelsWithout(gap);
  }

  weighted(values: readonly number[]): number[] {
    return this.flow.weighted(values);
  }

  /**
   * The plans of leads that cost at most `gap` more than this one, in limbs: which lead arcs they may use, and what they all
   * have in common. Right after a solve that was not stopped.
   */
  face(gap: readonly number[]): LeadFace {
    const free = this.flow.freeArcs(gap);
    const { flow } = this.flow;
    const fixed: number[] = [];
    const open: number[] = [];
    this.ofLead.forEach((arc, index) => {
      if (free[arc] === 1) open.push(index);
      else if (flow[arc] === 1) fixed.push(index);
    });
    const counts: LeadFace['counts'] = [];
    /** So many of the open arcs of a group carry a review as the group carries in all, without its fixed ones. */
    const count = (leadArcs: number[], known: number[] | undefined, all: Range): void => {
      const fixedHere = known?.length ?? 0;
      counts.push({ least: all.least - fixedHere, most: all.most - fixedHere, leadArcs });
    };
    const groupsOf = (indexes: readonly number[], keyOf: (arc: LeadArc) => number): Map<number, number[]> => {
      const groups = new Map<number, number[]>();
      for (const index of indexes) append(groups, keyOf(this.arcs[index] as LeadArc), index);
      return groups;
    };
    const weekCount = this.problem.weeks.length;
    const byReview = (arc: LeadArc): number => arc.review;
    const byWeek = (arc: LeadArc): number => arc.person * weekCount + arc.week;
    const byPerson = (arc: LeadArc): number => arc.person;

    const fixedByReview = groupsOf(fixed, byReview);
    for (const [review, leadArcs] of groupsOf(open, byReview)) {
      const uncovered = this.ofUncovered[review] as number;
      const carried = 1 - (flow[uncovered] as number);
      if (free[uncovered] === 0) count(leadArcs, fixedByReview.get(review), { least: carried, most: carried });
    }
    const fixedByWeek = groupsOf(fixed, byWeek);
    for (const [key, leadArcs] of groupsOf(open, byWeek)) {
      const { arc } = this.ofWeek.get(key) as { arc: number };
      const carried = flow[arc] as number;
      if (free[arc] === 0) count(leadArcs, fixedByWeek.get(key), { least: carried, most: carried });
    }
    const fixedByPerson = groupsOf(fixed, byPerson);
    for (const [person, leadArcs] of groupsOf(open, byPerson)) {
      const known = fixedByPerson.get(person) ?? [];
      count(leadArcs, known, this.carriedBy(this.ofUnits[person] ?? [], free));
      const term = this.ofTerm.get(person);
      if (term !== undefined) count(leadArcs, known, this.carriedBy(term, free));
      (this.groups.get(person) ?? []).forEach((run, number) => {
        const within = (index: number): boolean => {
          const { week } = this.arcs[index] as LeadArc;
          return week >= run.from && week < run.to;
        };
        const links = (this.spares[person]?.links[number] ?? []).slice(0, -1);
        count(leadArcs.filter(within), known.filter(within), this.carriedBy(links, free));
      });
    }
    return { fixed, open, counts };
  }

  /** What some arcs together carry at least and at most. */
  private carriedBy(links: readonly number[], free: Uint8Array): Range {
    return links.reduce(
      ({ least, most }, arc) => {
        const carried = this.flow.flow[arc] as number;
        const isFree = free[arc] === 1;
        return {
          least: least + (isFree ? 0 : carried),
          most: most + (isFree ? (this.flow.network.capacity[arc] as number) : carried),
        };
      },
      { least: 0, most: 0 },
    );
  }

  /** Going without a lead breaks a restriction; −1 takes that back. */
  requireLead(review: number, times: 1 | -1 = 1): void {
    this.flow.addCost(PENALTY, this.ofUncovered[review] as number, times);
  }

  /**
   * A new lead takes one of somebody's weeks for being assured, by one of their assurances; −1 takes that back. It counts
   * −1 as a penalty when it is kept. Whose load is spared for it may be mistaken for another assurer's: the costs are a
   * lower bound.
   */
  needAssurer(newLead: number, times: 1 | -1 = 1): void {
    const need = this.needs.get(newLead);
    if (!need) throw new RangeError('This new lead cannot be assured at all.');
    this.flow.addCost(PENALTY, need.without, times);
    this.flow.addCost(PENALTY, need.exit, -2 * times);
    for (const index of need.assurances) {
      this.flow.addCost(PENALTY, this.ofAssurance[index] as number, -times);
    }
  }

  /** Being assured so breaks a restriction; −1 takes that back. */
  forbidAssurance(index: number, times: 1 | -1 = 1): void {
    this.flow.addCost(PENALTY, this.ofAssurance[index] as number, times);
  }

  /** Leading in this week counts −1 as a penalty; −1 takes that back. */
  insistOnWeek(person: number, week: number, times: 1 | -1 = 1): void {
    this.blockWeek(person, week, times === 1 ? -1 : 1);
  }

  /** A window that is not the cheapest costs so much more; −1 takes that back. */
  addCost(leadArc: number, changes: number, fit: number, times: 1 | -1 = 1): void {
    const arc = this.ofLead[leadArc] as number;
    if (changes !== 0) this.flow.addCost(CHANGES, arc, times * changes);
    if (fit !== 0) this.flow.addCost(FIT, arc, times * fit);
  }

  /** Taking this lead arc breaks a restriction; −1 takes that back. */
  forbid(leadArc: number, times: 1 | -1 = 1): void {
    this.flow.addCost(PENALTY, this.ofLead[leadArc] as number, times);
  }

  /** Leading anything in this week breaks a restriction; −1 takes that back. */
  blockWeek(person: number, week: number, times: 1 | -1 = 1): void {
    const found = this.ofWeek.get(person * this.problem.weeks.length + week);
    if (found) this.flow.addCost(PENALTY, found.arc, times);
  }

  /** Leading more than `most` reviews breaks a restriction; −1 takes that back. */
  limitLoad(person: number, most: number, times: 1 | -1 = 1): void {
    for (const arc of (this.ofUnits[person] ?? []).slice(most)) {
      this.flow.addCost(PENALTY, arc, times);
    }
  }

  /** Having more than `most` seats, led or assuring, breaks a restriction; −1 takes that back. */
  limitSeats(person: number, most: number, times: 1 | -1 = 1): void {
    this.limitLoad(person, most, times);
    for (const arc of (this.ofTerm.get(person) ?? []).slice(most)) {
      this.flow.addCost(PENALTY, arc, times);
    }
  }

  /**
   * Holds a person to `restReviews` in a run of weeks, from now on and for good.
   *
   * @returns false when the run overlaps one that is held already: then only branching helps
   */
  holdRest(person: number, run: { from: number; to: number }): boolean {
    const theirs = this.groups.get(person) ?? [];
    if (theirs.some(({ from, to }) => from < run.to && run.from < to)) return false;
    const spare = this.spares[person];
    const node = spare?.nodes[theirs.length];
    const links = spare?.links[theirs.length];
    if (node === undefined || links === undefined) return false;
    const through: number[] = [];
    for (let week = run.from; week < run.to; week++) {
      const found = this.ofWeek.get(person * this.problem.weeks.length + week);
      if (found) through.push(found.arc);
    }
    const below = this.personNode[person] as number;
    const overflow = links.at(-1) as number;
    this.flow.simplex.insert(node, below, through, links, overflow);
    this.groups.set(person, [...theirs, run]);
    return true;
  }
}

/** The optimal plans of leads: all have the `fixed` arcs, and of the `open` ones as many as `counts` says. */
export interface LeadFace {
  fixed: number[];
  open: number[];
  counts: { least: number; most: number; leadArcs: number[] }[];
}

interface Range {
  least: number;
  most: number;
}

function append<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A run of weeks in which a person may lead only so many reviews. */
interface RestGroup {
  from: number;
  to: number;
}

/** Nodes and arcs kept ready for a person's rest groups; a group's last arc takes what is too much, at a penalty. */
interface Spare {
  nodes: number[];
  links: number[][];
}

/**
 * A new lead's need of an assurer: the arc that leaves it unmet, the exit by which what meets it leaves the network, and its
 * assurances. Until it is asked for, meeting it is penalised.
 */
interface Need {
  without: number;
  assurances: number[];
  exit: number;
}

interface BuiltNetwork {
  ofAssurance: Int32Array;
  needs: Map<number, Need>;
  ofTerm: Map<number, number[]>;
  flow: LexicographicFlow;
  ofLead: Int32Array;
  ofUncovered: Int32Array;
  ofWeek: Map<number, { arc: number; node: number }>;
  ofUnits: number[][];
  personNode: Int32Array;
  spares: Spare[];
}

function buildNetwork(
  problem: Problem,
  arcs: readonly LeadArc[],
  assurances: readonly Assurance[],
): BuiltNetwork {
  const { leads, reviews, weeks } = problem;
  const builder = new NetworkBuilder();
  const sink = builder.node();
  const reviewNode = reviews.map(() => builder.node());
  const loadNode = leads.map(() => builder.node());
  const assurers = new Set(assurances.map(({ assurer }) => assurer));
  // Seats of every kind count towards an assurer's term limit.
  const termArcs = new Map<number, number[]>();
  const personNode = Int32Array.from(loadNode, (load, person) => {
    if (!assurers.has(person)) return load;
    const node = builder.node();
    const most = Math.min((leads[person] as Lead).limits.term, weeks.length);
    termArcs.set(
      person,
      Array.from({ length: most }, () => builder.arc(node, load, 1)),
    );
    return node;
  });
  const ofUncovered = Int32Array.from(reviewNode, (node) => builder.arc(node, sink, UNLIMITED));
  const ofWeek = new Map<number, { arc: number; node: number }>();
  const weeksOf = leads.map(() => 0);
  const weekNode = (person: number, week: number): number => {
    const key = person * weeks.length + week;
    const found = ofWeek.get(key);
    if (found) return found.node;
    const node = builder.node();
    ofWeek.set(key, { node, arc: builder.arc(node, personNode[person] as number, 1) });
    weeksOf[person] = (weeksOf[person] as number) + 1;
    return node;
  };
  const ofLead = Int32Array.from(arcs, ({ review, person, week }) =>
    builder.arc(reviewNode[review] as number, weekNode(person, week), 1),
  );
  const needNodes = new Map<number, number>();
  for (const { newLead } of assurances) {
    if (!needNodes.has(newLead)) needNodes.set(newLead, builder.node());
  }
  const ofAssurance = Int32Array.from(assurances, ({ newLead, assurer, week }) =>
    builder.arc(needNodes.get(newLead) as number, weekNode(assurer, week), 1),
  );
  const exits = builder.node();
  for (const person of assurers) builder.arc(loadNode[person] as number, exits, UNLIMITED);
  const needs = new Map(
    [...needNodes].map(([newLead, node]): [number, Need] => [
      newLead,
      {
        without: builder.arc(node, sink, UNLIMITED),
        exit: builder.arc(exits, sink, 1),
        assurances: assurances.flatMap((each, index) => (each.newLead === newLead ? [index] : [])),
      },
    ]),
  );
  const exitOverflow = builder.arc(exits, sink, UNLIMITED);
  const ofUnits = leads.map((lead, person) => {
    const most = Math.min(lead.limits.term, weeksOf[person] as number);
    return Array.from({ length: most }, () => builder.arc(loadNode[person] as number, sink, 1));
  });
  // What nobody may take still has to go somewhere: a person without a unit pays a penalty.
  const overflow = leads.map((_, person) =>
    builder.arc(loadNode[person] as number, sink, UNLIMITED),
  );
  const spares = leads.map((lead, person): Spare => spareFor(lead, weeksOf[person] as number, problem, builder, sink));
  const network = builder.build();
  const levels = levelsOf(problem, arcs, network, { ofLead, ofUncovered, ofUnits });
  const exitArcs = [...needs.values()].map(({ exit }) => exit);
  for (const arc of [...overflow, ...exitArcs, exitOverflow, ...ofAssurance]) {
    (levels[PENALTY] as Level).cost[arc] = 1;
  }
  for (const { links } of spares) {
    for (const group of links) (levels[PENALTY] as Level).cost[group.at(-1) as number] = 1;
  }

  const tree = new Int32Array(network.nodeCount).fill(-1);
  const flow = new Int32Array(network.tail.length);
  reviewNode.forEach((node, review) => {
    tree[node] = ofUncovered[review] as number;
    flow[ofUncovered[review] as number] = 1;
  });
  loadNode.forEach((node, person) => (tree[node] = overflow[person] as number));
  for (const [person, [arc]] of termArcs) tree[personNode[person] as number] = arc as number;
  tree[exits] = exitOverflow;
  for (const [newLead, { without }] of needs) {
    tree[needNodes.get(newLead) as number] = without;
    flow[without] = 1;
  }
  for (const { arc, node } of ofWeek.values()) tree[node] = arc;

  const { arcOrder, mixed } = mix(network);
  const at = (arc: number): number => arcOrder[arc] as number;
  return {
    flow: new LexicographicFlow(
      mixed,
      sink,
      permuted(flow, arcOrder),
      tree.map((arc) => (arc < 0 ? arc : at(arc))),
      levels.map(({ cost, range }) => ({ cost: permuted(cost, arcOrder), range })),
    ),
    ofLead: ofLead.map(at),
    ofAssurance: ofAssurance.map(at),
    ofTerm: new Map([...termArcs].map(([person, theirs]) => [person, theirs.map(at)])),
    needs: new Map(
      [...needs].map(([newLead, need]): [number, Need] => [
        newLead,
        { ...need, without: at(need.without), exit: at(need.exit) },
      ]),
    ),
    ofUncovered: ofUncovered.map(at),
    ofWeek: new Map([...ofWeek].map(([key, { arc, node }]) => [key, { arc: at(arc), node }])),
    ofUnits: ofUnits.map((units) => units.map(at)),
    personNode,
    spares: spares.map(({ nodes, links }) => ({ nodes, links: links.map((each) => each.map(at)) })),
  };
}

/** As many groups as disjoint runs fit into the weeks, where resting can bind at all. */
function spareFor(
  lead: Lead,
  usableWeeks: number,
  { weeks }: Problem,
  builder: NetworkBuilder,
  sink: number,
): Spare {
  const { restReviews } = lead.limits;
  const [run] = restRuns(lead, weeks.length);
  const length = run ? run.to - run.from : weeks.length;
  if (Math.min(length, usableWeeks, lead.limits.term) <= restReviews) return { nodes: [], links: [] };
  const count = Math.floor(weeks.length / length);
  const nodes = Array.from({ length: count }, () => builder.node());
  // Not in use yet: their ends are set when a run is held.
  const links = nodes.map((node) => [
    ...(restReviews > 0 ? [builder.arc(node, sink, restReviews)] : []),
    builder.arc(node, sink, UNLIMITED),
  ]);
  return { nodes, links };
}

function levelsOf(
  { leads, reviews }: Problem,
  arcs: readonly LeadArc[],
  { tail }: Network,
  of: Pick<BuiltNetwork, 'ofLead' | 'ofUncovered' | 'ofUnits'>,
): Level[] {
  const levels = LEVELS.map((): Level => ({ cost: new Float64Array(tail.length), range: 0 }));
  const set = (level: number, arc: number | undefined, cost: number): void => {
    (levels[level] as Level).cost[arc as number] = cost;
  };
  reviews.forEach(({ priority }, review) => set(UNCOVERED, of.ofUncovered[review], priority));
  // Of each review the worst that its arcs can cost and save: one of them at most carries it.
  const worst = [CHANGES, FIT].map(() => new Float64Array(reviews.length));
  const [worstChanges, worstFit] = worst as [Float64Array, Float64Array];
  arcs.forEach((arc, i) => {
    set(CHANGES, of.ofLead[i], arc.changes);
    set(FIT, of.ofLead[i], arc.fit);
    for (const { changes, fit } of arc.windows) {
      worstChanges[arc.review] = Math.max(worstChanges[arc.review] as number, Math.abs(changes));
      worstFit[arc.review] = Math.max(worstFit[arc.review] as number, Math.abs(fit));
    }
  });
  const load = [COMMITMENT, BALANCE].map(() => 0);
  leads.forEach((lead, person) => {
    (of.ofUnits[person] ?? []).forEach((arc, k) => {
      [commitment, balance].forEach((aim, i) => {
        const cost = aim.ofReviewLed(lead, k + 1);
        set(i === 0 ? COMMITMENT : BALANCE, arc, cost);
        load[i] = (load[i] as number) + Math.abs(cost);
      });
    });
  });
  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
  (levels[UNCOVERED] as Level).range = sum(reviews.map(({ priority }) => priority));
  (levels[CHANGES] as Level).range = sum(worstChanges);
  (levels[COMMITMENT] as Level).range = load[0] ?? 0;
  (levels[BALANCE] as Level).range = load[1] ?? 0;
  (levels[FIT] as Level).range = sum(worstFit);
  return levels;
}

/** The network with its arcs in mixed order, and where each arc went. */
function mix(network: Network): { arcOrder: Int32Array; mixed: Network } {
  const order = mixedOrder(network.tail.length, network.nodeCount);
  const arcOrder = new Int32Array(order.length);
  order.forEach((arc, place) => (arcOrder[arc] = place));
  return {
    arcOrder,
    mixed: {
      nodeCount: network.nodeCount,
      tail: permuted(network.tail, arcOrder),
      head: permuted(network.head, arcOrder),
      capacity: permuted(network.capacity, arcOrder),
    },
  };
}

function permuted<T extends Int32Array | Float64Array>(values: T, place: Int32Array): T {
  const moved = values.slice() as T;
  values.forEach((value, index) => (moved[place[index] as number] = value));
  return moved;
}
