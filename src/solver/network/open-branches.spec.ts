import { describe, expect, it } from '@jest/globals';
import { compare } from './limbs.js';
import { OpenBranches, type SearchNode } from './open-branches.js';

type Open = Omit<SearchNode, 'age'>;

const branch = (bound: number, of: SearchNode | null = null): Open => ({
  restrictions: [{ kind: 'LEADS_NOTHING', person: bound }],
  bound: [bound],
  least: null,
  depth: of ? of.depth + 1 : 0,
  asked: null,
  part: of ? { of, by: 'REST' } : null,
  without: [],
});

const opened = (most = Infinity): OpenBranches =>
  new OpenBranches(true, (bound) => compare(bound, [most]) <= 0);

const boundsOf = (branches: readonly { bound: readonly number[] }[]): number[] =>
  branches.map(({ bound }) => bound[0] as number);

describe('open branches', () => {
  it('come lowest bound first, those that may hold the best plan alone', () => {
    const open = opened(7);
    [5, 9, 3, 7].forEach((bound) => {
      open.push(branch(bound));
    });
    expect(boundsOf(open.frontier(false))).toEqual([3, 5, 7]);
    expect(open.peek()?.bound).toEqual([3]);
    expect([open.pop(), open.pop(), open.pop(), open.pop()].map((each) => each?.bound)).toEqual([
      [3],
      [5],
      [7],
      undefined,
    ]);
  });

  it('have a branch in the place of its parts, and of their parts, once it is united', () => {
    const open = opened();
    open.push(branch(1));
    const whole = open.pop() as SearchNode;
    open.push(branch(2, whole));
    open.push(branch(4, whole));
    const part = open.pop() as SearchNode;
    open.push(branch(3, part));
    open.push(branch(6));
    expect(boundsOf(open.frontier(false))).toEqual([3, 4, 6]);

    open.unite(whole);
    open.end(whole);
    expect(boundsOf(open.frontier(false))).toEqual([1, 6]);
    expect(open.peek()?.bound).toEqual([6]);
    expect(open.pop()?.bound).toEqual([6]);
    expect(open.pop()).toBeUndefined();
  });

  it('have parts again of a branch that is looked at again', () => {
    const open = opened();
    open.push(branch(1));
    const whole = open.pop() as SearchNode;
    open.push(branch(1, whole));
    open.unite(whole);
    open.push({ ...whole, without: ['REST'] });
    const again = open.pop() as SearchNode;
    open.push(branch(5, again));
    expect(boundsOf(open.frontier(false))).toEqual([5]);
  });
});
