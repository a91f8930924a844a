import type {
  IntegerResult,
  LinearModel,
  LinearResult,
  MilpEngine,
  MilpSession,
  ShouldStop,
} from './milp.js';

/** How far from an integer rounding may leave a column, or the cost of a solution. */
const TOLERANCE = 1e-6;

/**
 * An engine whose searches are trees of linear programs, each of which goes on from the basis of the one before. Where few
 * columns come out fractional this ends much sooner than a general search does; one that takes longer is left to the engine.
 * The same answers as the engine's, though of solutions that cost the same it may find another.
 *
 * @param mostNodes so many linear programs are solved before a search is left to the engine
 */
export function withTreeSearch(engine: MilpEngine, mostNodes = 400): MilpEngine {
  const open = (model: LinearModel): MilpSession =>
    new TreeSession(engine.open(model), model, mostNodes);
  return { version: engine.version, open };
}

class TreeSession implements MilpSession {
  private columnLower: Float64Array;
  private columnUpper: Float64Array;
  private costs: Float64Array;
  /** Whether a linear program with these costs has been solved. */
  private isSolved = false;

  constructor(
    private readonly session: MilpSession,
    private readonly model: LinearModel,
    private readonly mostNodes: number,
  ) {
    this.costs = new Float64Array(model.columnCount);
    this.columnLower = model.columnLower;
    this.columnUpper = model.columnUpper;
  }

  setCosts(costs: Float64Array): void {
    this.costs = costs;
    this.isSolved = false;
    this.session.setCosts(costs);
  }

  setColumnBounds(lower: Float64Array, upper: Float64Array): void {
    [this.columnLower, this.columnUpper] = [lower, upper];
    this.session.setColumnBounds(lower, upper);
  }

  setRowBounds(lower: Float64Array, upper: Float64Array): void {
    this.session.setRowBounds(lower, upper);
  }

  addRow(lower: number, upper: number, indices: Int32Array, values: Float64Array): void {
    this.session.addRow(lower, upper, indices, values);
  }

  solveLinear(shouldStop: ShouldStop): LinearResult {
    this.isSolved = true;
    return this.session.solveLinear(shouldStop);
  }

  resolveLinear(shouldStop: ShouldStop): LinearResult {
    this.isSolved = true;
    return this.session.resolveLinear(shouldStop);
  }

  solveInteger(shouldStop: ShouldStop): IntegerResult {
    const { session, columnLower, columnUpper, mostNodes } = this;
    const { costs, isSolved } = this;
    const { isInteger } = this.model;
    const program = { session, isSolved, isInteger, costs, columnLower, columnUpper };
    const tree = new Tree(program, mostNodes, shouldStop);
    const end = tree.look();
    session.setColumnBounds(columnLower, columnUpper);
    if (end !== 'TOO_MANY') return tree.result(end);
    const { work } = tree;
    const found = session.solveInteger((at) => shouldStop({ ...at, work: work + at.work }));
    return { ...found, work: work + found.work };
  }

  dispose(): void {
    this.session.dispose();
  }
}

/** What is searched. */
interface Program {
  session: MilpSession;
  /** Whether the session has a basis to go on from. */
  isSolved: boolean;
  isInteger: Uint8Array;
  costs: Float64Array;
  columnLower: Float64Array;
  columnUpper: Float64Array;
}

type End = 'LOOKED_AT' | 'STOPPED' | 'TOO_MANY';

/** Depth first, from the side to which a column was rounded: solutions are found soon, and bases differ in little. */
class Tree {
  work = 0;
  private nodes = 0;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private best: Float64Array | null = null;
  private bestCost = Infinity;
  /** No solution costs less. */
  private bound = -Infinity;

  constructor(
    private readonly program: Program,
    private readonly mostNodes: number,
    private readonly shouldStop: ShouldStop,
  ) {
    this.lower = program.columnLower.slice();
    this.upper = program.columnUpper.slice();
  }

  result(end: 'LOOKED_AT' | 'STOPPED'): IntegerResult {
    const { best: values, work, bestCost, bound } = this;
    if (end === 'STOPPED') return { status: 'STOPPED', values, bound, work };
    return { status: values ? 'OPTIMAL' : 'INFEASIBLE', values, bound: bestCost, work };
  }

  /** Searches what the bounds of the columns leave. */
  look(): End {
    if (this.nodes >= this.mostNodes) return 'TOO_MANY';
    const solved = this.solve();
    if (solved.status === 'STOPPED') return 'STOPPED';
    if (solved.status === 'INFEASIBLE') return 'LOOKED_AT';
    const bound = Math.ceil(solved.cost - TOLERANCE);
    if (this.nodes === 1) this.bound = bound;
    if (bound >= this.bestCost) return 'LOOKED_AT';
    const column = this.dearestFraction(solved.values);
    if (column === null) {
      const { isInteger } = this.program;
      this.best = solved.values.map((each, i) => (isInteger[i] === 0 ? each : Math.round(each)));
      this.bestCost = Math.round(solved.cost);
      return 'LOOKED_AT';
    }
    return this.divide(column, solved.values[column] as number);
  }

  private solve(): LinearResult {
    const { session, isSolved } = this.program;
    const { work } = this;
    const stop: ShouldStop = (at) =>
      this.shouldStop({ work: work + at.work, bound: this.bound, ...this.known() });
    session.setColumnBounds(this.lower, this.upper);
    const isFirst = this.nodes++ === 0 && !isSolved;
    const solved = isFirst ? session.solveLinear(stop) : session.resolveLinear(stop);
    this.work += solved.work;
    return stop({ work: solved.work }) ? { ...solved, status: 'STOPPED' } : solved;
  }

  private known(): { incumbent?: number } {
    return this.best ? { incumbent: this.bestCost } : {};
  }

  private divide(column: number, value: number): End {
    const [lower, upper] = [this.lower[column] as number, this.upper[column] as number];
    const sides = [
      [lower, Math.floor(value)],
      [Math.ceil(value), upper],
    ] as const;
    const isNearerAbove = value - Math.floor(value) >= 0.5;
    for (const [from, to] of isNearerAbove ? [sides[1], sides[0]] : sides) {
      this.lower[column] = from;
      this.upper[column] = to;
      const end = this.look();
      if (end !== 'LOOKED_AT') return end;
    }
    this.lower[column] = lower;
    this.upper[column] = upper;
    return 'LOOKED_AT';
  }

  /** The integer column whose fraction costs most, of those that cost nothing the most fractional; null: there is none. */
  private dearestFraction(values: Float64Array): number | null {
    const { isInteger, costs } = this.program;
    let dearest: number | null = null;
    let [most, second] = [-1, -1];
    values.forEach((value, column) => {
      const fraction = Math.abs(value - Math.round(value));
      if (fraction <= TOLERANCE || isInteger[column] === 0) return;
      const cost = fraction * Math.abs(costs[column] as number);
      if (cost < most || (cost === most && fraction <= second)) return;
      [dearest, most, second] = [column, cost, fraction];
    });
    return dearest;
  }
}
