import type { LinearModel, MilpEngine, MilpSession } from './milp.js';

/** What of a model may change between its solves. */
export type Bounds = Pick<LinearModel, 'columnLower' | 'columnUpper' | 'rowLower' | 'rowUpper'>;

/** A row beside those of the model. */
export interface AddedRow {
  lower: number;
  upper: number;
  indices: Int32Array;
  values: Float64Array;
}

/** A model as it is to be solved. */
export interface Program {
  model: LinearModel;
  bounds: Bounds;
  costs: Float64Array;
  added: readonly AddedRow[];
}

/** Rows have integer activities, so nothing is let through. */
const SLACK = 1e-3;

/** The columns of a program that are not fixed, and the rows in which they stand, held by an engine. */
export class OpenPart {
  readonly session: MilpSession;
  /** What the columns that are left out cost. */
  readonly costOfRest: number;

  /** @param columns the open columns, by their numbers in the model */
  private constructor(
    engine: MilpEngine,
    private readonly program: Program,
    private readonly columns: Int32Array,
    private readonly rows: RowsOfPart,
  ) {
    const { model, bounds, costs } = program;
    let costOfRest = 0;
    for (let column = 0; column < model.columnCount; column++) {
      if (rows.isOpen(column)) continue;
      costOfRest += (costs[column] as number) * (bounds.columnLower[column] as number);
    }
    this.costOfRest = costOfRest;
    this.session = engine.open({
      columnCount: columns.length,
      columnLower: this.picked(bounds.columnLower),
      columnUpper: this.picked(bounds.columnUpper),
      isInteger: Uint8Array.from(columns, (column) => model.isInteger[column] as number),
      ...rows.built(),
    });
    this.session.setCosts(this.picked(costs));
  }

  /** @returns null where the bounds, or what they fix, exclude every solution */
  static of(engine: MilpEngine, program: Program): OpenPart | null {
    const { model, bounds, added } = program;
    const { columnLower, columnUpper } = bounds;
    const columns: number[] = [];
    for (let column = 0; column < model.columnCount; column++) {
      const [lower, upper] = [columnLower[column] as number, columnUpper[column] as number];
      if (lower > upper) return null;
      if (lower < upper) columns.push(column);
    }
    // An engine has no use for a model without columns.
    if (columns.length === 0) columns.push(0);
    const rows = new RowsOfPart(columns, bounds.columnLower);
    const { starts, indices, values } = model;
    for (let row = 0; row < model.rowCount; row++) {
      const [from, to] = [starts[row] as number, starts[row + 1] as number];
      const sides = {
        lower: bounds.rowLower[row] as number,
        upper: bounds.rowUpper[row] as number,
      };
      rows.add({ ...sides, indices, values }, from, to);
    }
    for (const row of added) rows.add(row, 0, row.indices.length);
    return rows.isBroken ? null : new OpenPart(engine, program, Int32Array.from(columns), rows);
  }

  /** Whether this holds all of a program that is open, and whatever it leaves out is fixed as it was. */
  holds({ bounds, costs, added }: Program): boolean {
    const { program, rows } = this;
    if (costs !== program.costs || added.length !== program.added.length) return false;
    const { columnLower, columnUpper, rowLower, rowUpper } = bounds;
    for (let column = 0; column < columnLower.length; column++) {
      const [lower, upper] = [columnLower[column] as number, columnUpper[column] as number];
      if (lower > upper) return false;
      if (rows.isOpen(column)) continue;
      if (lower !== upper || lower !== program.bounds.columnLower[column]) return false;
    }
    const isAsBefore = (row: number): boolean =>
      rowLower[row] === program.bounds.rowLower[row] &&
      rowUpper[row] === program.bounds.rowUpper[row];
    return rows.leftOut.every(isAsBefore);
  }

  /** Goes on from the solve before with these bounds, of a program that this holds. */
  narrow({ bounds: { columnLower, columnUpper, rowLower, rowUpper } }: Program): void {
    const { session, rows, program } = this;
    session.setColumnBounds(this.picked(columnLower), this.picked(columnUpper));
    const sides = rows.kept.map((row) => {
      const added = program.added[row - rowLower.length];
      return added ?? { lower: rowLower[row] as number, upper: rowUpper[row] as number };
    });
    session.setRowBounds(
      Float64Array.from(sides, ({ lower }, i) => lower - (rows.fixed[i] as number)),
      Float64Array.from(sides, ({ upper }, i) => upper - (rows.fixed[i] as number)),
    );
  }

  /** A solution of all columns, from one of those that are open. */
  whole(values: Float64Array): Float64Array {
    const all = this.program.bounds.columnLower.slice();
    this.columns.forEach((column, i) => (all[column] = values[i] as number));
    return all;
  }

  /** For every row, those added last, what is said of the rows of this part; 0 for the others. */
  ofAllRows(values: Float64Array): Float64Array {
    const { model, added } = this.program;
    const all = new Float64Array(model.rowCount + added.length);
    this.rows.kept.forEach((row, i) => (all[row] = values[i] ?? 0));
    return all;
  }

  private picked(of: Float64Array): Float64Array {
    const { columns } = this;
    const picked = new Float64Array(columns.length);
    for (let i = 0; i < picked.length; i++) picked[i] = of[columns[i] as number] as number;
    return picked;
  }
}

/** The rows of a model as far as its open columns stand in them. */
class RowsOfPart {
  /** Those with open columns, by number. */
  readonly kept: number[] = [];
  readonly leftOut: number[] = [];
  /** What is fixed comes to, in each row that is kept. */
  readonly fixed: number[] = [];
  /** Whether what is fixed breaks a row by itself. */
  isBroken = false;
  /** For each column of the model its number among those that are open, or -1. */
  private readonly numberOf: Int32Array;
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly starts = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  constructor(
    columns: readonly number[],
    private readonly fixedAt: Float64Array,
  ) {
    this.numberOf = new Int32Array(fixedAt.length).fill(-1);
    columns.forEach((column, number) => (this.numberOf[column] = number));
  }

  isOpen(column: number): boolean {
    return (this.numberOf[column] as number) >= 0;
  }

  /** Adds the next row, whose entries stand at `from` … `to`. */
  add({ lower, upper, indices, values }: AddedRow, from: number, to: number): void {
    const row = this.kept.length + this.leftOut.length;
    const before = this.indices.length;
    let fixed = 0;
    for (let k = from; k < to; k++) {
      const [column, value] = [indices[k] as number, values[k] as number];
      const number = this.numberOf[column] as number;
      if (number < 0) fixed += value * (this.fixedAt[column] as number);
      else {
        this.indices.push(number);
        this.values.push(value);
      }
    }
    if (this.indices.length === before) {
      this.isBroken ||= fixed < lower - SLACK || fixed > upper + SLACK;
      this.leftOut.push(row);
      return;
    }
    this.kept.push(row);
    this.fixed.push(fixed);
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
