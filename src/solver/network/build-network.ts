import { balance } from '../aims/balance.js';
import { commitment } from '../aims/commitment.js';
import type { Lead, Problem } from '../problem.js';
import { restRuns } from '../rules/rest-is-kept.js';
import type { Assurance } from './assurances.js';
import type { LeadArc } from './lead-arcs.js';
import type { Level } from './levels.js';
import { LexicographicFlow } from './lexicographic-flow.js';
import { type Network, NetworkBuilder, UNLIMITED } from './network.js';

/** The levels of the network, in order: what breaks a restriction, then the aims that concern leads alone. */
export const LEVELS = ['penalty', 'uncovered', 'changes', 'commitment', 'balance', 'fit'] as const;
export const [PENALTY, UNCOVERED, CHANGES, COMMITMENT, BALANCE, FIT] = [0, 1, 2, 3, 4, 5] as const;

/** Nodes and arcs kept ready for a person's rest groups; a group's last arc takes what is too much, at a penalty. */
export interface Spare {
  nodes: number[];
  links: number[][];
}

/**
 * A new lead's need of an assurer: the arc that leaves it unmet, the exit by which what meets it leaves the network, and its
 * assurances. Until it is asked for, meeting it is penalised.
 */
export interface Need {
  without: number;
  assurances: number[];
  exit: number;
}

export interface BuiltNetwork {
  ofAssurance: Int32Array;
  /** By assurer: the arc by which a unit leaves their load without being led. */
  ofExit: Map<number, number>;
  /** By level: how large a price of `LeadNetwork.priceExit` or `priceWeek` may get. */
  dearestPrice: number[];
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

/** Builds the network of `LeadNetwork` with a first flow, in which nobody leads anything. */
export function buildNetwork(
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
  const ofExit = new Map(
    [...assurers].map((person) => [
      person,
      builder.arc(loadNode[person] as number, exits, UNLIMITED),
    ]),
  );
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
  const spares = leads.map((lead, person): Spare =>
    spareFor(lead, weeksOf[person] as number, problem, builder, sink),
  );
  const network = builder.build();
  const levels = levelsOf(problem, arcs, network, { ofLead, ofUncovered, ofUnits });
  const dearestPrice = leaveRoomForPrices(levels, [...needs.values()]);
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

  return {
    flow: new LexicographicFlow(network, sink, flow, tree, levels),
    ofLead,
    ofAssurance,
    ofExit,
    dearestPrice,
    ofTerm: termArcs,
    needs,
    ofUncovered,
    ofWeek,
    ofUnits,
    personNode,
    spares,
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
  if (Math.min(length, usableWeeks, lead.limits.term) <= restReviews)
    return { nodes: [], links: [] };
  const count = Math.floor(weeks.length / length);
  const nodes = Array.from({ length: count }, () => builder.node());
  // Not in use yet: their ends are set when a run is held.
  const links = nodes.map((node) => [
    ...Array.from({ length: restReviews }, () => builder.arc(node, sink, 1)),
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

/**
 * Widens the levels by what prices can add to a plan. A need pays one price for its assurer and two for its week, and its
 * exit pays one; its new lead earns, in each week, one for each of those who could assure them then and one for anybody.
 *
 * @returns the largest price of each level; none of the restrictions
 */
function leaveRoomForPrices(levels: Level[], needs: readonly Need[]): number[] {
  const most = needs.reduce((sum, { assurances }) => sum + 2 * assurances.length + 4, 0);
  return levels.map((level, index) => {
    if (needs.length === 0 || index === PENALTY) return 0;
    const dearest = level.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1);
    level.range += most * dearest;
    return dearest;
  });
}
