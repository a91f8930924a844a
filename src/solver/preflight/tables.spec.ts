import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  freeIn,
  inWeeks,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { exhaustively } from '../../../test/solver/exhaustive-matching.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { type Problem, WINDOWS } from '../problem.js';
import { BitRows, bitsOf } from './bit-rows.js';
import { leadSupply, type LeadSupply } from './lead-supply.js';
import { preflight } from './preflight.js';
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
      onlyHere: onlyHere.map((review) => problem.reviews[review]?.id ?? ''),
      evenShare,
      people: new Set(possible.flatMap((review) => leadsAt(review, slots)).filter(maySit)).size,
      most: most(possible),
      mostOnlyHere: most(onlyHere),
      standing: isShort ? 'SHORT' : evenShare > most(possible) ? 'PINCH' : 'ENOUGH',
    };
  });
}

describe('the tables of any term', () => {
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

describe('the tables of a term', () => {
  const of = problem({
    weeks: [WEEK_1, WEEK_2],
    closed: [
      { week: WEEK_2, window: 'WED_FRI', reason: 'Training day' },
      { week: WEEK_3, window: 'WED_FRI', reason: 'Not in this term' },
    ],
    leads: [person('Ada'), person('Ben', freeIn(WEEK_2))],
    reviews: [
      review('R1', inWeeks(WEEK_1)),
      review('R2', { ...inWeeks(WEEK_1), needs: ['ASD'], phase: 'primary' }),
      review('R3', { ...inWeeks(WEEK_1, WEEK_2), region: 'North East' }),
      review('R4', { windows: [{ week: WEEK_2, window: 'WED_FRI', grade: 'PREFERRED' }] }),
    ],
  });

  it('mark the weeks that do not come out even', () => {
    const scarce = { ...of, reviews: [...of.reviews, review('R5', inWeeks(WEEK_1))] };
    const [first, second] = preflight(scarce).weeks;
    expect(first).toEqual({
      week: WEEK_1,
      accepted: 4,
      possible: 3,
      onlyHere: ['R1', 'R5'],
      evenShare: 2.5,
      people: 1,
      most: 1,
      mostOnlyHere: 1,
      standing: 'SHORT',
    });
    expect(second).toMatchObject({ accepted: 1, possible: 1, people: 2, evenShare: 0.5, most: 1 });
    const crowded = {
      ...of,
      reviews: ['A', 'B', 'C'].map((id) => review(id, inWeeks(WEEK_1, WEEK_2))),
    };
    expect(preflight(crowded).weeks.map(({ standing }) => standing)).toEqual(['PINCH', 'ENOUGH']);
  });

  it('count nobody who may never take a seat', () => {
    const tired = person('Ada', limits({ restReviews: 0 }));
    expect(preflight({ ...of, leads: [tired] }).weeks[0]).toMatchObject({ people: 0, most: 0 });
  });

  it('tell windows apart, with what closes them', () => {
    const rows = preflight(of).slots;
    expect(rows.map(({ closed }) => closed)).toEqual([null, null, null, 'Training day']);
    expect(rows[0]).toMatchObject({ accepted: 3, possible: 2, onlyHere: ['R1'], most: 1 });
    expect(rows[3]).toMatchObject({ accepted: 0, possible: 0, people: 0, most: 0 });
    const late = review('R5', {
      windows: [{ week: WEEK_1, window: 'WED_FRI', grade: 'PREFERRED' }],
    });
    expect(preflight({ ...of, reviews: [late] }).slots.map(({ accepted }) => accepted)).toEqual([
      0, 1, 0, 0,
    ]);
  });

  it('group reviews by region, phase and need, and mark what is short alone or with others', () => {
    const { regions, phases, needs, shortages } = preflight({
      ...of,
      leads: [person('Ada', freeIn(WEEK_1))],
    });
    expect(shortages).toMatchObject([{ reviews: ['R1', 'R3'], most: 1 }]);
    expect(regions).toMatchObject([
      { name: 'London', reviews: 3, possible: 1, seats: 1, most: 1, standing: 'SHORT' },
      { name: 'North East', reviews: 1, people: 1, most: 1, inShortages: 1, standing: 'PINCH' },
    ]);
    expect(phases.map(({ name, most }) => [name, most])).toEqual([
      ['primary', 0],
      ['special', 1],
    ]);
    expect(needs).toMatchObject([{ name: 'ASD', reviews: 1, people: 0, standing: 'SHORT' }]);
  });
});
