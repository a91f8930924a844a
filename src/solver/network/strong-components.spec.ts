import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strongComponents } from './strong-components.js';

const NODES = 7;
const components = (nodeCount: number, edges: readonly (readonly [number, number])[]): Int32Array =>
  strongComponents(
    nodeCount,
    Int32Array.from(edges, ([from]) => from),
    Int32Array.from(edges, ([, to]) => to),
  );
const node = fc.integer({ min: 0, max: NODES - 1 });
const graphs = fc.array(fc.tuple(node, node), { maxLength: 16 });

/** reaches[a][b]: b can be reached from a (Warshall). */
function reachability(edges: readonly (readonly [number, number])[]): boolean[][] {
  const all = Array.from({ length: NODES }, (_, index) => index);
  const reaches = all.map((a) =>
    all.map((b) => a === b || edges.some(([from, to]) => from === a && to === b)),
  );
  for (const via of all) {
    for (const a of all) {
      for (const b of all) {
        const row = reaches[a] as boolean[];
        row[b] ||= (row[via] as boolean) && (reaches[via]?.[b] as boolean);
      }
    }
  }
  return reaches;
}

describe('strongComponents', () => {
  it('puts two nodes together exactly when each can be reached from the other', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const component = components(NODES, edges);
        const reaches = reachability(edges);
        const isTogether = reaches.map((_, a) =>
          reaches.map((_, b) => component[a] === component[b]),
        );
        const isMutual = reaches.map((row, a) =>
          row.map((reached, b) => reached && reaches[b]?.[a]),
        );
        expect(isTogether).toEqual(isMutual);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('numbers the components from 0 on, without gaps', () => {
    const component = components(5, [
      [0, 1],
      [1, 0],
      [1, 2],
      [3, 4],
    ]);
    expect([...new Set(component)].sort()).toEqual([0, 1, 2, 3]);
  });

  it('follows a chain far longer than a call stack', () => {
    const length = 200_000;
    const ring = Array.from({ length }, (_, from): [number, number] => [from, (from + 1) % length]);
    expect(new Set(components(length, ring)).size).toBe(1);
  });

  it('has nothing to say of no nodes', () => {
    expect([...components(0, [])]).toEqual([]);
  });
});
