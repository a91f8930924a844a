/** Rows of bits, each as wide as there are columns: which columns go with which row. */
export class BitRows {
  /** Words of 32 bits in a row. */
  readonly width: number;
  readonly words: Uint32Array;

  constructor(
    readonly rowCount: number,
    columnCount: number,
  ) {
    this.width = Math.ceil(columnCount / 32);
    this.words = new Uint32Array(rowCount * this.width);
  }

  set(row: number, column: number): void {
    const at = row * this.width + (column >>> 5);
    this.words[at] = (this.words[at] as number) | (1 << (column & 31));
  }

  clear(row: number, column: number): void {
    const at = row * this.width + (column >>> 5);
    this.words[at] = (this.words[at] as number) & ~(1 << (column & 31));
  }

  /** The row itself, not a copy. */
  row(row: number): Uint32Array {
    return this.words.subarray(row * this.width, (row + 1) * this.width);
  }

  isEmpty(row: number): boolean {
    for (let at = row * this.width; at < (row + 1) * this.width; at++) {
      if (this.words[at] !== 0) return false;
    }
    return true;
  }

  /** All columns that go with any of these rows. */
  union(rows: readonly number[]): Uint32Array {
    const all = new Uint32Array(this.width);
    for (const row of rows) addBits(all, this.row(row));
    return all;
  }
}

/** Sets in `to` what is set in `from`, shifted by whole words. */
export function addBits(to: Uint32Array, from: Uint32Array, shift = 0): void {
  for (let i = 0; i < from.length; i++) {
    to[shift + i] = (to[shift + i] as number) | (from[i] as number);
  }
}

/** The columns that are set, in the mask too if there is one; ascending. */
export function bitsOf(words: Uint32Array, mask?: Uint32Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const all = words[i] as number;
    for (let word = mask ? all & (mask[i] as number) : all; word !== 0; word &= word - 1) {
      found.push(i * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return found;
}

export function countBits(words: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    for (let word = words[i] as number; word !== 0; word &= word - 1) count++;
  }
  return count;
}
