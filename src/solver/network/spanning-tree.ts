import { type Incidence, incidence } from './incidence.js';
import type { Network } from './network.js';

const NONE = -1;

/**
 * A strongly feasible tree (Cunningham 1976) of any flow: arcs that are neither empty nor full are all in it, and every node
 * can send a unit more to the root along it. Units are sent round cycles of arcs that are neither, as no tree holds such a cycle.
 *
 * @param flow one that keeps capacities, in which every node in use can send a unit more to the root some way
 * @param isInUse 1 for each node that is to be in the tree
 * @returns for each node the arc to its parent, −1 for the root and for nodes that are not in use
 */
export function spanningTree(
  network: Network,
  root: number,
  flow: Int32Array,
  isInUse: Uint8Array,
): Int32Array {
  const arcs = Int32Array.from(flow.keys());
  const at = incidence(network, arcs);
  for (;;) {
    const growing = new GrowingTree(network, flow, isInUse, at);
    const cycleBy = growing.grow(root);
    if (cycleBy === NONE) return growing.tree;
    growing.cancel(cycleBy);
  }
}

class GrowingTree {
  readonly tree: Int32Array;
  private readonly parent: Int32Array;
  private readonly isIn: Uint8Array;
  /** Nodes of the tree, in the order in which they joined it. */
  private readonly joined: Int32Array;
  private joinedCount = 0;

  constructor(
    private readonly network: Network,
    private readonly flow: Int32Array,
    private readonly isInUse: Uint8Array,
    private readonly at: Incidence,
  ) {
    const { nodeCount } = network;
    this.tree = new Int32Array(nodeCount).fill(NONE);
    this.parent = new Int32Array(nodeCount).fill(NONE);
    this.isIn = new Uint8Array(nodeCount);
    this.joined = new Int32Array(nodeCount);
  }

  /** @returns an arc that closes a cycle with arcs of the tree, all neither empty nor full; −1 where the tree is whole */
  grow(root: number): number {
    const whole = this.isInUse.reduce((sum, each) => sum + each, 0);
    let cycleBy = this.join(root, NONE, NONE);
    for (let next = 0; next < this.joinedCount && cycleBy === NONE; next++) {
      cycleBy = this.joinBound(this.joined[next] as number);
    }
    if (cycleBy === NONE && this.joinedCount < whole) {
      throw new Error('A node cannot send a unit more to the root.');
    }
    return cycleBy;
  }

  /** Joins a node, and all that hang together with it by arcs that are neither empty nor full. */
  private join(node: number, arc: number, parent: number): number {
    this.hang(node, arc, parent);
    const { first, leaving, ends } = this.at;
    for (let next = this.joinedCount - 1; next < this.joinedCount; next++) {
      const from = this.joined[next] as number;
      for (let i = first[from] as number; i < (first[from + 1] as number); i++) {
        const by = (leaving[i] as number) >> 1;
        const other = ends[i] as number;
        if (!this.isFree(by) || this.isInUse[other] === 0 || by === this.tree[from]) continue;
        if (this.isIn[other] === 0) this.hang(other, by, from);
        else if (by !== this.tree[other]) return by;
      }
    }
    return NONE;
  }

  /** Joins those that can send a unit to a node along an arc that is empty or full. */
  private joinBound(node: number): number {
    const { first, leaving, ends } = this.at;
    for (let i = first[node] as number; i < (first[node + 1] as number); i++) {
      const by = leaving[i] as number;
      const arc = by >> 1;
      const other = ends[i] as number;
      if (this.isIn[other] === 1 || this.isInUse[other] === 0) continue;
      const isToNode = (by & 1) === 1;
      const carried = this.flow[arc] as number;
      if (isToNode ? carried === this.network.capacity[arc] : carried === 0) continue;
      const cycleBy = this.join(other, arc, node);
      if (cycleBy !== NONE) return cycleBy;
    }
    return NONE;
  }

  /** Sends as much as possible round the cycle that an arc closes with the tree. */
  cancel(arc: number): void {
    const { tail, head, capacity } = this.network;
    const { flow } = this;
    const cycle = this.cycleOf(arc, tail[arc] as number, head[arc] as number);
    const room = ([each, isForth]: [number, boolean]): number =>
      isForth ? (capacity[each] as number) - (flow[each] as number) : (flow[each] as number);
    const units = Math.min(...cycle.map(room));
    for (const [each, isForth] of cycle) {
      flow[each] = (flow[each] as number) + (isForth ? units : -units);
    }
  }

  /** The arcs of the cycle, and whether it runs along each or against it: along the arc from `from` to `to`, and back by the tree. */
  private cycleOf(arc: number, from: number, to: number): [number, boolean][] {
    const { tail } = this.network;
    const above = new Set<number>();
    for (let node = from; node !== NONE; node = this.parent[node] as number) above.add(node);
    const cycle: [number, boolean][] = [[arc, true]];
    let node = to;
    for (; !above.has(node); node = this.parent[node] as number) {
      const by = this.tree[node] as number;
      cycle.push([by, tail[by] === node]);
    }
    const apex = node;
    for (node = from; node !== apex; node = this.parent[node] as number) {
      const by = this.tree[node] as number;
      cycle.push([by, tail[by] !== node]);
    }
    return cycle;
  }

  private hang(node: number, arc: number, parent: number): void {
    this.tree[node] = arc;
    this.parent[node] = parent;
    this.isIn[node] = 1;
    this.joined[this.joinedCount++] = node;
  }

  /** Whether an arc is neither empty nor full. */
  private isFree(arc: number): boolean {
    const carried = this.flow[arc] as number;
    return carried > 0 && carried < (this.network.capacity[arc] as number);
  }
}
