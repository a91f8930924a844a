import type { LinearModel, MilpEngine, MilpSession } from './milp/milp.js';
import { unrestricted, type Restriction } from './restriction.js';

/** How far an aim row is relaxed for the engine; costs are integers, so nothing is let through. */
const AIM_ROW_SLACK = 1e-4;

/** A model in an engine, held to a restriction that changes between solves. */
export class RestrictedModel {
  private current: Restriction;
  private open: MilpSession;

  constructor(
    private readonly engine: MilpEngine,
    private readonly model: LinearModel,
  ) {
    this.current = unrestricted(model);
    this.open = engine.open(model);
  }

  get restriction(): Restriction {
    return this.current;
  }

  /** To set costs and to solve; another one after a restriction with fewer rows for aims. */
  get session(): MilpSession {
    return this.open;
  }

  restrict(next: Restriction): void {
    const added = next.aimRows.slice(this.current.aimRows.length);
    const shrunk = next.aimRows.length < this.current.aimRows.length;
    this.current = next;
    if (shrunk) {
      this.open.dispose();
      this.open = this.engine.open(this.model);
    }
    this.open.setColumnBounds(next.columnLower, next.columnUpper);
    this.open.setRowBounds(next.rowLower, next.rowUpper);
    for (const row of shrunk ? next.aimRows : added) {
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
