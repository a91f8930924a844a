const NONE = -1;

/** A binary heap of nodes by their distances, which are compared lexicographically and may get less while a node is there. */
export class NearestNodes {
  private readonly heap: Int32Array;
  /** The place of a node that is there. */
  private readonly place: Int32Array;
  private size = 0;

  /** @param distance of each node, one list a cost */
  constructor(
    private readonly distance: readonly Float64Array[],
    nodeCount: number,
  ) {
    this.heap = new Int32Array(nodeCount);
    this.place = new Int32Array(nodeCount);
  }

  clear(): void {
    this.size = 0;
  }

  push(node: number): void {
    this.moveUp(node, this.size++);
  }

  /** To be told when a node that is there is nearer than it was. */
  rise(node: number): void {
    this.moveUp(node, this.place[node] as number);
  }

  /** Takes out the nearest; −1 where there is none. */
  pop(): number {
    if (this.size === 0) return NONE;
    const first = this.heap[0] as number;
    const last = this.heap[--this.size] as number;
    this.moveDown(last, 0);
    return first;
  }

  private moveUp(node: number, place: number): void {
    const { heap } = this;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = heap[above] as number;
      if (!this.isBefore(node, other)) break;
      this.put(other, place);
      place = above;
    }
    this.put(node, place);
  }

  private moveDown(node: number, place: number): void {
    const { heap, size } = this;
    for (let below = 1; below < size; below = 2 * place + 1) {
      const isSecondNearer =
        below + 1 < size && this.isBefore(heap[below + 1] as number, heap[below] as number);
      if (isSecondNearer) below++;
      const other = heap[below] as number;
      if (!this.isBefore(other, node)) break;
      this.put(other, place);
      place = below;
    }
    this.put(node, place);
  }

  private put(node: number, place: number): void {
    this.heap[place] = node;
    this.place[node] = place;
  }

  private isBefore(a: number, b: number): boolean {
    for (let i = 0; i < this.distance.length; i++) {
      const each = this.distance[i] as Float64Array;
      if (each[a] !== each[b]) return (each[a] as number) < (each[b] as number);
    }
    return false;
  }
}
