import { describe, expect, it } from '@jest/globals';
import { append, groupBy } from './grouping.js';

describe('groups', () => {
  it('hold the numbers of the items, in the order of their first member', () => {
    const groups = groupBy(['pear', 'fig', 'plum', 'kiwi', 'date'], (word) => word.length);
    expect([...groups]).toStrictEqual([
      [4, [0, 2, 3, 4]],
      [3, [1]],
    ]);
  });

  it('leave out items without a key, and may look at their number', () => {
    const groups = groupBy(['a', 'b', 'c'], (_, index) => (index === 1 ? null : 'kept'));
    expect([...groups]).toStrictEqual([['kept', [0, 2]]]);
  });

  it('grow one by one', () => {
    const lists = new Map<string, number[]>();
    append(lists, 'x', 1);
    append(lists, 'y', 2);
    append(lists, 'x', 3);
    expect([...lists]).toStrictEqual([
      ['x', [1, 3]],
      ['y', [2]],
    ]);
  });
});
