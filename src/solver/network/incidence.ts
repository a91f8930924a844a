import type { Network } from './network.js';

/** The arcs at each node: those of node n stand at `first[n]` … `first[n + 1]` − 1. */
export interface Incidence {
  first: Int32Array;
  /** Each arc doubled; one more where it runs to the node. */
  leaving: Int32Array;
  /** The node at the other end. */
  ends: Int32Array;
}

/** @param arcs those that are of interest */
export function incidence({ nodeCount, tail, head }: Network, arcs: Int32Array): Incidence {
  // Counted two places on, so that each node's place can move on to its end while it is filled.
  const first = new Int32Array(nodeCount + 2);
  for (const arc of arcs) {
    count(first, (tail[arc] as number) + 2);
    count(first, (head[arc] as number) + 2);
  }
  addUp(first);
  const leaving = new Int32Array(2 * arcs.length);
  const ends = new Int32Array(2 * arcs.length);
  for (const arc of arcs) {
    const forth = count(first, (tail[arc] as number) + 1);
    const back = count(first, (head[arc] as number) + 1);
    leaving[forth] = 2 * arc;
    ends[forth] = head[arc] as number;
    leaving[back] = 2 * arc + 1;
    ends[back] = tail[arc] as number;
  }
  return { first, leaving, ends };
}

/** The arcs that leave each node: those of node n stand at `first[n]` … `first[n + 1]` − 1. */
export interface Outgoing {
  first: Int32Array;
  leaving: Int32Array;
  /** The node that an arc runs to. */
  ends: Int32Array;
}

/** @param arcs those that are of interest */
export function outgoing({ nodeCount, tail, head }: Network, arcs: Int32Array): Outgoing {
  const first = new Int32Array(nodeCount + 2);
  for (const arc of arcs) count(first, (tail[arc] as number) + 2);
  addUp(first);
  const leaving = new Int32Array(arcs.length);
  const ends = new Int32Array(arcs.length);
  for (const arc of arcs) {
    const place = count(first, (tail[arc] as number) + 1);
    leaving[place] = arc;
    ends[place] = head[arc] as number;
  }
  return { first, leaving, ends };
}

/** From how many each node has to where those of each node begin. */
function addUp(first: Int32Array): void {
  for (let node = 2; node < first.length; node++) {
    first[node] = (first[node] as number) + (first[node - 1] as number);
  }
}

/** One more at a place; how many were there before. */
function count(numbers: Int32Array, place: number): number {
  const before = numbers[place] as number;
  numbers[place] = before + 1;
  return before;
}
