import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import type { AimName, AimResult } from '../plan.js';
import type { SeatRow } from '../problem.js';
import type { FreedSeat } from './change.js';
import { effectOf, type ScenarioEffect } from './effect.js';

const wanted = (target: number) => ({ commitment: { minimum: 6, done: 4, target } });
const ada = person('Ada', wanted(2));
const ben = person('Ben', wanted(1));
const sam = person('Sam', { roles: ['SHADOW'], ...wanted(0) });

const earlier = problem({
  leads: [ada, ben, sam],
  reviews: ['Kept', 'Moved', 'Lost', 'Gained', 'Dropped'].map((id) => review(id)),
});
const later = problem({
  leads: [{ ...ada, ...wanted(3) }, ben, sam, person('Cy', wanted(1))],
  reviews: ['Kept', 'Moved', 'Lost', 'Gained', 'Added', 'Waiting'].map((id) => review(id)),
});
const was: SeatRow[] = [
  led('Kept', 'Ada', WEEK_1),
  led('Moved', 'Ada', WEEK_2),
  led('Lost', 'Ben', WEEK_1),
  row('Gained'),
  led('Dropped', 'Ben', WEEK_2),
];
const is: SeatRow[] = [
  led('Kept', 'Ada', WEEK_1),
  led('Moved', 'Cy', WEEK_2),
  row('Lost'),
  led('Gained', 'Ben', WEEK_1),
  led('Added', 'Ben', WEEK_2),
  row('Waiting'),
];

function effect(aims: readonly AimResult[] = [], before: [AimName, number][] = []): ScenarioEffect {
  return effectOf(
    { problem: earlier, rows: was, values: new Map(before) },
    { problem: later, rows: is, aims },
    [],
  );
}

const ids = (of: readonly { review: string }[]): string[] => of.map(({ review: id }) => id);

describe('the effect of changes', () => {
  it('says of each aim what it was, is, and could be at best', () => {
    const aims: AimResult[] = [
      { aim: 'coverage', value: 4, bound: 5 },
      { aim: 'fit', value: null, bound: null },
    ];
    expect(effect(aims, [['coverage', 3]]).aims).toEqual([
      { aim: 'coverage', before: 3, after: 4, bound: 5 },
      { aim: 'fit', before: 0, after: 0, bound: 0 },
    ]);
  });

  it('counts reviews, and those with a lead', () => {
    expect(effect()).toMatchObject({
      reviews: { before: 5, after: 6 },
      covered: { before: 4, after: 4 },
    });
  });

  it('tells what is lost, gained and moved, and what is due in one of the problems alone', () => {
    const { lost, gained, moved, added, dropped } = effect();
    expect([ids(lost), ids(gained), ids(moved)]).toEqual([
      ['Lost'],
      ['Gained', 'Added'],
      ['Moved'],
    ]);
    expect([added, dropped]).toEqual([['Added', 'Waiting'], ['Dropped']]);
    expect(lost[0]).toEqual({ review: 'Lost', before: was[2], after: is[2] });
    expect(gained[1]).toEqual({ review: 'Added', before: null, after: is[4] });
  });

  it('calls a review moved that has another week, window or person in any seat', () => {
    const usual = led('R', 'Ada', WEEK_1, { qualityAssurer: 'Ben', shadow: 'Sam' });
    const others: Partial<SeatRow>[] = [
      { week: WEEK_2 },
      { window: 'WED_FRI' },
      { lead: 'Cy' },
      { qualityAssurer: 'Cy' },
      { shadow: null },
      {},
    ];
    const of = problem({ leads: [ada, ben, sam], reviews: [review('R')] });
    const moved = others.map(
      (other) =>
        effectOf(
          { problem: of, rows: [usual], values: new Map() },
          { problem: of, rows: [{ ...usual, ...other }], aims: [] },
          [],
        ).moved.length,
    );
    expect(moved).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it('says for everybody who leads or is wanted what they lead and how far they fall short', () => {
    const { people } = effect();
    const year = { minimum: 6, done: 4, moves: true };
    const load = (reviews: number, target: number, short = 0) => ({ led: reviews, target, short });
    expect(people).toEqual([
      { ...year, person: 'Ada', presence: 'BOTH', before: load(2, 2), after: load(1, 3, 2) },
      { ...year, person: 'Ben', presence: 'BOTH', before: load(2, 1), after: load(2, 1) },
      { ...year, person: 'Cy', presence: 'JOINS', before: load(0, 0), after: load(1, 1) },
    ]);
  });

  it('counts whoever was wanted and is no more, and whoever is wanted though they lead nothing', () => {
    const rests = { ...sam, ...wanted(1) };
    const people = (before: typeof sam, after: typeof sam): string[] => {
      const [of, to] = [before, after].map((lead) => problem({ leads: [lead], reviews: [] }));
      return effectOf(
        { problem: of as typeof earlier, rows: [], values: new Map() },
        { problem: to as typeof earlier, rows: [], aims: [] },
        [],
      ).people.map(({ person: id }) => id);
    };
    expect(people(rests, sam)).toEqual(['Sam']);
    expect(people(sam, rests)).toEqual(['Sam']);
    expect(people(sam, sam)).toEqual([]);
  });

  it('keeps the seats that became free', () => {
    const freed: FreedSeat = {
      review: 'Kept',
      role: 'LEAD',
      person: 'Ada',
      week: WEEK_1,
      window: 'MON_WED',
    };
    const told = effectOf(
      { problem: earlier, rows: was, values: new Map() },
      { problem: later, rows: is, aims: [] },
      [freed],
    );
    expect(told.freed).toEqual([freed]);
  });
});
