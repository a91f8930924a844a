import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  led,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  sentencesOf,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { planToEdit } from '../../../test/solver/hand-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Pin, Problem, SeatRow } from '../problem.js';
import { seatsOf, viewPlan, type Breach } from './plan-rule.js';
import { breachesIn, breachesOf, planRules } from './plan-rules.js';
import { seatRules } from './seat-rules.js';

const RUNS = { numRuns: propertyCases(100), seed: 20270111 };

function eachBreach(check: (of: Problem, rows: SeatRow[], breach: Breach) => void): void {
  fc.assert(
    fc.property(planToEdit(), ({ problem: of, rows }) => {
      for (const breach of breachesIn(viewPlan(of, rows))) check(of, rows, breach);
    }),
    RUNS,
  );
}

/** The breach is still found, word for word, when these reviews are empty. */
function remains(breach: Breach, of: Problem, rows: SeatRow[], emptied: Set<string>): boolean {
  const left = rows.map((each) => (emptied.has(each.review) ? row(each.review) : each));
  const found = breachesIn(viewPlan(of, left)).map((each) => JSON.stringify(each));
  return found.includes(JSON.stringify(breach));
}

describe('breaches', () => {
  it('are found exactly where the independent checker finds fault', () => {
    fc.assert(
      fc.property(planToEdit(), ({ problem: of, rows }) => {
        expect(breachesOf(of, rows).length > 0).toBe(seatFaultsOf(of, rows).length > 0);
      }),
      RUNS,
    );
  });

  it('name everybody and every review that their sentence names, and besides only who sits there', () => {
    eachBreach((of, rows, { sentence, people, reviews }) => {
      const isNamed = (id: string): boolean => new RegExp(`\\b${id}\\b`).test(sentence);
      for (const { id } of of.leads) if (isNamed(id)) expect(people).toContain(id);
      for (const { id } of of.reviews) if (isNamed(id)) expect(reviews).toContain(id);
      const sitting = rows.filter(({ review: id }) => reviews.includes(id)).flatMap(seatsOf);
      for (const each of people.filter((id) => !isNamed(id)))
        expect(sitting.map(({ person: id }) => id)).toContain(each);
    });
  });

  it('name the reviews with which a remedy could begin: it takes them all, and no other', () => {
    eachBreach((of, rows, breach) => {
      const { rule, reviews } = breach;
      const others = rows.map((each) => each.review).filter((each) => !reviews.includes(each));
      expect(reviews.length).toBeGreaterThan(0);
      expect(remains(breach, of, rows, new Set(others))).toBe(true);
      if (rule !== 'pinsHold') expect(remains(breach, of, rows, new Set(reviews))).toBe(false);
    });
  });

  it('bear the name of the rule about one seat where that is what is broken', () => {
    const of = problem({ leads: [person('Ada', { phases: [] })], reviews: [review('R1')] });
    const [breach, ...others] = breachesIn(viewPlan(of, [led('R1', 'Ada', WEEK_1)]));
    const rule = seatRules.find(({ name }) => name === 'phaseIsTheirs');
    expect(breach).toMatchObject({ rule: 'phaseIsTheirs', title: rule?.title });
    expect(others).toEqual([]);
  });

  it('come in the order of the rules', () => {
    fc.assert(
      fc.property(planToEdit(), ({ problem: of, rows }) => {
        const found = planRules.flatMap((rule) => sentencesOf(rule, viewPlan(of, rows)));
        expect(breachesOf(of, rows)).toEqual(found);
      }),
      RUNS,
    );
  });
});

describe('plans that no problem of the file format holds', () => {
  const of = problem({ leads: [person('Ada')], reviews: [review('R1'), review('R2')] });
  const rulesOf = (rows: SeatRow[], pins: Pin[] = []): string[] =>
    breachesIn(viewPlan({ ...of, pins }, rows)).map(({ rule }) => rule);

  it('break a rule by a stranger in a seat, and none but those that need no facts of theirs', () => {
    const rows = ['R1', 'R2'].map((id) => led(id, 'Zed', WEEK_1, { qualityAssurer: 'Yan' }));
    const week = ['oneReviewAWeek', 'oneReviewAWeek'];
    expect(rulesOf(rows)).toEqual([...Array<string>(4).fill('everySeatIsPermitted'), ...week]);
  });

  it('break a rule by a review that is not there', () => {
    expect(breachesIn(viewPlan(of, [led('R9', 'Ada', WEEK_1)]))).toMatchObject([
      { rule: 'everySeatIsPermitted', reviews: ['R9'], people: ['Ada'] },
    ]);
  });

  it('break one rule alone by half a slot, whichever half it is', () => {
    for (const half of [{ week: WEEK_1 }, { window: 'MON_WED' as const }]) {
      expect(rulesOf([row('R1', { lead: 'Ada', ...half })])).toEqual(['uncoveredReviewIsEmpty']);
      expect(rulesOf([row('R1', half)])).toEqual(['uncoveredReviewIsEmpty']);
    }
  });

  it('break a rule by two rows of one review, which concerns nobody in particular', () => {
    const rows = [led('R1', 'Ada', WEEK_1), row('R1')];
    expect(breachesIn(viewPlan(of, rows))).toMatchObject([
      { rule: 'oneOfEachSeat', reviews: ['R1'], people: [] },
    ]);
  });

  it('break pins by having no row of the review', () => {
    const pins = [{ review: 'R1', week: WEEK_3, window: 'WED_FRI' as const }];
    expect(rulesOf([led('R2', 'Ada', WEEK_2)], pins)).toEqual(['pinsHold']);
  });
});
