import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attribute, type Cause, CAUSES, type ShortfallFacts, shortfallOf } from './attribution.js';

/** Six agreed, five led, and everything permitted: one review is missing. */
const usual: ShortfallFacts = {
  minimum: 6,
  led: 5,
  confirmedAhead: 0,
  awaitingAnswer: 0,
  declined: 0,
  withdrawn: 0,
  cancelledLate: 0,
  mostByAvailability: 9,
  mostByAllRules: 8,
};
const split = (over: Partial<ShortfallFacts>): Partial<Record<Cause, number>> =>
  Object.fromEntries(
    Object.entries(attribute({ ...usual, ...over })).filter(([, part]) => part > 0),
  );

describe('each cause has an example and its opposite', () => {
  it.each<[Cause, Partial<ShortfallFacts>, Partial<ShortfallFacts>]>([
    ['CANCELLED_BY_SCHOOL', { cancelledLate: 1 }, { cancelledLate: 0 }],
    ['DECLINED', { declined: 1 }, { declined: 0 }],
    ['DECLINED', { withdrawn: 1 }, { withdrawn: 0 }],
    [
      'TOO_FEW_DATES',
      { mostByAvailability: 5, mostByAllRules: 5 },
      { mostByAvailability: 6, mostByAllRules: 6 },
    ],
    ['CONFLICTS_OR_CAPS', { mostByAllRules: 5 }, { mostByAllRules: 6 }],
    ['NOT_OFFERED', {}, { confirmedAhead: 1 }],
    ['NOT_OFFERED', {}, { awaitingAnswer: 1 }],
    ['NOT_OFFERED', { mostByAvailability: null, mostByAllRules: null }, { led: 6 }],
  ])('%s: %j, not %j', (cause, example, opposite) => {
    expect(split(example)).toEqual({ [cause]: 1 });
    expect(attribute({ ...usual, ...opposite })[cause]).toBe(cause === 'NOT_OFFERED' ? 0 : 0);
  });

  it('takes first what was offered and lost, then what could not be, then the rest', () => {
    const everything = {
      led: 1,
      cancelledLate: 1,
      declined: 1,
      mostByAvailability: 5,
      mostByAllRules: 4,
    };
    expect(split(everything)).toEqual({
      CANCELLED_BY_SCHOOL: 1,
      DECLINED: 1,
      TOO_FEW_DATES: 1,
      CONFLICTS_OR_CAPS: 1,
      NOT_OFFERED: 1,
    });
    expect(split({ ...everything, declined: 9 })).toEqual({ CANCELLED_BY_SCHOOL: 1, DECLINED: 4 });
  });

  it('blames neither dates nor rules twice: rules explain only what the dates would have permitted', () => {
    expect(split({ led: 0, mostByAvailability: 2, mostByAllRules: 2 })).toEqual({
      TOO_FEW_DATES: 4,
      NOT_OFFERED: 2,
    });
  });
});

const count = fc.integer({ min: 0, max: 9 });
const anyFacts: fc.Arbitrary<ShortfallFacts> = fc.record({
  minimum: count,
  led: count,
  confirmedAhead: count,
  awaitingAnswer: count,
  declined: count,
  withdrawn: count,
  cancelledLate: count,
  mostByAvailability: fc.option(count),
  mostByAllRules: fc.option(count),
});

describe('the split of any shortfall', () => {
  it('adds up to it exactly, in whole parts of which none is below 0', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const parts = Object.values(attribute(facts));
        expect(parts).toHaveLength(CAUSES.length);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(shortfallOf(facts));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it.each<[keyof ShortfallFacts, Cause, 1 | -1]>([
    ['declined', 'DECLINED', 1],
    ['withdrawn', 'DECLINED', 1],
    ['cancelledLate', 'CANCELLED_BY_SCHOOL', 1],
    ['mostByAvailability', 'TOO_FEW_DATES', -1],
    ['mostByAllRules', 'CONFLICTS_OR_CAPS', -1],
    ['led', 'NOT_OFFERED', -1],
    ['awaitingAnswer', 'NOT_OFFERED', -1],
  ])('one more %s moves %s by at most one, never the wrong way', (field, cause, direction) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const more = { ...facts, [field]: (facts[field] ?? 0) + 1 };
        if (facts[field] === null) return;
        const change = (attribute(more)[cause] - attribute(facts)[cause]) * direction;
        expect([0, 1]).toContain(change + 0);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});
