import type { LinearModel, MilpEngine, MilpSession } from './milp/milp.js';
import { unrestricted, type Restriction } from './restriction.js';

/** How far an aim row is relaxed for the engine; costs are integers, so nothing is let through. */
const AIM_ROW_SLACK = 1e-4;

/** A model in an engine, held to a restriction that changes between solves. */
export class RestrictedModel {
  private current: Restriction;
  /** The restriction that the engine has been told. */
  private told: Restriction;
  private open: MilpSession;

  constructor(
    private readonly engine: MilpEngine,
    private readonly model: LinearModel,
  ) {
    this.current = this.told = unrestricted(model);
    this.open = engine.open(model);
  }

  get restriction(): Restriction {
    return this.current;
  }

  /** To set costs and to solve; another one after a restriction without some row for an aim. */
  get session(): MilpSession {
    if (this.current !== this.told) this.tell(this.current);
    return this.open;
  }

  /** The engine is told when it is asked next: a restriction that is replaced before costs it nothing. */
  restrict(next: Restriction): void {
    this.current = next;
  }

  private tell(next: Restriction): void {
    const known = this.told.aimRows;
    // Rows can be added to what is open, not taken away.
    const isKept = known.every((row, i) => next.aimRows[i] === row);
    this.told = next;
    if (!isKept) {
      this.open.dispose();
      this.open = this.engine.open(this.model);
    }
    this.open.setColumnBounds(next.columnLower, next.columnUpper);
    this.open.setRowBounds(next.rowLower, next.rowUpper);
    for (const row of isKept ? next.aimRows.slice(known.length) : next.aimRows) {
      const indices = Int32Array.from(nonZeros(row.costs));
      const values = Float64Array.from(indices, (column) => row.costs[column] as number);
      this.open.addRow(-Infinity, row.most + AIM_ROW_SLACK, indices, values);
    }
  }

  dispose(): void {
    this.open.dispose();
  }
}

function nonZeros(costs: Float64Array): number[] {
  return [...costs.keys()].filter((column) => costs[column] !== 0);
}
