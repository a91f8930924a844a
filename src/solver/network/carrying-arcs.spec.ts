import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everyFlow, smallNetwork } from '../../../test/solver/small-networks.js';
import { CarryingArcs } from './carrying-arcs.js';
import type { Network } from './network.js';

const SEED = 1;

/** Of each node the arcs that are listed and carry something, in order of their numbers. */
function listed(network: Network, flow: Int32Array, carrying: CarryingArcs): number[][] {
  return Array.from({ length: network.nodeCount }, (_, node) => {
    const arcs: number[] = [];
    for (let arc = carrying.first(node); arc !== -1; arc = carrying.next(arc)) arcs.push(arc);
    expect(new Set(arcs).size).toBe(arcs.length);
    return arcs.filter((arc) => flow[arc] !== 0).sort((a, b) => a - b);
  });
}

const drawn = smallNetwork().chain((small) =>
  fc.record({
    network: fc.constant(small.network),
    flow: fc.constantFrom(...everyFlow(small)).map((flow) => flow.slice()),
    changes: fc.array(fc.tuple(fc.nat({ max: small.flow.length - 1 }), fc.nat({ max: 2 }))),
    by: fc.constantFrom('carry', 'others' as const),
  }),
);

describe('CarryingArcs', () => {
  it('knows of each node the arcs that carry something to it, whoever changed what they carry', () => {
    fc.assert(
      fc.property(drawn, ({ network, flow, changes, by }) => {
        const arcs = Int32Array.from(flow.keys()).filter((arc) => arc !== 1);
        const carrying = new CarryingArcs(network, flow, arcs);
        carrying.gather();
        for (const [arc, units] of changes) {
          if (arc === 1) continue;
          if (by === 'carry') carrying.carry(arc, units - (flow[arc] as number));
          else {
            flow[arc] = units;
            carrying.forget();
          }
          expect(flow[arc]).toBe(units);
          carrying.gather();
        }
        const expected = Array.from({ length: network.nodeCount }, (_, node) =>
          [...arcs].filter((arc) => network.head[arc] === node && flow[arc] !== 0),
        );
        expect(listed(network, flow, carrying)).toEqual(expected);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('takes in what changes before they are asked for', () => {
    const network: Network = {
      nodeCount: 2,
      tail: Int32Array.of(0, 0),
      head: Int32Array.of(1, 1),
      capacity: Int32Array.of(2, 2),
    };
    const flow = Int32Array.of(1, 0);
    const carrying = new CarryingArcs(network, flow, Int32Array.of(0, 1));
    carrying.carry(1, 2);
    carrying.gather();
    expect(listed(network, flow, carrying)).toEqual([[], [0, 1]]);
  });
});
