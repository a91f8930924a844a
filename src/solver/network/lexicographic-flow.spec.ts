import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  copyOf,
  costOf,
  everyFlow,
  isFlow,
  networkOf,
  SINK,
  smallCosts,
  smallNetwork,
  type SmallNetwork,
} from '../../../test/solver/small-networks.js';
import { type Level, LexicographicFlow } from './lexicographic-flow.js';

const SEED = 1;
const LEVELS = 3;
/** So far apart that no two levels can share a limb. */
const HUGE = 2 ** 50;
const never = (): boolean => false;

/** Few different costs, so that there are many optimal flows for the next level to choose from. */
const drawn = smallNetwork().chain((small) =>
  fc.record({
    small: fc.constant(small),
    costs: fc.array(smallCosts(small.flow.length, 1), { minLength: LEVELS, maxLength: LEVELS }),
    isWide: fc.boolean(),
  }),
);

function solved(small: SmallNetwork, levels: readonly Level[]): LexicographicFlow {
  const flow = new LexicographicFlow(
    copyOf(small.network),
    SINK,
    small.flow.slice(),
    small.tree.slice(),
    levels.map(({ cost, range }) => ({ cost: cost.slice(), range })),
  );
  expect(flow.solve(never)).toBe(true);
  return flow;
}

/** The levels with the smallest ranges that are true, or with huge ones: a limb for each. */
function levelsOf(
  costs: readonly Float64Array[],
  flows: readonly Int32Array[],
  isWide: boolean,
): Level[] {
  return costs.map((cost, level) => {
    const values = flows.map((flow) => costOf(cost, flow));
    const range = Math.max(...values) - Math.min(...values);
    return { cost, range: level === 0 ? 0 : isWide ? HUGE : range };
  });
}

/** Lexicographic order. */
function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : (a[place] as number) - (b[place] as number);
}

const minus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, index) => value - (b[index] as number));

const valuesOf = (levels: readonly Level[], flow: Int32Array): number[] =>
  levels.map(({ cost }) => costOf(cost, flow));

const leastOf = (tuples: readonly number[][]): number[] => [...tuples].sort(compare)[0] as number[];

describe('LexicographicFlow', () => {
  it('finds the first of all flows in lexicographic order, in one limb or in many', () => {
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        expect(isFlow(small, best.flow)).toBe(true);
        expect(best.values()).toEqual(leastOf(flows.map((flow) => valuesOf(levels, flow))));
        expect(levels.map((_, level) => best.valueOf(level))).toEqual(best.values());
        expect(best.weighted(best.values())).toHaveLength(isWide ? LEVELS : 1);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('weighs levels into limbs without a change of order', () => {
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        const [a, ...others] = flows.map((flow) => valuesOf(levels, flow)) as [
          number[],
          ...number[][],
        ];
        const isAfter = others.map((b) => compare(best.weighted(a), best.weighted(b)) > 0);
        expect(isAfter).toEqual(others.map((b) => compare(a, b) > 0));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('takes on costs that are added, and takes them back', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.integer({ min: -3, max: 3 }), (given, pick, amount) => {
        const { small, costs, isWide } = given;
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const arc = pick % small.flow.length;
        const warm = solved(small, levels);
        const before = warm.values();
        warm.addCost(0, arc, amount);
        warm.solve(never);
        const changed = levels.map((level, i) => ({ ...level, cost: level.cost.slice(), i }));
        const first = changed[0] as Level;
        first.cost[arc] = (first.cost[arc] as number) + amount;
        expect(warm.values()).toEqual(leastOf(flows.map((flow) => valuesOf(changed, flow))));
        warm.addCost(0, arc, -amount);
        warm.solve(never);
        expect(warm.values()).toEqual(before);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('brings the first limb down as far as some arcs alone can', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), (given, pick) => {
        const { small, costs, isWide } = given;
        const flows = everyFlow(small);
        const warm = solved(small, levelsOf(costs, flows, isWide));
        const from = warm.flow.slice();
        // Those on which flows as good may differ; the tree is among them.
        const may = warm.optimalArcs();
        const arc = pick % small.flow.length;
        warm.addCost(0, arc, 3);
        expect(warm.solveWithin(may, never)).toBe(true);
        const others = [...from.keys()].filter((each) => !may.includes(each));
        const reached = flows.filter((flow) => others.every((each) => flow[each] === from[each]));
        const first = (flow: Int32Array): number =>
          warm.weighted(valuesOf(levelsOf(costs, flows, isWide), flow))[0] ?? NaN;
        const weight = warm.weighted([1, 0, 0])[0] as number;
        const dearer = (flow: Int32Array): number =>
          first(flow) + 3 * weight * (flow[arc] as number);
        expect(others.every((each) => warm.flow[each] === from[each])).toBe(true);
        expect(dearer(warm.flow)).toBe(Math.min(...reached.map(dearer)));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('says so when it is stopped', () => {
    const tasks = 200;
    const arcs = Array.from({ length: tasks }, (_, task) => [
      { tail: 1 + task, head: 1 + ((task + 1) % tasks), capacity: 1 },
      { tail: 1 + task, head: SINK, capacity: 1 },
    ]).flat();
    const small = networkOf(Array<number>(tasks).fill(1), arcs);
    const cost = Float64Array.from(small.flow, (_, arc) => (arc < tasks ? 9 : arc % 5));
    const { network, flow, tree } = small;
    const stopped = new LexicographicFlow(network, SINK, flow, tree, [{ cost, range: 0 }]);
    expect(stopped.solveWithin(Int32Array.from(flow.keys()), () => true)).toBe(false);
    expect(stopped.solve(() => true)).toBe(false);
    expect(isFlow(small, stopped.flow)).toBe(true);
    expect(stopped.solve(never)).toBe(true);
  });
});

describe('exact numbers', () => {
  const small = networkOf([1], [{ tail: 1, head: SINK, capacity: 1 }]);
  const flowOf = (...levels: Level[]): LexicographicFlow => solved(small, levels);
  const level = (largest: number, range = 0): Level => ({
    cost: Float64Array.of(largest, 1),
    range,
  });

  it('refuses costs that potentials could not add up exactly', () => {
    expect(() => flowOf(level(2 ** 50))).toThrow(RangeError);
    expect(() => flowOf(level(-(2 ** 50)))).toThrow(RangeError);
    expect(() => flowOf(level(1), level(2 ** 50, 1))).toThrow(RangeError);
    expect(flowOf(level(2 ** 49)).values()).toEqual([1]);
  });

  it('begins a new limb where the weights would not be exact', () => {
    const limbs = (range: number): number =>
      flowOf(level(1), level(1, range)).weighted([0, 0]).length;
    expect(limbs(2 ** 49)).toBe(1);
    expect(limbs(2 ** 50)).toBe(2);
  });

  it('counts the levels that are settled where the gap is 0', () => {
    const flow = flowOf(level(1), level(1, 2), level(1, 2 ** 50));
    expect(flow.weighted([1, 2, 5])).toEqual([5, 5]);
    expect(flow.levelsWithout([0, 0])).toBe(3);
    expect(flow.levelsWithout([0, 7])).toBe(2);
    expect(flow.levelsWithout([1, 0])).toBe(0);
  });
});

describe('reducedCosts', () => {
  it('is what a unit more or less on an arc costs at least', () => {
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        const least = best.weighted(best.values());
        const reduced = [...best.flow.keys()].map((arc) => best.reducedCosts(arc));
        const isCheaper = (flow: Int32Array): boolean => {
          const dearer = minus(best.weighted(valuesOf(levels, flow)), least);
          return flow.some((units, arc) => {
            const more = units - (best.flow[arc] as number);
            const atLeast = (reduced[arc] as number[]).map((each) => each * more + 0);
            return compare(dearer, atLeast) < 0;
          });
        };
        expect(flows.filter(isCheaper)).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('add up to what any other flow costs more', () => {
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        const least = best.weighted(best.values());
        const reduced = [...best.flow.keys()].map((arc) => best.reducedCosts(arc));
        for (const flow of flows) {
          const more = minus([...flow], [...best.flow]);
          const sums = least.map((_, limb) =>
            more.reduce((sum, units, arc) => sum + units * (reduced[arc]?.[limb] ?? NaN), 0),
          );
          expect(sums).toEqual(minus(best.weighted(valuesOf(levels, flow)), least));
        }
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe('leastRise', () => {
  it('is no more than what any flow costs more that carries a unit less on an arc, and often as much', () => {
    let [exact, all] = [0, 0];
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        best.flow.forEach((carried, arc) => {
          if (carried === 0) return;
          const rises = flows
            .filter((flow) => (flow[arc] as number) < carried)
            .map((flow) =>
              minus(best.weighted(valuesOf(levels, flow)), best.weighted(best.values())),
            );
          const rise = best.leastRise(arc);
          if (rise === null) expect(rises).toEqual([]);
          if (rise === null || rises.length === 0) return;
          const least = leastOf(rises);
          expect(compare([...rise], least)).toBeLessThanOrEqual(0);
          all++;
          if (compare([...rise], least) === 0) exact++;
        });
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(exact).toBeGreaterThan(0.5 * all);
  });

  it('knows where there is none', () => {
    const small = networkOf([1], []);
    expect(solved(small, [{ cost: Float64Array.of(3), range: 0 }]).leastRise(0)).toBeNull();
  });
});

describe('freeArcs', () => {
  /** For each arc whether one of the flows uses it differently. */
  const differing = (flows: readonly Int32Array[], from: Int32Array): boolean[] =>
    [...from.keys()].map((arc) => flows.some((flow) => flow[arc] !== from[arc]));

  it('without a gap are the arcs that optimal flows use differently, of those that carry nothing or all', () => {
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        const optimal = flows.filter(
          (flow) => compare(valuesOf(levels, flow), best.values()) === 0,
        );
        const free = best.freeArcs(best.weighted([0, 0, 0]));
        differing(optimal, best.flow).forEach((isDifferent, arc) => {
          const units = best.flow[arc] as number;
          const isAtBound = units === 0 || units === small.network.capacity[arc];
          if (isAtBound) expect(free[arc]).toBe(isDifferent ? 1 : 0);
          else if (isDifferent) expect(free[arc]).toBe(1);
        });
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('with a gap miss none that a flow within it uses differently', () => {
    fc.assert(
      fc.property(drawn, fc.nat({ max: 6 }), fc.nat({ max: LEVELS - 1 }), (given, units, at) => {
        const { small, costs, isWide } = given;
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        const gap = best.weighted([0, 0, 0].map((_, level) => (level === at ? units : 0)));
        const least = best.weighted(best.values());
        const within = flows.filter(
          (flow) => compare(minus(best.weighted(valuesOf(levels, flow)), least), gap) <= 0,
        );
        const free = best.freeArcs(gap);
        differing(within, best.flow).forEach((isDifferent, arc) => {
          if (isDifferent) expect(free[arc]).toBe(1);
        });
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('with a gap are those of which a unit more, or less where an arc is full, costs no more', () => {
    fc.assert(
      fc.property(drawn, fc.nat({ max: 6 }), (given, units) => {
        const { small, costs, isWide } = given;
        const best = solved(small, levelsOf(costs, everyFlow(small), isWide));
        const gap = best.weighted([0, units, 0]);
        fc.pre(gap.some((limb) => limb !== 0));
        const isNear = (arc: number): boolean => {
          const isFull = best.flow[arc] !== 0;
          const dearer = best.reducedCosts(arc).map((each) => (isFull ? 0 - each : each));
          return compare(dearer, gap) <= 0;
        };
        expect([...best.freeArcs(gap)]).toEqual([...best.flow.keys()].map((arc) => +isNear(arc)));
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('with a gap leave out what costs more', () => {
    const small = networkOf([1], [{ tail: 1, head: SINK, capacity: 1 }]);
    const best = solved(small, [{ cost: Float64Array.of(1, 5), range: 0 }]);
    expect([...best.freeArcs([4])]).toEqual([1, 1]);
    expect([...best.freeArcs([3])]).toEqual([1, 0]);
  });
});
