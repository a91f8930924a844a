import { LARGEST_EXACT, type Level, type Limb, limbsOf } from './levels.js';
import { mixedOrder, type Network } from './network.js';
import { NetworkSimplex, type StopPivoting } from './network-simplex.js';
import { OutOfKilter } from './out-of-kilter.js';
import { reducedCost } from './residual-paths.js';
import { spanningTree } from './spanning-tree.js';
import { strongComponents } from './strong-components.js';

/** Where more arcs are out of kilter, the simplex method is quicker than to mend one after another. */
const MOST_MENDED = 40;

/** Where the first limb is mended in a part of the arcs alone. */
interface Within {
  arcs: Int32Array;
  isAmong: Uint8Array;
  kilter: OutOfKilter;
  /** Those of them whose costs have changed. */
  changed: Set<number>;
}

/**
 * A flow of least cost, level by level, each outranking the next. Neighbouring levels are weighted into one cost, a
 * **limb**, as long as every number stays an exact integer: a unit of a level is worth more than all that the levels
 * after it can ever vary. After a limb only the arcs of reduced cost 0 may move, which is its optimal face
 * (`docs/model.md`, "Levels of a network").
 *
 * Costs may change between solves; each solve goes on from the flow of the one before: it is mended, or, after many changes,
 * given a tree again. Potentials of a tree add up costs along it, so they are exact; mended ones are watched, and replaced by
 * those of a tree should they grow too large.
 */
export class LexicographicFlow {
  private simplex: NetworkSimplex;
  /** Of the simplex methods before. */
  private pivotsBefore = 0;
  private readonly limbs: Limb[] = [];
  /** The order in which the simplex method looks at them. */
  private readonly mixed: Int32Array;
  private kilter: OutOfKilter;
  /** Whether the simplex method's tree is one of the flow at hand. */
  private isPlanted = true;
  /** Whether the flow was of least cost once, before the costs of some arcs have changed. */
  private isSolved = false;
  private readonly changed = new Set<number>();
  private within: Within | null = null;
  /** What the flow costs, as long as neither has changed. */
  private known: readonly number[] | null = null;
  /** Of mending within some arcs, and of what mended before. */
  private steps = 0;
  private readonly isInUse: Uint8Array;
  private readonly everyArc: Int32Array;

  /**
   * @param tree see `NetworkSimplex`
   * @param first the level that may grow without bound (penalties), with range 0; it must be the first
   */
  constructor(
    readonly network: Network,
    private readonly root: number,
    flow: Int32Array,
    tree: Int32Array,
    readonly levels: readonly Level[],
    private readonly mostMended = MOST_MENDED,
    private readonly largest = LARGEST_EXACT,
  ) {
    this.simplex = new NetworkSimplex(network, root, flow, tree);
    this.everyArc = Int32Array.from({ length: network.tail.length }, (_, arc) => arc);
    this.mixed = mixedOrder(network.tail.length, network.nodeCount);
    this.limbs = limbsOf(levels, network);
    this.kilter = this.mending();
    this.isInUse = Uint8Array.from(tree, (arc, node) => (arc >= 0 || node === root ? 1 : 0));
  }

  /** All work so far, in pivots of the simplex: the deterministic unit. */
  get pivots(): number {
    return this.pivotsBefore + this.simplex.pivots + this.kilter.steps + this.steps;
  }

  get flow(): Int32Array {
    return this.simplex.flow;
  }

  /** Adds to what an arc costs in a level. */
  addCost(level: number, arc: number, amount: number): void {
    const { cost } = this.levels[level] as Level;
    cost[arc] = (cost[arc] as number) + amount;
    for (const limb of this.limbs) {
      const weight = limb.levels.find((each) => each.level === level)?.weight;
      if (weight !== undefined) limb.cost[arc] = (limb.cost[arc] as number) + weight * amount;
    }
    this.known = null;
    this.changed.add(arc);
    if (this.within?.isAmong[arc] === 1) this.within.changed.add(arc);
  }

  /**
   * The first time and after many changes by the simplex method, else by mending the flow that is there.
   *
   * @returns whether the flow is proven to be of least cost in every level; false when it was stopped
   */
  solve(shouldStop: StopPivoting): boolean {
    this.known = null;
    this.within = null;
    if (this.isSolved && this.kilter.countOf(this.changed) <= this.mostMended) {
      this.isPlanted = false;
      if (this.kilter.mend(this.changed, shouldStop)) return true;
      if (this.kilter.isExact) return false;
      this.steps += this.kilter.steps;
      this.kilter = this.mending();
    }
    if (!this.isPlanted) this.plant();
    return this.solveByTree(shouldStop);
  }

  private mending(): OutOfKilter {
    return new OutOfKilter(
      this.network,
      this.root,
      this.flow,
      this.limbs,
      this.everyArc,
      this.largest,
    );
  }

  /** Gives the simplex method a tree of the flow at hand. */
  private plant(): void {
    const { network, root, flow, isInUse } = this;
    this.pivotsBefore += this.simplex.pivots;
    const tree = spanningTree(network, root, flow, isInUse);
    this.simplex = new NetworkSimplex(network, root, flow, tree);
    this.isPlanted = true;
    this.isSolved = false;
  }

  /** Limb after limb by the simplex method. */
  private solveByTree(shouldStop: StopPivoting): boolean {
    let arcs = this.mixed;
    for (const limb of this.limbs) {
      if (!this.simplex.minimise(limb.cost, arcs, shouldStop)) return false;
      limb.potential.set(this.simplex.potential);
      if (limb !== this.limbs.at(-1)) arcs = this.faceOf(limb, arcs);
    }
    this.changed.clear();
    this.kilter.forgetFlow();
    this.isSolved = true;
    return true;
  }

  /** Of these arcs those with reduced cost 0. */
  private faceOf(limb: Limb, arcs: Int32Array): Int32Array {
    const { network } = this;
    const { face } = limb;
    let count = 0;
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i] as number;
      if (reducedCost(network, limb, arc) === 0) face[count++] = arc;
    }
    return face.subarray(0, count);
  }

  /** The arcs whose reduced costs are all 0: flows that cost as little differ in these alone. See `reducedCosts`. */
  optimalArcs(): Int32Array {
    let arcs = this.everyArc;
    for (const limb of this.limbs) arcs = this.faceOf(limb, arcs);
    return arcs.filter((arc) => this.hasItsNodes(arc));
  }

  /**
   * Brings the first limb to least cost by moving only these arcs; mostly those of `optimalArcs`, so that the other limbs stay
   * as they are. Until the next whole solve reduced costs are those of the one before.
   *
   * @returns false when it was stopped
   */
  solveWithin(arcs: Int32Array, shouldStop: StopPivoting): boolean {
    this.known = null;
    if (this.within?.arcs !== arcs) this.within = this.withinOnly(arcs);
    const { kilter, changed } = this.within;
    const before = kilter.steps;
    this.isPlanted = false;
    const isMended = kilter.mend(changed, shouldStop);
    this.kilter.forgetFlow();
    this.steps += kilter.steps - before;
    return isMended;
  }

  private withinOnly(arcs: Int32Array): Within {
    const { network, root, flow } = this;
    const { cost, potential } = this.limbs[0] as Limb;
    const costs = [{ cost, potential: potential.slice() }];
    const isAmong = new Uint8Array(network.tail.length);
    for (const arc of arcs) {
      isAmong[arc] = 1;
      // Moved, they leave the optimal face.
      if (this.reducedCosts(arc).some((each) => each !== 0)) this.changed.add(arc);
    }
    const changed = new Set([...this.changed].filter((arc) => isAmong[arc] === 1));
    const kilter = new OutOfKilter(network, root, flow, costs, arcs);
    return { arcs, isAmong, kilter, changed };
  }

  /**
   * Puts a node that was not in use between some arcs and the node they run to, after a whole solve.
   *
   * @param node the new one
   * @param through arcs that run to `below`; from now on they run to `node`
   * @param links new arcs from `node` to `below`, which together carry what comes in: the first ones as much as they can, and
   *   the last, which has no limit, the rest
   */
  insert(node: number, below: number, through: readonly number[], links: readonly number[]): void {
    if (!this.isSolved) throw new Error('A node is put into a network before it was solved.');
    const { tail, head, capacity } = this.network;
    let incoming = 0;
    for (const arc of through) {
      head[arc] = node;
      incoming += this.flow[arc] as number;
    }
    for (const arc of links) {
      tail[arc] = node;
      head[arc] = below;
      this.flow[arc] = Math.min(incoming, capacity[arc] as number);
      incoming -= this.flow[arc];
      this.changed.add(arc);
    }
    for (const { potential } of this.limbs) potential[node] = potential[below] as number;
    this.isPlanted = false;
    this.isInUse[node] = 1;
    this.kilter.forgetEnds();
    this.known = null;
    this.within = null;
  }

  /** What the flow costs in each level. */
  values(): readonly number[] {
    return (this.known ??= this.levels.map(({ cost }) => this.sumOf(cost)));
  }

  private sumOf(cost: Float64Array): number {
    const { flow } = this;
    let sum = 0;
    for (let arc = 0; arc < flow.length; arc++) {
      const carried = flow[arc] as number;
      if (carried !== 0) sum += (cost[arc] as number) * carried;
    }
    return sum;
  }

  /**
   * How much a further unit on an arc costs at least, one number a limb, compared lexicographically; negative: a unit less.
   * Right after a solve that was not stopped.
   */
  reducedCosts(arc: number): number[] {
    return this.limbs.map((limb) => reducedCost(this.network, limb, arc));
  }

  /** See `OutOfKilter.leastRise`; in limbs. Right after a solve that was not stopped. */
  leastRise(arc: number, most: readonly number[] | null = null): readonly number[] | null {
    return this.kilter.leastRise(arc, most);
  }

  /**
   * Which arcs can carry more or less in some other flow that costs at most `gap` more, in limbs. With no gap exactly
   * those on a cycle of the residual network of the optimal face, that is, with both ends in one strongly connected
   * component; else all whose reduced cost the gap does not exceed (`docs/model.md`, "The optimal face").
   *
   * @returns 1 for each arc that can
   */
  freeArcs(gap: readonly number[]): Uint8Array {
    if (gap.every((limb) => limb === 0)) return this.arcsOnCycles();
    const free = new Uint8Array(this.network.tail.length);
    for (const arc of this.everyArc) {
      if (this.hasItsNodes(arc) && this.isWithin(arc, gap)) free[arc] = 1;
    }
    return free;
  }

  private isWithin(arc: number, gap: readonly number[]): boolean {
    for (let i = 0; i < this.limbs.length; i++) {
      const reduced = reducedCost(this.network, this.limbs[i] as Limb, arc);
      // An arc that carries its capacity can only carry less.
      const cost = this.flow[arc] === 0 ? reduced : -reduced;
      if (cost !== gap[i]) return cost < (gap[i] as number);
    }
    return true;
  }

  private arcsOnCycles(): Uint8Array {
    const { nodeCount, tail, head, capacity } = this.network;
    const { flow } = this;
    const arcs = this.optimalArcs();
    const from = new Int32Array(2 * arcs.length);
    const to = new Int32Array(2 * arcs.length);
    let edges = 0;
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i] as number;
      if ((flow[arc] as number) < (capacity[arc] as number)) {
        from[edges] = tail[arc] as number;
        to[edges++] = head[arc] as number;
      }
      if ((flow[arc] as number) > 0) {
        from[edges] = head[arc] as number;
        to[edges++] = tail[arc] as number;
      }
    }
    const component = strongComponents(nodeCount, from.subarray(0, edges), to.subarray(0, edges));
    const free = new Uint8Array(tail.length);
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i] as number;
      if (component[tail[arc] as number] === component[head[arc] as number]) free[arc] = 1;
    }
    return free;
  }

  /** Numbers of a level each, in the limbs' terms. */
  weighted(values: readonly number[]): number[] {
    return this.limbs.map(({ levels }) =>
      levels.reduce((sum, { level, weight }) => sum + weight * (values[level] as number), 0),
    );
  }

  /** How many levels the limbs hold in which the gap is 0, up to the first in which it is not. */
  levelsWithout(gap: readonly number[]): number {
    const first = gap.findIndex((limb) => limb !== 0);
    const without = first < 0 ? this.limbs : this.limbs.slice(0, first);
    return without.reduce((sum, { levels }) => sum + levels.length, 0);
  }

  private hasItsNodes(arc: number): boolean {
    const { tail, head } = this.network;
    return this.isInUse[tail[arc] as number] === 1 && this.isInUse[head[arc] as number] === 1;
  }
}
