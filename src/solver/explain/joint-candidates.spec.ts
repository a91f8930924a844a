import { describe, expect, it } from '@jest/globals';
import {
  inWeeks,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  WEEK_4,
} from '../../../test/solver/builders.js';
import { jointCandidates } from './asks-together.js';
import type { Ask, PricedAsk } from './cost-of-asking.js';
import type { WhatItTakes } from './what-would-it-take.js';

const slot = { week: WEEK_1, window: 'MON_WED' } as const;
const window = (lead: string): Ask => ({ kind: 'AVAILABILITY', lead, slot });

/** What it would take to cover a review: sets of asks, each with who leads it then. */
function takes(id: string, ...sets: [lead: string, ...asks: PricedAsk[]][]): WhatItTakes {
  return {
    review: id,
    sets: sets.map(([lead, ...asks]) => {
      const cost = asks.reduce((sum, each) => sum + each.cost, 0);
      return { asks, cost, lead, slot, others: [], moved: [] };
    }),
    considered: sets.length,
    together: 3,
    ended: 'ALL',
  };
}

const five = ['R1', 'R2', 'R3', 'R4', 'R5'];
const of = problem({
  // R1 is next door to everybody, the others a degree of latitude away: 144 km, seven steps.
  leads: [
    person('Ada', limits({ term: 1 })),
    person('Ben', limits({ restReviews: 1, restWeeks: 3 })),
  ],
  reviews: five.map((id) => review(id, { lat: id === 'R1' ? 52 : 53, ...inWeeks(WEEK_1) })),
  weeks: [WEEK_1, WEEK_2, WEEK_3, WEEK_4],
});

describe('what may be asked for several reviews together', () => {
  it('is whatever their sets hold, each once, at its lowest cost', () => {
    const found = [
      takes('R1', ['Cy', { ask: window('Cy'), cost: 25 }, { ask: window('Di'), cost: 21 }]),
      takes('R2', ['Eve', { ask: window('Cy'), cost: 23 }, { ask: window('Di'), cost: 28 }]),
    ];
    expect(jointCandidates(of, found)).toEqual([
      { ask: window('Cy'), cost: 23 },
      { ask: window('Di'), cost: 21 },
    ]);
  });

  it('is nothing more of somebody who is named for one review alone', () => {
    const found = [takes('R1', ['Ada', { ask: window('Ada'), cost: 20 }]), takes('R2')];
    expect(jointCandidates(of, found)).toEqual([{ ask: window('Ada'), cost: 20 }]);
  });

  it('is of somebody who is named for several as many reviews more, each at the cost of the cheapest', () => {
    const term = (count: number): [string, number, number | undefined, number][] =>
      jointCandidates(
        of,
        five.slice(0, count).map((id) => takes(id, ['Ada'])),
      ).map(({ ask, cost }) =>
        ask.kind === 'TERM_LIMIT'
          ? [ask.lead, ask.reviews, ask.more, cost]
          : [ask.kind, 0, 0, cost],
      );
    expect(term(2)).toEqual([
      ['Ada', 2, undefined, 50],
      ['Ada', 3, 2, 100],
    ]);
    // Never more than three more, however many reviews.
    expect(term(5)).toEqual([...term(2), ['Ada', 4, 3, 150]]);
  });

  it('is no limit wider than the term, or the run of weeks, can feel', () => {
    const ben = five.map((id) => takes(id, ['Cy', { ask: window('Ben'), cost: 20 }]));
    const rests = jointCandidates(of, ben).flatMap(({ ask, cost }) =>
      ask.kind === 'REST' ? [[ask.lead, ask.reviews, ask.weeks, ask.more, cost]] : [],
    );
    expect(rests).toEqual([
      ['Ben', 2, 3, undefined, 60],
      ['Ben', 3, 3, 2, 120],
    ]);
    const short = { ...of, weeks: [WEEK_1, WEEK_2] };
    const inShort = jointCandidates(
      short,
      five.map((id) => takes(id, ['Ben'], ['Ada'])),
    );
    expect(
      inShort.map(({ ask }) => ('reviews' in ask ? [ask.lead, ask.kind, ask.reviews] : [])),
    ).toEqual([
      ['Ada', 'TERM_LIMIT', 2],
      ['Ben', 'REST', 2],
    ]);
  });
});
