import type { Network } from './network.js';
import type { StopPivoting } from './network-simplex.js';
import { type PricedCost, reducedCost, ResidualPaths } from './residual-paths.js';

/** So many nodes that a search for a path settles count as one step of work. */
const NODES_A_STEP = 16;

/**
 * Mends a flow of least cost after costs have changed, arc by arc (the out-of-kilter method, Fulkerson 1961, with shortest
 * paths; Ahuja, Magnanti and Orlin 1993, section 9.9). An arc is in kilter if it carries nothing where a unit on it costs
 * more, and its capacity where a unit costs less. One that is not is brought in by sending units round cycles, cheapest
 * first, until none makes the flow cheaper: then the potentials make up for the rest. No other arc leaves its kilter by
 * that, so arcs are mended one after another.
 */
export class OutOfKilter {
  /** All work so far, in steps. */
  steps = 0;
  private readonly paths: ResidualPaths;

  /**
   * @param root whose potentials stay 0
   * @param flow one that keeps capacities and demands
   * @param arcs the only ones that may be moved
   */
  constructor(
    private readonly network: Network,
    private readonly root: number,
    private readonly flow: Int32Array,
    private readonly costs: readonly PricedCost[],
    arcs: Int32Array,
    largest?: number,
  ) {
    this.paths = new ResidualPaths(network, flow, costs, arcs, largest);
  }

  /** How many of these arcs are out of kilter. */
  countOf(arcs: Iterable<number>): number {
    let count = 0;
    for (const arc of arcs) if (this.needOf(arc, this.reducedCosts(arc)).room > 0) count++;
    return count;
  }

  /** False once numbers have become too large to be exact: then what was mended last is not proven. */
  get isExact(): boolean {
    return this.paths.isExact;
  }

  /** To be told when arcs run between other nodes than before. */
  forgetEnds(): void {
    this.paths.forgetEnds();
  }

  /** To be told when others have moved the flow. */
  forgetFlow(): void {
    this.paths.forgetFlow();
  }

  /**
   * Mends these arcs; those that are mended are taken off the list.
   *
   * @returns false when it was stopped, or numbers became too large
   */
  mend(arcs: Set<number>, shouldStop: StopPivoting): boolean {
    for (const arc of arcs) {
      while (this.improve(arc)) {
        if (shouldStop(this.steps)) return false;
      }
      if (!this.isExact) return false;
      arcs.delete(arc);
    }
    return true;
  }

  /**
   * How much more a flow costs at least that carries a unit less on an arc that is full; no more than that where numbers become
   * too large.
   *
   * @param most how much more it may cost, one number a cost; null: whatever it costs
   * @returns one number a cost; null where there is no such flow
   */
  leastRise(arc: number, most: readonly number[] | null): number[] | null {
    const { paths } = this;
    const { tail, head } = this.network;
    const to = head[arc] as number;
    const reduced = this.reducedCosts(arc);
    // A path must be nearer than the limit, and costs are integers.
    const last = reduced.length - 1;
    const limit = most?.map((each, i) => each + (reduced[i] as number) + (i === last ? 1 : 0));
    const isReached = paths.search(tail[arc] as number, to, limit ?? null);
    this.countSteps();
    if (!this.isExact) return reduced.map((each) => -each);
    if (!isReached) return null;
    return paths.distanceTo(to).map((far, i) => far - (reduced[i] as number));
  }

  /** Sends units round the cheapest cycle through an arc, or moves potentials until it is in kilter; whether it may not be yet. */
  private improve(arc: number): boolean {
    const { paths } = this;
    const { tail, head } = this.network;
    const reduced = this.reducedCosts(arc);
    const { sign, room } = this.needOf(arc, reduced);
    if (room === 0) return false;
    const [from, to] = (sign < 0 ? [head[arc], tail[arc]] : [tail[arc], head[arc]]) as [
      number,
      number,
    ];
    const gain = reduced.map((each) => sign * each);
    const isCheaper = paths.search(from, to, gain);
    this.countSteps();
    if (!paths.isExact) return false;
    paths.raisePotentials(isCheaper ? paths.distanceTo(to) : gain, this.root);
    if (!isCheaper) return false;
    const units = Math.min(room, paths.room(to));
    paths.send(to, units);
    paths.move(arc, -sign * units);
    return true;
  }

  /** Whether an arc costs more or less than nothing, and by how many units it is out of kilter. */
  private needOf(arc: number, reduced: readonly number[]): { sign: number; room: number } {
    const carried = this.flow[arc] as number;
    const sign = Math.sign(reduced.find((each) => each !== 0) ?? 0);
    if (sign === 0) return { sign, room: 0 };
    return { sign, room: sign > 0 ? carried : (this.network.capacity[arc] as number) - carried };
  }

  private countSteps(): void {
    this.steps += 1 + Math.floor(this.paths.settledCount / NODES_A_STEP);
  }

  private reducedCosts(arc: number): number[] {
    return this.costs.map((each) => reducedCost(this.network, each, arc));
  }
}
