import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../../scripts/seeded-random.js';
import {
  costOf,
  everyFlow,
  isFlow,
  isProven,
  networkOf,
  SINK,
  smallCosts,
  smallNetwork,
  type SmallNetwork,
  tasksAndAgents,
} from '../../../test/solver/small-networks.js';
import { OutOfKilter } from './out-of-kilter.js';

const SEED = 1;
const never = (): boolean => false;
const everyArc = (flow: Int32Array): Int32Array => Int32Array.from(flow.keys());

/** Any flow with any potentials is out of kilter somewhere; all of its arcs are to be mended. */
function begun(
  { network }: SmallNetwork,
  flow: Int32Array,
  cost: Float64Array,
): { kilter: OutOfKilter; potential: Float64Array; arcs: Set<number> } {
  const potential = new Float64Array(network.nodeCount);
  const kilter = new OutOfKilter(network, SINK, flow, [{ cost, potential }], everyArc(flow));
  return { kilter, potential, arcs: new Set(flow.keys()) };
}

describe('OutOfKilter', () => {
  it('brings any flow to least cost, with potentials that prove it', () => {
    const drawn = smallNetwork().chain((small) =>
      fc.record({
        small: fc.constant(small),
        flow: fc.constantFrom(...everyFlow(small)).map((flow) => flow.slice()),
        cost: smallCosts(small.flow.length),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ small, flow, cost }) => {
        const { kilter, potential, arcs } = begun(small, flow, cost);
        expect(kilter.mend(arcs, never)).toBe(true);
        expect(arcs.size).toBe(0);
        expect(isFlow(small, flow)).toBe(true);
        expect(isProven(small, cost, flow, potential)).toBe(true);
        expect(potential[SINK]).toBe(0);
        const least = Math.min(...everyFlow(small).map((each) => costOf(cost, each)));
        expect(costOf(cost, flow)).toBe(least);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('moves no arc that it may not, and counts its work', () => {
    const { small, cost } = tasksAndAgents(20, 10, seededRandom(3));
    const flow = small.flow.slice();
    const may = everyArc(flow).filter((arc) => arc < 30 || arc % 3 !== 0);
    const potential = new Float64Array(small.network.nodeCount);
    const kilter = new OutOfKilter(small.network, SINK, flow, [{ cost, potential }], may);
    expect(kilter.mend(new Set(may), never)).toBe(true);
    const others = everyArc(flow).filter((arc) => !may.includes(arc));
    expect(others.every((arc) => flow[arc] === small.flow[arc])).toBe(true);
    expect(costOf(cost, flow)).toBeLessThan(costOf(cost, small.flow));
    expect(kilter.steps).toBeGreaterThan(20);
  });

  it('stops when told, with a flow that fits, and goes on later to the same end', () => {
    const { small, cost } = tasksAndAgents(60, 30, seededRandom(5));
    const [flow, whole] = [small.flow.slice(), small.flow.slice()];
    const { kilter, potential, arcs } = begun(small, flow, cost);
    let asked = 0;
    expect(kilter.mend(arcs, () => ++asked === 5)).toBe(false);
    expect(isFlow(small, flow)).toBe(true);
    expect(arcs.size).toBeGreaterThan(0);
    expect(kilter.mend(arcs, never)).toBe(true);
    expect(isProven(small, cost, flow, potential)).toBe(true);
    begun(small, whole, cost).kilter.mend(new Set(whole.keys()), never);
    expect(flow).toEqual(whole);
  });

  it('counts the arcs that are out of kilter: dear ones that carry something, and cheap ones with room', () => {
    const drawn = smallNetwork().chain((small) =>
      fc.record({
        small: fc.constant(small),
        flow: fc.constantFrom(...everyFlow(small)),
        cost: smallCosts(small.flow.length),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ small, flow, cost }) => {
        const { kilter } = begun(small, flow.slice(), cost);
        const isOut = (arc: number): boolean => {
          const [units, price] = [flow[arc] as number, cost[arc] as number];
          return price > 0
            ? units > 0
            : price < 0 && units < (small.network.capacity[arc] as number);
        };
        const out = [...flow.keys()].filter(isOut);
        expect(kilter.countOf(flow.keys())).toBe(out.length);
        expect(kilter.countOf(out)).toBe(out.length);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('mends by what runs where, once it is told that arcs have other ends', () => {
    const small = networkOf([1, 0], [{ tail: 1, head: 2, capacity: 1 }]);
    const cost = Float64Array.of(5, 5, 5);
    const flow = small.flow.slice();
    const { kilter } = begun(small, flow, cost);
    kilter.mend(new Set(flow.keys()), never);
    cost[0] = 20;
    kilter.mend(new Set([0]), never);
    expect([...flow]).toEqual([0, 1, 1]);
    cost[0] = 5;
    kilter.mend(new Set([0]), never);
    expect([...flow]).toEqual([1, 0, 0]);
    small.network.head[2] = SINK;
    kilter.forgetEnds();
    cost[0] = 20;
    kilter.mend(new Set([0]), never);
    expect([...flow]).toEqual([0, 0, 1]);
  });
});
