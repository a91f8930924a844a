import { beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import {
  checkedValues,
  led,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  WEEK_1,
} from '../../../test/solver/builders.js';
import {
  type Given,
  givenPlan,
  lossesByBruteForce,
  pricesOf,
} from '../../../test/solver/given-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem } from '../problem.js';
import { solve } from '../solve.js';
import { Alternatives, type Change, withChanges } from './alternatives.js';
import { afterMoves } from './moves.js';
import { PlanPrices } from './plan-prices.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const CASES = propertyCases(50);

function changeOf({ leads, reviews }: Problem): Arbitrary<Change[]> {
  const kinds: Arbitrary<Change>[] = [];
  if (leads.length > 0 && reviews.length > 0) {
    const lead = fc.constantFrom(...leads.map(({ id }) => id));
    const on = fc.constantFrom(...reviews.map(({ id }) => id));
    kinds.push(
      fc.record({ lead, review: on }).map((pin): Change => ({ kind: 'PIN', pin })),
      fc.record({ lead, review: on }).map((ban): Change => ({ kind: 'BAN', ban })),
      lead.map((gone): Change => ({ kind: 'GONE', person: gone })),
    );
  }
  return kinds.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...kinds), { maxLength: 2 });
}

const givenAndChanged = givenPlan().chain((given) =>
  fc.record({ given: fc.constant(given), changes: changeOf(given.problem) }),
);

describe('the price of a change', () => {
  const losses = (given: Given, changes: Change[]): number[] | null => {
    const found = pricesOf(given, engine).of(changes);
    return found.kind === 'IMPOSSIBLE' ? null : found.price.aims.map(({ loss }) => loss);
  };

  it(`is what trying every plan says it is, in ${CASES} tiny problems`, () => {
    fc.assert(
      fc.property(givenAndChanged, ({ given, changes }) => {
        expect(losses(given, changes)).toEqual(lossesByBruteForce(given, changes));
      }),
      { numRuns: CASES, seed: 1 },
    );
  });

  it('is what the general engine says when it solves the changed problem anew', () => {
    fc.assert(
      fc.property(givenAndChanged, ({ given, changes }) => {
        const cold = solve(withChanges(given.problem, changes), engine, {}, 'milp');
        const before = checkedValues(given.problem, given.rows);
        const expected = cold.aims.map(({ aim, value }, index) => {
          const [was, is] = [before[index] ?? 0, value ?? 0];
          return aim === 'coverage' || aim === 'shadowing' ? was - is : is - was;
        });
        expect(losses(given, changes)).toEqual(cold.status === 'INFEASIBLE' ? null : expected);
      }),
      { numRuns: propertyCases(25), seed: 2 },
    );
  });

  it('comes with a plan that has it, keeps every rule and what was asked', () => {
    fc.assert(
      fc.property(givenAndChanged, ({ given, changes }) => {
        const found = pricesOf(given, engine).of(changes);
        if (found.kind === 'IMPOSSIBLE') return;
        const changed = withChanges(given.problem, changes);
        const rows = afterMoves(given.rows, found.moves);
        expect(seatFaultsOf(changed, rows)).toEqual([]);
        expect(found.price.aims.map(({ alternative }) => alternative)).toEqual(
          checkedValues(changed, rows),
        );
      }),
      { numRuns: propertyCases(30), seed: 3 },
    );
  });
});

describe('a given plan', () => {
  const of = problem({ leads: [person('Ada'), person('Ben')], reviews: [review('R1')] });

  it('that is proven costs nothing where it keeps what is asked, and moves nobody', () => {
    const prices = pricesOf(
      { problem: of, rows: [led('R1', 'Ben', WEEK_1)], isProven: true },
      engine,
    );
    const found = prices.of([{ kind: 'PIN', pin: { review: 'R1', lead: 'Ben' } }]);
    expect(found).toMatchObject({
      price: { verdict: 'NOTHING' },
      moves: { reviews: [] },
      isProven: true,
    });
  });

  it('has prices that say whether they are proven', () => {
    const alternatives = new Alternatives(of, engine);
    const rows = [row('R1')];
    const given = new PlanPrices(alternatives, { rows, isProven: false });
    expect(given.best()).toMatchObject({ isProven: true });
    const stopped = new Alternatives(of, engine, { shouldStop: () => true });
    expect(new PlanPrices(stopped, { rows, isProven: false }).best()).toMatchObject({
      isProven: false,
    });
  });

  it('tells pins that were asked for from those of the problem', () => {
    const pins = [
      { review: 'R1', lead: 'Ada' },
      { review: 'R1', week: WEEK_1, window: 'MON_WED' as const },
    ];
    const pinned = { ...of, pins };
    const asked = { review: 'R1', lead: 'Ben' };
    const prices = pricesOf(
      { problem: pinned, rows: [led('R1', 'Ada', WEEK_1)], isProven: true },
      engine,
    );
    expect(prices.of([{ kind: 'PIN', pin: asked }])).toMatchObject({
      kind: 'IMPOSSIBLE',
      conflict: [
        { pin: pins[0], isAsked: false },
        { pin: asked, isAsked: true },
      ],
    });
    expect(prices.of([{ kind: 'BAN', ban: { lead: 'Ada' } }])).toMatchObject({
      kind: 'IMPOSSIBLE',
      conflict: [{ pin: pins[0], isAsked: false }],
    });
  });

  it('that is not the best has a gain for a price', () => {
    const prices = pricesOf({ problem: of, rows: [row('R1')], isProven: false }, engine);
    expect(prices.best()).toMatchObject({
      kind: 'PRICED',
      price: { verdict: 'GAIN', firstAim: 'coverage' },
      moves: { reviews: [{ review: 'R1', differs: ['LEAD', 'SLOT'] }] },
    });
  });

  it('may break rules, says which, and is then not taken for the best', () => {
    const rows = [led('R1', 'Nobody', WEEK_1)];
    const prices = pricesOf({ problem: of, rows, isProven: true }, engine);
    expect(prices.breaches).toHaveLength(1);
    const ban: Change = { kind: 'BAN', ban: { lead: 'Ada', review: 'R1' } };
    expect(prices.of([ban])).toMatchObject({ moves: { people: ['Ben', 'Nobody'] } });
  });

  it('need not name every review, nor in order', () => {
    const two = { ...of, reviews: [review('R1'), review('R2')] };
    const prices = pricesOf(
      { problem: two, rows: [led('R2', 'Ada', WEEK_1)], isProven: false },
      engine,
    );
    expect(prices.rows.map(({ review: id, lead }) => [id, lead])).toEqual([
      ['R1', null],
      ['R2', 'Ada'],
    ]);
  });
});

describe('what cannot be', () => {
  it('names the pins that stand against it, and what was asked', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [review('R1')],
      pins: [{ review: 'R1', lead: 'Ada' }],
    });
    const given = { problem: of, rows: [led('R1', 'Ada', WEEK_1)], isProven: true };
    const found = pricesOf(given, engine).of([{ kind: 'PIN', pin: { review: 'R1', lead: 'Ben' } }]);
    expect(found).toMatchObject({
      kind: 'IMPOSSIBLE',
      conflict: [
        { pin: { lead: 'Ada' }, isAsked: false },
        { pin: { lead: 'Ben' }, isAsked: true },
      ],
    });
  });

  it('says so of a price that was stopped before it was proven', () => {
    const of = problem({ leads: [person('Ada')], reviews: [review('R1')] });
    const stopped = new Alternatives(of, engine, { shouldStop: () => true });
    const prices = new PlanPrices(stopped, { rows: [], isProven: false });
    expect(prices.best()).toMatchObject({ isProven: false });
  });
});
