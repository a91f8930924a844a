import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mixedOrder, NetworkBuilder } from './network.js';

describe('NetworkBuilder', () => {
  it('numbers nodes and arcs in the order in which they come', () => {
    const builder = new NetworkBuilder();
    const [a, b] = [builder.node(), builder.node()];
    expect([a, b]).toEqual([0, 1]);
    expect(builder.arc(a, b, 3)).toBe(0);
    expect(builder.arc(b, a, 4)).toBe(1);
    expect(builder.arcCount).toBe(2);
    expect(builder.build()).toEqual({
      nodeCount: 2,
      tail: Int32Array.of(0, 1),
      head: Int32Array.of(1, 0),
      capacity: Int32Array.of(3, 4),
    });
  });
});

describe('mixedOrder', () => {
  it('names every arc once', () => {
    const counts = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(counts, ([arcCount, nodeCount]) => {
        const order = mixedOrder(arcCount, nodeCount);
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(arcCount).keys()]);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('keeps neighbours apart by at least ten, and by the arcs that a node has on average', () => {
    expect([...mixedOrder(25, 25)].slice(0, 4)).toEqual([0, 10, 20, 1]);
    expect([...mixedOrder(100, 4)].slice(0, 5)).toEqual([0, 25, 50, 75, 1]);
  });
});
