import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  led,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  SHA256,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { planToEdit } from '../../../test/solver/hand-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { checkPlan } from '../check.js';
import { AIMS } from '../plan.js';
import { assess, planByHand } from './assess.js';
import { applyEdits, startingRows } from './edits.js';
import { effectOf } from './effect.js';
import { compareGains } from './gains.js';

const SEED = 20270111;
const far = { lat: 53, lon: -1 };
const commitment = { minimum: 6, done: 2, target: 2 };
const of = problem({
  leads: [
    person('Ada', { commitment }),
    person('Ben', { limits: { term: 1, restReviews: 4, restWeeks: 4, maxKm: null } }),
    person('Cy', { roles: ['SHADOW'] }),
  ],
  reviews: [review('R1', { priority: 2 }), review('R2', far)],
});

describe('an assessment', () => {
  it('finds fault exactly where the independent checker does, and then gives its values', () => {
    let legal = 0;
    fc.assert(
      fc.property(planToEdit(), ({ problem: any, rows }) => {
        const { values, breaches } = assess(any, rows);
        expect(breaches.length > 0).toBe(seatFaultsOf(any, rows).length > 0);
        if (breaches.length > 0) return;
        legal++;
        const plan = planByHand(any, rows, values, SHA256);
        expect(checkPlan(any, plan, SHA256)).toMatchObject({
          faults: [],
          aims: AIMS.map((aim) => ({ aim, value: values.get(aim) })),
        });
        expect(plan.status).toBe('FEASIBLE');
      }),
      { numRuns: propertyCases(300), seed: SEED },
    );
    expect(legal).toBeGreaterThan(propertyCases(40));
  });

  it('names the reviews and people of what it finds', () => {
    const rows = [led('R1', 'Ben', WEEK_1, { shadow: 'Cy' }), led('R2', 'Ben', WEEK_2)];
    expect(assess(of, rows).breaches).toEqual([
      {
        rule: 'withinTermLimit',
        title: 'No more reviews in the term than their limit',
        sentence: 'Ben has 2 seats; their limit for the term is 1.',
        reviews: ['R1', 'R2'],
        people: ['Ben'],
      },
    ]);
    const [alone] = assess(of, [led('R1', 'Cy', WEEK_1), row('R2')]).breaches;
    expect(alone).toMatchObject({ rule: 'roleIsHeld', reviews: ['R1'], people: ['Cy'] });
  });
});

describe('an effect', () => {
  it('is the difference of two assessments', () => {
    fc.assert(
      fc.property(planToEdit(), ({ problem: any, rows, edits }) => {
        const effect = effectOf(any, rows, edits);
        const [before, after] = [assess(any, rows), assess(any, applyEdits(any, rows, edits))];
        expect(effect.gains).toEqual(
          AIMS.map((aim) => {
            const more = (after.values.get(aim) ?? 0) - (before.values.get(aim) ?? 0);
            return { aim, gain: more === 0 ? 0 : more * (better[aim] ?? -1) };
          }),
        );
        const sentences = (list: readonly { sentence: string }[]): Set<string> =>
          new Set(list.map(({ sentence }) => sentence));
        const kept = [...sentences(before.breaches)].filter(
          (each) => !sentences(effect.vanishing).has(each),
        );
        expect(new Set([...kept, ...sentences(effect.appearing)])).toEqual(
          sentences(after.breaches),
        );
        expect(effect.isLegal).toBe(after.breaches.length === 0);
      }),
      { numRuns: propertyCases(200), seed: SEED },
    );
  });

  it('tells whose load changes, and how far they travel', () => {
    const rows = [led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }), led('R2', 'Ben', WEEK_2)];
    const { people, reviews, gains } = effectOf(of, rows, [
      { kind: 'PUT', review: 'R2', lead: 'Ada', week: WEEK_2, window: 'MON_WED' },
    ]);
    // One degree of latitude: 144.55 km by road.
    expect(people).toEqual([
      {
        person: 'Ada',
        before: { led: 1, seats: 1, roadKm: 0 },
        after: { led: 2, seats: 2, roadKm: expect.closeTo(144.55, 1) as unknown },
        target: 2,
        minimum: 6,
        done: 2,
      },
      {
        person: 'Ben',
        before: { led: 1, seats: 1, roadKm: expect.closeTo(144.55, 1) as unknown },
        after: { led: 0, seats: 0, roadKm: 0 },
        target: 0,
        minimum: 6,
        done: 0,
      },
    ]);
    expect(reviews).toEqual([{ from: rows[1], to: led('R2', 'Ada', WEEK_2) }]);
    expect(gains.filter(({ gain }) => gain !== 0)).toEqual([
      { aim: 'commitment', gain: 1 },
      // Ada's fourth review of the year costs 1167, Ben's first would have cost 167.
      { aim: 'balance', gain: -1000 },
    ]);
  });

  it('tells apart reviews led and other seats, of those alone whose seats change', () => {
    const rows = [led('R1', 'Ada', WEEK_1, { shadow: 'Cy' }), led('R2', 'Ben', WEEK_2)];
    const { people } = effectOf(of, rows, [
      { kind: 'SEAT', review: 'R2', seat: 'SHADOW', person: 'Cy' },
    ]);
    expect(people.map(({ person: who, before, after }) => [who, before, after])).toEqual([
      ['Ben', expect.objectContaining({ led: 1 }), expect.objectContaining({ led: 1 })],
      [
        'Cy',
        expect.objectContaining({ led: 0, seats: 1 }),
        expect.objectContaining({ led: 0, seats: 2 }),
      ],
    ]);
  });

  it('tells which rules break and which are mended', () => {
    const rows = [led('R1', 'Ben', WEEK_1), led('R2', 'Ben', WEEK_2)];
    const effect = effectOf(of, rows, [
      { kind: 'CLEAR', review: 'R2' },
      { kind: 'SEAT', review: 'R2', seat: 'SHADOW', person: 'Cy' },
    ]);
    expect(effect.vanishing.map(({ rule }) => rule)).toEqual(['withinTermLimit']);
    expect(effect.appearing.map(({ rule }) => rule)).toEqual(['uncoveredReviewIsEmpty']);
    expect(effect.isLegal).toBe(false);
  });

  it('of nothing changes nothing', () => {
    const { reviews, people, gains } = effectOf(of, startingRows(of), [
      { kind: 'CLEAR', review: 'R1' },
    ]);
    expect([reviews, people, gains.filter(({ gain }) => gain !== 0)]).toEqual([[], [], []]);
  });
});

/** Which way the aims run, in words of the file format: more coverage and shadowing, less of all others. */
const better: Partial<Record<string, number>> = { coverage: 1, shadowing: 1 };

describe('gains', () => {
  it('are compared aim by aim: the first that differs decides', () => {
    const gains = (...each: number[]): Parameters<typeof compareGains>[0] =>
      each.map((gain, index) => ({ aim: AIMS[index] ?? 'fit', gain }));
    expect(compareGains(gains(1, -9), gains(0, 9))).toBeLessThan(0);
    expect(compareGains(gains(0, 1), gains(0, 2))).toBeGreaterThan(0);
    expect(compareGains(gains(0, 1), gains(0, 1))).toBe(0);
  });
});
