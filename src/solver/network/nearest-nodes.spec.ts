import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare } from './limbs.js';
import { NearestNodes } from './nearest-nodes.js';

const NODES = 12;
const node = fc.nat({ max: NODES - 1 });
/** A node comes, or comes nearer, or the nearest is taken out. */
const steps = fc.array(
  fc.oneof(
    fc.record({ node, first: fc.nat({ max: 3 }), second: fc.nat({ max: 3 }) }),
    fc.constant('POP' as const),
  ),
  { maxLength: 60 },
);

describe('NearestNodes', () => {
  it('gives the nearest of those that are there, whatever came nearer meanwhile', () => {
    fc.assert(
      fc.property(steps, (each) => {
        const distance = [new Float64Array(NODES), new Float64Array(NODES)];
        const nearest = new NearestNodes(distance, NODES);
        const far = (of: number): number[] => distance.map((list) => list[of] as number);
        const there = new Set<number>();
        for (const step of each) {
          if (step === 'POP') {
            const least = [...there].map(far).sort(compare)[0];
            const popped = nearest.pop();
            expect(popped < 0 ? undefined : far(popped)).toEqual(least);
            expect(there.delete(popped)).toBe(popped >= 0);
            continue;
          }
          const to = [step.first, step.second];
          const isThere = there.has(step.node);
          if (isThere && compare(to, far(step.node)) >= 0) continue;
          distance.forEach((list, i) => (list[step.node] = to[i] as number));
          if (isThere) nearest.rise(step.node);
          else nearest.push(step.node);
          there.add(step.node);
        }
        nearest.clear();
        expect(nearest.pop()).toBe(-1);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
