import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  everyFlow,
  isFlow,
  networkOf,
  SINK,
  smallCosts,
  smallNetwork,
  type SmallNetwork,
} from '../../../test/solver/small-networks.js';
import { compare } from './limbs.js';
import { ResidualPaths } from './residual-paths.js';

const SEED = 1;

interface Drawn {
  small: SmallNetwork;
  flow: Int32Array;
  costs: { cost: Float64Array; potential: Float64Array }[];
  from: number;
  to: number;
}

/** Some flow of a small network, two costs, and two of its nodes. */
const drawn: fc.Arbitrary<Drawn> = smallNetwork().chain((small) => {
  const { nodeCount, tail } = small.network;
  const cost = smallCosts(tail.length, 2);
  const potential = smallCosts(nodeCount, 2);
  const node = fc.nat({ max: nodeCount - 1 });
  return fc
    .record({
      small: fc.constant(small),
      flow: fc.constantFrom(...everyFlow(small)),
      costs: fc.tuple(fc.record({ cost, potential }), fc.record({ cost, potential })),
      from: node,
      to: node,
    })
    .filter(({ from, to }) => from !== to);
});

interface ResidualArc {
  from: number;
  to: number;
  /** What a unit costs along it. */
  reduced: number[];
}

const NOTHING = [0, 0];

function residual({ small: { network }, flow, costs }: Drawn): ResidualArc[] {
  const { tail, head, capacity } = network;
  return [...flow.keys()].flatMap((arc) => {
    const [from, to] = [tail[arc], head[arc]] as [number, number];
    const forth = costs.map(
      ({ cost, potential }) =>
        (cost[arc] as number) + (potential[from] as number) - (potential[to] as number),
    );
    const back = forth.map((each) => 0 - each);
    const arcs: ResidualArc[] = [];
    const units = flow[arc] as number;
    if (units < (capacity[arc] as number)) arcs.push({ from, to, reduced: forth });
    if (units > 0) arcs.push({ from: to, to: from, reduced: back });
    return arcs;
  });
}

/** The distance of each node, by trying every arc as often as there are nodes (Bellman 1958); null: there is no way. */
function distances(of: Drawn): (number[] | null)[] {
  const arcs = residual(of);
  const found = of.small.supply.map((_, node): number[] | null =>
    node === of.from ? NOTHING : null,
  );
  for (let round = 0; round < found.length; round++) {
    for (const { from, to, reduced } of arcs) {
      const before = found[from];
      if (!before) continue;
      const length = compare(reduced, NOTHING) < 0 ? NOTHING : reduced;
      const far = before.map((each, i) => each + (length[i] as number));
      if (!found[to] || compare(far, found[to]) < 0) found[to] = far;
    }
  }
  return found;
}

const pathsIn = ({ small, flow, costs }: Drawn): ResidualPaths =>
  new ResidualPaths(small.network, flow, costs, Int32Array.from(flow.keys()));

describe('search', () => {
  it('finds the shortest distance, or that there is none', () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const paths = pathsIn(of);
        const far = distances(of)[of.to] ?? null;
        for (let again = 0; again < 2; again++) {
          const isFound = paths.search(of.from, of.to, null);
          expect(isFound ? paths.distanceTo(of.to) : null).toEqual(far);
        }
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('looks no farther than it must', () => {
    fc.assert(
      fc.property(drawn, fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), (of, limit) => {
        const paths = pathsIn(of);
        const far = distances(of)[of.to] ?? null;
        const isNear = far !== null && compare(far, limit) < 0;
        expect(paths.search(of.from, of.to, limit)).toBe(isNear);
        if (isNear) expect(paths.distanceTo(of.to)).toEqual(far);
        const settled = [...paths.settled.subarray(0, paths.settledCount)];
        for (const node of settled) {
          expect(compare(paths.distanceTo(node), isNear ? far : limit)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('finds it still when units were sent, by itself or by others who say so', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.boolean(), { maxLength: 5 }), (of, byItself) => {
        const paths = pathsIn(of);
        for (const isByItself of byItself) {
          const mover = isByItself ? paths : pathsIn(of);
          if (mover.search(of.from, of.to, null)) mover.send(of.to, 1);
          if (!isByItself) paths.forgetFlow();
          const back = paths.search(of.to, of.from, null);
          const far = distances({ ...of, from: of.to, to: of.from })[of.from] ?? null;
          expect(back ? paths.distanceTo(of.from) : null).toEqual(far);
          if (back && mover === paths) paths.send(of.from, 1);
        }
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('knows where arcs lead to once it is told that they have other ends', () => {
    const small = networkOf([1, 0], [{ tail: 1, head: 2, capacity: 1 }]);
    const costs = [{ cost: Float64Array.of(5, 5, 0), potential: new Float64Array(3) }];
    const of = { small, flow: small.flow, costs, from: 1, to: SINK };
    const paths = pathsIn(of);
    expect(paths.search(1, SINK, null) && paths.distanceTo(SINK)).toEqual([5]);
    small.network.head[2] = SINK;
    paths.forgetEnds();
    expect(paths.search(1, SINK, null) && paths.distanceTo(SINK)).toEqual([0]);
  });
});

describe('a path that was found', () => {
  it('can carry some units more, which leave a flow between the same nodes but for its ends', () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const { small, flow, from, to } = of;
        const paths = pathsIn(of);
        if (!paths.search(from, to, null)) return;
        const room = paths.room(to);
        expect(room).toBeGreaterThan(0);
        const units = Math.min(room, 3);
        paths.send(to, units);
        const supply = small.supply.map(
          (each, node) => each + (node === from ? units : 0) - (node === to ? units : 0),
        );
        expect(isFlow({ ...small, supply }, flow)).toBe(true);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('costs nothing once potentials are raised, and no arc costs less than it did or than nothing', () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const paths = pathsIn(of);
        if (!paths.search(of.from, of.to, null)) return;
        const far = paths.distanceTo(of.to);
        const before = residual(of);
        const atRoot = of.costs.map(({ potential }) => potential[SINK]);
        paths.raisePotentials(far, SINK);
        expect(of.costs.map(({ potential }) => potential[SINK])).toEqual(atRoot);
        expect(distances(of)[of.to]).toEqual(NOTHING);
        residual(of).forEach(({ reduced }, index) => {
          const least = [before[index]?.reduced ?? [], NOTHING].sort(compare)[0] as number[];
          expect(compare(reduced, least)).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
