import type { BitRows } from './bit-rows.js';
import { bitsOf } from './bit-rows.js';
import type { Supply } from './supply.js';

/** How many places a holder can give to some demands, and what keeps it from giving more. */
export interface Room {
  holder: number;
  /** Columns in which it has a place that suits one of them. */
  columns: number[];
  most: number;
  limit: 'COLUMNS' | 'BLOCKS' | 'HOLDER';
}

/**
 * The holders who could give any of these demands a place, and how many together. Their sum bounds how many of the demands
 * can be met, and for a shortage it is exactly that: whoever doubts it need only add up.
 */
export function roomsFor(supply: Supply, options: BitRows, demands: readonly number[]): Room[] {
  const columns = new Map<number, number[]>();
  for (const place of bitsOf(options.union(demands))) {
    const holder = supply.holderOf(place);
    const column = supply.columnOf(place);
    const theirs = columns.get(holder);
    if (theirs) theirs.push(column);
    else columns.set(holder, [column]);
  }
  return [...columns]
    .sort(([a], [b]) => a - b)
    .map(([holder, theirs]) => ({ holder, columns: theirs, ...roomOf(supply, holder, theirs) }));
}

function roomOf(
  supply: Supply,
  holder: number,
  columns: readonly number[],
): Pick<Room, 'most' | 'limit'> {
  const { most = 0, blocks = [] } = supply.holders[holder] ?? {};
  const rested = blocks.reduce((sum, { from, to, most: inBlock }) => {
    const inside = columns.filter((column) => column >= from && column < to).length;
    return sum - Math.max(0, inside - inBlock);
  }, columns.length);
  if (most < rested) return { most, limit: 'HOLDER' };
  return { most: rested, limit: rested < columns.length ? 'BLOCKS' : 'COLUMNS' };
}

export function totalRoom(rooms: readonly Room[]): number {
  return rooms.reduce((sum, { most }) => sum + most, 0);
}
