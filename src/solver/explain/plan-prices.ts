import { valueOf } from '../aims/aims.js';
import { emptyRows } from '../empty-rows.js';
import { type AimName, type Solution } from '../plan.js';
import type { Pin, Problem, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { type Alternatives, type Change, withChanges } from './alternatives.js';
import { withFewMoves } from './few-moves.js';
import { type Moves, movesBetween } from './moves.js';
import { type AimValues, type Price, priceOf } from './price.js';

/** The best plan with something changed, against the given plan. */
export interface PricedPlan {
  kind: 'PRICED';
  /** Exact, unless `isProven` is false: then a better plan may exist, and the price is at most this. */
  price: Price;
  isProven: boolean;
  /**
   * What differs from the given plan in a plan of this price. There may be others as good; this one was chosen to keep
   * much of the given plan.
   */
  moves: Moves;
}

/** Pins that cannot hold together with what was asked for. */
export interface NoSuchPlan {
  kind: 'IMPOSSIBLE';
  /** A smallest set of pins that cannot hold together; `isAsked`: what was asked for, not a pin of the problem. */
  conflict: { pin: Pin; isAsked: boolean; rules: string[] }[];
}

export type Alternative = PricedPlan | NoSuchPlan;

/** The plan that prices are measured from. */
export interface GivenPlan {
  rows: readonly SeatRow[];
  /** Whether it was proven that no plan serves the aims better: then no solve is needed to know it. */
  isProven: boolean;
}

/**
 * What changes cost a given plan, which may be proven best, stopped early or made by hand. The price of a change is the
 * difference between the values of the given plan and those of the best plan of the changed problem; where the given
 * plan is not best it may be a gain.
 */
export class PlanPrices {
  /** In the problem's order; a review that the plan does not name has no lead. */
  readonly rows: readonly SeatRow[];
  readonly values: AimValues;
  /** Every way in which the given plan breaks a rule, each a sentence. */
  readonly breaches: readonly string[];
  private readonly isProven: boolean;

  constructor(
    private readonly alternatives: Alternatives,
    given: GivenPlan,
  ) {
    const named = new Map(given.rows.map((row) => [row.review, row]));
    this.rows = emptyRows(this.problem).map((row) => named.get(row.review) ?? row);
    this.values = valueOf(this.problem, this.rows);
    this.breaches = breachesOf(this.problem, this.rows);
    this.isProven = given.isProven;
  }

  get problem(): Problem {
    return this.alternatives.problem;
  }

  /** The best plan with nothing changed: its price is nothing where the given plan is best. */
  best(): Alternative {
    return this.of([]);
  }

  /**
   * The best plan with all these changes.
   *
   * @throws EngineFault as `solve`
   */
  of(changes: readonly Change[]): Alternative {
    const problem = withChanges(this.problem, changes);
    if (
      this.isProven &&
      changes.every(onlyRestricts) &&
      breachesOf(problem, this.rows).length === 0
    )
      return this.priced(this.rows, this.values, true);
    const found = this.alternatives.with(changes);
    if (found.status === 'INFEASIBLE') return noSuchPlan(problem, changes, found);
    const values = new Map(found.aims.map(({ aim, value }) => [aim, value ?? 0]));
    const rows = withFewMoves(problem, this.rows, found.reviews);
    return this.priced(rows, values, found.status === 'OPTIMAL');
  }

  private priced(
    rows: readonly SeatRow[],
    values: ReadonlyMap<AimName, number>,
    isProven: boolean,
  ): PricedPlan {
    const price = priceOf(this.values, values);
    return { kind: 'PRICED', price, isProven, moves: movesBetween(this.rows, rows) };
  }
}

/** A plan that is best and keeps what a change asks for besides is best among those that keep it. */
function onlyRestricts({ kind }: Change): boolean {
  return kind === 'PIN' || kind === 'BAN';
}

function noSuchPlan(problem: Problem, changes: readonly Change[], found: Solution): NoSuchPlan {
  const asked = new Set(changes.flatMap((each) => (each.kind === 'PIN' ? [each.pin] : [])));
  return {
    kind: 'IMPOSSIBLE',
    conflict: found.conflict.flatMap(({ pin: index, rules }) => {
      const pin = problem.pins[index];
      return pin === undefined ? [] : [{ pin, isAsked: asked.has(pin), rules }];
    }),
  };
}
