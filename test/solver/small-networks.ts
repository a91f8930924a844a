/** Random networks, and every flow that a small one can carry: what the simplex is tested against. */
import fc, { type Arbitrary } from 'fast-check';
import type { SeededRandom } from '../../scripts/seeded-random.js';
import { type Network, NetworkBuilder, UNLIMITED } from '../../src/solver/network/network.js';
import { NetworkSimplex } from '../../src/solver/network/network-simplex.js';

/** The node that takes whatever all others send. */
export const SINK = 0;

/** A network in which some flow always fits: every node has an arc of its own that could carry all it sends. */
export interface SmallNetwork {
  network: Network;
  /** What each node sends to the sink. */
  supply: readonly number[];
  /** All of it on the nodes' own arcs. */
  flow: Int32Array;
  /** For each node its own arc, which has no limit; −1 for the sink. */
  tree: Int32Array;
}

interface Arc {
  tail: number;
  head: number;
  capacity: number;
}

/** The own arcs come first, in the order of the nodes, then these. */
export function networkOf(supply: readonly number[], arcs: readonly Arc[]): SmallNetwork {
  const builder = new NetworkBuilder();
  const tree = Int32Array.from([SINK, ...supply], () => -1);
  builder.node();
  supply.forEach(() => {
    const node = builder.node();
    tree[node] = builder.arc(node, SINK, UNLIMITED);
  });
  for (const { tail, head, capacity } of arcs) builder.arc(tail, head, capacity);
  const network = builder.build();
  const flow = new Int32Array(network.tail.length);
  flow.set(supply);
  return { network, supply: [0, ...supply], flow, tree };
}

/** Up to four nodes beside the sink and up to seven arcs beside their own, some of them parallel. */
export function smallNetwork(): Arbitrary<SmallNetwork> {
  return fc
    .array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 4 })
    .chain((supply) => {
      const arc = fc
        .record({
          tail: fc.integer({ min: 1, max: supply.length }),
          head: fc.integer({ min: 0, max: supply.length }),
          capacity: fc.constantFrom(1, 1, 2),
        })
        .filter(({ tail, head }) => tail !== head);
      return fc.array(arc, { minLength: 3, maxLength: 7 }).map((arcs) => networkOf(supply, arcs));
    });
}

/** Costs of all arcs, small enough for many ties; own arcs cost something, so that others are worth taking. */
export function smallCosts(arcCount: number, largest = 4): Arbitrary<Float64Array> {
  return fc
    .array(fc.integer({ min: -largest, max: largest }), {
      minLength: arcCount,
      maxLength: arcCount,
    })
    .map((costs) => Float64Array.from(costs));
}

/** Tasks that each go to one agent who can do them, at a cost, or stay undone, at a higher one. */
export function tasksAndAgents(
  tasks: number,
  agents: number,
  random: SeededRandom,
): { small: SmallNetwork; cost: Float64Array } {
  const agentNode = (agent: number): number => 1 + tasks + agent;
  const arcs: Arc[] = [];
  const costs: number[] = [];
  for (let task = 0; task < tasks; task++) {
    for (let agent = 0; agent < agents; agent++) {
      if (random.chance(0.5)) continue;
      arcs.push({ tail: 1 + task, head: agentNode(agent), capacity: 1 });
      costs.push(random.between(0, 20));
    }
  }
  for (let agent = 0; agent < agents; agent++) {
    arcs.push({ tail: agentNode(agent), head: SINK, capacity: random.between(1, 2) });
    costs.push(random.between(0, 5));
  }
  const supply = [...Array<number>(tasks).fill(1), ...Array<number>(agents).fill(0)];
  const undone = supply.map((sent) => (sent === 1 ? random.between(20, 40) : 100));
  return { small: networkOf(supply, arcs), cost: Float64Array.from([...undone, ...costs]) };
}

/** The simplex at the flow in which everything takes the own arcs; the network given stays as it is. */
export function simplexOf({ network, flow, tree }: SmallNetwork): NetworkSimplex {
  return new NetworkSimplex(copyOf(network), SINK, flow.slice(), tree.slice());
}

export function copyOf({ nodeCount, tail, head, capacity }: Network): Network {
  return { nodeCount, tail: tail.slice(), head: head.slice(), capacity: capacity.slice() };
}

/** Whether a flow keeps capacities and sends what each node has to send. */
export function isFlow({ network, supply }: SmallNetwork, flow: Int32Array): boolean {
  const { tail, head, capacity } = network;
  const sent = supply.map(() => 0);
  flow.forEach((units, arc) => {
    const [from, to] = [tail[arc] as number, head[arc] as number];
    sent[from] = (sent[from] as number) + units;
    sent[to] = (sent[to] as number) - units;
  });
  return (
    flow.every((units, arc) => units >= 0 && units <= (capacity[arc] as number)) &&
    sent.every((units, node) => node === SINK || units === supply[node])
  );
}

/** Every flow: all amounts on the arcs that are nobody's own, with the rest on the own arcs if they can carry it. */
export function everyFlow({ network, supply, tree }: SmallNetwork): Int32Array[] {
  const { tail, head, capacity } = network;
  const drawn = [...tail.keys()].filter((arc) => !tree.includes(arc));
  const depth = (node: number): number =>
    node === SINK ? 0 : 1 + depth(head[tree[node] as number] as number);
  const deepestFirst = [...tree.keys()]
    .filter((node) => node !== SINK)
    .sort((a, b) => depth(b) - depth(a));
  const flows: Int32Array[] = [];
  const carried = new Int32Array(tail.length);
  const balanced = (): Int32Array | null => {
    const flow = carried.slice();
    const left = [...supply];
    for (const arc of drawn) {
      const [from, to, units] = [tail[arc], head[arc], flow[arc]] as [number, number, number];
      left[from] = (left[from] as number) - units;
      left[to] = (left[to] as number) + units;
    }
    for (const node of deepestFirst) {
      const own = tree[node] as number;
      const to = head[own] as number;
      const units = left[node] as number;
      if (units < 0 || units > (capacity[own] as number)) return null;
      flow[own] = units;
      left[to] = (left[to] as number) + units;
    }
    return flow;
  };
  const extend = (index: number): void => {
    const arc = drawn[index];
    if (arc === undefined) {
      const flow = balanced();
      if (flow) flows.push(flow);
      return;
    }
    for (let units = 0; units <= (capacity[arc] as number); units++) {
      carried[arc] = units;
      extend(index + 1);
    }
  };
  extend(0);
  return flows;
}

export function costOf(cost: Float64Array, flow: Int32Array): number {
  return flow.reduce((sum, units, arc) => sum + units * (cost[arc] as number), 0);
}

/** Whether potentials prove a flow to be of least cost: no arc with room costs less than 0, none in use more. */
export function isProven(
  { network: { tail, head, capacity } }: Pick<SmallNetwork, 'network'>,
  cost: Float64Array,
  flow: Int32Array,
  potential: Float64Array,
): boolean {
  return flow.every((units, arc) => {
    const reduced =
      (cost[arc] as number) +
      (potential[tail[arc] as number] as number) -
      (potential[head[arc] as number] as number);
    return (units === capacity[arc] || reduced >= 0) && (units === 0 || reduced <= 0);
  });
}
