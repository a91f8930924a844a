import type {
  IntegerResult,
  LinearModel,
  LinearResult,
  MilpEngine,
  MilpSession,
  ShouldStop,
} from './milp.js';
import { type AddedRow, type Bounds, OpenPart, type Program } from './open-part.js';

/**
 * An engine that is given only what is open of a model: columns whose bounds are equal are left out, with what they
 * contribute to rows and costs taken into account, and so are rows of such columns alone. The same answers, sooner where much
 * of a model is fixed. A search goes on from the linear program before it where only bounds have been narrowed since; all
 * else begins afresh.
 */
export function withoutFixed(engine: MilpEngine): MilpEngine {
  return { version: engine.version, open: (model) => new OpenPartSession(engine, model) };
}

class OpenPartSession implements MilpSession {
  private costs: Float64Array;
  private bounds: Bounds;
  private readonly added: AddedRow[] = [];
  /** What was solved last. */
  private part: OpenPart | null = null;

  constructor(
    private readonly engine: MilpEngine,
    private readonly model: LinearModel,
  ) {
    this.costs = new Float64Array(model.columnCount);
    this.bounds = model;
  }

  setCosts(costs: Float64Array): void {
    this.costs = costs;
  }

  setColumnBounds(columnLower: Float64Array, columnUpper: Float64Array): void {
    this.bounds = { ...this.bounds, columnLower, columnUpper };
  }

  setRowBounds(rowLower: Float64Array, rowUpper: Float64Array): void {
    this.bounds = { ...this.bounds, rowLower, rowUpper };
  }

  addRow(lower: number, upper: number, indices: Int32Array, values: Float64Array): void {
    this.added.push({ lower, upper, indices, values });
  }

  solveLinear(shouldStop: ShouldStop): LinearResult {
    const part = this.openAnew(this.program());
    if (!part) {
      const none = { values: this.bounds.columnLower, rowDuals: new Float64Array() };
      return { ...none, status: 'INFEASIBLE', cost: NaN, work: 0 };
    }
    const found = part.session.solveLinear(({ work }) => shouldStop({ work }));
    return {
      ...found,
      rowDuals: part.ofAllRows(found.rowDuals),
      values: part.whole(found.values),
      cost: found.cost + part.costOfRest,
    };
  }

  /** The open part may be another: begins afresh. */
  resolveLinear(shouldStop: ShouldStop): LinearResult {
    return this.solveLinear(shouldStop);
  }

  solveInteger(shouldStop: ShouldStop): IntegerResult {
    const program = this.program();
    const known = this.part?.holds(program) ? this.part : null;
    known?.narrow(program);
    const part = known ?? this.openAnew(program);
    if (!part) return { status: 'INFEASIBLE', values: null, bound: Infinity, work: 0 };
    const found = part.session.solveInteger(({ work }) => shouldStop({ work }));
    const values = found.values && part.whole(found.values);
    return { ...found, values, bound: found.bound + part.costOfRest };
  }

  dispose(): void {
    this.part?.session.dispose();
    this.part = null;
    this.added.length = 0;
  }

  private program(): Program {
    const { model, bounds, costs, added } = this;
    return { model, bounds, costs, added: [...added] };
  }

  private openAnew(program: Program): OpenPart | null {
    this.part?.session.dispose();
    // Should opening fail, nothing is disposed of twice.
    this.part = null;
    this.part = OpenPart.of(this.engine, program);
    return this.part;
  }
}
