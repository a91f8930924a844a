import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { type Candidate, findCandidates } from '../candidates.js';
import { pinnedCandidates } from '../network/pinned-candidates.js';
import { type Problem, ROLES, WINDOWS } from '../problem.js';
import { bitsOf, type BitRows } from './bit-rows.js';
import { leadSupply } from './lead-supply.js';
import { restBlocks } from './rest-blocks.js';
import { heldSecondSeats, seatOptions } from './seat-options.js';

const RUNS = { numRuns: propertyCases(300), seed: 20270115 };

/** The candidates that the pins leave. */
function left(problem: Problem): readonly Candidate[] {
  return pinnedCandidates(problem, findCandidates(problem));
}

const slotOf = ({ week, slot }: Candidate): number =>
  week * WINDOWS.length + WINDOWS.indexOf(slot.window);

/** More people than go into one word of bits. */
const idle = Array.from({ length: 30 }, (_, i) => person(`Idle ${i}`, { roles: [] }));

/** Problems in which pins give somebody a second seat. */
const pinned = tinyProblem()
  .filter(({ pins }) =>
    pins.some(({ qualityAssurer, shadow }) => (qualityAssurer ?? shadow) !== undefined),
  )
  .map((problem) => ({ ...problem, leads: [...idle, ...problem.leads] }));

/** For each slot, by review, the people. */
function expectPeople(
  { reviews, weeks }: Problem,
  bySlot: readonly BitRows[],
  expected: readonly Candidate[],
): void {
  expect(bySlot).toHaveLength(weeks.length * WINDOWS.length);
  const found = bySlot.map((rows) => reviews.map((_, review) => bitsOf(rows.row(review))));
  const wanted = bySlot.map((_, slot) =>
    reviews.map((__, review) =>
      expected
        .filter((each) => each.review === review && slotOf(each) === slot)
        .map(({ lead }) => lead)
        .sort((a, b) => a - b),
    ),
  );
  expect(found).toEqual(wanted);
}

/** By review and person, the weeks that a second seat takes that a pin gives somebody; null: one of several. */
function heldByMeaning(problem: Problem): { person: number; week: number | null }[] {
  const candidates = left(problem);
  return problem.reviews.flatMap(({ id }, review) => {
    const names = problem.pins
      .filter((pin) => pin.review === id)
      .flatMap(({ qualityAssurer, shadow }) => [qualityAssurer, shadow]);
    const weeks = new Set(
      candidates
        .filter((each) => each.review === review && each.role === 'LEAD')
        .map(({ week }) => week),
    );
    const week = weeks.size === 1 ? ([...weeks][0] as number) : null;
    return problem.leads.flatMap((lead, person) =>
      names.includes(lead.id) ? [{ person, week }] : [],
    );
  });
}

describe('the supply of leads', () => {
  it('begins with the seats that the rules about one seat and the pins allow', () => {
    fc.assert(
      fc.property(tinyProblem(), (problem) => {
        const found = seatOptions(problem);
        for (const role of ROLES) {
          const theirs = left(problem).filter((each) => each.role === role);
          expectPeople(problem, found[role], theirs);
        }
      }),
      RUNS,
    );
  });

  it('lacks whom pins hold to a second seat, for its week, and a seat of their limit', () => {
    let held = 0;
    fc.assert(
      fc.property(
        pinned,
        fc.uniqueArray(fc.nat({ max: 34 }), { maxLength: 1 }),
        (problem, drawn) => {
          const never = drawn.filter((person) => person < problem.leads.length);
          const seats = seatOptions(problem);
          const taken = heldByMeaning(problem);
          if (taken.some(({ week }) => week !== null)) held++;
          const inOrder = (list: typeof taken): string[] =>
            list.map((each) => JSON.stringify(each)).sort();
          expect(inOrder(heldSecondSeats(problem, seats))).toEqual(inOrder(taken));
          const { supply, options, bySlot, pinnedSeats } = leadSupply(problem, seats, never);
          const isFree = ({ lead, week }: Candidate): boolean =>
            !never.includes(lead) &&
            !taken.some((each) => each.person === lead && each.week === week);
          const leading = left(problem).filter((each) => each.role === 'LEAD' && isFree(each));
          expectPeople(problem, bySlot, leading);
          problem.reviews.forEach((_, review) => {
            const places = leading
              .filter((each) => each.review === review)
              .map(({ lead, week }) => supply.place(lead, week));
            expect(bitsOf(options.row(review))).toEqual([...new Set(places)].sort((a, b) => a - b));
          });
          problem.leads.forEach((lead, person) => {
            const count = taken.filter((each) => each.person === person).length;
            expect(pinnedSeats.get(person) ?? 0).toBe(count);
            const [usable, occupied] = [
              leading.filter((each) => each.lead === person),
              taken.filter((each) => each.person === person),
            ].map((list) =>
              problem.weeks.flatMap((_, at) => (list.some(({ week }) => week === at) ? [at] : [])),
            ) as [number[], number[]];
            expect(supply.holders[person]).toEqual({
              most: Math.max(0, lead.limits.term - count),
              blocks: restBlocks(lead, problem.weeks.length, usable, occupied),
            });
          });
        },
      ),
      RUNS,
    );
    expect(held).toBeGreaterThan(propertyCases(300) / 20);
  });
});
