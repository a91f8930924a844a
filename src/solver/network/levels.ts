import type { Network } from './network.js';

/** One level of a lexicographic objective, to be minimised. */
export interface Level {
  /** What a unit on each arc costs; integers. */
  cost: Float64Array;
  /** How far apart the costs of two flows can be at most; an integer. */
  range: number;
}

/** Neighbouring levels weighted into one cost. */
export interface Limb {
  /** Numbers of the levels, and what a unit of each is worth in the limb. */
  levels: { level: number; weight: number }[];
  cost: Float64Array;
  potential: Float64Array;
  /** Room for the arcs of the limb's optimal face. */
  face: Int32Array;
}

/** Potentials add up costs along a tree, and reduced costs two of them: all must be exact. */
export const LARGEST_EXACT = 2 ** 51;

/** Groups levels, the first ones together, as long as the numbers stay exact. */
export function limbsOf(levels: readonly Level[], { nodeCount, tail }: Network): Limb[] {
  const limbs: Limb[] = [];
  let from = 0;
  while (from < levels.length) {
    let to = from + 1;
    let weights = weightsOf(levels.slice(from, to));
    if (!fits(levels.slice(from, to), weights, nodeCount)) {
      throw new RangeError('The problem is too large for exact arithmetic.');
    }
    while (to < levels.length) {
      const wider = weightsOf(levels.slice(from, to + 1));
      if (!fits(levels.slice(from, to + 1), wider, nodeCount)) break;
      weights = wider;
      to++;
    }
    const cost = new Float64Array(tail.length);
    const inLimb = weights.map((weight, i) => ({ level: from + i, weight }));
    for (const { level, weight } of inLimb) {
      levels[level]?.cost.forEach((each, arc) => {
        cost[arc] = (cost[arc] as number) + weight * each;
      });
    }
    limbs.push({
      levels: inLimb,
      cost,
      potential: new Float64Array(nodeCount),
      face: new Int32Array(tail.length),
    });
    from = to;
  }
  return limbs;
}

/** A unit of a level outweighs everything that the levels after it can vary. */
function weightsOf(levels: readonly Level[]): number[] {
  let weight = 1;
  const weights: number[] = [];
  for (const { range } of [...levels].reverse()) {
    weights.unshift(weight);
    weight *= range + 1;
  }
  return weights;
}

function fits(levels: readonly Level[], weights: readonly number[], nodeCount: number): boolean {
  const dearest = levels.reduce((sum, { cost }, i) => {
    const largest = cost.reduce((most, each) => Math.max(most, Math.abs(each)), 1);
    return sum + largest * (weights[i] as number);
  }, 0);
  return dearest * Math.max(1, nodeCount) < LARGEST_EXACT;
}
