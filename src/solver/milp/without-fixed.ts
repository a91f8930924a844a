import type {
  IntegerResult,
  LinearModel,
  LinearResult,
  MilpEngine,
  MilpSession,
  ShouldStop,
} from './milp.js';

/**
 * An engine that is given only what is open of a model: columns whose bounds are equal are left out, with what they
 * contribute to rows and costs taken into account, and so are rows of such columns alone. The same answers, sooner where much
 * of a model is fixed; each solve begins afresh.
 */
export function withoutFixed(engine: MilpEngine): MilpEngine {
  return { version: engine.version, open: (model) => new OpenPartSession(engine, model) };
}

/** Rows have integer activities, so nothing is let through. */
const SLACK = 1e-3;

interface AddedRow {
  lower: number;
  upper: number;
  indices: Int32Array;
  values: Float64Array;
}

/** The columns and rows of the model that are solved, by their numbers in it. */
interface OpenPart {
  session: MilpSession;
  columns: Int32Array;
  rows: Int32Array;
  costOfRest: number;
}

class OpenPartSession implements MilpSession {
  private costs: Float64Array;
  private columnLower: Float64Array;
  private columnUpper: Float64Array;
  private rowLower: Float64Array;
  private rowUpper: Float64Array;
  private readonly added: AddedRow[] = [];

  constructor(
    private readonly engine: MilpEngine,
    private readonly model: LinearModel,
  ) {
    this.costs = new Float64Array(model.columnCount);
    this.columnLower = model.columnLower;
    this.columnUpper = model.columnUpper;
    this.rowLower = model.rowLower;
    this.rowUpper = model.rowUpper;
  }

  setCosts(costs: Float64Array): void {
    this.costs = costs;
  }

  setColumnBounds(lower: Float64Array, upper: Float64Array): void {
    [this.columnLower, this.columnUpper] = [lower, upper];
  }

  setRowBounds(lower: Float64Array, upper: Float64Array): void {
    [this.rowLower, this.rowUpper] = [lower, upper];
  }

  addRow(lower: number, upper: number, indices: Int32Array, values: Float64Array): void {
    this.added.push({ lower, upper, indices, values });
  }

  solveLinear(shouldStop: ShouldStop): LinearResult {
    const none = { values: this.columnLower, rowDuals: new Float64Array(), cost: NaN };
    return this.onOpenPart({ ...none, status: 'INFEASIBLE', work: 0 }, (part) => {
      const found = part.session.solveLinear(({ work }) => shouldStop({ work }));
      const rowDuals = new Float64Array(this.model.rowCount + this.added.length);
      part.rows.forEach((row, i) => (rowDuals[row] = found.rowDuals[i] ?? 0));
      return {
        ...found,
        rowDuals,
        values: this.whole(part, found.values),
        cost: found.cost + part.costOfRest,
      };
    });
  }

  /** The open part may be another: begins afresh. */
  resolveLinear(shouldStop: ShouldStop): LinearResult {
    return this.solveLinear(shouldStop);
  }

  solveInteger(shouldStop: ShouldStop): IntegerResult {
    const none = { values: null, bound: Infinity, work: 0 };
    return this.onOpenPart({ ...none, status: 'INFEASIBLE' }, (part) => {
      const found = part.session.solveInteger(({ work }) => shouldStop({ work }));
      const values = found.values && this.whole(part, found.values);
      return { ...found, values, bound: found.bound + part.costOfRest };
    });
  }

  dispose(): void {
    this.added.length = 0;
  }

  /** @param broken the result where bounds or what is fixed already break a row */
  private onOpenPart<Result>(broken: Result, solve: (part: OpenPart) => Result): Result {
    const part = this.openPart();
    if (!part) return broken;
    try {
      return solve(part);
    } finally {
      part.session.dispose();
    }
  }

  /** Null where nothing can hold. */
  private openPart(): OpenPart | null {
    const { columnLower, columnUpper, model } = this;
    if (columnLower.some((lower, column) => lower > (columnUpper[column] as number))) return null;
    const columns = [...columnLower.keys()].filter(
      (column) => columnLower[column] !== columnUpper[column],
    );
    // An engine has no use for a model without columns.
    if (columns.length === 0) columns.push(0);
    const numberOf = new Int32Array(model.columnCount).fill(-1);
    columns.forEach((column, number) => (numberOf[column] = number));
    const costOfRest = this.costs.reduce(
      (sum, cost, column) =>
        numberOf[column] === -1 ? sum + cost * (columnLower[column] as number) : sum,
      0,
    );
    const rows = new RowsOfPart(numberOf, columnLower);
    for (let row = 0; row < model.rowCount; row++) {
      const [from, to] = [model.starts[row] as number, model.starts[row + 1] as number];
      const [lower, upper] = [this.rowLower[row] as number, this.rowUpper[row] as number];
      rows.add(
        row,
        lower,
        upper,
        model.indices.subarray(from, to),
        model.values.subarray(from, to),
      );
    }
    this.added.forEach(({ lower, upper, indices, values }, i) => {
      rows.add(model.rowCount + i, lower, upper, indices, values);
    });
    if (rows.isBroken) return null;
    const picked = (of: Float64Array): Float64Array =>
      Float64Array.from(columns, (column) => of[column] as number);
    const session = this.engine.open({
      columnCount: columns.length,
      columnLower: picked(columnLower),
      columnUpper: picked(columnUpper),
      isInteger: Uint8Array.from(columns, (column) => model.isInteger[column] as number),
      ...rows.built(),
    });
    session.setCosts(picked(this.costs));
    return {
      session,
      columns: Int32Array.from(columns),
      rows: Int32Array.from(rows.kept),
      costOfRest,
    };
  }

  /** A solution of all columns, from one of those that were open. */
  private whole({ columns }: OpenPart, values: Float64Array): Float64Array {
    const all = this.columnLower.slice();
    columns.forEach((column, i) => (all[column] = values[i] as number));
    return all;
  }
}

/** The rows of a model as far as its open columns stand in them. */
class RowsOfPart {
  readonly kept: number[] = [];
  /** Whether what is fixed breaks a row by itself. */
  isBroken = false;
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly starts = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** @param numberOf for each column of the model its number among those that are open, or -1 */
  constructor(
    private readonly numberOf: Int32Array,
    private readonly fixedAt: Float64Array,
  ) {}

  add(row: number, lower: number, upper: number, of: Int32Array, values: Float64Array): void {
    const before = this.indices.length;
    let fixed = 0;
    of.forEach((column, k) => {
      const value = values[k] as number;
      const number = this.numberOf[column] as number;
      if (number < 0) fixed += value * (this.fixedAt[column] as number);
      else {
        this.indices.push(number);
        this.values.push(value);
      }
    });
    if (this.indices.length === before) {
      this.isBroken ||= fixed < lower - SLACK || fixed > upper + SLACK;
      return;
    }
    this.kept.push(row);
    this.starts.push(this.indices.length);
    this.lower.push(lower - fixed);
    this.upper.push(upper - fixed);
  }

  built(): Pick<
    LinearModel,
    'rowCount' | 'rowLower' | 'rowUpper' | 'starts' | 'indices' | 'values'
  > {
    return {
      rowCount: this.kept.length,
      rowLower: Float64Array.from(this.lower),
      rowUpper: Float64Array.from(this.upper),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }
}
