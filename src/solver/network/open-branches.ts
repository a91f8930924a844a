import { compare } from './limbs.js';
import { PriorityQueue } from './priority-queue.js';
import type { Restriction } from './restricted-network.js';

/** Part of all plans. */
export interface Branch {
  restrictions: readonly Restriction[];
  /** No plan of this branch is below, in the limbs of the network. */
  bound: readonly number[];
}

export interface SearchNode extends Branch {
  /** No plan of this branch costs less, in levels; not always as near as `bound`. Null: nothing is known. */
  least: readonly number[] | null;
  /** The branch that this one is part of in which new leads were last asked whether they lead. */
  asked: Branch | null;
  /** The branch that was divided, and by what of its flow no plan can have; null: this one is no part. */
  part: { of: SearchNode; by: string } | null;
  /** What a flow of this branch as cheap as its own is known to be without. */
  without: readonly string[];
  /** Ties are broken by depth (dive), then by age. */
  depth: number;
  age: number;
}

/** More open branches than this are taken together; fewer where the search left off because bounds hardly rise. */
const MOST_OPEN = 100;
const MOST_OPEN_LEFT = 10;

/** The branches of a search that are not divided yet, and those in which it ended. */
export class OpenBranches {
  private readonly queue: PriorityQueue<SearchNode>;
  private age = 0;
  /** The branches in which the search ended, or would have. */
  private readonly ends: SearchNode[] = [];
  /** Branches whose parts are open no more. */
  private readonly whole = new Set<SearchNode>();

  /**
   * @param isBestFirst the lowest bound comes first, else the deepest branch
   * @param takes whether a branch with this bound may hold a plan as good as the best so far
   */
  constructor(
    isBestFirst: boolean,
    readonly takes: (bound: readonly number[]) => boolean,
  ) {
    this.queue = new PriorityQueue(isBestFirst ? comesFirst : isDeeper);
  }

  peek(): SearchNode | undefined {
    for (let next = this.queue.peek(); next && !this.isOpen(next); next = this.queue.peek()) {
      this.queue.pop();
    }
    return this.queue.peek();
  }

  pop(): SearchNode | undefined {
    this.peek();
    return this.queue.pop();
  }

  /** A branch takes the place of all its parts. */
  unite(node: SearchNode): void {
    this.whole.add(node);
  }

  private isOpen({ part }: SearchNode): boolean {
    for (let next = part; next; next = next.of.part) {
      if (this.whole.has(next.of)) return false;
    }
    return true;
  }

  /** Takes a branch in, where it may hold a plan as good as the best so far. */
  push(node: Omit<SearchNode, 'age'>): void {
    if (this.takes(node.bound)) this.queue.push({ ...node, age: this.age++ });
  }

  /** Puts back a branch that was taken out, with the age that it had. */
  putBack(node: SearchNode): void {
    this.queue.push(node);
  }

  end(node: SearchNode): void {
    this.ends.push(node);
  }

  /**
   * Branches that together hold every plan as good as the best so far, the most promising first: those that the search left
   * open, or the larger ones that these are part of where they are many.
   *
   * @param hasLeftOff whether the search left off because bounds hardly rise
   */
  frontier(hasLeftOff: boolean): readonly Branch[] {
    const open = [...this.ends, ...this.queue.values()]
      .filter((node) => this.takes(node.bound) && this.isOpen(node))
      .sort(comesFirst);
    if (open.length <= (hasLeftOff ? MOST_OPEN_LEFT : MOST_OPEN)) return open;
    return [...new Set(open.map((node): Branch => node.asked ?? node))];
  }
}

function isDeeper(a: SearchNode, b: SearchNode): number {
  return b.depth - a.depth || compare(a.bound, b.bound) || a.age - b.age;
}

function comesFirst(a: SearchNode, b: SearchNode): number {
  return compare(a.bound, b.bound) || b.depth - a.depth || a.age - b.age;
}
