import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { targetsForTerm, type TargetPerson } from './targets.js';

const person = (id: string, over: Partial<TargetPerson> = {}): TargetPerson => ({
  id,
  mayLead: true,
  minimum: 6,
  ledInEarlierTerms: 0,
  confirmedInLaterTerms: 0,
  termLimit: 1000,
  usableWeeks: 1000,
  ...over,
});
const targets = (people: TargetPerson[], inTerm: number, later: number): number[] =>
  targetsForTerm(people, { inTerm, unconfirmedInLaterTerms: later }).map(({ target }) => target);

describe('the target for a term', () => {
  it('is the term’s part of what is left', () => {
    expect(targets([person('A'), person('B', { minimum: 3 })], 10, 20)).toEqual([2, 1]);
  });
  it('rounds the sum of the shares half up: 1.5 is 2, and less than half is nothing', () => {
    expect(targets([person('A', { minimum: 3 })], 1, 1)).toEqual([2]);
    expect(targets([person('A', { minimum: 4 })], 1, 2)).toEqual([1]);
    expect(targets([person('A', { minimum: 5 })], 1, 2)).toEqual([2]);
  });
  it('gives what is missing to the largest remainders', () => {
    // 2.2 + 1.6 + 1.2 = 5: one is missing to the sum of the whole parts.
    const people = [11, 8, 6].map((minimum, i) => person(`P${i}`, { minimum }));
    expect(targets(people, 1, 4)).toEqual([2, 2, 1]);
  });
  it('breaks ties by more left, then by reference', () => {
    const people = [person('B', { minimum: 1 }), person('A', { minimum: 1 })];
    expect(targets(people, 1, 1)).toEqual([0, 1]);
    expect(targets([person('A', { minimum: 1 }), person('B', { minimum: 3 })], 1, 3)).toEqual([
      0, 1,
    ]);
    expect(targets([person('A', { minimum: 1 }), person('B', { minimum: 3 })], 1, 1)).toEqual([
      0, 2,
    ]);
  });
  it('orders references by code point, not by code unit', () => {
    const people = [person('\u{1F600}', { minimum: 1 }), person('\uFF21', { minimum: 1 })];
    expect(targets(people, 1, 1)).toEqual([0, 1]);
  });
  it('counts what was led before and what is confirmed later, never below nothing', () => {
    const led = person('A', { ledInEarlierTerms: 2, confirmedInLaterTerms: 1 });
    expect(targets([led, person('B', { ledInEarlierTerms: 9 })], 5, 0)).toEqual([3, 0]);
  });
  it('is nothing when the year holds no review', () => {
    expect(targets([person('A')], 0, 0)).toEqual([0]);
  });
  it('is capped last, and nobody else gets what the cap took', () => {
    const people = [person('A', { termLimit: 4 }), person('B', { usableWeeks: 5 }), person('C')];
    expect(targets(people, 1, 0)).toEqual([4, 5, 6]);
    expect(targets([person('A', { usableWeeks: 0 })], 1, 0)).toEqual([0]);
  });
  it('is nothing for those who may not lead, who take no share either', () => {
    expect(targets([person('A', { mayLead: false }), person('B')], 1, 1)).toEqual([0, 3]);
  });
  it('refuses a count that is no whole number', () => {
    expect(() => targets([person('A', { minimum: 2.5 })], 1, 1)).toThrow('minimum of A is 2.5');
    expect(() => targets([], -1, 1)).toThrow('reviews in the term is -1');
  });
});

const anyPeople = fc
  .array(
    fc.record({
      minimum: fc.integer({ min: 0, max: 12 }),
      led: fc.integer({ min: 0, max: 4 }),
      confirmed: fc.integer({ min: 0, max: 2 }),
      mayLead: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ minimum, led, confirmed, mayLead }, i) =>
      person(`L${i}`, {
        minimum,
        mayLead,
        ledInEarlierTerms: led,
        confirmedInLaterTerms: confirmed,
      }),
    ),
  );
const count = fc.integer({ min: 0, max: 200 });

describe('for any people and reviews', () => {
  it('a term never asks for more than its part, rounded, nor more than is left', () => {
    fc.assert(
      fc.property(anyPeople, count, count, (people, inTerm, later) => {
        for (const each of targetsForTerm(people, { inTerm, unconfirmedInLaterTerms: later })) {
          const exact = inTerm + later === 0 ? 0 : (each.left * inTerm) / (inTerm + later);
          expect(each.uncapped).toBeLessThan(exact + 1);
          expect(each.uncapped).toBeLessThanOrEqual(each.left);
        }
      }),
    );
  });
  it('the sum is the rounded sum of the shares before caps', () => {
    fc.assert(
      fc.property(anyPeople, count, count, (people, inTerm, later) => {
        const all = targetsForTerm(people, { inTerm, unconfirmedInLaterTerms: later });
        const left = all.reduce(
          (sum, { left: each }, i) => sum + (people[i]?.mayLead ? each : 0),
          0,
        );
        const year = inTerm + later;
        const rounded = year === 0 ? 0 : Math.floor((2 * left * inTerm + year) / (2 * year));
        expect(all.reduce((sum, { uncapped }) => sum + uncapped, 0)).toBe(rounded);
      }),
    );
  });
  it('the last term gets all that is left', () => {
    fc.assert(
      fc.property(anyPeople, fc.integer({ min: 1, max: 200 }), (people, inTerm) => {
        const all = targetsForTerm(people, { inTerm, unconfirmedInLaterTerms: 0 });
        all.forEach(({ left, target }, i) => expect(target).toBe(people[i]?.mayLead ? left : 0));
      }),
    );
  });
  it('a year whose terms give what they were asked adds up to everybody’s minimum', () => {
    const term = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(anyPeople, fc.tuple(term, term, term), (drawn, terms) => {
        let people = drawn.map((each) => person(each.id, { minimum: each.minimum, mayLead: true }));
        terms.forEach((inTerm, i) => {
          const later = terms.slice(i + 1).reduce((sum, n) => sum + n, 0);
          const asked = targets(people, inTerm, later);
          people = people.map((each, k) =>
            person(each.id, {
              minimum: each.minimum,
              ledInEarlierTerms: each.ledInEarlierTerms + (asked[k] ?? 0),
            }),
          );
        });
        people.forEach((each) => expect(each.ledInEarlierTerms).toBe(each.minimum));
      }),
    );
  });
  it('the order of the people does not matter', () => {
    fc.assert(
      fc.property(anyPeople, count, count, (people, inTerm, later) => {
        const reviews = { inTerm, unconfirmedInLaterTerms: later };
        const forwards = targetsForTerm(people, reviews);
        const backwards = targetsForTerm([...people].reverse(), reviews);
        expect(backwards.reverse()).toEqual(forwards);
      }),
    );
  });
});
