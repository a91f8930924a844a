import { type BitRows, countBits } from './bit-rows.js';
import { Matching, type Refused } from './matching.js';
import type { Supply } from './supply.js';

/** Demands, ascending, of which no more than `most` can be met. */
export interface ShortSet {
  demands: number[];
  most: number;
}

/** Demands that compete with one another, and with no others, for too few places. */
export interface Shortage extends ShortSet {
  /**
   * Parts of it that are short by themselves, each by one, and of which no proper part is: the fewest demands first, and no
   * demand in two of them. Only those of at most `LARGEST_TOLD` demands; none where the shortage is such a set itself.
   */
  smallest: ShortSet[];
}

/** More demands at once explain nothing to anybody. */
const LARGEST_TOLD = 40;

/**
 * Where demands outnumber the places that suit any of them. Every demand that must go without is in exactly one shortage;
 * each shortage is short by its demands − `most`, every part of it by less, and together they are short by as many as
 * there are demands without a place in a largest matching. Demands that no place suits are shortages of their own.
 */
export function findShortages(supply: Supply, options: BitRows): Shortage[] {
  const all = Array.from({ length: options.rowCount }, (_, demand) => demand);
  const places = all.map((demand) => countBits(options.row(demand)));
  const first = shortSets(supply, options, sortedBy(all, places));
  if (first.refused.length === 0) return [];
  // Another order finds other small sets; who competes with whom is the same in any.
  const holders = all.map((demand) => holderCount(supply, options.row(demand)));
  const second = shortSets(supply, options, sortedBy(all, holders));
  const sets = [...first.sets, ...second.sets].sort((a, b) => a.length - b.length);
  return connected(first.refused).map(({ demands, refused }) => {
    const within = new Set(demands);
    const smallest: ShortSet[] = [];
    for (const set of refused > 1 ? sets : []) {
      if (!set.every((demand) => within.has(demand))) continue;
      set.forEach((demand) => within.delete(demand));
      smallest.push({ demands: set, most: set.length - 1 });
    }
    return { demands, most: demands.length - refused, smallest };
  });
}

/** The demands that find no place any more, in this order, and the small short sets that they close. */
function shortSets(
  supply: Supply,
  options: BitRows,
  order: readonly number[],
): { refused: Refused[]; sets: number[][] } {
  const matching = new Matching(supply, options);
  const refused: Refused[] = [];
  const sets: number[][] = [];
  for (const demand of order) {
    const refusal = matching.seat(demand);
    if (refusal === null) continue;
    refused.push(refusal);
    const set = matching.shortSetOf(demand, LARGEST_TOLD);
    if (set) sets.push(set);
  }
  return { refused, sets };
}

/** Those hardest to place first, so that the first short sets have only such. */
function sortedBy(demands: readonly number[], choices: readonly number[]): number[] {
  return [...demands].sort((a, b) => (choices[a] as number) - (choices[b] as number) || a - b);
}

function holderCount(supply: Supply, row: Uint32Array): number {
  const perColumn = supply.stride / 32;
  const holders = new Uint32Array(perColumn);
  row.forEach((word, i) => (holders[i % perColumn] = (holders[i % perColumn] as number) | word));
  return countBits(holders);
}

/** Those who meet one another together, with how many of them are refused; in order of their first demand. */
function connected(all: readonly Refused[]): { demands: number[]; refused: number }[] {
  const groups = new Map<number, { demands: number[]; refused: number }>();
  const groupOf = new Map<number, number>();
  for (const { demand, met, beside } of all) {
    const group = { demands: [...met], refused: 1 };
    for (const key of new Set(beside.map((other) => groupOf.get(other) as number))) {
      const joined = groups.get(key) as typeof group;
      group.demands.push(...joined.demands);
      group.refused += joined.refused;
      groups.delete(key);
      groupOf.forEach((its, other) => its === key && groupOf.set(other, demand));
    }
    groups.set(demand, group);
    groupOf.set(demand, demand);
  }
  for (const group of groups.values()) group.demands.sort((a, b) => a - b);
  return [...groups.values()].sort((a, b) => (a.demands[0] as number) - (b.demands[0] as number));
}
