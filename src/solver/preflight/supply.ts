/** Neighbouring columns in which a holder gives at most so many places. */
export interface Block {
  /** Half open, in column numbers. */
  from: number;
  to: number;
  most: number;
}

/** Who gives places: at most so many in all, and at most so many within each block. Blocks do not overlap. */
export interface Holder {
  most: number;
  blocks: readonly Block[];
}

/**
 * What can be given: one place for each holder and column. For leads a holder is a person and a column a week. Places are
 * numbered so that those of a column stand together, each column beginning with a new word of bits.
 */
export class Supply {
  /** Places from one column to the next. */
  readonly stride: number;
  readonly placeCount: number;
  /** Of each place its block, −1 for none. */
  readonly blockOf: Int32Array;
  readonly blockMost: number[] = [];
  /** The places of each block and of each holder. */
  readonly ofBlock: number[][] = [];
  readonly ofHolder: number[][];

  constructor(
    readonly holders: readonly Holder[],
    readonly columnCount: number,
  ) {
    this.stride = Math.ceil(holders.length / 32) * 32;
    this.placeCount = this.stride * columnCount;
    this.blockOf = new Int32Array(this.placeCount).fill(-1);
    this.ofHolder = holders.map((_, holder) =>
      Array.from({ length: columnCount }, (__, column) => this.place(holder, column)),
    );
    holders.forEach(({ blocks }, holder) => {
      for (const { from, to, most } of blocks) {
        const places = (this.ofHolder[holder] as number[]).slice(from, to);
        for (const place of places) this.blockOf[place] = this.blockMost.length;
        this.blockMost.push(most);
        this.ofBlock.push(places);
      }
    });
  }

  place(holder: number, column: number): number {
    return column * this.stride + holder;
  }

  holderOf(place: number): number {
    return place % this.stride;
  }

  columnOf(place: number): number {
    return Math.floor(place / this.stride);
  }
}
