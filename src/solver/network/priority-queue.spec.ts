import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PriorityQueue } from './priority-queue.js';

const ascending = (a: number, b: number): number => a - b;

function emptied<T>(queue: PriorityQueue<T>): T[] {
  const items: T[] = [];
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) items.push(item);
  return items;
}

describe('PriorityQueue', () => {
  it('gives back in order what was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { size: 'large' }), (items) => {
        const queue = new PriorityQueue<number>(ascending);
        items.forEach((item) => queue.push(item));
        expect(queue.size).toBe(items.length);
        expect([...queue.values()].sort(ascending)).toEqual([...items].sort(ascending));
        expect(emptied(queue)).toEqual([...items].sort(ascending));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('does so too when items come and go in turns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -20, max: 20 })), { size: 'large' }),
        (steps) => {
          const queue = new PriorityQueue<number>(ascending);
          const expected: number[] = [];
          const [got, wanted]: (number | undefined)[][] = [[], []];
          for (const item of steps) {
            if (item === null) {
              got?.push(queue.peek(), queue.pop(), queue.size);
              wanted?.push(expected[0], expected.shift(), expected.length);
            } else {
              queue.push(item);
              expected.push(item);
              expected.sort(ascending);
            }
          }
          expect(got).toEqual(wanted);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('takes any order', () => {
    const queue = new PriorityQueue<string>((a, b) => b.length - a.length);
    ['a', 'ccc', 'bb'].forEach((item) => queue.push(item));
    expect(emptied(queue)).toEqual(['ccc', 'bb', 'a']);
  });
});
