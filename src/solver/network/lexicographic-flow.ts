import { compare } from './limbs.js';
import type { Network } from './network.js';
import { strongComponents } from './strong-components.js';
import { NetworkSimplex, type StopPivoting } from './network-simplex.js';

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

/** Potentials add up costs along the tree, reduced costs two of them: all must be exact. */
const LARGEST_EXACT = 2 ** 51;

/**
 * A flow of least cost, level by level, each outranking the next. Neighbouring levels are weighted into one cost, a
 * **limb**, as long as every number stays an exact integer: a unit of a level is worth more than all that the levels
 * after it can ever vary. After a limb only the arcs of reduced cost 0 may move, which is its optimal face
 * (`docs/model.md`, "Levels of a network").
 *
 * Costs may change between solves; each solve goes on from the flow of the one before.
 */
export class LexicographicFlow {
  readonly simplex: NetworkSimplex;
  private readonly limbs: Limb[] = [];
  private readonly everyArc: Int32Array;

  /**
   * @param tree see `NetworkSimplex`
   * @param first the level that may grow without bound (penalties), with range 0; it must be the first
   */
  constructor(
    readonly network: Network,
    root: number,
    flow: Int32Array,
    tree: Int32Array,
    readonly levels: readonly Level[],
  ) {
    this.simplex = new NetworkSimplex(network, root, flow, tree);
    this.everyArc = Int32Array.from({ length: network.tail.length }, (_, arc) => arc);
    this.limbs = limbsOf(levels, network);
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
  }

  /** @returns whether the flow is proven to be of least cost in every level; false when it was stopped */
  solve(shouldStop: StopPivoting): boolean {
    let arcs = this.everyArc;
    for (const limb of this.limbs) {
      if (!this.simplex.minimise(limb.cost, arcs, shouldStop)) return false;
      limb.potential.set(this.simplex.potential);
      if (limb !== this.limbs.at(-1)) arcs = this.faceOf(limb, arcs);
    }
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
    return arcs.filter((arc) => this.simplex.isInUse(arc));
  }

  /**
   * Brings the first limb to least cost by moving only these arcs. Until the next whole solve reduced costs are those of
   * the one before.
   *
   * @returns false when it was stopped
   */
  solveWithin(arcs: Int32Array, shouldStop: StopPivoting): boolean {
    return this.simplex.minimise((this.limbs[0] as Limb).cost, arcs, shouldStop);
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
   * How much more a flow costs at least that carries a unit less on an arc, one number a limb: the arc's reduced cost or, of an
   * arc of the tree, the least reduced cost of an arc by which a unit can cross the cut that it leaves in the tree; that is
   * the first step of the dual simplex method (Driebeek 1966). Right after a solve that was not stopped.
   *
   * @returns null where there is no such flow
   */
  leastRise(arc: number): readonly number[] | null {
    const { tail, head, capacity } = this.network;
    if (!this.simplex.isInTree(arc)) return this.reducedCosts(arc).map((each) => -each);
    const side = this.simplex.sideOf(arc);
    const from = side[tail[arc] as number];
    let least: readonly number[] | null = null;
    for (const other of this.everyArc) {
      const isForth = side[tail[other] as number] === from;
      if (other === arc || isForth === (side[head[other] as number] === from)) continue;
      const carried = this.flow[other] as number;
      const hasRoom = isForth ? carried < (capacity[other] as number) : carried > 0;
      if (!hasRoom || !this.simplex.isInUse(other)) continue;
      const reduced = this.reducedCosts(other);
      const rise = isForth ? reduced : reduced.map((each) => -each);
      if (!least || compare(rise, least) < 0) least = rise;
    }
    return least;
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
      if (this.simplex.isInUse(arc) && this.isWithin(arc, gap)) free[arc] = 1;
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
