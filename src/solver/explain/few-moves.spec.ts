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
} from '../../../test/solver/builders.js';
import { givenPlan } from '../../../test/solver/given-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
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
