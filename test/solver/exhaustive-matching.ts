/** How many demands can be met, by trying every way: what the matching of the pre-flight is tested against. */
import fc, { type Arbitrary } from 'fast-check';
import { BitRows, bitsOf } from '../../src/solver/preflight/bit-rows.js';
import { type Holder, Supply } from '../../src/solver/preflight/supply.js';

export interface SmallMatching {
  supply: Supply;
  options: BitRows;
}

/** The heaviest set of these demands that can all be met; those with an infinite weight must be, −1 where they cannot. */
export function exhaustively(
  { supply, options }: SmallMatching,
  demands: readonly number[],
  weightOf: (demand: number) => number = () => 1,
): number {
  const taken = new Set<number>();
  const used = (places: readonly number[]): number => places.filter((p) => taken.has(p)).length;
  const isKept = (): boolean =>
    supply.holders.every(({ most, blocks }, holder) => {
      const places = supply.ofHolder[holder] as number[];
      return (
        used(places) <= most &&
        blocks.every((block) => used(places.slice(block.from, block.to)) <= block.most)
      );
    });
  const heaviest = (next: number): number => {
    const demand = demands[next];
    if (demand === undefined) return 0;
    const isForced = weightOf(demand) === Infinity;
    let best = isForced ? -Infinity : heaviest(next + 1);
    for (const place of bitsOf(options.row(demand))) {
      if (taken.has(place)) continue;
      taken.add(place);
      if (isKept()) {
        best = Math.max(best, (isForced ? 0 : weightOf(demand)) + heaviest(next + 1));
      }
      taken.delete(place);
    }
    return best;
  };
  return Math.max(-1, heaviest(0));
}

/** Sets of which no more than one too few can be met, and every proper subset wholly. */
export function smallestShortSets(of: SmallMatching): number[][] {
  const { rowCount } = of.options;
  const found: number[][] = [];
  const all = Array.from({ length: rowCount }, (_, demand) => demand);
  const subsets = Array.from({ length: 2 ** rowCount }, (_, bits) =>
    all.filter((demand) => (bits >> demand) & 1),
  ).sort((a, b) => a.length - b.length);
  for (const set of subsets) {
    if (found.some((smaller) => smaller.every((demand) => set.includes(demand)))) continue;
    if (exhaustively(of, set) < set.length) found.push(set);
  }
  return found;
}

/** Up to seven demands for the places of three holders in four columns, most of them scarce. */
export function smallMatching(): Arbitrary<SmallMatching> {
  const columns = 4;
  const block = fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 2 }))
    .map(([from, most]) => [{ from, to: from + 2, most }]);
  const holder: Arbitrary<Holder> = fc.record({
    most: fc.integer({ min: 0, max: 3 }),
    blocks: fc.oneof(fc.constant([]), block),
  });
  const places = fc.uniqueArray(
    fc.record({ holder: fc.nat({ max: 2 }), column: fc.nat({ max: columns - 1 }) }),
    { maxLength: 4, selector: (place) => `${place.holder} ${place.column}` },
  );
  return fc
    .record({
      holders: fc.array(holder, { minLength: 3, maxLength: 3 }),
      demands: fc.array(places, { minLength: 2, maxLength: 7 }),
    })
    .map(({ holders, demands }) => {
      const supply = new Supply(holders, columns);
      const options = new BitRows(demands.length, supply.placeCount);
      demands.forEach((theirs, demand) => {
        for (const place of theirs) options.set(demand, supply.place(place.holder, place.column));
      });
      return { supply, options };
    });
}
