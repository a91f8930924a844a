import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  checkedValues,
  led,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  WEEK_1,
  WEEK_2,
  WEEK_3,
  WEEK_4,
} from '../../../test/solver/builders.js';
import { givenPlan } from '../../../test/solver/given-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Lead, Pin, Review, SeatRow } from '../problem.js';
import { withFewMoves } from './few-moves.js';
import { movesBetween } from './moves.js';

describe('withFewMoves', () => {
  const people = ['Ada', 'Ben', 'Cy', 'Di'].map((id) => person(id));
  const of = problem({ leads: people, reviews: ['R1', 'R2', 'R3', 'R4'].map((id) => review(id)) });

  it('puts a swap that gains nothing back, and keeps what the change asked for', () => {
    const given = [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_1), row('R3'), row('R4')];
    const found = [led('R1', 'Ben', WEEK_1), led('R2', 'Ada', WEEK_1), row('R3'), row('R4')];
    expect(withFewMoves(of, given, found)).toEqual(given);
    const pinned = { ...of, pins: [{ review: 'R1', lead: 'Ben' }] };
    expect(withFewMoves(pinned, given, found)).toEqual(found);
  });

  it('puts parts of a tangle back when not all of it can be', () => {
    // Ben must lead R1. That R2 also moved to another week is needless.
    const pinned = { ...of, pins: [{ review: 'R1', lead: 'Ben' }] };
    const given = [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_2), row('R3'), row('R4')];
    const found = [
      led('R1', 'Ben', WEEK_1),
      led('R2', 'Ben', WEEK_2, { window: 'WED_FRI' }),
      row('R3'),
      row('R4'),
    ];
    expect(withFewMoves(pinned, given, found)).toEqual([found[0], given[1], given[2], given[3]]);
  });

  it('puts two reviews back together where their people would be in two places otherwise', () => {
    const pinned = { ...of, pins: [{ review: 'R1', lead: 'Di' }] };
    const given = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Ben', WEEK_1),
      led('R3', 'Cy', WEEK_1),
      led('R4', 'Di', WEEK_1),
    ];
    const found = [
      led('R1', 'Di', WEEK_1),
      led('R2', 'Cy', WEEK_1),
      led('R3', 'Ben', WEEK_1),
      led('R4', 'Ada', WEEK_1),
    ];
    expect(withFewMoves(pinned, given, found)).toEqual([found[0], given[1], given[2], found[3]]);
  });

  it('puts a whole ring of reviews back together', () => {
    // Each would sit in two places at once if fewer than all four of them went back; Di must lead R5.
    const reviews = ['R1', 'R2', 'R3', 'R4', 'R5'].map((id) => review(id));
    const pinned = {
      ...of,
      reviews,
      pins: [{ review: 'R5', lead: 'Di', week: WEEK_2, window: 'MON_WED' as const }],
    };
    const leads = ['Ada', 'Ben', 'Cy', 'Di'];
    const given = [
      ...leads.map((lead, i) => led(`R${i + 1}`, lead, WEEK_1)),
      led('R5', 'Ada', WEEK_2),
    ];
    const found = [
      ...['Di', 'Ada', 'Ben', 'Cy'].map((lead, i) => led(`R${i + 1}`, lead, WEEK_1)),
      led('R5', 'Di', WEEK_2),
    ];
    expect(withFewMoves(pinned, given, found)).toEqual([...given.slice(0, 4), found[4]]);
  });

  it('minds the seats that do not move', () => {
    // Ada keeps R2 in the same week, so she cannot have R1 back then, although she once had both.
    const given = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_1), row('R3'), row('R4')];
    const found = [led('R1', 'Ben', WEEK_1), led('R2', 'Ada', WEEK_1), row('R3'), row('R4')];
    expect(withFewMoves(of, given, found)).toEqual(found);
  });

  it('leaves alone what would break a rule or change a value', () => {
    const farBen = person('Ben', { home: { lat: 53, lon: -1 } });
    const near = { ...of, leads: [person('Ada'), farBen] };
    const given = [led('R1', 'Ben', WEEK_1), row('R2'), row('R3'), row('R4')];
    const found = [led('R1', 'Ada', WEEK_1), row('R2'), row('R3'), row('R4')];
    expect(withFewMoves(near, given, found)).toEqual(found);
    const banned = { ...of, bans: [{ lead: 'Ben', review: 'R1' }] };
    expect(withFewMoves(banned, given, found)).toEqual(found);
  });

  it('gives a legal plan of the same values whose moves are some of those found', () => {
    fc.assert(
      fc.property(givenPlan(), ({ problem: of, rows }) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const kept = withFewMoves(of, rows, best.rows);
        expect(seatFaultsOf(of, kept)).toEqual([]);
        expect(checkedValues(of, kept)).toEqual(best.values);
        const moved = movesBetween(rows, kept).reviews.map((move) => move.review);
        const found = movesBetween(rows, best.rows).reviews.map((move) => move.review);
        expect(found).toEqual(expect.arrayContaining(moved));
      }),
      { numRuns: propertyCases(200), seed: 1 },
    );
  });
});

/** Nobody may have more than one review, in whatever week. */
const ONE_REVIEW = { limits: { term: 1, restReviews: 4, restWeeks: 4, maxKm: null } };

/**
 * Reviews that belong to a tangle and must stay as found: once Ada's, each now its own person's, by a pin.
 * A plan as given need not keep the rules.
 */
function pinnedAway(count: number): {
  leads: Lead[];
  reviews: Review[];
  pins: Pin[];
  given: SeatRow[];
  found: SeatRow[];
} {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    leads: numbers.map((n) => person(`P${n}`)),
    reviews: numbers.map((n) => review(`X${n}`)),
    pins: numbers.map((n) => ({ review: `X${n}`, lead: `P${n}` })),
    given: numbers.map((n) => led(`X${n}`, 'Ada', WEEK_1)),
    found: numbers.map((n) => led(`X${n}`, `P${n}`, WEEK_1)),
  };
}

describe('what cannot go back as a whole', () => {
  const ada = person('Ada', ONE_REVIEW);
  const ben = person('Ben', ONE_REVIEW);

  /** Two reviews that go back together or not at all, in different weeks, in a tangle with others that stay. */
  function swapAmong(others: number): Record<'kept' | 'given' | 'found', SeatRow[]> {
    const away = pinnedAway(others);
    const of = problem({
      leads: [ada, ben, ...away.leads],
      reviews: [review('R1'), review('R2'), ...away.reviews],
      pins: away.pins,
    });
    const given = [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_2), ...away.given];
    const found = [led('R1', 'Ben', WEEK_1), led('R2', 'Ada', WEEK_2), ...away.found];
    return { kept: withFewMoves(of, given, found), given, found };
  }

  it('goes back two pieces at a time', () => {
    const { kept, given, found } = swapAmong(1);
    expect(kept).toEqual([given[0], given[1], found[2]]);
  });

  it('goes back so in tangles of sixteen reviews, and not in larger ones', () => {
    const largest = swapAmong(14);
    expect(largest.kept.slice(0, 2)).toEqual(largest.given.slice(0, 2));
    const larger = swapAmong(15);
    expect(larger.kept).toEqual(larger.found);
  });

  it.each([
    [60, 'is tried piece by piece', true],
    [61, 'is left as it is', false],
  ])('of %d reviews %s', (size, _, isBack) => {
    const away = pinnedAway(size - 1);
    const of = problem({
      leads: [person('Ada'), ...away.leads],
      reviews: [review('R1'), ...away.reviews],
      pins: away.pins,
    });
    const given = [led('R1', 'Ada', WEEK_2), ...away.given];
    const found = [led('R1', 'Ada', WEEK_2, { window: 'WED_FRI' }), ...away.found];
    const [first] = withFewMoves(of, given, found);
    expect(first).toEqual(isBack ? given[0] : found[0]);
  });

  it('goes back piece after piece, whichever is tried first, past those of the same week that nobody shares', () => {
    const away = pinnedAway(1);
    const of = problem({
      leads: [person('Ada'), ...away.leads],
      reviews: [review('R1'), review('R2'), ...away.reviews],
      pins: away.pins,
    });
    const given = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2), ...away.given];
    const found = [
      led('R1', 'Ada', WEEK_1, { window: 'WED_FRI' }),
      led('R2', 'Ada', WEEK_2, { window: 'WED_FRI' }),
      ...away.found,
    ];
    expect(withFewMoves(of, given, found)).toEqual([given[0], given[1], found[2]]);
  });

  it('tries a piece again once another has made room for it', () => {
    // Ada can have R2 back only after Ben has R1 back; R2 is tried first, and the tangle is too large for pairs.
    const away = pinnedAway(16);
    const of = problem({
      leads: [ada, ben, person('Cy'), ...away.leads],
      reviews: [review('R1'), review('R2'), ...away.reviews],
      pins: away.pins,
    });
    const given = [led('R1', 'Ben', WEEK_2), led('R2', 'Ada', WEEK_1), ...away.given];
    const found = [led('R1', 'Ada', WEEK_2), led('R2', 'Cy', WEEK_1), ...away.found];
    expect(withFewMoves(of, given, found)).toEqual([given[0], given[1], ...away.found]);
  });
});

describe('a tangle', () => {
  const ring = ['Ada', 'Ben', 'Cy', 'Di'].map((id) => person(id, ONE_REVIEW));
  const lead = (index: number): string => ring[index % ring.length]?.id ?? '';

  it('grows by reviews that link others, and by nobody who has nothing to do with it', () => {
    // A ring over four weeks goes back as a whole or not at all; R5 must stay with Fay.
    const of = problem({
      leads: [...ring, person('Eve'), person('Fay')],
      reviews: ['R1', 'R3', 'R5', 'R2', 'R4'].map((id) => review(id)),
      pins: [{ review: 'R5', lead: 'Fay' }],
    });
    const rows = (shift: number, who: string): SeatRow[] => [
      led('R1', lead(0 + shift), WEEK_1),
      led('R3', lead(2 + shift), WEEK_3),
      led('R5', who, WEEK_1),
      led('R2', lead(1 + shift), WEEK_2),
      led('R4', lead(3 + shift), WEEK_4),
    ];
    const given = rows(0, 'Eve');
    const found = rows(1, 'Fay');
    expect(withFewMoves(of, given, found)).toEqual(
      given.map((each, index) => (index === 2 ? found[2] : each)),
    );
  });

  it('counts what its people do elsewhere: whoever has enough gets no more', () => {
    const wants = (id: string): Lead =>
      person(id, { commitment: { minimum: 1, done: 0, target: 1 } });
    const of = problem({
      leads: [wants('Ada'), wants('Ben')],
      reviews: [review('R1'), review('R2')],
    });
    const stays = led('R2', 'Ada', WEEK_2);
    const found = [led('R1', 'Ben', WEEK_1), stays];
    expect(withFewMoves(of, [led('R1', 'Ada', WEEK_1), stays], found)).toEqual(found);
  });

  it('goes back beside what its people do elsewhere', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [review('R1'), review('R2'), review('R3')],
    });
    const stays = led('R2', 'Ada', WEEK_2);
    const given = [led('R1', 'Ada', WEEK_1), stays, led('R3', 'Ben', WEEK_3)];
    const found = [led('R1', 'Ben', WEEK_1), stays, led('R3', 'Ada', WEEK_3)];
    expect(withFewMoves(of, given, found)).toEqual(given);
  });

  it('minds seats that do not move beside somebody who has nothing to do with it', () => {
    const di = person('Di', { roles: ['SHADOW'] });
    const of = problem({
      leads: [person('Ada'), person('Ben'), di],
      reviews: [review('R1'), review('R2')],
    });
    const stays = led('R2', 'Ada', WEEK_1, { shadow: 'Di' });
    const found = [led('R1', 'Ben', WEEK_1), stays];
    expect(withFewMoves(of, [led('R1', 'Ada', WEEK_1), stays], found)).toEqual(found);
  });

  it('goes back with all whose people would be in two places, whoever sits beside them', () => {
    const shadows = [1, 2, 3, 4].map((n) => person(`S${n}`, { roles: ['SHADOW'] }));
    const of = problem({
      leads: [...ring.map(({ id }) => person(id)), ...shadows],
      reviews: ['R1', 'R2', 'R3', 'R4', 'R5'].map((id) => review(id)),
      pins: [{ review: 'R5', lead: 'Di', week: WEEK_2, window: 'MON_WED' }],
    });
    const rows = (shift: number): SeatRow[] =>
      [0, 1, 2, 3].map((n) => led(`R${n + 1}`, lead(n + shift), WEEK_1, { shadow: `S${n + 1}` }));
    const given = [...rows(0), led('R5', 'Ada', WEEK_2)];
    const found = [...rows(1), led('R5', 'Di', WEEK_2)];
    expect(withFewMoves(of, given, found)).toEqual([...rows(0), found[4]]);
  });
});
