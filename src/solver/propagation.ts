import type { LinearModel } from './milp/milp.js';
import type { Restriction } from './restriction.js';

/** Less than any integer activity can be beyond a row's side. */
const TOLERANCE = 1e-6;

/** Its entries stand at `from` … `to`. */
interface Row {
  indices: Int32Array;
  values: Float64Array;
  from: number;
  to: number;
  lower: number;
  upper: number;
}

/**
 * Fixes the columns of a model to which its rows leave no choice, and those to which that leaves none, until nothing more
 * follows. No integer solution is lost (`docs/model.md`, "Propagation").
 */
export class Propagation {
  private readonly rowsOfColumn: readonly number[][];

  constructor(private readonly model: LinearModel) {
    this.rowsOfColumn = rowsOfColumn(model);
  }

  /**
   * Tightens the bounds of a restriction's columns in place. Where nothing can hold, some column's bounds exclude each other
   * afterwards.
   */
  tighten(restriction: Restriction): void {
    const { columnLower, columnUpper } = restriction;
    const waiting = new Set(Array.from({ length: this.model.rowCount }, (_, row) => row));
    const fix = (column: number, value: number): void => {
      columnLower[column] = columnUpper[column] = value;
      for (const row of this.rowsOfColumn[column] as number[]) waiting.add(row);
    };
    const aimRows = aimRowsOf(restriction);
    const look = (row: Row): boolean => {
      if (this.look(row, restriction, fix)) return true;
      [columnLower[0], columnUpper[0]] = [1, 0];
      return false;
    };
    do {
      // A set gives what is added while it is gone through.
      for (const row of waiting) {
        waiting.delete(row);
        if (!look(this.row(row, restriction))) return;
      }
      // The rows of aims are long: they are looked at once the others say no more.
      for (const row of aimRows) if (!look(row)) return;
    } while (waiting.size > 0);
  }

  private row(row: number, { rowLower, rowUpper }: Restriction): Row {
    const { starts, indices, values } = this.model;
    return {
      indices,
      values,
      from: starts[row] as number,
      to: starts[row + 1] as number,
      lower: rowLower[row] as number,
      upper: rowUpper[row] as number,
    };
  }

  /** @returns false where the row cannot hold */
  private look(
    { indices, values, from: first, to: end, lower, upper }: Row,
    { columnLower, columnUpper }: Restriction,
    fix: (column: number, value: number) => void,
  ): boolean {
    let [least, most] = [0, 0];
    for (let k = first; k < end; k++) {
      const value = values[k] as number;
      const column = indices[k] as number;
      const from = value * (columnLower[column] as number);
      const to = value * (columnUpper[column] as number);
      least += Math.min(from, to);
      most += Math.max(from, to);
    }
    if (least > upper + TOLERANCE || most < lower - TOLERANCE) return false;
    if (least >= lower && most <= upper) return true;
    for (let k = first; k < end; k++) {
      const value = values[k] as number;
      const column = indices[k] as number;
      const [from, to] = [columnLower[column] as number, columnUpper[column] as number];
      if (from === to) continue;
      const span = Math.abs(value);
      const [low, high] = value > 0 ? [from, to] : [to, from];
      if (this.exceeds(column, span, upper - least)) fix(column, low);
      else if (this.exceeds(column, span, most - lower)) fix(column, high);
    }
    return true;
  }

  /** Whether a column has no room to move at all; one that is not an integer may move part of the way. */
  private exceeds(column: number, span: number, room: number): boolean {
    return this.model.isInteger[column] === 1 ? span > room + TOLERANCE : room <= 0;
  }
}

function rowsOfColumn({ columnCount, rowCount, starts, indices }: LinearModel): number[][] {
  const rows = Array.from({ length: columnCount }, (): number[] => []);
  for (let row = 0; row < rowCount; row++) {
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k++) {
      rows[indices[k] as number]?.push(row);
    }
  }
  return rows;
}

function aimRowsOf({ aimRows }: Restriction): Row[] {
  return aimRows.map(({ costs, most }) => {
    const indices = Int32Array.from(costs.keys()).filter((column) => costs[column] !== 0);
    const values = Float64Array.from(indices, (column) => costs[column] as number);
    return { indices, values, from: 0, to: indices.length, lower: -Infinity, upper: most };
  });
}
