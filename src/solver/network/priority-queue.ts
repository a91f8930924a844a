/** A binary heap: `pop` gives the item that comes first. */
export class PriorityQueue<T> {
  private readonly items: T[] = [];

  /** @param order negative where the first comes before the second */
  constructor(private readonly order: (a: T, b: T) => number) {}

  get size(): number {
    return this.items.length;
  }

  peek(): T | undefined {
    return this.items[0];
  }

  /** All items, in no particular order. */
  values(): readonly T[] {
    return this.items;
  }

  push(item: T): void {
    const { items } = this;
    let place = items.length;
    items.push(item);
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.order(items[place] as T, items[above] as T) >= 0) return;
      this.swap(place, above);
      place = above;
    }
  }

  pop(): T | undefined {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    items[0] = last;
    let place = 0;
    for (;;) {
      let least = place;
      for (const below of [2 * place + 1, 2 * place + 2]) {
        if (below < items.length && this.order(items[below] as T, items[least] as T) < 0)
          least = below;
      }
      if (least === place) return first;
      this.swap(place, least);
      place = least;
    }
  }

  private swap(a: number, b: number): void {
    const item = this.items[a] as T;
    this.items[a] = this.items[b] as T;
    this.items[b] = item;
  }
}
