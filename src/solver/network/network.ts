/**
 * A directed network. Nodes are numbered 0 … nodeCount − 1; arc `a` runs from `tail[a]` to `head[a]` and carries
 * 0 … capacity[a] units. Capacities are integers.
 */
export interface Network {
  nodeCount: number;
  tail: Int32Array;
  head: Int32Array;
  capacity: Int32Array;
}

/** Stands for "no limit": more than any network here can carry. */
export const UNLIMITED = 2 ** 30;

/** Collects arcs one by one. */
export class NetworkBuilder {
  private readonly tails: number[] = [];
  private readonly heads: number[] = [];
  private readonly capacities: number[] = [];
  private nodes = 0;

  get arcCount(): number {
    return this.tails.length;
  }

  node(): number {
    return this.nodes++;
  }

  arc(tail: number, head: number, capacity: number): number {
    this.tails.push(tail);
    this.heads.push(head);
    this.capacities.push(capacity);
    return this.tails.length - 1;
  }

  build(): Network {
    return {
      nodeCount: this.nodes,
      tail: Int32Array.from(this.tails),
      head: Int32Array.from(this.heads),
      capacity: Int32Array.from(this.capacities),
    };
  }
}

/**
 * An order of arcs in which neighbours have little to do with each other, so that each block that pricing looks at is a
 * fair sample of the network (Király and Kovács 2012, section 5): strides through the arcs.
 */
export function mixedOrder(arcCount: number, nodeCount: number): Int32Array {
  const stride = Math.max(10, Math.floor(arcCount / Math.max(1, nodeCount)));
  const order = new Int32Array(arcCount);
  let next = 0;
  for (let start = 0; start < stride; start++) {
    for (let arc = start; arc < arcCount; arc += stride) order[next++] = arc;
  }
  return order;
}
