import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../../scripts/seeded-random.js';
import {
  begun,
  change,
  changedTo,
  compare,
  drawn,
  leastOf,
  LEVELS,
  levelsOf,
  minus,
  never,
  type Solved,
  solved,
  valuesOf,
} from '../../../test/solver/levelled-flows.js';
import {
  copyOf,
  everyFlow,
  isFlow,
  networkOf,
  SINK,
  type SmallNetwork,
  tasksAndAgents,
} from '../../../test/solver/small-networks.js';
import type { Level } from './levels.js';
import { LexicographicFlow } from './lexicographic-flow.js';
import { UNLIMITED } from './network.js';

const SEED = 1;

const isFull = ({ network }: SmallNetwork, flow: Int32Array, arc: number): boolean =>
  flow[arc] !== 0 && flow[arc] === network.capacity[arc];

const eachWay = describe.each<[string, Solved]>([
  ['solved at once', solved],
  ['mended', changedTo()],
  ['solved again by a tree', changedTo(-1)],
  ['mended or solved again', changedTo(1)],
]);

eachWay('a flow that is %s', (_, solved) => {
  it('is the first of all flows in lexicographic order, in one limb or in many', () => {
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        expect(isFlow(small, best.flow)).toBe(true);
        expect(best.values()).toEqual(leastOf(flows.map((flow) => valuesOf(levels, flow))));
        expect(best.weighted(best.values())).toHaveLength(isWide ? LEVELS : 1);
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});

describe('LexicographicFlow', () => {
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

  it('says so when it is told to stop, and goes on later', () => {
    const { small, cost } = tasksAndAgents(60, 30, seededRandom(5));
    const flow = begun(small, [{ cost, range: 0 }]);
    expect(flow.solve(() => true)).toBe(false);
    expect(isFlow(small, flow.flow)).toBe(true);
    expect(flow.solve(never)).toBe(true);
    const [least] = flow.values() as [number];
    const used = [...flow.flow.keys()].filter((arc) => flow.flow[arc] === 1);
    const may = flow.optimalArcs();
    for (const arc of used) flow.addCost(0, arc, 7);
    const before = flow.pivots;
    expect(flow.solveWithin(may, () => true)).toBe(false);
    expect(flow.solve(() => true)).toBe(false);
    expect(isFlow(small, flow.flow)).toBe(true);
    expect(flow.pivots).toBeGreaterThan(before);
    for (const arc of used) flow.addCost(0, arc, -7);
    expect(flow.solve(never)).toBe(true);
    expect(flow.values()).toEqual([least]);
  });

  it('begins again where numbers grow too large to be exact', () => {
    let again = 0;
    fc.assert(
      fc.property(drawn, fc.nat({ max: 6 }), ({ small, costs, isWide }, largest) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const others = levels.map(({ cost, range }) => ({ cost: cost.slice().reverse(), range }));
        const [free, watched] = [begun(small, others), begun(small, others, 99, largest)];
        for (const flow of [free, watched]) {
          flow.solve(never);
          change(flow, others, levels);
          flow.solve(never);
        }
        expect(watched.values()).toEqual(free.values());
        for (const arc of watched.flow.keys()) {
          if (!isFull(small, watched.flow, arc)) continue;
          const [rise, exact] = [watched.leastRise(arc), free.leastRise(arc)];
          if (rise && exact) expect(compare(rise, exact)).toBeLessThanOrEqual(0);
        }
        if (watched.pivots > free.pivots) again++;
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(again).toBeGreaterThan(30);
  });
});

describe('insert', () => {
  it.each([99, -1])(
    'puts a node before another: the next solve holds what runs through it to the links (%i)',
    (most) => {
      fc.assert(
        fc.property(drawn, ({ small, costs, isWide }) => {
          const spared = withSpare(small);
          const node = spared.network.nodeCount - 1;
          const links = [spared.flow.length - 2, spared.flow.length - 1];
          const through = [...small.network.head.keys()].filter(
            (arc) => small.network.head[arc] === 1 && small.network.tail[arc] !== SINK,
          );
          const { tail, head, capacity, nodeCount } = copyOf(spared.network);
          for (const arc of through) head[arc] = node;
          for (const arc of links) head[arc] = 1;
          const tree = spared.tree.slice();
          tree[node] = links[1] as number;
          const wired = { ...spared, network: { nodeCount, tail, head, capacity }, tree };
          // What the link cannot carry pays.
          const dear = costs.map((cost, level) => Float64Array.of(...cost, 0, level === 0 ? 3 : 0));
          const flows = everyFlow(wired);
          const levels = levelsOf(dear, flows, isWide);
          const warm = begun(spared, levels, most);
          warm.solve(never);
          warm.insert(node, 1, through, links);
          expect(isFlow(wired, warm.flow)).toBe(true);
          warm.solve(never);
          expect(isFlow(wired, warm.flow)).toBe(true);
          expect(warm.values()).toEqual(leastOf(flows.map((flow) => valuesOf(levels, flow))));
        }),
        { numRuns: 200, seed: SEED },
      );
    },
  );

  it('comes after a whole solve', () => {
    const small = withSpare(networkOf([1], []));
    const { network, flow, tree } = small;
    const fresh = new LexicographicFlow(network, SINK, flow, tree, [
      { cost: Float64Array.of(0, 0, 1), range: 0 },
    ]);
    expect(() => fresh.insert(2, 1, [], [1, 2])).toThrow('before');
  });

  /** With a node that is not in use, and two links that are not yet where they will be. */
  function withSpare({ network, supply, flow, tree }: SmallNetwork): SmallNetwork {
    const node = network.nodeCount;
    const append = (list: Int32Array, ...more: number[]): Int32Array =>
      Int32Array.of(...list, ...more);
    return {
      network: {
        nodeCount: node + 1,
        tail: append(network.tail, node, node),
        head: append(network.head, SINK, SINK),
        capacity: append(network.capacity, 1, UNLIMITED),
      },
      supply: [...supply, 0],
      flow: append(flow, 0, 0),
      tree: append(tree, -1),
    };
  }
});

describe('levelsWithout', () => {
  it('counts the levels that are settled where the gap is 0', () => {
    const small = networkOf([1], [{ tail: 1, head: SINK, capacity: 1 }]);
    const level = (range: number): Level => ({ cost: Float64Array.of(1, 1), range });
    const flow = solved(small, [level(0), level(2), level(2 ** 50)]);
    expect(flow.weighted([1, 2, 5])).toEqual([5, 5]);
    expect(flow.levelsWithout([0, 0])).toBe(3);
    expect(flow.levelsWithout([0, 7])).toBe(2);
    expect(flow.levelsWithout([1, 0])).toBe(0);
  });
});

eachWay('reducedCosts of a flow that is %s', (_, solved) => {
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

eachWay('leastRise of a flow that is %s', (_, solved) => {
  it('is what a flow costs more at least that carries a unit less on an arc that is full', () => {
    let asked = 0;
    fc.assert(
      fc.property(drawn, ({ small, costs, isWide }) => {
        const flows = everyFlow(small);
        const levels = levelsOf(costs, flows, isWide);
        const best = solved(small, levels);
        const full = [...best.flow.keys()].filter((arc) => isFull(small, best.flow, arc));
        const rises = full.map((arc) => {
          const less = flows.filter((flow) => (flow[arc] as number) < (best.flow[arc] as number));
          const more = less.map((flow) =>
            minus(best.weighted(valuesOf(levels, flow)), best.weighted(best.values())),
          );
          return more.length === 0 ? null : leastOf(more);
        });
        expect(full.map((arc) => best.leastRise(arc))).toEqual(rises);
        for (const most of rises) {
          if (!most) continue;
          const within = rises.map((rise) => (rise && compare(rise, most) <= 0 ? rise : null));
          expect(full.map((arc) => best.leastRise(arc, most))).toEqual(within);
        }
        asked += full.length;
      }),
      { numRuns: 200, seed: SEED },
    );
    expect(asked).toBeGreaterThan(200);
  });

  it('knows where there is none', () => {
    const small = networkOf([1], []);
    small.network.capacity[0] = 1;
    const flow = solved(small, [{ cost: Float64Array.of(3), range: 0 }]);
    expect(flow.leastRise(0)).toBeNull();
  });
});

eachWay('freeArcs of a flow that is %s', (_, solved) => {
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
