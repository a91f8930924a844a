interface Corner {
  readonly key: string;
  /** Of the triangle that it makes with its neighbours, in square km. */
  readonly area: number;
}

/** Corners by the size of their triangles, the smallest first; one that was put in again may come out twice. */
export class CornerQueue {
  private readonly heap: Corner[] = [];

  /** @param area undefined: this point must stay */
  put(key: string, area: number | undefined): void {
    if (area === undefined) return;
    let place = this.heap.push({ key, area }) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.areaAt(above) <= area) break;
      this.swap(place, above);
      place = above;
    }
  }

  take(): Corner | undefined {
    const [first] = this.heap;
    const last = this.heap.pop();
    if (first === undefined || last === undefined || this.heap.length === 0) return first;
    this.heap[0] = last;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const smaller = this.areaAt(left + 1) < this.areaAt(left) ? left + 1 : left;
      if (this.areaAt(smaller) >= last.area) return first;
      this.swap(place, smaller);
      place = smaller;
    }
  }

  private areaAt(place: number): number {
    return this.heap[place]?.area ?? Infinity;
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a && b) [this.heap[one], this.heap[other]] = [b, a];
  }
}
