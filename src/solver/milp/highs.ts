import type { Highs, HighsCallbackMap, IndexSelection, InitOptions, Model } from 'highs';
import * as highsModule from 'highs';
import {
  EngineFault,
  type IntegerResult,
  type LinearModel,
  type LinearResult,
  type MilpEngine,
  type MilpSession,
  type ShouldStop,
} from './milp.js';

/** Exact and repeatable: a fixed seed, no wall clock, no gap accepted (the build has one thread). */
const options = {
  output_flag: false,
  // Presolve of 1.15.3 is not to be trusted with integers: of some 50,000 tiny models it called two
  // infeasible that were not, and broke off or never ended on two. Without it the solves are as fast.
  presolve: 'off',
  mip_rel_gap: 0,
  // Costs are integers, so a solution within less than 1 of the bound is optimal.
  mip_abs_gap: 0.5,
  mip_feasibility_tolerance: 1e-7,
} as const;

/**
 * Ways to solve, each tried where the one before ends without an answer, about once in 20,000 tiny
 * models: dual simplex, primal simplex, another seed as well.
 */
const ways = [
  { simplex_strategy: 0, random_seed: 0 },
  { simplex_strategy: 4, random_seed: 0 },
  { simplex_strategy: 4, random_seed: 1 },
];

/**
 * Loads HiGHS, compiled to WebAssembly. A solve blocks its thread, and memory that a model took is
 * reused but never given back: use a worker thread that can be thrown away.
 */
export async function loadHighs(): Promise<MilpEngine> {
  // The package's types describe its CommonJS entry; under ESM the loader is the default export.
  const load = highsModule.default as unknown as (options?: InitOptions) => Promise<Highs>;
  const highs = await load();
  return {
    version: 'HiGHS 1.15.3',
    open: (model) => new HighsSession(highs, model),
  };
}

class HighsSession implements MilpSession {
  private readonly model: Model;
  private readonly columns: IndexSelection;
  private readonly rows: IndexSelection;
  private readonly integrality: Int32Array;
  private isInteger = false;

  constructor(
    private readonly highs: Highs,
    linear: LinearModel,
  ) {
    this.columns = { kind: 'range', from: 0, to: linear.columnCount - 1 };
    this.rows = { kind: 'range', from: 0, to: linear.rowCount - 1 };
    this.integrality = Int32Array.from(linear.isInteger);
    this.model = highs.createModel({
      numCols: linear.columnCount,
      numRows: linear.rowCount,
      colCost: new Float64Array(linear.columnCount),
      colLower: linear.columnLower,
      colUpper: linear.columnUpper,
      rowLower: linear.rowLower,
      rowUpper: linear.rowUpper,
      matrix: {
        format: 'csr',
        numRows: linear.rowCount,
        numCols: linear.columnCount,
        starts: linear.starts,
        indices: linear.indices,
        values: linear.values,
      },
    });
    this.model.options.set(options);
  }

  setCosts(costs: Float64Array): void {
    this.model.changeColsCost(this.columns, costs);
  }

  setColumnBounds(lower: Float64Array, upper: Float64Array): void {
    this.model.changeColsBounds(this.columns, lower, upper);
  }

  setRowBounds(lower: Float64Array, upper: Float64Array): void {
    // The library refuses an empty range of rows.
    if (lower.length === 0) return;
    this.model.changeRowsBounds(this.rows, lower, upper);
  }

  addRow(lower: number, upper: number, indices: Int32Array, values: Float64Array): void {
    this.model.addRow(lower, upper, { indices, values });
  }

  solveLinear(shouldStop: ShouldStop): LinearResult {
    // From the basis of the aim before, HiGHS needs many times as long as from a fresh start.
    this.model.clearSolver();
    return this.resolveLinear(shouldStop);
  }

  resolveLinear(shouldStop: ShouldStop): LinearResult {
    if (this.isInteger) this.model.clearIntegrality();
    this.isInteger = false;
    const { simplexInterrupt } = this.highs.constants.callbackType;
    this.run({
      [simplexInterrupt]: (event) => {
        if (shouldStop({ work: event.data.simplex_iteration_count ?? 0 })) event.interrupt();
      },
    });
    const status = this.status();
    const solution = this.model.getSolution();
    return {
      status,
      values: solution.colValue,
      rowDuals: solution.rowDual,
      cost: status === 'OPTIMAL' ? this.model.getObjectiveValue() : NaN,
      work: Number(this.model.info.get('simplex_iteration_count')),
    };
  }

  solveInteger(shouldStop: ShouldStop): IntegerResult {
    this.model.changeColsIntegrality(this.columns, this.integrality);
    this.isInteger = true;
    let work = 0;
    let best: Float64Array | null = null;
    let bound = -Infinity;
    const { mipInterrupt, mipImprovingSolution } = this.highs.constants.callbackType;
    this.run({
      [mipImprovingSolution]: ({ data }) => {
        best = data.mip_solution ?? best;
      },
      [mipInterrupt]: (event) => {
        const { data } = event;
        work = Number(data.mip_total_lp_iterations ?? 0n);
        bound = data.mip_dual_bound ?? bound;
        const incumbent = data.mip_primal_bound;
        const known = incumbent !== undefined && Number.isFinite(incumbent) ? { incumbent } : {};
        if (shouldStop({ work, bound, ...known })) event.interrupt();
      },
    });
    const status = this.status();
    if (status === 'OPTIMAL') {
      return {
        status,
        values: this.model.getSolution().colValue,
        bound: this.model.getObjectiveValue(),
        work,
      };
    }
    return { status, values: best, bound, work };
  }

  dispose(): void {
    this.model.dispose();
  }

  /** Runs, and again by other ways where HiGHS gives up or does not know how it ended. */
  private run(callbacks: HighsCallbackMap): void {
    const { solveError, unknown } = this.highs.constants.modelStatus;
    for (const way of ways) {
      this.model.options.set(way);
      const fault = faultOf(() => this.model.run(callbacks));
      const status = this.model.getModelStatus();
      if (fault && status !== solveError) throw fault;
      if (status !== solveError && status !== unknown) return;
      this.model.clearSolver();
    }
    throw new EngineFault('HiGHS gave up on a model in every way there is.');
  }

  private status(): 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED' {
    const { modelStatus } = this.highs.constants;
    const status = this.model.getModelStatus();
    switch (status) {
      case modelStatus.optimal:
      case modelStatus.empty:
        return 'OPTIMAL';
      // Every column is bounded, so this can only mean that there is no solution.
      case modelStatus.infeasible:
      case modelStatus.unboundedOrInfeasible:
        return 'INFEASIBLE';
      case modelStatus.interrupted:
        return 'STOPPED';
      default:
        throw new EngineFault(`HiGHS ended with model status ${status}.`);
    }
  }
}

/** The error that an action throws, if it does. */
function faultOf(action: () => unknown): Error | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
