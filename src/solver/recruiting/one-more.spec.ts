import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  freeIn,
  inWeeks,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem } from '../problem.js';
import { solve } from '../solve.js';
import { OneMore } from './one-more.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const wish = {
  id: 'new',
  home: { lat: 52, lon: -1 },
  region: 'London',
  phases: ['special', 'primary'],
  needs: [],
};
/** Four reviews in two weeks; Ada can lead one, and only that of the primary school. */
const of: Problem = problem({
  leads: [
    person('Ada', {
      ...freeIn(WEEK_1, WEEK_2),
      ...limits({ term: 1 }),
      phases: ['primary'],
      commitment: { minimum: 6, done: 0, target: 1 },
    }),
  ],
  reviews: [
    review('R1', inWeeks(WEEK_1)),
    review('R2', inWeeks(WEEK_2)),
    review('R3', inWeeks(WEEK_2)),
    review('R4', { ...inWeeks(WEEK_1), phase: 'primary' }),
  ],
});

function added(people: number, among: Problem = of): ReturnType<OneMore['of']> {
  return new OneMore(among, solve(among, engine), engine).of(wish, people);
}

describe('several more leads', () => {
  it('lead what those who are there cannot, each as much as is usual', () => {
    const one = added(1);
    expect(one).toMatchObject({ people: 1, wanted: 1, led: 1, lost: [] });
    expect(one.reached).toEqual({ coverage: 2, short: 0 });
    expect(one.leads).toEqual(one.gained);
    const three = added(3);
    expect(three).toEqual({
      people: 3,
      wanted: 3,
      led: 3,
      leads: ['R1', 'R2', 'R3'],
      gained: ['R1', 'R2', 'R3'],
      lost: [],
      reached: { coverage: 4, short: 0 },
    });
  });

  it('beyond what there is to lead only want reviews', () => {
    expect(added(5)).toMatchObject({ people: 5, wanted: 5, reached: { coverage: 4, short: 2 } });
  });

  it('are named after the wish, with their numbers from the second on', () => {
    const named = (...ids: string[]): Problem => ({
      ...of,
      leads: [...of.leads, ...ids.map((id) => person(id, { roles: ['SHADOW'] }))],
    });
    expect(added(2, named('new 0', 'new 1', 'new 3')).people).toBe(2);
    expect(() => added(2, named('new 2'))).toThrow('new 2');
    expect(() => added(1, named('new'))).toThrow('new');
    expect(added(1, named('new 2')).people).toBe(1);
  });
});
