import type { Network } from './network.js';

const NONE = -1;

/** Of each node the arcs that carry something to it: few of those that run to it. */
export class CarryingArcs {
  private readonly firstAt: Int32Array;
  private readonly nextOf: Int32Array;
  /** Also arcs that carried something before. */
  private readonly isListed: Uint8Array;
  private isKnown = false;

  /** @param arcs those that are of interest */
  constructor(
    private readonly network: Network,
    private readonly flow: Int32Array,
    private readonly arcs: Int32Array,
  ) {
    this.firstAt = new Int32Array(network.nodeCount);
    this.nextOf = new Int32Array(flow.length);
    this.isListed = new Uint8Array(flow.length);
  }

  /** To be told when the flow has been changed by somebody else, or arcs run to other nodes. */
  forget(): void {
    this.isKnown = false;
  }

  /** To be asked for before the arcs of any node. */
  gather(): void {
    if (this.isKnown) return;
    this.isKnown = true;
    this.firstAt.fill(NONE);
    this.isListed.fill(0);
    const { arcs, flow } = this;
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i] as number;
      if (flow[arc] !== 0) this.list(arc);
    }
  }

  /** Changes what an arc carries. */
  carry(arc: number, more: number): void {
    const { flow, isListed, isKnown } = this;
    flow[arc] = (flow[arc] as number) + more;
    if (isKnown && flow[arc] !== 0 && isListed[arc] === 0) this.list(arc);
  }

  /** The first arc to a node that may carry something; −1: there is none. */
  first(node: number): number {
    return this.firstAt[node] as number;
  }

  /** The one after it; some of them carry nothing any more. */
  next(arc: number): number {
    return this.nextOf[arc] as number;
  }

  private list(arc: number): void {
    const node = this.network.head[arc] as number;
    this.isListed[arc] = 1;
    this.nextOf[arc] = this.firstAt[node] as number;
    this.firstAt[node] = arc;
  }
}
