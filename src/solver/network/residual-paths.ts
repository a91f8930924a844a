import { CarryingArcs } from './carrying-arcs.js';
import { type Outgoing, outgoing } from './incidence.js';
import { LARGEST_EXACT } from './levels.js';
import { NearestNodes } from './nearest-nodes.js';
import type { Network } from './network.js';

/** One of the costs by which arcs are compared, the first outranking the next, with potentials of the nodes. */
export interface PricedCost {
  cost: Float64Array;
  potential: Float64Array;
}

/** What a further unit on an arc costs at least in one of the costs; negative: a unit less. */
export function reducedCost(
  { tail, head }: Network,
  { cost, potential }: PricedCost,
  arc: number,
): number {
  return (
    (cost[arc] as number) +
    (potential[tail[arc] as number] as number) -
    (potential[head[arc] as number] as number)
  );
}

const NONE = -1;

/**
 * Shortest paths between two nodes of a residual network, by reduced costs that are compared lexicographically (Dijkstra
 * 1959). An arc along which a unit costs less than nothing, which is to be mended still, counts as nothing.
 *
 * Every number that is kept is looked at: potentials must stay within `largest`, distances within twice as much, and then all
 * that is added up here is exact as long as four times `largest` is.
 */
export class ResidualPaths {
  /** Nodes whose distance the last search knows for certain, in the order in which it came to know them. */
  readonly settled: Int32Array;
  settledCount = 0;
  /** Whether all numbers so far were small enough to be exact. */
  isExact = true;

  private readonly distance: readonly Float64Array[];
  /** Of each node the arc it is reached by, doubled; one more where it is run through backwards. */
  private readonly by: Int32Array;
  /** The search that reached a node last. */
  private readonly reachedIn: Int32Array;
  private readonly settledIn: Int32Array;
  private readonly nearest: NearestNodes;
  /** Nodes as near as the one at hand: they need not go through the heap. */
  private readonly ready: Int32Array;
  private readyCount = 0;
  private round = 0;
  private outgoing: Outgoing | null = null;
  private readonly carrying: CarryingArcs;
  private readonly length: Float64Array;
  /** Nothing as far as this is of use. */
  private readonly limit: Float64Array;

  /**
   * @param flow read anew by each search, as costs and potentials are; see `forgetFlow`
   * @param arcs those that paths may use
   */
  constructor(
    private readonly network: Network,
    private readonly flow: Int32Array,
    private readonly costs: readonly PricedCost[],
    private readonly arcs: Int32Array,
    private readonly largest = LARGEST_EXACT,
  ) {
    const { nodeCount } = network;
    this.carrying = new CarryingArcs(network, flow, arcs);
    this.distance = costs.map(() => new Float64Array(nodeCount));
    this.by = new Int32Array(nodeCount);
    this.reachedIn = new Int32Array(nodeCount);
    this.settledIn = new Int32Array(nodeCount);
    this.nearest = new NearestNodes(this.distance, nodeCount);
    this.ready = new Int32Array(nodeCount);
    this.settled = new Int32Array(nodeCount);
    this.length = new Float64Array(costs.length);
    this.limit = new Float64Array(costs.length);
  }

  /** To be told when arcs run between other nodes than before. */
  forgetEnds(): void {
    this.outgoing = null;
    this.forgetFlow();
  }

  /** To be told when the flow was moved otherwise than by `move` and `send`. */
  forgetFlow(): void {
    this.carrying.forget();
  }

  /**
   * @param to another node than `from`
   * @param limit how near `to` must be, one number a cost; null: at any distance
   * @returns whether there is such a path
   */
  search(from: number, to: number, limit: readonly number[] | null): boolean {
    this.begin(from, limit);
    for (let node = this.next(); node !== NONE; node = this.next()) {
      this.settledIn[node] = this.round;
      this.settled[this.settledCount++] = node;
      if (node === to) return true;
      this.scanForth(node, to);
      this.scanBack(node, to);
    }
    return false;
  }

  /** Of a node that is settled, one number a cost. */
  distanceTo(node: number): number[] {
    return this.distance.map((each) => each[node] as number);
  }

  /** How many units more the path to a node that is settled can carry. */
  room(to: number): number {
    const { by, flow, network } = this;
    let room = Infinity;
    for (let node = to; by[node] !== NONE; node = this.before(node)) {
      const arc = (by[node] as number) >> 1;
      const carried = flow[arc] as number;
      room = Math.min(
        room,
        this.isBack(node) ? carried : (network.capacity[arc] as number) - carried,
      );
    }
    return room;
  }

  /** Sends units along the path to a node that is settled. */
  send(to: number, units: number): void {
    const { by } = this;
    for (let node = to; by[node] !== NONE; node = this.before(node)) {
      this.move((by[node] as number) >> 1, this.isBack(node) ? -units : units);
    }
  }

  /** Changes what an arc carries. */
  move(arc: number, units: number): void {
    this.carrying.carry(arc, units);
  }

  /**
   * Raises the potentials by the distances, as far as they are less than this; then no reduced cost is less than it was or than
   * nothing, and those along the path are nothing.
   *
   * @param root whose potential is to stay what it is
   */
  raisePotentials(by: readonly number[], root: number): void {
    const { settled, settledCount } = this;
    this.costs.forEach(({ potential }, i) => {
      const distance = this.distance[i] as Float64Array;
      const most = by[i] as number;
      // Relative to the others, which all are raised by the most.
      const before = potential[root] as number;
      for (let place = 0; place < settledCount; place++) {
        const node = settled[place] as number;
        this.addToPotential(potential, node, (distance[node] as number) - most);
      }
      const moved = (potential[root] as number) - before;
      if (moved === 0) return;
      for (let node = 0; node < potential.length; node++) {
        this.addToPotential(potential, node, -moved);
      }
    });
  }

  private addToPotential(potential: Float64Array, node: number, more: number): void {
    const raised = (potential[node] as number) + more;
    potential[node] = raised;
    if (Math.abs(raised) > this.largest) this.isExact = false;
  }

  private begin(from: number, limit: readonly number[] | null): void {
    this.outgoing ??= outgoing(this.network, this.arcs);
    this.carrying.gather();
    this.round++;
    this.nearest.clear();
    this.settledCount = 0;
    this.limit.fill(Infinity);
    if (limit) this.limit.set(limit);
    this.distance.forEach((each) => (each[from] = 0));
    this.reachedIn[from] = this.round;
    this.by[from] = NONE;
    this.ready[0] = from;
    this.readyCount = 1;
  }

  /** The nearest node that is not settled yet. */
  private next(): number {
    return this.readyCount > 0 ? (this.ready[--this.readyCount] as number) : this.nearest.pop();
  }

  /**
   * Looks where the arcs that leave a node lead to, unless they are full. Most lead where a nearer way is known: that is seen
   * by the first two costs, and all else is left to `reach`.
   */
  private scanForth(node: number, to: number): void {
    const { flow, settledIn, reachedIn, round, limit, costs } = this;
    const { first, leaving, ends } = this.outgoing as Outgoing;
    const { capacity } = this.network;
    const main = costs[0] as PricedCost;
    const { cost, potential } = main;
    const next = costs[1] ?? main;
    const distance = this.distance[0] as Float64Array;
    const nextDistance = this.distance[1] ?? distance;
    const from = (distance[node] as number) + (potential[node] as number);
    const nextFrom = (nextDistance[node] as number) + (next.potential[node] as number);
    const end = first[node + 1] as number;
    for (let i = first[node] as number; i < end; i++) {
      const other = ends[i] as number;
      if (settledIn[other] === round) continue;
      const arc = leaving[i] as number;
      if (flow[arc] === capacity[arc]) continue;
      const far = from + (cost[arc] as number) - (potential[other] as number);
      if (far > (limit[0] as number)) continue;
      if (reachedIn[other] === round && far >= (distance[other] as number)) {
        if (far > (distance[other] as number)) continue;
        const nextFar = nextFrom + (next.cost[arc] as number) - (next.potential[other] as number);
        if (nextFar > (nextDistance[other] as number)) continue;
      }
      this.measure(arc, 1, node, other);
      this.reach(node, other, 2 * arc, other === to);
    }
  }

  /** Looks where units can go back along the arcs that carry some to a node. */
  private scanBack(node: number, to: number): void {
    const { flow, carrying, settledIn, round } = this;
    const { tail } = this.network;
    for (let arc = carrying.first(node); arc !== NONE; arc = carrying.next(arc)) {
      const other = tail[arc] as number;
      if (flow[arc] === 0 || settledIn[other] === round) continue;
      this.measure(arc, -1, node, other);
      this.reach(node, other, 2 * arc + 1, other === to);
    }
  }

  /** Puts into `length` what a unit costs along an arc. */
  private measure(arc: number, sign: 1 | -1, from: number, to: number): void {
    const { costs, length } = this;
    let order = 0;
    for (let i = 0; i < costs.length; i++) {
      const { cost, potential } = costs[i] as PricedCost;
      const reduced =
        sign * (cost[arc] as number) + (potential[from] as number) - (potential[to] as number);
      if (order === 0) order = reduced;
      length[i] = order < 0 ? 0 : reduced;
    }
  }

  /** Takes the way to a node by one that is settled and the length at hand, if it is nearer so. */
  private reach(from: number, node: number, by: number, isEnd: boolean): void {
    const { distance, length, limit } = this;
    const isReached = this.reachedIn[node] === this.round;
    let isNearer = !isReached;
    let isWithin = false;
    let isThere = true;
    for (let i = 0; i < length.length; i++) {
      const each = distance[i] as Float64Array;
      const far = (each[from] as number) + (length[i] as number);
      if (length[i] !== 0) isThere = false;
      if (!isNearer) {
        if (far > (each[node] as number)) return;
        isNearer = far < (each[node] as number);
      }
      if (!isWithin) {
        if (far > (limit[i] as number)) return;
        isWithin = far < (limit[i] as number);
      }
    }
    if (!isNearer || !isWithin) return;
    for (let i = 0; i < length.length; i++) {
      const each = distance[i] as Float64Array;
      each[node] = (each[from] as number) + (length[i] as number);
      if (Math.abs(each[node]) > 2 * this.largest) this.isExact = false;
      if (isEnd) limit[i] = each[node];
    }
    this.by[node] = by;
    if (isReached) {
      this.nearest.rise(node);
      return;
    }
    this.reachedIn[node] = this.round;
    if (isThere) this.ready[this.readyCount++] = node;
    else this.nearest.push(node);
  }

  private isBack(node: number): boolean {
    return ((this.by[node] as number) & 1) === 1;
  }

  /** The node before one on its path. */
  private before(node: number): number {
    const arc = (this.by[node] as number) >> 1;
    const { tail, head } = this.network;
    return (this.isBack(node) ? head[arc] : tail[arc]) as number;
  }
}
