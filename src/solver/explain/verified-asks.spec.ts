import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  inWeeks,
  led,
  limits,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { loadHighs } from '../milp/highs.js';
import { EngineFault, type MilpEngine } from '../milp/milp.js';
import type { AskQuestion } from './ask-model.js';
import type { PricedAsk } from './cost-of-asking.js';
import { bestWithout, granting, verifyAsks, verifyPlan } from './verified-asks.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const slot = { week: WEEK_1, window: 'MON_WED' } as const;
const region: PricedAsk = { ask: { kind: 'REGION', lead: 'Ada', region: 'Wales' }, cost: 40 };
const window: PricedAsk = { ask: { kind: 'AVAILABILITY', lead: 'Ada', slot }, cost: 20 };
const more: PricedAsk = { ask: { kind: 'TERM_LIMIT', lead: 'Ada', reviews: 7 }, cost: 50 };

/** Ada may lead R1 once she is free then and travels to Wales; she leads R2 the week after. */
const of = problem({
  leads: [
    person('Ada', {
      regions: { Wales: 'NO' },
      availability: { [WEEK_2]: { MON_WED: 'AVAILABLE' } },
    }),
  ],
  reviews: [review('R1', { region: 'Wales', ...inWeeks(WEEK_1) }), review('R2', inWeeks(WEEK_2))],
  weeks: [WEEK_1, WEEK_2],
});
const now = [row('R1'), led('R2', 'Ada', WEEK_2)];
const then = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
const question: AskQuestion = {
  problem: of,
  rows: now,
  led: of.reviews.slice(0, 1),
  coverage: 2,
  asks: [region, window, more],
  mostCost: Infinity,
  mostAsks: 3,
};
const answer = (asks: PricedAsk[], rows = then) => ({
  asks,
  rows,
  cost: asks.reduce((sum, { cost }) => sum + cost, 0),
});

describe('an answer about asks', () => {
  it('is believed when its plan keeps the rules and every ask is needed', () => {
    expect(() => verifyAsks(question, answer([region, window]), engine)).not.toThrow();
  });

  it('is not when one of its asks is needless', () => {
    expect(() => verifyAsks(question, answer([region, window, more]), engine)).toThrow(
      new EngineFault('An ask was said to be needed and is not.'),
    );
  });

  it('is not when its plan breaks a rule even with what is asked', () => {
    for (const asks of [[], [region], [window]]) {
      expect(() => verifyPlan(question, answer(asks))).toThrow(
        /^A plan with what is asked breaks: /,
      );
    }
    expect(() => verifyAsks(question, answer([region]), engine)).toThrow(EngineFault);
  });

  it('is not when its plan covers less than is wanted', () => {
    const uncovered = [led('R1', 'Ada', WEEK_1), row('R2')];
    expect(() => verifyPlan(question, answer([region, window], uncovered))).toThrow(
      new EngineFault('A plan with what is asked covers less than it should.'),
    );
    const enough = { ...question, coverage: 1 };
    expect(() => verifyPlan(enough, answer([region, window], uncovered))).not.toThrow();
  });

  it('has no plan at all without an ask without which nobody may lead the review', () => {
    expect(bestWithout(question, answer([region, window]), window, engine)).toBeNull();
    const best = bestWithout(question, answer([region, window, more]), more, engine);
    expect(best?.value).toBe(2);
    expect(best?.rows).toEqual(then);
  });
});

describe('what is granted', () => {
  it('is the facts, with a pin for each review that must have a lead', () => {
    const pinned = { ...of, pins: [{ review: 'R2', lead: 'Ada' }] };
    const granted = granting(pinned, of.reviews, [more]);
    expect(granted.pins).toEqual([
      { review: 'R2', lead: 'Ada' },
      { review: 'R1' },
      { review: 'R2' },
    ]);
    expect(granted.leads[0]).toEqual({ ...of.leads[0], ...limits({ term: 7 }) });
  });
});
