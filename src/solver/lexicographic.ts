import { aims, valueOf } from './aims/aims.js';
import type { Aim } from './aims/aim.js';
import {
  EngineFault,
  type EngineProgress,
  type MilpEngine,
  type MilpSession,
  type ShouldStop,
} from './milp/milp.js';
import { decode, type AllocationModel } from './model.js';
import type { AimName, AimResult } from './plan.js';
import type { SeatRow } from './problem.js';
import { proveBound, restrictTo, unrestricted, type Restriction } from './restriction.js';
import { breachesOf } from './rules/plan-rules.js';

/** How far a solve has come, in the terms of an aim. */
export interface SolveProgress {
  aim: AimName;
  /** Of the best plan so far. */
  value: number | null;
  bound: number | null;
  phase: 'started' | 'improved' | 'settled';
}

export interface SolveHooks {
  onProgress?(progress: SolveProgress): void;
  /** Asked often while solving; true ends the solve with the best plan so far. */
  shouldStop?(): boolean;
  /** Most simplex iterations to spend: a limit that does not depend on the machine. */
  maxWork?: number;
}

/** A legal plan with the value of each of its aims. */
export interface Incumbent {
  rows: SeatRow[];
  values: ReadonlyMap<AimName, number>;
}

/** Where an engine's rounding may hide: how far from an integer a column may be. */
const INTEGRALITY_TOLERANCE = 1e-6;
/** How far an aim row is relaxed for the engine; costs are integers, so nothing is let through. */
const AIM_ROW_SLACK = 1e-4;
/** Iterations to spend on finding an integer point of an optimal face before the whole is searched. */
const FACE_WORK = 20_000;

/**
 * Solves the aims one after another, each over the plans that are best in those before it
 * (`docs/model.md`, "Lexicographic solve"): a linear relaxation gives a bound and the optimal face,
 * an integer point of that face proves the value; where there is none, a search closes the gap.
 */
export class LexicographicSolve {
  private restriction: Restriction;
  private work = 0;
  private readonly results: AimResult[] = [];
  private session: MilpSession;

  constructor(
    private readonly engine: MilpEngine,
    private readonly model: AllocationModel,
    private incumbent: Incumbent,
    private readonly hooks: SolveHooks,
  ) {
    this.restriction = unrestricted(model.linear);
    this.session = engine.open(model.linear);
  }

  /** Runs to the end, or until it is stopped. */
  run(): { incumbent: Incumbent; aims: AimResult[] } {
    try {
      for (const aim of aims) if (!this.settle(aim)) break;
    } finally {
      this.session.dispose();
    }
    const rest = aims.slice(this.results.length).map((aim) => this.result(aim, null));
    return { incumbent: this.incumbent, aims: [...this.results, ...rest] };
  }

  /** Settles one aim; false when it was stopped before the aim was proven. */
  private settle(aim: Aim): boolean {
    const costs = this.model.costs.get(aim.name) as Float64Array;
    this.report(aim, 'started', null);
    this.session.setCosts(costs);
    const relaxed = this.session.solveLinear(this.stopper());
    this.work += relaxed.work;
    if (relaxed.status === 'STOPPED') return this.stopped(aim, null);
    if (relaxed.status === 'INFEASIBLE') {
      throw new EngineFault(
        `The relaxation of ${aim.name} has no solution although a plan is known.`,
      );
    }

    const { linear } = this.model;
    const proof = proveBound(linear, this.restriction, costs, relaxed.rowDuals, relaxed.cost);
    const bound = proof ? Math.ceil(proof.bound / proof.scale) : -Infinity;
    if (isIntegral(relaxed.values, linear.isInteger)) this.offer(relaxed.values, aim);
    if (this.cost(aim) <= bound || !this.searchFace(aim, costs, bound, proof)) {
      const end = this.cost(aim) <= bound ? null : this.searchAll(aim, bound);
      if (end !== null) return this.stopped(aim, end);
      this.restrict(restrictTo(this.cost(aim), proof, linear, this.restriction, costs));
    }
    const best = this.cost(aim);
    this.results.push(this.result(aim, best));
    this.report(aim, 'settled', best);
    return true;
  }

  /**
   * Looks for an integer point among the solutions that cost no more than the bound. When there is
   * one the model stays restricted to them, else it is as before.
   */
  private searchFace(
    aim: Aim,
    costs: Float64Array,
    bound: number,
    proof: ReturnType<typeof proveBound>,
  ): boolean {
    if (!Number.isFinite(bound)) return false;
    const before = this.restriction;
    this.restrict(restrictTo(bound, proof, this.model.linear, before, costs));
    this.session.setCosts(new Float64Array(costs.length));
    const stop = this.stopper();
    const found = this.session.solveInteger((at) => at.work > FACE_WORK || stop(at));
    this.work += found.work;
    if (found.values) this.offer(found.values, aim);
    if (this.cost(aim) <= bound) return true;
    this.restrict(before);
    this.session.setCosts(costs);
    return false;
  }

  /** Searches all that is left; the bound when it was stopped, null when the aim is proven. */
  private searchAll(aim: Aim, bound: number): number | null {
    const stop = this.stopper();
    const searched = this.session.solveInteger((at) => {
      this.reportSearch(aim, at);
      return stop(at);
    });
    this.work += searched.work;
    if (searched.values) this.offer(searched.values, aim);
    const proven = Math.max(bound, Math.ceil(searched.bound - INTEGRALITY_TOLERANCE));
    if (searched.status === 'STOPPED' && this.cost(aim) > proven) return proven;
    if (searched.status === 'INFEASIBLE') {
      throw new EngineFault(`The search for ${aim.name} found no plan although one is known.`);
    }
    return null;
  }

  /** Keeps a solution when it is legal and better in the first aim in which it differs. */
  private offer(values: Float64Array, current: Aim): void {
    const rows = decode(this.model, values);
    const breaches = breachesOf(this.model.problem, rows);
    if (breaches.length > 0) {
      throw new EngineFault(`The engine gave a plan that breaks a rule: ${breaches[0] ?? ''}`);
    }
    const candidate = { rows, values: valueOf(this.model.problem, rows) };
    if (!isBetter(candidate, this.incumbent)) return;
    this.incumbent = candidate;
    this.report(current, 'improved', null);
  }

  private restrict(next: Restriction): void {
    const added = next.aimRows.slice(this.restriction.aimRows.length);
    const shrunk = next.aimRows.length < this.restriction.aimRows.length;
    this.restriction = next;
    if (shrunk) {
      this.session.dispose();
      this.session = this.engine.open(this.model.linear);
    }
    this.session.setColumnBounds(next.columnLower, next.columnUpper);
    this.session.setRowBounds(next.rowLower, next.rowUpper);
    for (const row of shrunk ? next.aimRows : added) {
      const indices = Int32Array.from(nonZeros(row.costs));
      const values = Float64Array.from(indices, (column) => row.costs[column] as number);
      this.session.addRow(-Infinity, row.most + AIM_ROW_SLACK, indices, values);
    }
  }

  private cost(aim: Aim): number {
    return costOf(aim, this.model.problem, this.incumbent.values.get(aim.name) as number);
  }

  private stopped(aim: Aim, bound: number | null): false {
    this.results.push(this.result(aim, bound));
    return false;
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

  private report(aim: Aim, phase: SolveProgress['phase'], bound: number | null): void {
    const { value, bound: known } = this.result(aim, bound);
    this.hooks.onProgress?.({ aim: aim.name, value, bound: known, phase });
  }

  private reportSearch(aim: Aim, { bound }: EngineProgress): void {
    if (bound === undefined || !Number.isFinite(bound)) return;
    this.report(aim, 'improved', Math.ceil(bound - INTEGRALITY_TOLERANCE));
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

function isBetter(a: Incumbent, b: Incumbent): boolean {
  for (const aim of aims) {
    const difference = (a.values.get(aim.name) as number) - (b.values.get(aim.name) as number);
    if (difference !== 0) return aim.sense === 'MAX' ? difference > 0 : difference < 0;
  }
  return false;
}

function nonZeros(costs: Float64Array): number[] {
  return [...costs.keys()].filter((column) => costs[column] !== 0);
}
