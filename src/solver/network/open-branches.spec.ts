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

const peopleOf = ({ restrictions }: Pick<SearchNode, 'restrictions'>): number =>
  (restrictions[0] as { person: number }).person;

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

  it('of the same bound come the deepest first, then the oldest, which they stay when they are put back', () => {
    const open = opened();
    const at = (person: number, depth: number): Open => ({
      ...branch(1),
      restrictions: [{ kind: 'LEADS_NOTHING', person }],
      depth,
    });
    const order = (): number[] => {
      const [people, nodes]: [number[], SearchNode[]] = [[], []];
      for (let next = open.pop(); next; next = open.pop()) {
        nodes.push(next);
        people.push(peopleOf(next));
      }
      for (const each of nodes.reverse()) open.putBack(each);
      return people;
    };
    [at(0, 0), at(1, 2), at(2, 1), at(3, 2), at(4, 0)].forEach((each) => {
      open.push(each);
    });
    expect(order()).toEqual([1, 3, 2, 0, 4]);
    expect(order()).toEqual([1, 3, 2, 0, 4]);
    expect(open.frontier(false).map(peopleOf)).toEqual([1, 3, 2, 0, 4]);
  });

  it('come deepest first in a dive, then by bound, then by age, and are told lowest bound first', () => {
    const open = new OpenBranches(false, () => true);
    const at = (bound: number, depth: number, person: number): Open => ({
      ...branch(bound),
      restrictions: [{ kind: 'LEADS_NOTHING', person }],
      depth,
    });
    const all = [at(1, 0, 0), at(9, 2, 1), at(5, 2, 2), at(5, 2, 3), at(7, 1, 4)];
    all.forEach((each) => {
      open.push(each);
    });
    expect(open.frontier(false).map(peopleOf)).toEqual([0, 2, 3, 4, 1]);
    expect(all.map(() => peopleOf(open.pop() as SearchNode))).toEqual([2, 3, 1, 4, 0]);
  });

  it('are only those that may still hold the best plan, once a better one is known', () => {
    let best = 9;
    const open = new OpenBranches(true, (bound) => compare(bound, [best]) <= 0);
    [5, 9, 3].forEach((bound) => {
      open.push(branch(bound));
    });
    open.end(open.pop() as SearchNode);
    best = 5;
    expect(boundsOf(open.frontier(false))).toEqual([3, 5]);
    best = 2;
    expect(open.frontier(false)).toEqual([]);
  });

  it.each([
    ['a hundred', false, 100],
    ['ten where the search left off', true, 10],
  ])(
    'are the branches in which new leads were asked where they are more than %s',
    (_, left, most) => {
      const open = opened();
      const asked = [1, 2].map((bound) => ({ restrictions: [], bound: [bound] }));
      for (let i = 0; i < most; i++) open.push({ ...branch(i), asked: asked[i % 2] ?? null });
      expect(open.frontier(left)).toHaveLength(most);
      open.push({ ...branch(most), asked: null });
      const frontier = open.frontier(left);
      expect(frontier).toHaveLength(3);
      expect(frontier.slice(0, 2)).toEqual(asked);
      expect(frontier[2]).toMatchObject(branch(most));
    },
  );
});
