import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { subsets } from '../../../test/solver/subsets.js';
import type { Problem, Review, SeatRow, Slot } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import type { AskAnswer } from './ask-model.js';
import { asksConsidered } from './considered-asks.js';
import { type PricedAsk, withAsks } from './cost-of-asking.js';
import { directSets } from './direct-asks.js';
import { slotsOf } from './facts.js';

const CASES = propertyCases(250);
/** More asks than this, and trying all their sets takes too long. */
const MOST_ASKS = 14;

const keyOf = (asks: readonly PricedAsk[]): string =>
  asks
    .map(({ ask }) => JSON.stringify(ask))
    .sort()
    .join();
const costOf = (asks: readonly PricedAsk[]): number =>
  asks.reduce((sum, { cost }) => sum + cost, 0);
const granted = (of: Problem, asks: readonly PricedAsk[]): Problem =>
  withAsks(
    of,
    asks.map(({ ask }) => ask),
  );

interface Question {
  of: Problem;
  rows: SeatRow[];
  wanted: Review;
  asks: PricedAsk[];
}

/** Small problems with a best plan that leaves a review without a lead, and the asks for it. */
function eachQuestion(look: (question: Question) => void): void {
  let cases = 0;
  fc.assert(
    fc.property(tinyProblem({ people: 3, reviews: 3, weeks: 2 }), (of) => {
      const best = bruteForce(of);
      if (best.status !== 'OPTIMAL') return;
      for (const { review: id } of best.rows.filter(({ lead }) => lead === null)) {
        const wanted = of.reviews.find((each) => each.id === id) as Review;
        const asks = asksConsidered(of, best.rows, wanted).filter(
          ({ ask }) => ask.kind !== 'UNPIN',
        );
        if (asks.length > MOST_ASKS) continue;
        cases++;
        look({ of, rows: best.rows, wanted, asks });
      }
    }),
    { numRuns: CASES, seed: 20270111 },
  );
  expect(cases).toBeGreaterThan(CASES / 5);
}

describe('asks with which somebody simply joins the plan', () => {
  it.each([1, 2, 3])(
    'are the cheapest such sets of up to %d, each with the plan it gives',
    (together) => {
      let found = 0;
      eachQuestion(({ of, rows, wanted, asks }) => {
        const expected = triedAll({ of, rows, wanted, asks }, together);
        for (const sets of [1, 100]) {
          const told = directSets(of, rows, wanted, asks, { sets, together });
          expect(told.map(({ cost }) => cost)).toEqual(expected.slice(0, sets));
          found += told.length;
          for (const each of told) expectJoined({ of, rows, wanted, asks }, each);
        }
      });
      expect(found).toBeGreaterThan(CASES / 10);
    },
  );

  it('hold only what may be asked', () => {
    eachQuestion(({ of, rows, wanted, asks }) => {
      const all = directSets(of, rows, wanted, asks, { sets: 100, together: 3 });
      const [first] = all[0]?.asks ?? [];
      if (first === undefined) return;
      const fewer = asks.filter((each) => each !== first);
      const told = directSets(of, rows, wanted, fewer, { sets: 100, together: 3 });
      const without = all.filter((each) => !each.asks.includes(first));
      expect(told.map((each) => keyOf(each.asks))).toEqual(without.map((each) => keyOf(each.asks)));
    });
  });
});

/** The plan with the asks keeps every rule, and differs from the one before by who joined. */
function expectJoined({ of, rows, wanted }: Question, { asks, cost, rows: then }: AskAnswer): void {
  expect(cost).toBe(costOf(asks));
  expect(breachesOf(granted(of, asks), then)).toEqual([]);
  const joined = then.find(({ review }) => review === wanted.id);
  expect(joined?.lead).toBeTruthy();
  expect(then.filter((row) => row !== joined)).toEqual(
    rows.filter(({ review }) => review !== wanted.id),
  );
}

/** What the cheapest sets cost with which somebody may join in a slot, one for each person and slot, each set once. */
function triedAll({ of, rows, wanted, asks }: Question, together: number): number[] {
  const sets = subsets(asks, together).sort((a, b) => costOf(a) - costOf(b));
  const found = new Map<string, number>();
  for (const { id, roles } of of.leads) {
    if (!roles.includes('LEAD')) continue;
    for (const slot of slotsOf(of)) {
      const then = joinedBy(id, slot, rows, wanted);
      const enough = sets.find((set) => breachesOf(granted(of, set), then).length === 0);
      if (enough !== undefined) found.set(keyOf(enough), costOf(enough));
    }
  }
  return [...found.values()].sort((a, b) => a - b);
}

function joinedBy(lead: string, slot: Slot, rows: readonly SeatRow[], wanted: Review): SeatRow[] {
  const row = { review: wanted.id, ...slot, lead, qualityAssurer: null, shadow: null };
  return rows.map((each) => (each.review === wanted.id ? row : each));
}
