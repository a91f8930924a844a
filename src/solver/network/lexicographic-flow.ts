import type { Network } from './network.js';
import { NetworkSimplex, type StopPivoting } from './network-simplex.js';
import { OutOfKilter } from './out-of-kilter.js';
import { strongComponents } from './strong-components.js';

/** One level of a lexicographic objective, to be minimised. */
export interface Level {
  /** What a unit on each arc costs; integers. */
  cost: Float64Array;
  /** How far apart the costs of two flows can be at most; an integer. */
  range: number;
}

/** Neighbouring levels weighted into one cost. */
interface Limb {
  /** Numbers of the levels, and what a unit of each is worth in the limb. */
  levels: { level: number; weight: number }[];
  cost: Float64Array;
  potential: Float64Array;
  /** Room for the arcs of the limb's optimal face. */
  face: Int32Array;
}

/** Where the first limb is mended in a part of the arcs alone. */
interface Within {
  arcs: Int32Array;
  isAmong: Uint8Array;
  kilter: OutOfKilter;
  /** Those of them whose costs have changed. */
  changed: Set<number>;
}

/** Potentials add up costs along the tree, reduced costs two of them: all must be exact. */
const LARGEST_EXACT = 2 ** 51;

/**
 * A flow of least cost, level by level, each outranking the next. Neighbouring levels are weighted into one cost, a
 * **limb**, as long as every number stays an exact integer: a unit of a level is worth more than all that the levels
 * after it can ever vary. After a limb only the arcs of reduced cost 0 may move, which is its optimal face
 * (`docs/model.md`, "Levels of a network").
 *
 * Costs may change between solves; each solve mends the flow of the one before.
 */
export class LexicographicFlow {
  private readonly simplex: NetworkSimplex;
  private readonly limbs: Limb[] = [];
  private readonly kilter: OutOfKilter;
  /** Whether the flow was of least cost once, before the costs of some arcs have changed. */
  private isSolved = false;
  private readonly changed = new Set<number>();
  private within: Within | null = null;
  /** Of mending within some arcs. */
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
  ) {
    this.simplex = new NetworkSimplex(network, root, flow, tree);
    this.everyArc = Int32Array.from({ length: network.tail.length }, (_, arc) => arc);
    this.limbs = limbsOf(levels, network);
    this.kilter = new OutOfKilter(network, root, flow, this.limbs, this.everyArc);
    this.isInUse = Uint8Array.from(tree, (arc, node) => (arc >= 0 || node === root ? 1 : 0));
  }

  /** All work so far, in pivots of the simplex: the deterministic unit. */
  get pivots(): number {
    return this.simplex.pivots + this.kilter.steps + this.steps;
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
    this.changed.add(arc);
    if (this.within?.isAmong[arc] === 1) this.within.changed.add(arc);
  }

  /**
   * The first time by the simplex method, then by mending the flow that is there.
   *
   * @returns whether the flow is proven to be of least cost in every level; false when it was stopped
   */
  solve(shouldStop: StopPivoting): boolean {
    this.within = null;
    if (this.isSolved) return this.kilter.mend(this.changed, shouldStop);
    let arcs = this.everyArc;
    for (const limb of this.limbs) {
      if (!this.simplex.minimise(limb.cost, arcs, shouldStop)) return false;
      limb.potential.set(this.simplex.potential);
      if (limb !== this.limbs.at(-1)) arcs = this.faceOf(limb, arcs);
    }
    this.changed.clear();
    this.isSolved = true;
    return true;
  }

  /** Of these arcs those with reduced cost 0. */
  private faceOf({ cost, potential, face }: Limb, arcs: Int32Array): Int32Array {
    const { tail, head } = this.network;
    let count = 0;
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i] as number;
      const reduced =
        (cost[arc] as number) +
        (potential[tail[arc] as number] as number) -
        (potential[head[arc] as number] as number);
      if (reduced === 0) face[count++] = arc;
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
   * Brings the first limb to least cost by moving only these arcs, which must be some of `optimalArcs`. Until the next whole
   * solve reduced costs are those of the one before.
   *
   * @returns false when it was stopped
   */
  solveWithin(arcs: Int32Array, shouldStop: StopPivoting): boolean {
    if (this.within?.arcs !== arcs) this.within = this.withinOnly(arcs);
    const { kilter, changed } = this.within;
    const before = kilter.steps;
    const isMended = kilter.mend(changed, shouldStop);
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
   * @param links new arcs from `node` to `below`, which together carry what comes in: the first ones as much as they can
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
    this.isInUse[node] = 1;
    this.kilter.forgetEnds();
    this.within = null;
  }

  /** What the flow costs in one level. */
  valueOf(level: number): number {
    const { flow } = this;
    const { cost } = this.levels[level] as Level;
    let value = 0;
    for (let arc = 0; arc < flow.length; arc++) {
      const carried = flow[arc] as number;
      if (carried !== 0) value += (cost[arc] as number) * carried;
    }
    return value;
  }

  /** What the flow costs in each level. */
  values(): number[] {
    const { flow } = this;
    const values = this.levels.map(() => 0);
    for (let arc = 0; arc < flow.length; arc++) {
      const carried = flow[arc] as number;
      if (carried === 0) continue;
      for (let level = 0; level < values.length; level++) {
        const cost = this.levels[level]?.cost[arc] as number;
        if (cost !== 0) values[level] = (values[level] as number) + cost * carried;
      }
    }
    return values;
  }

  /**
   * How much a further unit on an arc costs at least, one number a limb, compared lexicographically; negative: a unit less.
   * Right after a solve that was not stopped.
   */
  reducedCosts(arc: number): number[] {
    return this.limbs.map((limb) => this.reducedCost(limb, arc));
  }

  /**
   * How much more a flow costs at least that carries a unit less on an arc that carries one, one number a limb. Right after
   * a solve that was not stopped.
   *
   * @returns null where there is no such flow
   */
  leastRise(arc: number): readonly number[] | null {
    return this.kilter.leastRise(arc);
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
      const reduced = this.reducedCost(this.limbs[i] as Limb, arc);
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

  private reducedCost({ cost, potential }: Limb, arc: number): number {
    const { tail, head } = this.network;
    return (
      (cost[arc] as number) +
      (potential[tail[arc] as number] as number) -
      (potential[head[arc] as number] as number)
    );
  }
}

/** Groups levels, the first ones together, as long as the numbers stay exact. */
function limbsOf(levels: readonly Level[], { nodeCount, tail }: Network): Limb[] {
  const limbs: Limb[] = [];
  let from = 0;
  while (from < levels.length) {
    let to = from + 1;
    let weights = weightsOf(levels.slice(from, to));
    if (!fits(levels.slice(from, to), weights, nodeCount)) {
      throw new RangeError('The problem is too large for exact arithmetic.');
    }
    while (to < levels.length) {
      const wider = weightsOf(levels.slice(from, to + 1));
      if (!fits(levels.slice(from, to + 1), wider, nodeCount)) break;
      weights = wider;
      to++;
    }
    const cost = new Float64Array(tail.length);
    const inLimb = weights.map((weight, i) => ({ level: from + i, weight }));
    for (const { level, weight } of inLimb) {
      levels[level]?.cost.forEach((each, arc) => {
        cost[arc] = (cost[arc] as number) + weight * each;
      });
    }
    limbs.push({
      levels: inLimb,
      cost,
      potential: new Float64Array(nodeCount),
      face: new Int32Array(tail.length),
    });
    from = to;
  }
  return limbs;
}

/** A unit of a level outweighs everything that the levels after it can vary. */
function weightsOf(levels: readonly Level[]): number[] {
  let weight = 1;
  const weights: number[] = [];
  for (const { range } of [...levels].reverse()) {
    weights.unshift(weight);
    weight *= range + 1;
  }
  return weights;
}

function fits(levels: readonly Level[], weights: readonly number[], nodeCount: number): boolean {
  const dearest = levels.reduce((sum, { cost }, i) => {
    const largest = cost.reduce((most, each) => Math.max(most, Math.abs(each)), 1);
    return sum + largest * (weights[i] as number);
  }, 0);
  return dearest * Math.max(1, nodeCount) < LARGEST_EXACT;
}
