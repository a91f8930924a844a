import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exhaustively } from '../../../test/solver/exhaustive-matching.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { type Problem, WINDOWS } from '../problem.js';
import { BitRows, bitsOf } from './bit-rows.js';
import { leadSupply, type LeadSupply } from './lead-supply.js';
import { seatOptions } from './seat-options.js';
import { assurerFindings } from './second-findings.js';
import { assurerSeats } from './second-seats.js';
import { groupRows, slotRows, type TimeRow, weekRows } from './tables.js';

const RUNS = { numRuns: propertyCases(300), seed: 20270114 };
const scarce = tinyProblem({ people: 3, reviews: 5, weeks: 3 });

function suppliedWith(problem: Problem): LeadSupply {
  const seats = seatOptions(problem);
  return leadSupply(problem, seats, assurerFindings(problem, assurerSeats(problem, seats)).never);
}

/** How many can be given one of those who suit them, when nobody is given twice. */
function mostGiven([first, ...others]: readonly number[][], taken: readonly number[] = []): number {
  if (first === undefined) return 0;
  const given = first
    .filter((each) => !taken.includes(each))
    .map((each) => 1 + mostGiven(others, [...taken, each]));
  return Math.max(mostGiven(others, taken), ...given);
}

/** How many of the places that suit these reviews a person could take at once. */
function mostOfPerson(
  { supply, options }: LeadSupply,
  person: number,
  reviews: readonly number[],
): number {
  const places = bitsOf(options.union(reviews)).filter((each) => supply.holderOf(each) === person);
  const one = new BitRows(places.length, supply.placeCount);
  places.forEach((place, demand) => {
    one.set(demand, place);
  });
  return exhaustively({ supply, options: one }, [...places.keys()]);
}

/** What is to be said of each of these times, that are several slots or one, by what their fields mean. */
function rowsByMeaning(
  problem: Problem,
  leads: LeadSupply,
  times: readonly (readonly number[])[],
): TimeRow[] {
  const maySit = (person: number): boolean =>
    (leads.supply.holders[person]?.most ?? 0) > 0 &&
    (problem.leads[person]?.limits.restReviews ?? 0) > 0;
  const leadsAt = (review: number, slots: readonly number[]): number[] => [
    ...new Set(slots.flatMap((slot) => bitsOf((leads.bySlot[slot] as BitRows).row(review)))),
  ];
  const slotOf = (week: string, window: (typeof WINDOWS)[number]): number =>
    problem.weeks.includes(week) ? 2 * problem.weeks.indexOf(week) + WINDOWS.indexOf(window) : -1;
  const closed = problem.closed.map(({ week, window }) => slotOf(week, window));
  const all = problem.reviews.map((_, review) => review);
  const timesOf = (review: number): number =>
    times.filter((slots) => leadsAt(review, slots).length > 0).length;
  return times.map((slots) => {
    const accepts = ({ windows }: Problem['reviews'][number]): boolean =>
      windows
        .map(({ week, window }) => slotOf(week, window))
        .some((slot) => slots.includes(slot) && !closed.includes(slot));
    const possible = all.filter((review) => leadsAt(review, slots).length > 0);
    const onlyHere = possible.filter((review) => timesOf(review) === 1);
    const share = possible.reduce((sum, review) => sum + 1 / timesOf(review), 0);
    const most = (reviews: readonly number[]): number =>
      mostGiven(reviews.map((review) => leadsAt(review, slots).filter(maySit)));
    const evenShare = Math.round(share * 10) / 10;
    const isShort = most(onlyHere) < onlyHere.length;
    return {
      accepted: problem.reviews.filter(accepts).length,
      possible: possible.length,
      onlyHere: onlyHere.length,
      evenShare,
      people: new Set(possible.flatMap((review) => leadsAt(review, slots)).filter(maySit)).size,
      most: most(possible),
      mostOnlyHere: most(onlyHere),
      standing: isShort ? 'SHORT' : evenShare > most(possible) ? 'PINCH' : 'ENOUGH',
    };
  });
}

describe('the tables', () => {
  it('say of each week and slot what their columns mean', () => {
    fc.assert(
      fc.property(scarce, (problem) => {
        const leads = suppliedWith(problem);
        const slots = problem.weeks.flatMap((_, week) => [2 * week, 2 * week + 1]);
        expect(slotRows(problem, leads)).toEqual(
          rowsByMeaning(
            problem,
            leads,
            slots.map((slot) => [slot]),
          ).map((row, number) => {
            const [week, window] = [problem.weeks[number >> 1], WINDOWS[number % 2]];
            const closed = problem.closed.find(
              (each) => each.week === week && each.window === window,
            );
            return { ...row, slot: { week, window }, closed: closed?.reason ?? null };
          }),
        );
        expect(weekRows(problem, leads)).toEqual(
          rowsByMeaning(
            problem,
            leads,
            problem.weeks.map((_, week) => [2 * week, 2 * week + 1]),
          ).map((row, week) => ({ ...row, week: problem.weeks[week] })),
        );
      }),
      RUNS,
    );
  });

  it('say of each group what its columns mean', () => {
    fc.assert(
      fc.property(scarce, (problem) => {
        const leads = suppliedWith(problem);
        const isShort = (review: number): boolean => review % 3 === 0;
        const rows = groupRows(problem, leads, ({ needs }) => [...needs, ...needs], isShort);
        const names = new Set(problem.reviews.flatMap(({ needs }) => needs));
        expect(rows.map(({ name }) => name)).toEqual([...names].sort());
        for (const row of rows) {
          const theirs = problem.reviews.flatMap(({ needs }, review) =>
            needs.includes(row.name) ? [review] : [],
          );
          const rooms = problem.leads.map((_, person) => mostOfPerson(leads, person, theirs));
          const most = exhaustively(leads, theirs);
          const inShortages = theirs.filter(isShort).length;
          expect(row).toEqual({
            name: row.name,
            reviews: theirs.length,
            possible: theirs.filter((review) => bitsOf(leads.options.row(review)).length > 0)
              .length,
            people: rooms.filter((room) => room > 0).length,
            seats: rooms.reduce((sum, room) => sum + room, 0),
            most,
            inShortages,
            standing: most < theirs.length ? 'SHORT' : inShortages > 0 ? 'PINCH' : 'ENOUGH',
          });
        }
      }),
      RUNS,
    );
  });
});
