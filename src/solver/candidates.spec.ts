import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, row, WEEK_1, WEEK_2 } from '../../test/solver/builders.js';
import { tinyProblem } from '../../test/solver/generate.js';
import { propertyCases } from '../../test/solver/property-cases.js';
import { changes } from './aims/changes.js';
import { fit } from './aims/fit.js';
import { findCandidates, refusalsOf, valuedSeat, type Candidate } from './candidates.js';
import { seatFaults } from './check/permitted-seats.js';
import { roadKm } from './distance.js';
import { withoutDominated } from './dominance.js';
import {
  ROLES,
  WINDOWS,
  type HostGrade,
  type Lead,
  type Problem,
  type Review,
  type Slot,
} from './problem.js';
import { seatRules } from './rules/seat-rules.js';

const RUNS = { numRuns: propertyCases(150), seed: 20270111 };

/** Every seat that the problem's people could have on a review in these slots, permitted or not. */
function everySeat(of: Problem, slotsOf: (review: Review) => Slot[]): Candidate[] {
  return of.reviews.flatMap((school, index) =>
    ROLES.flatMap((role) =>
      slotsOf(school).flatMap(({ week, window }) =>
        of.leads.map(({ home }, lead) => ({
          role,
          lead,
          review: index,
          week: of.weeks.indexOf(week),
          slot: { week, window },
          roadKm: roadKm(home, school, of.policy.roadFactor),
        })),
      ),
    ),
  );
}

function isPermitted(of: Problem, { role, lead, review: at, slot }: Candidate): boolean {
  const who = of.leads[lead] as Lead;
  const school = of.reviews[at] as Review;
  const seats = [{ role, personId: who.id, person: who }];
  return seatFaults(of, [{ review: school, slot, row: row(school.id), seats }]).length === 0;
}

describe('candidates', () => {
  it('are the seats in which the independent checker finds no fault, in their order', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const all = everySeat(of, ({ windows }) => windows);
        expect(findCandidates(of)).toEqual(all.filter((seat) => isPermitted(of, seat)));
      }),
      RUNS,
    );
  });

  it('without a rule are those that no other rule refuses', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        for (const { name } of seatRules) expectWithout(name, of);
      }),
      { ...RUNS, numRuns: propertyCases(50) },
    );
  });

  function expectWithout(name: string, of: Problem): void {
    const everySlot = of.weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
    const isHost = name === 'hostAcceptsSlot';
    const all = everySeat(of, ({ windows }) => (isHost ? everySlot : windows));
    const left = all.filter((seat) =>
      refusalsOf({ problem: of, ...valuedSeat(of, seat) }).every(({ rule }) => rule.name === name),
    );
    expect(findCandidates(of, new Set([name]))).toEqual(left);
  }

  it('are not there for people and reviews that are not there', () => {
    expect(findCandidates(problem({ reviews: [review('R1')] }))).toEqual([]);
    expect(findCandidates(problem({ leads: [person('Ada')] }))).toEqual([]);
  });

  it('are refused with every reason', () => {
    const of = problem({ leads: [person('Ada', { phases: [] })], reviews: [review('R1')] });
    const [seat] = everySeat(of, () => [{ week: WEEK_1, window: 'MON_WED' }]);
    const refusals = refusalsOf({ problem: of, ...valuedSeat(of, seat as Candidate) });
    expect(refusals).toEqual([
      {
        rule: seatRules.find(({ name }) => name === 'phaseIsTheirs'),
        reason: expect.stringContaining('Ada') as unknown,
      },
    ]);
  });
});

/** What `docs/model.md`, "Dominance", leaves out, window by window. */
function dominated(of: Problem, candidates: readonly Candidate[]): Candidate[] {
  const pinned = of.pins.map((pin) => pin.review);
  const cost = (seat: Candidate): number[] => {
    const valued = valuedSeat(of, seat);
    return [changes.seatValues(of)(valued), fit.seatValues(of)(valued)];
  };
  const isTogether = (seat: Candidate): boolean => {
    const second = of.leads[seat.lead]?.isNew ? 'QUALITY_ASSURER' : 'SHADOW';
    return candidates.some(
      ({ role, review: at, slot }) =>
        role === second &&
        at === seat.review &&
        slot.week === seat.slot.week &&
        slot.window === seat.slot.window,
    );
  };
  const leads = candidates.filter(({ role }) => role === 'LEAD');
  return leads.filter((seat, index) => {
    if (pinned.includes(of.reviews[seat.review]?.id ?? '') || isTogether(seat)) return false;
    const at = leads.findIndex(
      (other) =>
        other !== seat &&
        other.lead === seat.lead &&
        other.review === seat.review &&
        other.week === seat.week,
    );
    const other = leads[at];
    if (!other) return false;
    const [[c1 = 0, f1 = 0], [c2 = 0, f2 = 0]] = [cost(seat), cost(other)];
    const worse = c1 - c2 || f1 - f2;
    return worse > 0 || (worse === 0 && (at < index || isTogether(other)));
  });
}

describe('dominance', () => {
  it('leaves out the worse of two windows of a week, and of equal ones the later', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const candidates = findCandidates(of);
        const left = dominated(of, candidates);
        expect(withoutDominated(of, candidates)).toEqual(
          candidates.filter((seat) => !left.includes(seat)),
        );
      }),
      RUNS,
    );
  });

  it('weighs a published slot before the fit', () => {
    const of = problem({
      weeks: [WEEK_1, WEEK_2],
      leads: [person('Ada')],
      reviews: [
        review('R1', {
          windows: [
            { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
            { week: WEEK_1, window: 'WED_FRI', grade: 'ACCEPTABLE' },
            { week: WEEK_2, window: 'WED_FRI', grade: 'ACCEPTABLE' },
          ],
        }),
      ],
    });
    const slotsLeft = (given: Problem): string[] =>
      withoutDominated(given, findCandidates(given)).map(
        ({ slot: { week, window } }) => `${week} ${window}`,
      );
    expect(slotsLeft(of)).toEqual([`${WEEK_1} MON_WED`, `${WEEK_2} WED_FRI`]);
    const published = [led('R1', 'Ada', WEEK_1, { window: 'WED_FRI' })];
    expect(slotsLeft({ ...of, published })).toEqual([`${WEEK_1} WED_FRI`, `${WEEK_2} WED_FRI`]);
    expect(slotsLeft({ ...of, pins: [{ review: 'R1' }] })).toHaveLength(3);
  });

  const oneWeek = (first: HostGrade, second: HostGrade, more: Partial<Problem> = {}): string[] => {
    const windows: Review['windows'] = [
      { week: WEEK_1, window: 'MON_WED', grade: first },
      { week: WEEK_1, window: 'WED_FRI', grade: second },
    ];
    const of = problem({ leads: [person('Ada')], reviews: [review('R1', { windows })], ...more });
    return withoutDominated(of, findCandidates(of))
      .filter(({ role }) => role === 'LEAD')
      .map(({ slot }) => slot.window);
  };

  it('keeps the published window, whichever of the two it is', () => {
    const published = [led('R1', 'Ada', WEEK_1)];
    expect(oneWeek('ACCEPTABLE', 'PREFERRED')).toEqual(['WED_FRI']);
    expect(oneWeek('ACCEPTABLE', 'PREFERRED', { published })).toEqual(['MON_WED']);
  });

  it('keeps of two equal windows the one in which somebody could sit beside', () => {
    const shadowIn = (window: 'MON_WED' | 'WED_FRI'): Lead =>
      person('Cy', { roles: ['SHADOW'], availability: { [WEEK_1]: { [window]: 'PREFERRED' } } });
    const kept = (window: 'MON_WED' | 'WED_FRI'): string[] =>
      oneWeek('PREFERRED', 'PREFERRED', { leads: [person('Ada'), shadowIn(window)] });
    expect(kept('MON_WED')).toEqual(['MON_WED']);
    expect(kept('WED_FRI')).toEqual(['WED_FRI']);
  });
});
