import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  everyFlow,
  isFlow,
  networkOf,
  SINK,
  smallNetwork,
} from '../../../test/solver/small-networks.js';
import { spanningTree } from './spanning-tree.js';

const drawn = smallNetwork().chain((small) =>
  fc.record({
    small: fc.constant(small),
    flow: fc.constantFrom(...everyFlow(small)).map((flow) => flow.slice()),
  }),
);

const all = (count: number): Uint8Array => new Uint8Array(count).fill(1);

describe('spanningTree', () => {
  it('holds all arcs that are neither empty nor full, and every node can send a unit more along it', () => {
    let cycles = 0;
    fc.assert(
      fc.property(drawn, ({ small, flow }) => {
        const { tail, head, capacity, nodeCount } = small.network;
        const before = flow.slice();
        const tree = spanningTree(small.network, SINK, flow, all(nodeCount));
        if (flow.some((units, arc) => units !== before[arc])) cycles++;
        expect(isFlow(small, flow)).toBe(true);
        expect(tree[SINK]).toBe(-1);
        const parent = (node: number): number => {
          const arc = tree[node] as number;
          return (tail[arc] === node ? head[arc] : tail[arc]) as number;
        };
        for (let node = 1; node < nodeCount; node++) {
          const arc = tree[node] as number;
          const units = flow[arc] as number;
          expect([tail[arc], head[arc]]).toContain(node);
          expect(tail[arc] === node ? units < (capacity[arc] as number) : units > 0).toBe(true);
          let at = node;
          for (let steps = 0; steps < nodeCount && at !== SINK; steps++) at = parent(at);
          expect(at).toBe(SINK);
        }
        const free = [...flow.keys()].filter((arc) => {
          const units = flow[arc] as number;
          return units > 0 && units < (capacity[arc] as number);
        });
        expect(free.filter((arc) => !tree.includes(arc))).toEqual([]);
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(cycles).toBeGreaterThan(20);
  });

  it('hangs a node whose own arc is full by what others have sent it, or by where it has room, or says that it cannot', () => {
    let [grown, hung, refused] = [0, 0, 0];
    const full = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(drawn, full, ({ small, flow }, isFull) => {
        const { tail, head, capacity, nodeCount } = small.network;
        // The arcs of the nodes' own come first.
        for (let arc = 0; arc < nodeCount - 1; arc++) {
          if (isFull[arc] === true) capacity[arc] = flow[arc] as number;
        }
        const canSend = new Set([SINK]);
        for (let before = 0; before < canSend.size;) {
          before = canSend.size;
          flow.forEach((units, arc) => {
            const [from, to] = [tail[arc] as number, head[arc] as number];
            if (canSend.has(to) && units < (capacity[arc] as number)) canSend.add(from);
            if (canSend.has(from) && units > 0) canSend.add(to);
          });
        }
        if (canSend.size < nodeCount) {
          refused++;
          expect(() => spanningTree(small.network, SINK, flow, all(nodeCount))).toThrow(
            'cannot send',
          );
          return;
        }
        const tree = spanningTree(small.network, SINK, flow, all(nodeCount));
        grown++;
        for (let node = 1; node < nodeCount; node++) {
          const arc = tree[node] as number;
          const units = flow[arc] as number;
          if (tail[arc] !== node) hung++;
          expect(tail[arc] === node ? units < (capacity[arc] as number) : units > 0).toBe(true);
        }
      }),
      { numRuns: 500, seed: 1 },
    );
    expect([grown > 50, hung > 5, refused > 20]).toEqual([true, true, true]);
  });

  it('sends round a cycle no more than it can carry', () => {
    const parallel = { tail: 1, head: 2, capacity: 5 };
    const small = networkOf([4, 0], [parallel, parallel]);
    for (const units of [1, 2, 3]) {
      const flow = Int32Array.of(0, 4, units, 4 - units);
      spanningTree(small.network, SINK, flow, all(3));
      expect(isFlow(small, flow)).toBe(true);
      expect([...flow.subarray(2)].sort()).toEqual([0, 4]);
    }
  });

  it('leaves out nodes that are not in use', () => {
    const { network, flow } = networkOf([1, 0], []);
    expect([...spanningTree(network, SINK, flow, Uint8Array.of(1, 1, 0))]).toEqual([-1, 0, -1]);
  });

  it('says so where a node cannot send anything more', () => {
    const { network, flow } = networkOf([1], []);
    network.capacity[0] = 1;
    expect(() => spanningTree(network, SINK, flow, all(2))).toThrow('cannot send');
  });
});
