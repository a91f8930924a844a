/**
 * What the solver asks of a mixed-integer programming engine, and no more: a sparse model, bounds
 * and costs that change between solves, and cooperative interruption.
 */

/** Rows are stored one after another: row i has entries starts[i] … starts[i + 1]. */
export interface LinearModel {
  columnCount: number;
  rowCount: number;
  columnLower: Float64Array;
  columnUpper: Float64Array;
  /** 1 where the column must be an integer in `solveInteger`. */
  isInteger: Uint8Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
}

/** Returns true when the engine should stop; called often, must be quick. */
export type ShouldStop = (progress: EngineProgress) => boolean;

export interface EngineProgress {
  /** Simplex iterations of this solve so far: the deterministic unit of work. */
  work: number;
  /** The best known solution's cost and the proven lower bound, once there are any. */
  incumbent?: number;
  bound?: number;
}

export interface LinearResult {
  status: 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED';
  values: Float64Array;
  /** Multipliers of the rows; may be off by rounding, so bounds are recomputed exactly. */
  rowDuals: Float64Array;
  cost: number;
  work: number;
}

export interface IntegerResult {
  status: 'OPTIMAL' | 'INFEASIBLE' | 'STOPPED';
  /** The best solution found; null when there is none. */
  values: Float64Array | null;
  /** No solution costs less than this. */
  bound: number;
  work: number;
}

/** One model held by the engine. Columns are minimised. */
export interface MilpSession {
  setCosts(costs: Float64Array): void;
  setColumnBounds(lower: Float64Array, upper: Float64Array): void;
  /** Bounds of the rows the model was opened with; rows added later keep theirs. */
  setRowBounds(lower: Float64Array, upper: Float64Array): void;
  addRow(lower: number, upper: number, indices: Int32Array, values: Float64Array): void;
  /** Solves with every column continuous. */
  solveLinear(shouldStop: ShouldStop): LinearResult;
  /** As `solveLinear`, from where the last one ended: sooner where only bounds of columns are others since. */
  resolveLinear(shouldStop: ShouldStop): LinearResult;
  /** Solves with the integer columns integer. Costs must be integers. */
  solveInteger(shouldStop: ShouldStop): IntegerResult;
  dispose(): void;
}

export interface MilpEngine {
  /** Name and version, stored with each run. */
  readonly version: string;
  open(model: LinearModel): MilpSession;
}

/** The engine did something that no correct engine does; its answer was not used. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';
}
