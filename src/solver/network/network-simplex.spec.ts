import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../../scripts/seeded-random.js';
import {
  costOf,
  everyFlow,
  isFlow,
  isProven,
  simplexOf,
  SINK,
  smallCosts,
  smallNetwork,
  type SmallNetwork,
  tasksAndAgents,
} from '../../../test/solver/small-networks.js';
import { NetworkSimplex } from './network-simplex.js';

const SEED = 1;
const never = (): boolean => false;

const everyArc = ({ flow }: SmallNetwork): Int32Array => Int32Array.from(flow.keys());

const leastCost = (small: SmallNetwork, cost: Float64Array): number =>
  Math.min(...everyFlow(small).map((flow) => costOf(cost, flow)));

/** A network with costs twice, before and after a change. */
const changing = smallNetwork().chain((small) =>
  fc.record({
    small: fc.constant(small),
    before: smallCosts(small.flow.length),
    after: smallCosts(small.flow.length),
  }),
);

describe('minimise', () => {
  it('finds the least cost of all flows, and potentials that prove it', () => {
    fc.assert(
      fc.property(changing, ({ small, after: cost }) => {
        const simplex = simplexOf(small);
        expect(simplex.minimise(cost, everyArc(small), never)).toBe(true);
        expect(isFlow(small, simplex.flow)).toBe(true);
        expect(costOf(cost, simplex.flow)).toBe(leastCost(small, cost));
        expect(isProven(small, cost, simplex.flow, simplex.potential)).toBe(true);
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it('finds after other costs, from where it stands, what it finds from the start', () => {
    fc.assert(
      fc.property(changing, ({ small, before, after }) => {
        const warm = simplexOf(small);
        warm.minimise(before, everyArc(small), never);
        warm.minimise(after, everyArc(small), never);
        const cold = simplexOf(small);
        cold.minimise(after, everyArc(small), never);
        expect(isFlow(small, warm.flow)).toBe(true);
        expect(costOf(after, warm.flow)).toBe(costOf(after, cold.flow));
        expect(isProven(small, after, warm.flow, warm.potential)).toBe(true);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('keeps a tree in which every node can send a unit more, so that it cannot cycle', () => {
    fc.assert(
      fc.property(changing, ({ small, after: cost }) => {
        const { network, tree } = small;
        const simplex = new NetworkSimplex(network, SINK, small.flow, tree);
        simplex.minimise(cost, everyArc(small), never);
        tree.forEach((arc, node) => {
          if (node === SINK) return;
          expect([network.tail[arc], network.head[arc]]).toContain(node);
          const units = simplex.flow[arc] as number;
          const isUp = network.tail[arc] === node;
          expect(isUp ? units < (network.capacity[arc] as number) : units > 0).toBe(true);
        });
        expect(new Set(tree).size).toBe(network.nodeCount);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('moves only the arcs it may', () => {
    fc.assert(
      fc.property(changing, fc.infiniteStream(fc.boolean()), ({ small, after: cost }, coins) => {
        const isOwn = (arc: number): boolean => small.tree.includes(arc);
        const may = everyArc(small).filter((arc) => isOwn(arc) || (coins.next().value as boolean));
        const simplex = simplexOf(small);
        simplex.minimise(cost, may, never);
        const best = everyFlow(small)
          .filter((flow) => flow.every((units, arc) => units === 0 || may.includes(arc)))
          .map((flow) => costOf(cost, flow));
        expect(costOf(cost, simplex.flow)).toBe(Math.min(...best));
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});

describe('a network of tasks and agents', () => {
  it.each([1, 2, 3])('is solved and proven (%i)', (seed) => {
    const { small, cost } = tasksAndAgents(60, 30, seededRandom(seed));
    const simplex = simplexOf(small);
    expect(simplex.minimise(cost, everyArc(small), never)).toBe(true);
    expect(isFlow(small, simplex.flow)).toBe(true);
    expect(isProven(small, cost, simplex.flow, simplex.potential)).toBe(true);
    expect(simplex.pivots).toBeGreaterThan(128);
  });

  it('takes the same pivots to the same flow every time', () => {
    const solved = (): NetworkSimplex => {
      const { small, cost } = tasksAndAgents(60, 30, seededRandom(4));
      const simplex = simplexOf(small);
      simplex.minimise(cost, everyArc(small), never);
      return simplex;
    };
    const [first, second] = [solved(), solved()];
    expect(second.pivots).toBe(first.pivots);
    expect(second.flow).toEqual(first.flow);
    expect(second.potential).toEqual(first.potential);
  });

  it('stops when told, with a flow that fits, and goes on later', () => {
    const { small, cost } = tasksAndAgents(60, 30, seededRandom(5));
    const start = costOf(cost, small.flow);
    const simplex = simplexOf(small);
    const asked: number[] = [];
    const stopAt = (pivots: number): boolean => asked.push(pivots) === 2;
    expect(simplex.minimise(cost, everyArc(small), stopAt)).toBe(false);
    expect(asked.at(-1)).toBe(simplex.pivots);
    expect(isFlow(small, simplex.flow)).toBe(true);
    const stopped = costOf(cost, simplex.flow);
    expect(stopped).toBeLessThan(start);
    expect(isProven(small, cost, simplex.flow, simplex.potential)).toBe(false);

    expect(simplex.minimise(cost, everyArc(small), never)).toBe(true);
    expect(isProven(small, cost, simplex.flow, simplex.potential)).toBe(true);
    expect(costOf(cost, simplex.flow)).toBeLessThan(stopped);
  });
});
