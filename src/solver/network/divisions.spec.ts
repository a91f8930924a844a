import { describe, expect, it } from '@jest/globals';
import { inWeeks, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import {
  assured,
  blocked,
  divided,
  type Divided,
  leadsNothing,
} from '../../../test/solver/divided-branches.js';
import type { Problem } from '../problem.js';
import { UNCOVERED } from './build-network.js';
import { Divisions } from './divisions.js';
import { leastLeadingNothing } from './leading-nothing.js';
import { compare } from './limbs.js';
import { OpenBranches, type SearchNode } from './open-branches.js';
import type { Overworked } from './resting.js';
import type { Restriction } from './restricted-network.js';
import type { SearchStrategy } from './search-strategy.js';

interface Options {
  order?: SearchStrategy['order'];
  flowsNeeds?: boolean;
  /** Which bounds may hold a plan as good as the best so far. */
  takes?: (bound: readonly number[]) => boolean;
  shouldStop?: () => boolean;
}

interface Solved extends Pick<Divided, 'network' | 'solve'> {
  divisions: Divisions;
  /** What the flow of the branch costs, in limbs. */
  cost: readonly number[];
  /** Takes out what is open, the first that was opened first. */
  opened: () => SearchNode[];
}

/** A search that has solved its first branch, which nothing restricts. */
function solved(
  of: Problem,
  { order = 'BEST_FIRST', flowsNeeds = false, ...rest }: Options = {},
): Solved {
  const { network, branches, solve } = divided(of, flowsNeeds);
  const open = new OpenBranches(order === 'BEST_FIRST', rest.takes ?? (() => true));
  const limits = {
    shouldStop: rest.shouldStop ?? (() => false),
    mostNodes: 100,
    offer: () => [],
    best: () => null,
    mostShadows: 0,
  };
  const strategy: SearchStrategy = { order, assurers: flowsNeeds ? 'ALL_FIRST' : 'ONE_BY_ONE' };
  const divisions = new Divisions(network, branches, open, limits, strategy);
  const cost = solve([]) as readonly number[];
  const opened = (): SearchNode[] => {
    const all: SearchNode[] = [];
    for (let next = open.pop(); next; next = open.pop()) all.push(next);
    return all.sort((a, b) => a.age - b.age);
  };
  return { network, divisions, opened, solve, cost };
}

const node = (changes: Partial<SearchNode> = {}): SearchNode => ({
  restrictions: [],
  bound: [],
  least: null,
  asked: null,
  part: null,
  without: [],
  depth: 2,
  age: 7,
  ...changes,
});

const restrictionsOf = (nodes: readonly SearchNode[]): (readonly Restriction[])[] =>
  nodes.map(({ restrictions }) => restrictions);

describe('a branch in which somebody has too many seats in a run of weeks', () => {
  const ada = 0;
  /** Ada can lead one review in each of three weeks, the last two of which are worth more, and may lead one. */
  const of = problem({
    leads: [person('Ada')],
    reviews: [
      review('R1', inWeeks(WEEK_1)),
      review('R2', { ...inWeeks(WEEK_2), priority: 2 }),
      review('R3', { ...inWeeks('2027-01-25'), priority: 3 }),
    ],
  });
  const overworked = (most: number): Overworked => ({
    person: ada,
    run: { from: 4, to: 6 },
    weeks: [0, 1, 2],
    most,
  });

  it('is divided by which of the weeks they have no seat in, one more than may stay', () => {
    const known = blocked(ada, 3);
    const parent = node({ restrictions: [known], without: ['REST 0 1'], asked: node() });
    for (const most of [0, 1, 2]) {
      const { divisions, opened, cost } = solved(of);
      divisions.byRest(parent, cost, overworked(most));
      const parts = opened();
      expect(restrictionsOf(parts)).toEqual(
        [0, 1, 2].slice(0, most + 1).map((week) => [known, blocked(ada, week)]),
      );
      for (const part of parts) {
        expect(part).toMatchObject({ depth: 3, without: [], asked: parent.asked });
        expect(part.part).toEqual({ of: parent, by: 'REST 0 4' });
      }
    }
  });

  it('has parts that are bounded by their own flows and by the whole', () => {
    const { divisions, opened, solve, cost } = solved(of);
    divisions.byRest(node(), cost, overworked(2));
    const parts = opened();
    // What is lost is a review, the first the least.
    const flows = parts.map((part) => solve(part.restrictions) as readonly number[]);
    for (const [i, { bound }] of parts.entries()) {
      expect(compare(bound, flows[i] as readonly number[])).toBeLessThanOrEqual(0);
      expect(compare(bound, cost)).toBeGreaterThan(0);
    }
    const far = cost.map((limb) => limb + 1e15);
    const above = solved(of);
    above.divisions.byRest(node({ bound: far }), above.cost, overworked(2));
    expect(above.opened().map(({ bound }) => bound)).toEqual([far, far, far]);
  });

  it('has no part that cannot hold a plan as good as the best so far', () => {
    const all = solved(of);
    all.divisions.byRest(node(), all.cost, overworked(2));
    const [first, second] = all.opened().map(({ bound }) => bound);
    expect(compare(first as number[], second as number[])).toBeLessThan(0);
    const few = solved(of, { takes: (bound) => compare(bound, first as number[]) <= 0 });
    few.divisions.byRest(node(), few.cost, overworked(2));
    expect(restrictionsOf(few.opened())).toEqual([[blocked(ada, 0)]]);
  });
});

describe('a branch in which new leads have no assurer yet', () => {
  const [nia, noa, qi, quy] = [0, 1, 2, 3] as const;
  const of = problem({
    weeks: [WEEK_1, WEEK_2],
    leads: [
      person('Nia', { isNew: true }),
      person('Noa', { isNew: true, availability: person('').availability }),
      person('Qi', { roles: ['QUALITY_ASSURER'] }),
      person('Quy', { roles: ['QUALITY_ASSURER'] }),
    ],
    reviews: ['R1', 'R2', 'R3', 'R4'].map((id) => review(id)),
  });
  /** Of Noa it is known in which week she is assured, by whom is not; of Nia nothing is known. */
  const known = [assured(noa, 1)];

  it('is divided by the one who leaves the fewest parts, whoever is looked at first', () => {
    for (const undecided of [
      [nia, noa],
      [noa, nia],
    ]) {
      const { divisions, opened, cost } = solved(of);
      divisions.byAssurer(node({ restrictions: known }), cost, undecided);
      const parts = opened();
      expect(restrictionsOf(parts)).toEqual([[assured(noa, 1, qi)], [assured(noa, 1, quy)]]);
      expect(parts[0]?.part?.by).toBe('ASSURER 1');
    }
  });

  it('is divided by the first in a plunge, which looks at one part only', () => {
    const { divisions, opened, cost } = solved(of, { order: 'PLUNGE' });
    divisions.byAssurer(node({ restrictions: known }), cost, [nia, noa]);
    const parts = opened();
    expect(parts[0]?.part?.by).toBe('ASSURER 0');
    expect(restrictionsOf(parts)).toEqual([
      [...known, assured(nia, 0)],
      [...known, assured(nia, 1)],
      [...known, leadsNothing(nia)],
    ]);
  });

  it('counts only parts that may hold a plan as good as the best so far', () => {
    // None may: there is nothing left to divide.
    const { divisions, opened, cost } = solved(of, { takes: () => false });
    divisions.byAssurer(node({ restrictions: known }), cost, [nia, noa]);
    expect(opened()).toEqual([]);
  });

  it('is one that nothing divides where no new lead is left', () => {
    const { divisions, cost } = solved(of);
    expect(() => {
      divisions.byAssurer(node(), cost, []);
    }).toThrow('A branch is left that nothing divides.');
  });
});

describe('a branch in which new leads are asked for assurers', () => {
  const [nia, noa] = [0, 1] as const;
  /** Two new leads who are each worth a review. */
  const of = problem({
    weeks: [WEEK_1],
    leads: [
      person('Nia', { isNew: true }),
      person('Noa', { isNew: true }),
      person('Ada', { roles: ['QUALITY_ASSURER'] }),
      person('Ben', { roles: ['QUALITY_ASSURER'] }),
    ],
    reviews: ['R1', 'R2'].map((id) => review(id)),
  });
  const flowing = { flowsNeeds: true };
  const parts = [
    [assured(nia), assured(noa)],
    [leadsNothing(nia)],
    [assured(nia), leadsNothing(noa)],
  ];

  it('is divided into that all have one, or who is the first who leads nothing, each asked by itself', () => {
    const { divisions, opened, network } = solved(of, flowing);
    const parent = node({ bound: [-1e15], least: [9], without: ['REST 0 0'] });
    expect(divisions.byAsking(parent, [nia, noa])).toBeNull();
    const nodes = opened();
    expect(restrictionsOf(nodes)).toEqual(parts);
    for (const each of nodes) {
      expect(each).toMatchObject({ depth: 3, without: [], part: { of: parent, by: 'ASKING' } });
      expect(each.asked).toEqual({ restrictions: each.restrictions, bound: each.bound });
    }
    network.solve(() => false);
    const least = leastLeadingNothing(network, [nia, noa], () => false) as Map<number, number[]>;
    // Whoever leads nothing leaves a review.
    expect(least.get(nia)?.[UNCOVERED]).toBe(1);
    expect(nodes.map((each) => each.least)).toEqual([[9], least.get(nia), least.get(noa)]);
    expect(nodes.map(({ bound }) => bound)).toEqual([
      [-1e15],
      ...[nia, noa].map((who) => network.weighted(least.get(who) as number[])),
    ]);
  });

  it('keeps the bound of the whole where that says more', () => {
    const { divisions, opened } = solved(of, flowing);
    divisions.byAsking(node({ bound: [1e15], least: [9] }), [nia, noa]);
    expect(opened().map(({ bound, least }) => [bound, least])).toEqual(
      parts.map(() => [[1e15], [9]]),
    );
  });

  it.each<[string, Options, Partial<SearchNode>]>([
    ['in a dive', { order: 'DIVE' }, {}],
    ['below where it was asked before', {}, { asked: node() }],
  ])('has the bound of the whole %s', (_, options, changes) => {
    const { divisions, opened } = solved(of, { ...flowing, ...options });
    divisions.byAsking(node({ bound: [-1e15], ...changes }), [nia, noa]);
    const nodes = opened();
    expect(restrictionsOf(nodes)).toEqual(parts);
    expect(nodes.map(({ bound }) => bound)).toEqual(parts.map(() => [-1e15]));
  });

  it('is not bounded by asking where somebody cannot be assured at all', () => {
    const leads = of.leads.filter(({ roles }) => roles.includes('LEAD'));
    const { divisions, opened } = solved({ ...of, leads }, flowing);
    divisions.byAsking(node({ bound: [-1e15] }), [nia, noa]);
    expect(restrictionsOf(opened())).toEqual([[leadsNothing(nia)]]);
  });

  it('is stopped when it is told', () => {
    let isGoing = true;
    const { divisions, opened } = solved(of, { ...flowing, shouldStop: () => !isGoing });
    isGoing = false;
    // A solve asks now and then whether it should stop.
    const ends = Array.from({ length: 64 }, () => divisions.byAsking(node(), [nia, noa]));
    expect(ends.at(-1)).toBe('STOPPED');
    expect(opened().length).toBe(3 * ends.filter((end) => end === null).length);
  });
});
