import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { roadKm } from '../distance.js';
import { type Lead, type Problem, type Review, ROLES } from '../problem.js';
import { AskTable } from './ask-table.js';
import { asksConsidered } from './considered-asks.js';
import { type Ask, type PricedAsk, withAsks } from './cost-of-asking.js';
import { slotsOf } from './facts.js';
import { refusingRules, seatingOf } from './shut-out.js';

describe('which asks a forbidden seating needs', () => {
  it('is for each rule those of which one alone would satisfy it', () => {
    const met = { none: 0, one: 0, several: 0 };
    fc.assert(
      fc.property(tinyProblem({ people: 3, reviews: 2, weeks: 2 }), (of) => {
        const rows = of.reviews.map(({ id }) => {
          return {
            review: id,
            week: null,
            window: null,
            lead: null,
            qualityAssurer: null,
            shadow: null,
          };
        });
        const priced = of.reviews.flatMap((each) => asksConsidered(of, rows, each));
        const asks = [...new Map(priced.map((each) => [JSON.stringify(each.ask), each])).values()];
        const table = new AskTable(of, asks);
        for (const [lead, who] of of.leads.entries()) {
          for (const [review, at] of of.reviews.entries()) {
            for (const slot of slotsOf(of)) {
              for (const role of ROLES) {
                const week = of.weeks.indexOf(slot.week);
                const km = roadKm(who.home, at, of.policy.roadFactor);
                const needs = table.needsOf({ lead, review, role, slot, week, roadKm: km });
                const refusing = [...refusingRules({ ...seatingOf(of, who, at, slot), role })];
                const expected = refusing.map((rule): [string, number[]] => [
                  rule,
                  satisfying(of, who, at, { rule, slot, role }, asks),
                ]);
                const isHopeless = expected.some(([, options]) => options.length === 0);
                expect(needs).toEqual(isHopeless ? null : new Map(expected));
                if (needs === null) met.none++;
                for (const options of needs?.values() ?? []) {
                  if (options.length > 1) met.several++;
                  else met.one++;
                }
              }
            }
          }
        }
      }),
      { numRuns: propertyCases(200), seed: 20270111 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(propertyCases(200) / 20);
  });

  it('goes by what an ask is about', () => {
    const slot = { week: '2027-01-11', window: 'MON_WED' } as const;
    const asks: Ask[] = [
      { kind: 'TERM_LIMIT', lead: 'P1', reviews: 2 },
      { kind: 'REST', lead: 'P1', reviews: 2, weeks: 3 },
      { kind: 'UNPIN', pin: 3 },
      { kind: 'TERM_LIMIT', lead: 'P1', reviews: 3, more: 2 },
      { kind: 'HOST_WINDOW', review: 'R1', slot },
    ];
    const table = new AskTable(
      {} as Problem,
      asks.map((ask) => ({ ask, cost: 1 })),
    );
    const about = [
      'TERM_LIMIT P1',
      'REST P1',
      'UNPIN 3',
      'HOST_WINDOW R1 2027-01-11 MON_WED',
      'REST P2',
    ];
    expect(about.map((subject) => table.about(subject))).toEqual([[0, 3], [1], [2], [4], []]);
  });
});

/** Asks that, granted alone, leave the rule nothing to refuse. */
function satisfying(
  of: Problem,
  { id: who }: Lead,
  { id: at }: Review,
  {
    rule,
    slot,
    role,
  }: { rule: string } & Pick<Parameters<typeof refusingRules>[0], 'slot' | 'role'>,
  asks: readonly PricedAsk[],
): number[] {
  return asks.flatMap(({ ask }, i) => {
    const granted = withAsks(of, [ask]);
    const lead = granted.leads.find(({ id }) => id === who) as Lead;
    const review = granted.reviews.find(({ id }) => id === at) as Review;
    const refusing = refusingRules({ ...seatingOf(granted, lead, review, slot), role });
    return refusing.has(rule) ? [] : [i];
  });
}
