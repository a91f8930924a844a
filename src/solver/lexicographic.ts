import { aims, valueOf, valuesIn } from './aims/aims.js';
import type { Aim } from './aims/aim.js';
import { type Incumbent, isBetter, type SolveHooks, type SolveProgress } from './incumbent.js';
import { EngineFault, type MilpEngine, type ShouldStop } from './milp/milp.js';
import { withTreeSearch } from './milp/tree-search.js';
import { withoutFixed } from './milp/without-fixed.js';
import { decode, type AllocationModel } from './model.js';
import type { AimName, AimResult } from './plan.js';
import type { SeatRow } from './problem.js';
import { RestrictedModel } from './restricted-model.js';
import { proveBound, restrictTo, type DualBound, type Restriction } from './restriction.js';
import { Propagation } from './propagation.js';
import { roundToPlan } from './rounding.js';
import { viewPlan } from './rules/plan-rule.js';
import { breachesIn } from './rules/plan-rules.js';

/** What is known before the solve begins. */
export interface SettledBefore {
  /** The first aims, where they have been proven already at the values of the plan at hand. */
  settled?: readonly AimResult[];
  /** Those among them that the model itself does not hold to their values. */
  rowsFor?: readonly AimName[];
  /**
   * Whether the model holds only part of the plans, perhaps not the one at hand: then it is solved only until nothing in
   * it can be better.
   */
  isPart?: boolean;
  /** Whether what is fixed is followed up before the engine is asked, and only what is open searched, by trees of our own. */
  followsUp?: boolean;
  /** Asked once all aims before one are proven: whether that is enough, and the solve ends. */
  isEnough?(next: Aim, incumbent: Incumbent): boolean;
}

/** Where a solve ended. */
export interface LexicographicResult {
  incumbent: Incumbent;
  aims: AimResult[];
  /** Simplex iterations spent. */
  work: number;
  /** Whether it was stopped before all was proven. */
  isStopped: boolean;
}

/** Where an engine's rounding may hide: how far from an integer a column may be. */
const INTEGRALITY_TOLERANCE = 1e-6;
/** Iterations to spend on a late aim before an early one, whose value is in doubt, is searched. */
const LATE_WORK = 10_000;

/** An aim taken to reach the bound of its relaxation, until a plan proves it or it turns out false. */
interface Assumption {
  aim: Aim;
  costs: Float64Array;
  /** What was left of the model before this aim, and after it if its cost is `bound`. */
  before: Restriction;
  after: Restriction;
  proof: DualBound | null;
  bound: number;
}

/**
 * Solves the aims one after another, each over the plans that are best in those before it
 * (`docs/model.md`, "Lexicographic solve"). The relaxation of an aim gives a bound and the face of
 * its best solutions; it is taken on trust that a plan reaches the bound, and the next aim is
 * relaxed over that face. A plan that reaches all the bounds proves them at once. Where there is
 * none, a search over the last face finds the best plan there or shows that an earlier bound is out
 * of reach, which is then searched in its turn.
 */
export class LexicographicSolve {
  private work = 0;
  private readonly proven: AimResult[] = [];
  private assumed: Assumption[] = [];
  private readonly restricted: RestrictedModel;
  private readonly propagation: Propagation | null;
  /** Nothing in the part that the model holds is as good as the best plan so far. */
  private isBeaten = false;
  /** A plan of the pinned reviews alone. */
  private readonly pinned: readonly SeatRow[];

  constructor(
    engine: MilpEngine,
    private readonly model: AllocationModel,
    private incumbent: Incumbent,
    private readonly hooks: SolveHooks,
    private readonly before: SettledBefore = {},
    /** The aims to settle, in their order: all, the first ones, or others that outrank all here. */
    private readonly pursued: readonly Aim[] = aims,
  ) {
    this.restricted = new RestrictedModel(
      before.followsUp ? withoutFixed(withTreeSearch(engine)) : engine,
      model.linear,
    );
    this.propagation = before.followsUp ? new Propagation(model.linear) : null;
    this.proven.push(...(before.settled ?? []));
    this.keepSettled(before.rowsFor ?? []);
    this.pinned = incumbent.rows;
  }

  /** Holds aims proven before to their values, by a row each. */
  private keepSettled(names: readonly AimName[]): void {
    const held = aims.filter(({ name }) => names.includes(name));
    const aimRows = held.flatMap((aim) => {
      const costs = this.model.costs(aim);
      return costs.some((cost) => cost !== 0) ? [{ costs, most: this.cost(aim) }] : [];
    });
    if (aimRows.length === 0 && !this.propagation) return;
    const restriction = { ...this.restricted.restriction, aimRows };
    this.propagation?.tighten(restriction);
    this.restricted.restrict(restriction);
  }

  /** Runs to the end, or until it is stopped. */
  run(): LexicographicResult {
    let isStopped = false;
    try {
      // Something to use, should the solve be stopped during its first relaxation.
      const first = this.pursued[0];
      if (first && !this.before.isPart)
        this.offer(this.rounded(new Float64Array(this.model.linear.columnCount)), first);
      while (this.proven.length < this.pursued.length && !this.isBeaten && !isStopped) {
        const next = this.pursued[this.proven.length + this.assumed.length];
        const isProvenSoFar = next && this.assumed.length === 0;
        if (isProvenSoFar && this.before.isEnough?.(next, this.incumbent)) break;
        isStopped = !(next ? this.relax(next) : this.searchBack());
        if (!isStopped) this.confirm();
      }
    } finally {
      this.restricted.dispose();
    }
    return { incumbent: this.incumbent, aims: this.results(), work: this.work, isStopped };
  }

  /** Bounds an aim and restricts the model to its optimal face; false when it was stopped. */
  private relax(aim: Aim): boolean {
    this.report(aim, 'started');
    const costs = this.model.costs(aim);
    const before = this.restricted.restriction;
    if (costs.every((cost) => cost === 0)) {
      this.assumed.push({ aim, costs, before, after: before, proof: null, bound: 0 });
      return true;
    }
    this.restricted.session.setCosts(costs);
    const relaxed = this.restricted.session.solveLinear(this.stopper());
    this.work += relaxed.work;
    if (relaxed.status === 'STOPPED') return false;
    // Only an assumption can have left nothing.
    if (relaxed.status === 'INFEASIBLE') return this.searchBack();

    const { linear } = this.model;
    const proof = proveBound(linear, before, costs, relaxed.rowDuals, relaxed.cost);
    const bound = proof ? Math.ceil(proof.bound / proof.scale) : -Infinity;
    this.offer(
      isIntegral(relaxed.values, linear.isInteger)
        ? decode(this.model, relaxed.values)
        : this.rounded(relaxed.values),
      aim,
    );
    const after = Number.isFinite(bound) ? this.within(bound, proof, before, costs) : before;
    this.assumed.push({ aim, costs, before, after, proof, bound });
    if (!Number.isFinite(bound)) return this.searchBack();
    this.restricted.restrict(after);
    return true;
  }

  /**
   * Searches the face before the last assumption; where nothing is left there, the one before it. A
   * late search that takes long gives way to the first assumption in doubt. False when stopped.
   */
  private searchBack(): boolean {
    for (;;) {
      const last = this.assumed.at(-1);
      if (!last && this.before.isPart) return (this.isBeaten = true);
      if (!last) throw new EngineFault('Nothing is left of the model although a plan is known.');
      const limit = this.assumed.length > 1 ? LATE_WORK : Infinity;
      const end = this.search(last, limit);
      if (end === 'STOPPED') return false;
      if (end === 'OPTIMAL') return this.settle(last);
      if (end === 'INFEASIBLE') this.assumed.pop();
      else return this.searchFirst();
    }
  }

  /** Settles the first assumption in doubt; later ones hold on if its bound is reached. */
  private searchFirst(): boolean {
    const first = this.assumed[0] as Assumption;
    const end = this.search(first, Infinity);
    if (end === 'STOPPED') return false;
    if (end === 'INFEASIBLE' && this.before.isPart) return (this.isBeaten = true);
    if (end !== 'OPTIMAL') throw new EngineFault(`No plan was found for ${first.aim.name}.`);
    if (this.cost(first.aim) > first.bound) {
      this.assumed = [first];
      return this.settle(first);
    }
    this.restricted.restrict((this.assumed.at(-1) as Assumption).after);
    return true;
  }

  /** Every assumption up to this one is proven, this one at the cost that was found. */
  private settle(last: Assumption): true {
    const { aim, proof, before, costs } = last;
    last.bound = this.cost(aim);
    last.after = this.within(last.bound, proof, before, costs);
    this.restricted.restrict(last.after);
    return true;
  }

  /** What is left of a restriction where an aim costs at most so much, and nothing that any plan needs is lost. */
  private within(
    most: number,
    proof: DualBound | null,
    before: Restriction,
    costs: Float64Array,
  ): Restriction {
    const after = restrictTo(most, proof, this.model.linear, before, costs);
    this.model.tighten?.(after);
    this.propagation?.tighten(after);
    return after;
  }

  /** What is left before an aim; where the incumbent is among it, no more than is as good as the incumbent. */
  private worthSearching(assumption: Assumption): Restriction {
    const { aim, costs, before, proof } = assumption;
    if (!proof || !this.propagation || assumption !== this.assumed[0]) return before;
    // A row for the aim beside the aim itself would only slow the search down.
    return { ...this.within(this.cost(aim), proof, before, costs), aimRows: before.aimRows };
  }

  private search(
    assumption: Assumption,
    limit: number,
  ): 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED' | 'LIMIT' {
    const { aim, costs, bound } = assumption;
    this.restricted.restrict(this.worthSearching(assumption));
    this.restricted.session.setCosts(costs);
    const stop = this.stopper();
    let isStopped = false;
    const searched = this.restricted.session.solveInteger((at) => {
      isStopped = stop(at);
      return isStopped || at.work > limit;
    });
    this.work += searched.work;
    if (searched.values) {
      const rows = decode(this.model, searched.values);
      if (searched.status === 'OPTIMAL') this.checkSettled(rows);
      this.offer(rows, aim);
    }
    if (searched.status !== 'STOPPED') return searched.status;
    const reached = searched.values !== null && this.cost(aim) <= bound;
    return reached ? 'OPTIMAL' : isStopped ? 'STOPPED' : 'LIMIT';
  }

  /** Moves the assumptions that the best plan so far reaches to what is proven. */
  private confirm(): void {
    for (let next = this.assumed[0]; next; next = this.assumed[0]) {
      if (this.cost(next.aim) > next.bound) return;
      if (this.cost(next.aim) < next.bound && this.before.isPart) this.isBeaten = true;
      if (this.isBeaten) return;
      this.assumed.shift();
      this.proven.push(this.result(next.aim, next.bound));
      this.report(next.aim, 'settled', next.bound);
    }
  }

  /** The aims pursued: those proven, the first in doubt with its bound, the rest with what is known anyway. */
  private results(): AimResult[] {
    const [doubtful] = this.assumed;
    return aims.map(
      (aim, i) => this.proven[i] ?? this.result(aim, doubtful?.aim === aim ? doubtful.bound : null),
    );
  }

  /** @throws EngineFault where the model let the best plan in it be worse in an aim that is settled: it may hide a better one */
  private checkSettled(rows: readonly SeatRow[]): void {
    const found = valueOf(this.model.problem, rows);
    for (const { aim, bound } of this.proven) {
      if (found.get(aim) === bound) continue;
      throw new EngineFault(`The engine gave a plan whose ${aim} is not what was settled.`);
    }
  }

  private rounded(shares: Float64Array): SeatRow[] {
    return roundToPlan(this.model, shares, this.pinned);
  }

  /** Keeps a solution when it is legal and better in the first aim in which it differs. */
  private offer(rows: SeatRow[], current: Aim): void {
    const plan = viewPlan(this.model.problem, rows);
    const candidate = { rows, values: valuesIn(plan) };
    if (!isBetter(candidate, this.incumbent, this.pursued)) return;
    const [breach] = breachesIn(plan);
    if (breach) {
      throw new EngineFault(`The engine gave a plan that breaks a rule: ${breach.sentence}`);
    }
    if (this.model.admits?.(rows) === false) return;
    this.incumbent = candidate;
    this.report(current, 'improved');
  }

  private cost(aim: Aim): number {
    return costOf(aim, this.model.problem, this.incumbent.values.get(aim.name) as number);
  }

  private result(aim: Aim, bound: number | null): AimResult {
    const { problem } = this.model;
    const trivial = aim.trivialBound(problem);
    const proven = bound === null ? trivial : valueAt(aim, problem, bound);
    return {
      aim: aim.name,
      value: this.incumbent.values.get(aim.name) as number,
      bound: aim.sense === 'MAX' ? Math.min(trivial, proven) : Math.max(trivial, proven),
    };
  }

  private stopper(): ShouldStop {
    const { hooks, work: spent } = this;
    const most = hooks.maxWork ?? Infinity;
    return ({ work }) => spent + work > most || (hooks.shouldStop?.() ?? false);
  }

  private report(aim: Aim, phase: SolveProgress['phase'], bound: number | null = null): void {
    const result = this.result(aim, bound);
    this.hooks.onProgress?.({ aim: aim.name, value: result.value, bound: result.bound, phase });
  }
}

/** An aim's value as the cost of the model's columns, and back: value = start ± cost. */
function costOf(aim: Aim, problem: AllocationModel['problem'], value: number): number {
  return aim.sense === 'MAX' ? aim.start(problem) - value : value - aim.start(problem);
}

function valueAt(aim: Aim, problem: AllocationModel['problem'], cost: number): number {
  return aim.sense === 'MAX' ? aim.start(problem) - cost : aim.start(problem) + cost;
}

function isIntegral(values: Float64Array, isInteger: Uint8Array): boolean {
  return values.every(
    (value, column) =>
      isInteger[column] === 0 || Math.abs(value - Math.round(value)) <= INTEGRALITY_TOLERANCE,
  );
}
