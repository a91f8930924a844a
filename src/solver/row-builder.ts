import type { LinearModel } from './milp/milp.js';

/** Collects the columns and sparse rows of a linear model, one after another. */
export class RowBuilder {
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  /** Adds a column between 0 and 1 and returns its index. */
  column(kind: 'INTEGER' | 'CONTINUOUS'): number {
    this.integer.push(kind === 'INTEGER' ? 1 : 0);
    return this.upper.push(1) - 1;
  }

  get columnCount(): number {
    return this.upper.length;
  }

  /** Adds lower ≤ Σ plus − Σ minus ≤ upper; a column stands in it at most once. */
  row(lower: number, upper: number, plus: readonly number[], minus: readonly number[] = []): void {
    for (const column of plus) this.entry(column, 1);
    for (const column of minus) this.entry(column, -1);
    this.starts.push(this.indices.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  /** Adds Σ columns ≤ most, unless it can not be broken. */
  atMost(most: number, columns: readonly number[]): void {
    if (columns.length > most) this.row(-Infinity, most, columns);
  }

  /** Adds Σ columns ≤ most, raised by so much for each of the others that is taken. */
  widened(
    most: number,
    columns: readonly number[],
    raises: readonly { column: number; by: number }[],
  ): void {
    for (const { column, by } of raises) this.entry(column, -by);
    this.row(-Infinity, most, columns);
  }

  build(): LinearModel {
    return {
      columnCount: this.upper.length,
      rowCount: this.rowLower.length,
      columnLower: new Float64Array(this.upper.length),
      columnUpper: Float64Array.from(this.upper),
      isInteger: Uint8Array.from(this.integer),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
    };
  }

  private entry(column: number, value: number): void {
    this.indices.push(column);
    this.values.push(value);
  }
}
