import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { planToEdit, type PlanToEdit } from '../../../test/solver/hand-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Role } from '../problem.js';
import type { Breach } from '../rules/plan-rule.js';
import { assess, type Assessment } from './assess.js';
import { gainsBetween, compareGains } from './gains.js';
import { placesFor, placesOf, type Place } from './places.js';

const seats = ['LEAD', 'QUALITY_ASSURER', 'SHADOW'] as const;

/** Every place of every review and of everybody, in every seat. */
function everyPlace({ problem: of, rows }: PlanToEdit): Place[] {
  const inEvery = (places: (seat: Role) => Place[]): Place[] => seats.flatMap(places);
  return [
    ...of.reviews.flatMap(({ id }) => inEvery((seat) => placesOf(of, rows, id, seat))),
    ...of.leads.flatMap(({ id }) => inEvery((seat) => placesFor(of, rows, id, seat))),
  ];
}

const SEED = 20270111;

/** The same whatever stands first. */
const inAnyOrder = (breaches: readonly Breach[]): string[] =>
  breaches.map((each) => JSON.stringify({ ...each, reviews: [...each.reviews].sort() })).sort();

/** What a place should say, by the whole plan with it. */
function asWholePlan({ problem: of, rows }: PlanToEdit, before: Assessment, place: Place): string {
  const put = place.row;
  const after = assess(
    of,
    rows.map((each) => (each.review === put.review ? put : each)),
  );
  const known = before.breaches.map(({ rule, people }) => JSON.stringify([rule, people]));
  const against = after.breaches.filter(
    ({ rule, people, reviews }) =>
      before.breaches.length === 0 ||
      reviews.includes(put.review) ||
      !known.includes(JSON.stringify([rule, people])),
  );
  return told({ ...place, gains: gainsBetween(before.values, after.values), breaches: against });
}

/** One text each: thousands of them are compared. */
const told = ({ row: put, gains, breaches }: Place): string =>
  JSON.stringify([put, gains, inAnyOrder(breaches)]);

describe('places in a plan', () => {
  it('are permitted exactly when the plan with them is legal, and priced as that plan is', () => {
    let permitted = 0;
    fc.assert(
      fc.property(planToEdit(), (given) => {
        const places = everyPlace(given);
        const before = assess(given.problem, given.rows);
        expect(places.map(told)).toEqual(places.map((each) => asWholePlan(given, before, each)));
        if (given.isLegal) permitted += places.filter((each) => each.breaches.length === 0).length;
      }),
      { numRuns: propertyCases(60), seed: SEED },
    );
    expect(permitted).toBeGreaterThan(propertyCases(40));
  });

  it('stand with the best first, then those against which least speaks', () => {
    fc.assert(
      fc.property(planToEdit(), ({ problem: of, rows }) => {
        for (const { id } of of.reviews) {
          const places = placesOf(of, rows, id);
          const first = places.findIndex(({ breaches }) => breaches.length > 0);
          const permitted = first < 0 ? places : places.slice(0, first);
          expect(permitted.every(({ breaches }) => breaches.length === 0)).toBe(true);
          permitted.forEach((place, i) => {
            const next = permitted[i + 1];
            if (next) expect(compareGains(place.gains, next.gains)).toBeLessThanOrEqual(0);
          });
          const faults = places.slice(permitted.length).map(({ breaches }) => breaches.length);
          expect(faults).toEqual([...faults].sort((a, b) => a - b));
        }
      }),
      { numRuns: propertyCases(60), seed: SEED },
    );
  });

  const of = problem({
    leads: [
      person('Ada'),
      person('Ben', { phases: [] }),
      person('Nia', { isNew: true }),
      person('Quinn', { roles: ['QUALITY_ASSURER'] }),
    ],
    reviews: [
      review('R1', {
        windows: [
          { week: WEEK_1, window: 'MON_WED', grade: 'ACCEPTABLE' },
          { week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' },
        ],
      }),
      review('R2'),
    ],
  });
  const rows = [row('R1'), led('R2', 'Ada', WEEK_2)];

  it('name every rule against them: about the seat, and about the plan', () => {
    const inWords = placesOf(of, rows, 'R1').map(({ person: who, row: { week }, breaches }) => [
      who,
      week,
      ...breaches.map(({ rule }) => rule),
    ]);
    expect(inWords).toEqual([
      ['Ada', WEEK_1],
      ['Ada', WEEK_2, 'oneReviewAWeek'],
      ['Ben', WEEK_1, 'phaseIsTheirs'],
      ['Ben', WEEK_2, 'phaseIsTheirs'],
      ['Nia', WEEK_1, 'newLeadIsAssuredOnce'],
      ['Nia', WEEK_2, 'newLeadIsAssuredOnce'],
      ['Quinn', WEEK_1, 'roleIsHeld'],
      ['Quinn', WEEK_2, 'roleIsHeld'],
    ]);
  });

  it('of a second seat are in the slot that the review has, and may mend what was broken', () => {
    const unassured = [led('R1', 'Nia', WEEK_1), row('R2')];
    const [best, ...others] = placesOf(of, unassured, 'R1', 'QUALITY_ASSURER');
    expect(best).toMatchObject({
      person: 'Quinn',
      row: { ...unassured[0], qualityAssurer: 'Quinn' },
      breaches: [],
    });
    expect(others.every(({ breaches }) => breaches.length > 0)).toBe(true);
  });

  it('leave the assurer of a new lead beside them, and no other', () => {
    const assured = [led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Quinn' }), row('R2')];
    const beside = (who: string): unknown[] =>
      placesFor({ ...of, reviews: of.reviews.slice(0, 1) }, assured.slice(0, 1), who).map(
        ({ row: { qualityAssurer } }) => qualityAssurer,
      );
    expect(beside('Nia')).toEqual(['Quinn', 'Quinn']);
    expect(beside('Ada')).toEqual([null, null]);
  });

  it('say which of them is so already, at no price', () => {
    const now = placesFor(of, rows, 'Ada').filter(({ isNow }) => isNow);
    expect(now).toEqual([expect.objectContaining({ row: rows[1], breaches: [] })]);
    expect(now[0]?.gains.every(({ gain }) => gain === 0)).toBe(true);
  });

  it('of a review that is not there are asked for in vain', () => {
    expect(() => placesOf(of, rows, 'R9')).toThrow(RangeError);
  });
});
