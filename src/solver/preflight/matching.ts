import { type BitRows, bitsOf } from './bit-rows.js';
import type { Supply } from './supply.js';

const NONE = -1;

/** A demand that finds no place beside those seated. */
export interface Refused {
  demand: number;
  /** It and those in its way, without any that an earlier refused demand met. */
  met: number[];
  /** Refused demands before it whom it meets: what is in their way is in its way too. */
  beside: number[];
}

/**
 * Gives each demand a place, as many demands as possible: a maximum flow
 *
 *     demand ──▶ place ──1──▶ block ──most──▶ holder ──most──▶ sink
 *
 * found one augmenting path at a time (Ford and Fulkerson 1956). Demands that can be seated together are the independent
 * sets of a matroid (a gammoid), so to seat them one by one in order of their weight, leaving out what does not fit any
 * more, gives a heaviest set, which is also a largest one; and a demand that does not fit forms exactly one smallest short
 * set with those seated (`docs/model.md`, "Pre-flight").
 */
export class Matching {
  /** How many demands have a place. */
  size = 0;
  /** Of each place who has it. */
  private readonly taken: Int32Array;
  /** Of each demand its place. */
  private readonly placeOf: Int32Array;
  private readonly blockUsed: Int32Array;
  private readonly holderUsed: Int32Array;

  /** Places that a search in vain has seen: no path leads on from there, and none ever will. */
  private readonly dead: Uint32Array;
  private readonly seen: Uint32Array;
  /** How the search came to a place: from the demand itself, or down from a free place that its block or holder cannot give besides. */
  private readonly fromDemand: Int32Array;
  private readonly fromPlace: Int32Array;
  /** The search that last saw a block or holder. */
  private readonly blockSeen: Int32Array;
  private readonly holderSeen: Int32Array;
  private searches = 0;
  private queue: number[] = [];
  /** Of each dead place the refused demand that found it so. */
  private readonly deadBy: Int32Array;
  /** Refused demands whose dead places the search came upon from above. */
  private beside = new Set<number>();

  /** @param options which places suit each demand */
  constructor(
    private readonly supply: Supply,
    private readonly options: BitRows,
  ) {
    const { placeCount, blockMost, holders } = supply;
    this.taken = new Int32Array(placeCount).fill(NONE);
    this.placeOf = new Int32Array(options.rowCount).fill(NONE);
    this.blockUsed = new Int32Array(blockMost.length);
    this.holderUsed = new Int32Array(holders.length);
    this.dead = new Uint32Array(options.width);
    this.seen = new Uint32Array(options.width);
    this.deadBy = new Int32Array(placeCount);
    this.fromDemand = new Int32Array(placeCount);
    this.fromPlace = new Int32Array(placeCount);
    this.blockSeen = new Int32Array(blockMost.length);
    this.holderSeen = new Int32Array(holders.length);
  }

  isSeated(demand: number): boolean {
    return this.placeOf[demand] !== NONE;
  }

  /** Gives a demand a place, moving others if need be; if that is impossible beside those seated already, who is in the way. */
  seat(demand: number): Refused | null {
    const free = this.search(demand, this.dead);
    if (free !== NONE) {
      this.augment(demand, free);
      this.size++;
      return null;
    }
    for (const met of this.queue) {
      for (const place of bitsOf(this.options.row(met), this.dead)) {
        if (this.isInUse(place)) this.beside.add(this.deadBy[place] as number);
      }
    }
    const fresh = this.seen.map((word, i) => word & ~(this.dead[i] as number));
    for (const place of bitsOf(fresh)) this.deadBy[place] = demand;
    this.dead.set(this.seen);
    return { demand, met: this.queue, beside: [...this.beside] };
  }

  /**
   * For a demand that `seat` refused: it and those that hold the places it could have, or could make others free. They are
   * one more than all places that suit any of them, and no proper subset of them is too many.
   *
   * @param largest null is returned where there are more
   */
  shortSetOf(demand: number, largest: number): number[] | null {
    this.search(demand, new Uint32Array(this.dead.length), largest);
    return this.queue.length > largest ? null : [...this.queue].sort((a, b) => a - b);
  }

  /** Breadth first from a demand; leaves in `queue` all demands that were met. @returns a free place, or none */
  private search(demand: number, without: Uint32Array, mostDemands = Infinity): number {
    const { options, seen } = this;
    const { width, words } = options;
    seen.set(without);
    this.searches++;
    this.beside = new Set();
    this.queue = [demand];
    for (let next = 0; next < this.queue.length && this.queue.length <= mostDemands; next++) {
      const asking = this.queue[next] as number;
      const row = asking * width;
      for (let i = 0; i < width; i++) {
        let fresh = (words[row + i] as number) & ~(seen[i] as number);
        if (fresh === 0) continue;
        seen[i] = (seen[i] as number) | fresh;
        for (; fresh !== 0; fresh &= fresh - 1) {
          const place = i * 32 + 31 - Math.clz32(fresh & -fresh);
          this.fromDemand[place] = asking;
          if (this.isFreeFrom(place)) return place;
        }
      }
    }
    return NONE;
  }

  /** Whether the place can be given as things stand; if not, whoever stands in the way is queued. */
  private isFreeFrom(place: number): boolean {
    const { supply, taken, searches } = this;
    this.fromPlace[place] = NONE;
    const owner = taken[place] as number;
    if (owner !== NONE) {
      this.queue.push(owner);
      return false;
    }
    const block = supply.blockOf[place] as number;
    if (block !== NONE && this.blockUsed[block] === supply.blockMost[block]) {
      if (this.blockSeen[block] !== searches) {
        this.blockSeen[block] = searches;
        this.goDown(place, supply.ofBlock[block] as number[]);
      }
      return false;
    }
    const holder = supply.holderOf(place);
    if ((this.holderUsed[holder] as number) < (supply.holders[holder]?.most ?? 0)) return true;
    if (this.holderSeen[holder] !== searches) {
      this.holderSeen[holder] = searches;
      this.goDown(place, supply.ofHolder[holder] as number[]);
    }
    return false;
  }

  /** `free` could be given if one of `others` were given up. */
  private goDown(free: number, others: readonly number[]): void {
    const { seen, taken, dead } = this;
    for (const place of others) {
      const owner = taken[place] as number;
      if (owner === NONE) continue;
      const bit = 1 << (place & 31);
      const word = seen[place >>> 5] as number;
      if ((word & bit) !== 0) {
        if (((dead[place >>> 5] as number) & bit) !== 0) {
          this.beside.add(this.deadBy[place] as number);
        }
        continue;
      }
      seen[place >>> 5] = word | bit;
      this.fromPlace[place] = free;
      this.queue.push(owner);
    }
  }

  private augment(root: number, free: number): void {
    const { taken, placeOf, fromPlace } = this;
    this.count(free, 1);
    const holder = this.supply.holderOf(free);
    this.holderUsed[holder] = (this.holderUsed[holder] as number) + 1;
    let place = free;
    for (;;) {
      const demand = this.fromDemand[place] as number;
      const given = placeOf[demand] as number;
      taken[place] = demand;
      placeOf[demand] = place;
      if (demand === root) return;
      const instead = fromPlace[given] as number;
      if (instead === NONE) {
        place = given;
        continue;
      }
      // Their block or holder gives another place instead of the one given up.
      taken[given] = NONE;
      this.count(given, -1);
      this.count(instead, 1);
      place = instead;
    }
  }

  /** Whether anybody holds the place, or one that is given instead of it. */
  private isInUse(place: number): boolean {
    const { supply, blockUsed, holderUsed } = this;
    const block = supply.blockOf[place] as number;
    const isBlocked = block !== NONE && blockUsed[block] === supply.blockMost[block];
    return isBlocked ? blockUsed[block] !== 0 : holderUsed[supply.holderOf(place)] !== 0;
  }

  private count(place: number, change: 1 | -1): void {
    const block = this.supply.blockOf[place] as number;
    if (block !== NONE) this.blockUsed[block] = (this.blockUsed[block] as number) + change;
  }
}

/** How many of these demands can be met, at most. */
export function mostMet(supply: Supply, options: BitRows, demands: Iterable<number>): number {
  const matching = new Matching(supply, options);
  for (const demand of demands) matching.seat(demand);
  return matching.size;
}
