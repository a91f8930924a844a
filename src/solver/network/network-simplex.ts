import type { Network } from './network.js';

/** What a run of the simplex may be told to stop by; asked between blocks of pricing, must be quick. */
export type StopPivoting = (pivots: number) => boolean;

const NONE = -1;
const IN_TREE = 0;
/** An arc of a node that is not in use; like a tree arc it is never priced. */
const NEVER = 0;
const AT_LOWER = 1;
const AT_UPPER = -1;

/**
 * The primal simplex method on a network: a basis is a spanning tree (Ahuja, Magnanti and Orlin 1993, chapter 11). It
 * holds one flow and one tree, and can be asked again and again: after other costs, or after an arc has been led through
 * a new node, it goes on from where it stands.
 *
 * The tree is kept as parents with lists of children. It stays strongly feasible (Cunningham 1976): every node can send
 * a unit more to the root, so the method cannot cycle although nearly all its pivots are degenerate. Entering arcs are
 * found block by block (Grigoriadis 1986). Costs and so potentials are integers; the caller sees to it that
 * (nodes × largest cost) stays below 2^53, and then everything here is exact.
 */
export class NetworkSimplex {
  readonly flow: Int32Array;
  /** Of each node, for the costs of the last `minimise`; the root's is 0. */
  readonly potential: Float64Array;
  /** All pivots so far: the deterministic unit of work. */
  pivots = 0;

  private readonly state: Int8Array;
  private readonly parent: Int32Array;
  /** The tree arc between a node and its parent. */
  private readonly link: Int32Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;
  /** Where pricing goes on. */
  private cursor = 0;

  /**
   * @param flow one that keeps capacities and demands
   * @param tree for each node the arc to its parent, −1 for the root and for nodes not in use yet; every arc outside
   *   carries nothing or its capacity, and the tree must be strongly feasible
   */
  constructor(
    private readonly network: Network,
    private readonly root: number,
    flow: Int32Array,
    tree: Int32Array,
  ) {
    const { nodeCount, tail } = network;
    this.flow = flow;
    this.potential = new Float64Array(nodeCount);
    this.state = new Int8Array(tail.length);
    this.parent = new Int32Array(nodeCount);
    this.link = tree;
    this.depth = new Int32Array(nodeCount);
    this.firstChild = new Int32Array(nodeCount);
    this.nextSibling = new Int32Array(nodeCount);
    this.previousSibling = new Int32Array(nodeCount);
    this.hang();
  }

  /**
   * Brings the flow to least cost, moving only these arcs and those in the tree.
   *
   * @param cost of each arc, integers
   * @param arcs which may enter the tree; the rest keep their flow
   * @param shouldStop true ends it early, with a flow that keeps capacities and demands
   * @returns whether the flow is proven to be of least cost
   */
  minimise(cost: Float64Array, arcs: Int32Array, shouldStop: StopPivoting): boolean {
    this.price(cost);
    const block = Math.max(10, Math.floor(0.5 * Math.sqrt(arcs.length)));
    const { state, potential } = this;
    // Side by side in the order of pricing: read where they stand, they take twice as long.
    const { tail, head } = this.network;
    const costs = pick(cost, arcs, new Float64Array(arcs.length));
    const tails = pick(tail, arcs, new Int32Array(arcs.length));
    const heads = pick(head, arcs, new Int32Array(arcs.length));
    if (this.cursor >= arcs.length) this.cursor = 0;
    let cursor = this.cursor;
    let unseen = arcs.length;
    while (unseen > 0) {
      let entering = NONE;
      let least = 0;
      let left = block;
      while (unseen > 0) {
        const arc = arcs[cursor] as number;
        const reduced =
          (state[arc] as number) *
          ((costs[cursor] as number) +
            (potential[tails[cursor] as number] as number) -
            (potential[heads[cursor] as number] as number));
        if (++cursor === arcs.length) cursor = 0;
        if (reduced < least) {
          least = reduced;
          entering = arc;
        }
        unseen--;
        if (--left === 0) {
          if (entering !== NONE) break;
          left = block;
        }
      }
      if (entering === NONE) break;
      this.pivot(entering, least);
      unseen = arcs.length;
      if ((++this.pivots & 63) === 0 && shouldStop(this.pivots)) {
        this.cursor = cursor;
        return false;
      }
    }
    this.cursor = cursor;
    return true;
  }

  /** Computes the potentials of the present tree for these costs. */
  price(cost: Float64Array): void {
    const { potential, parent, link } = this;
    const { tail } = this.network;
    potential[this.root] = 0;
    let node = this.root;
    while ((node = this.following(node, this.root)) !== NONE) {
      const arc = link[node] as number;
      const above = potential[parent[node] as number] as number;
      // Tree arcs have reduced cost cost + potential(tail) − potential(head) = 0.
      potential[node] =
        tail[arc] === node ? above - (cost[arc] as number) : above + (cost[arc] as number);
    }
  }

  private isInUse(arc: number): boolean {
    const { tail, head } = this.network;
    const isHung = (node: number): boolean => node === this.root || this.link[node] !== NONE;
    return isHung(tail[arc] as number) && isHung(head[arc] as number);
  }

  /** Builds parents, children and depths from the tree's arcs, and the state of every other arc from its flow. */
  private hang(): void {
    const { nodeCount, tail, head, capacity } = this.network;
    const { parent, link, depth, firstChild, nextSibling, previousSibling, state } = this;
    firstChild.fill(NONE);
    nextSibling.fill(NONE);
    previousSibling.fill(NONE);
    parent.fill(NONE);
    for (let arc = 0; arc < state.length; arc++) {
      if (!this.isInUse(arc)) state[arc] = NEVER;
      else state[arc] = this.flow[arc] === capacity[arc] ? AT_UPPER : AT_LOWER;
    }
    for (let node = 0; node < nodeCount; node++) {
      const arc = link[node] as number;
      if (arc === NONE) continue;
      state[arc] = IN_TREE;
      this.attach(node, (tail[arc] === node ? head[arc] : tail[arc]) as number);
    }
    let node = this.root;
    depth[node] = 0;
    while ((node = this.following(node, this.root)) !== NONE) {
      depth[node] = (depth[parent[node] as number] as number) + 1;
    }
  }

  /** The next node in the order of the tree below `top`, −1 after the last. */
  private following(node: number, top: number): number {
    const child = this.firstChild[node] as number;
    if (child !== NONE) return child;
    while (node !== top) {
      const sibling = this.nextSibling[node] as number;
      if (sibling !== NONE) return sibling;
      node = this.parent[node] as number;
    }
    return NONE;
  }

  private attach(node: number, parent: number): void {
    const next = this.firstChild[parent] as number;
    this.parent[node] = parent;
    this.previousSibling[node] = NONE;
    this.nextSibling[node] = next;
    if (next !== NONE) this.previousSibling[next] = node;
    this.firstChild[parent] = node;
  }

  private detach(node: number): void {
    const next = this.nextSibling[node] as number;
    const previous = this.previousSibling[node] as number;
    if (previous === NONE) this.firstChild[this.parent[node] as number] = next;
    else this.nextSibling[previous] = next;
    if (next !== NONE) this.previousSibling[next] = previous;
  }

  /** Sends as much as possible round the cycle that an arc closes with the tree; the arc that fills up leaves for it. */
  private pivot(entering: number, reduced: number): void {
    const { flow, state, link } = this;
    const { tail, head } = this.network;
    const isForward = state[entering] === AT_LOWER;
    // Flow is pushed from → to; the cycle closes over their nearest common ancestor.
    const from = (isForward ? tail[entering] : head[entering]) as number;
    const to = (isForward ? head[entering] : tail[entering]) as number;
    this.findLeaving(entering, isForward, from, to);
    const { leaving, leavesOnFromSide } = this;
    if (this.amount > 0) this.push(entering, isForward, from, to);
    if (leaving === NONE) {
      state[entering] = isForward ? AT_UPPER : AT_LOWER;
      return;
    }
    const left = link[leaving] as number;
    state[left] = flow[left] === 0 ? AT_LOWER : AT_UPPER;
    state[entering] = IN_TREE;
    const inner = leavesOnFromSide ? from : to;
    this.rehang(inner, leavesOnFromSide ? to : from, entering, leaving);
    // The entering arc's reduced cost becomes 0.
    const signed = isForward ? reduced : -reduced;
    this.shift(inner, tail[entering] === inner ? -signed : signed);
  }

  /** How much the cycle can take, the child end of the arc that leaves (−1: the entering arc itself), and its side. */
  private amount = 0;
  private leaving = NONE;
  private leavesOnFromSide = false;
  private apex = 0;

  /**
   * Of the arcs that fill up, the last in the direction of the push, beginning at the apex, leaves: that keeps the tree
   * strongly feasible. So on the way down to `from` the lowest one, and on the way up from `to` the highest.
   */
  private findLeaving(entering: number, isForward: boolean, from: number, to: number): void {
    const { flow, parent, link, depth } = this;
    const { tail, capacity } = this.network;
    const carried = flow[entering] as number;
    let fromRoom = isForward ? (capacity[entering] as number) - carried : carried;
    let toRoom = UNBOUNDED;
    let fromLeaving = NONE;
    let toLeaving = NONE;
    let a = from;
    let b = to;
    while (a !== b) {
      if ((depth[a] as number) >= (depth[b] as number)) {
        const arc = link[a] as number;
        const used = flow[arc] as number;
        const room = tail[arc] === a ? used : (capacity[arc] as number) - used;
        if (room < fromRoom) {
          fromRoom = room;
          fromLeaving = a;
        }
        a = parent[a] as number;
      } else {
        const arc = link[b] as number;
        const used = flow[arc] as number;
        const room = tail[arc] === b ? (capacity[arc] as number) - used : used;
        if (room <= toRoom) {
          toRoom = room;
          toLeaving = b;
        }
        b = parent[b] as number;
      }
    }
    this.apex = a;
    this.leavesOnFromSide = toRoom > fromRoom;
    this.leaving = this.leavesOnFromSide ? fromLeaving : toLeaving;
    this.amount = this.leavesOnFromSide ? fromRoom : toRoom;
  }

  private push(entering: number, isForward: boolean, from: number, to: number): void {
    const { flow, parent, link, amount, apex } = this;
    const { tail } = this.network;
    flow[entering] = (flow[entering] as number) + (isForward ? amount : -amount);
    for (let node = from; node !== apex; node = parent[node] as number) {
      const arc = link[node] as number;
      flow[arc] = (flow[arc] as number) + (tail[arc] === node ? -amount : amount);
    }
    for (let node = to; node !== apex; node = parent[node] as number) {
      const arc = link[node] as number;
      flow[arc] = (flow[arc] as number) + (tail[arc] === node ? amount : -amount);
    }
  }

  /** Cuts the tree above `leaving` and hangs what is cut off on `outer`, by its node `inner` and the arc between them. */
  private rehang(inner: number, outer: number, entering: number, leaving: number): void {
    const { parent, link } = this;
    let node = inner;
    let above = outer;
    let arc = entering;
    for (;;) {
      const oldAbove = parent[node] as number;
      const oldArc = link[node] as number;
      this.detach(node);
      this.attach(node, above);
      link[node] = arc;
      if (node === leaving) return;
      above = node;
      arc = oldArc;
      node = oldAbove;
    }
  }

  /** Adds to the potentials below a node, itself included, and counts their depths again. */
  private shift(top: number, amount: number): void {
    const { potential, parent, depth } = this;
    for (let node = top; node !== NONE; node = this.following(node, top)) {
      potential[node] = (potential[node] as number) + amount;
      depth[node] = (depth[parent[node] as number] as number) + 1;
    }
  }
}

const UNBOUNDED = 2 ** 31;

function pick<T extends Int32Array | Float64Array>(of: T, places: Int32Array, into: T): T {
  for (let i = 0; i < places.length; i++) into[i] = of[places[i] as number] as number;
  return into;
}
