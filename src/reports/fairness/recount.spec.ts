import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  day,
  ENDINGS,
  HALF_TERMS,
  history,
  type History,
  HOLIDAYS,
  HOURS,
  instantOf,
  isKnown,
  LEADS,
  NORTHWARDS,
  prepare,
  termOfWeek,
  write,
  YEAR,
} from '../../../test/support/random-year.js';
import { addDays } from '../../calendar/civil-date.js';
import { DEFAULT_SETTINGS } from '../../settings/settings.js';
import { loadFairness } from './load-fairness.js';
import { commitments } from './period-commitment.js';
import { peopleIn, weighSeats } from './person-fairness.js';

/** What fairness is counted from is recounted from the log of random years, by rules written down here once more. */

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await prepare(database.dataSource.manager);
});
afterAll(() => database.drop());

const weeksOfTerm = (terms: readonly string[]): string[] =>
  HALF_TERMS.filter(({ term }) => terms.includes(term)).flatMap(({ startsOn, endsOn }) => {
    const weeks = [];
    for (let week: string = startsOn; week < endsOn; week = addDays(week, 7)) weeks.push(week);
    return weeks;
  });
const TERMS = [...new Set(HALF_TERMS.map(({ term }) => term))];

const { byName, defaultName } = DEFAULT_SETTINGS.policies;
const policy = byName[defaultName]!;
/** Along a meridian, by road. */
const kmOf = (n: number): number =>
  ((n * NORTHWARDS * Math.PI) / 180) * 6371.0088 * policy.roadFactor;

function isAwkward(week: string, window: string, isFar: boolean): boolean {
  const weeks = weeksOfTerm([termOfWeek(week)]);
  const isOfTerm = weeks.includes(week);
  const hasHoliday = HOLIDAYS.some((on) => week <= on && on <= addDays(week, 4));
  const beside = [-7, 7].some((days) => !weeks.includes(addDays(week, days)));
  // The first and the last week of the term, and those beside its break.
  return (isOfTerm && beside) || hasHoliday || (window === 'WED_FRI' && isFar);
}

interface Recounted {
  load: number;
  seats: number;
  commitment: number;
  miles: number;
  nights: number;
  awkward: number;
}

function recount(
  { seats, contracts, exceptions }: History,
  asAt: string,
  known: number,
  terms: readonly string[],
): Map<string, Recounted> {
  const year = weeksOfTerm(TERMS);
  const asked = weeksOfTerm(terms);
  const people = new Map<string, Recounted>();
  for (const lead of LEADS) {
    const contract = contracts.find((each) => each.lead === lead && isKnown(each, known));
    const agreed = exceptions.find(
      (each) => each.lead === lead && isKnown(each, known) && each.decidedOn <= asAt,
    );
    const held = ({ from, to }: { from: string; to: string }): string[] =>
      year.filter((week) => from <= addDays(week, 2) && addDays(week, 2) <= to);
    const inside = contract === undefined ? [] : held(contract);
    const minimum = agreed?.minimum ?? Math.round((6 * inside.length) / year.length);
    const spread = contract === undefined ? year : inside;
    const part = spread.filter((week) => asked.includes(week)).length;
    const found = { load: 0, seats: 0, miles: 0, nights: 0, awkward: 0 };
    seats.forEach((seat, i) => {
      const log = seat.log.filter((event) => isKnown(event, known) && event.on <= asAt);
      const kinds = log.map(({ kind }) => kind);
      const isHeld = kinds.includes('LED') || !kinds.some((kind) => ENDINGS.has(kind));
      if (seat.lead !== lead || kinds.length === 0 || !isHeld) return;
      if (!terms.includes(termOfWeek(seat.week))) return;
      const km = kmOf(i + 1);
      const isFar = km > policy.overnightKm;
      found.seats += 1;
      found.load += seat.role === 'LEAD' ? 1 : 0;
      found.miles += Math.round(km / 1.609344);
      found.nights += isFar ? 1 : 0;
      found.awkward += isAwkward(seat.week, seat.window, isFar) ? 1 : 0;
    });
    const commitment = part === 0 ? 0 : (minimum * part) / spread.length;
    if (found.seats > 0 || commitment > 0) people.set(lead, { ...found, commitment });
  }
  return people;
}

describe('the fairness of any history, as at any day and as known at any instant', () => {
  it('is what a recount of the log gives, of the year and of each term', async () => {
    const seen: Recounted = { load: 0, seats: 0, commitment: 0, miles: 0, nights: 0, awkward: 0 };
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.tuple(day, fc.integer({ min: 0, max: 2 * HOURS })), {
          minLength: 3,
          maxLength: 3,
        }),
        async (logged, moments) => {
          await write(database.dataSource.manager, logged);
          for (const [asAt, known] of moments) {
            const facts = await loadFairness(database.dataSource.manager, [YEAR], {
              asAt,
              knownAt: instantOf(known),
            });
            const weighed = await weighSeats(facts);
            for (const terms of [TERMS, ...TERMS.map((term) => [term])]) {
              const expected = recount(logged, asAt, known, terms);
              const sum = (of: (person: Recounted) => number): number =>
                [...expected.values()].reduce((all, person) => all + of(person), 0);
              const found = await peopleIn(
                facts,
                weighed,
                new Set(terms),
                commitments(facts, asAt),
              );
              expect(found.map(({ person }) => person.lead)).toEqual([...expected.keys()]);
              for (const { person, share, awkwardShare, ...counted } of found) {
                const own = expected.get(person.lead)!;
                expect([person.lead, { ...counted, seats: counted.seats.length }]).toMatchObject([
                  person.lead,
                  { load: own.load, seats: own.seats, nights: own.nights, awkward: own.awkward },
                ]);
                expect(counted.commitment).toBeCloseTo(own.commitment, 9);
                expect(counted.miles).toBe(own.miles);
                const all = sum(({ commitment }) => commitment);
                const part = all === 0 ? 1 / expected.size : own.commitment / all;
                expect(share).toBeCloseTo(sum(({ load }) => load) * part, 9);
                const seats = sum((each) => each.seats);
                const awkward = sum((each) => each.awkward);
                expect(awkwardShare).toBeCloseTo(
                  seats === 0 ? 0 : (awkward * own.seats) / seats,
                  9,
                );
                for (const key of Object.keys(seen) as (keyof Recounted)[]) seen[key] += own[key];
              }
            }
          }
        },
      ),
      { numRuns: 4, seed: 1, endOnFailure: true },
    );
    // Nothing was compared only because it never came up.
    expect(Object.values(seen).every((count) => count > 50)).toBe(true);
  });
});
