import type { Candidate } from '../candidates.js';
import { EngineFault, type MilpEngine, type MilpSession } from '../milp/milp.js';
import { type AllocationModel, buildModel, decode, usableCandidates } from '../model.js';
import type { Lead, Problem, Review, SeatRow } from '../problem.js';
import type { RowBuilder } from '../row-builder.js';
import { seatsOf } from '../rules/plan-rule.js';
import { isWithin, restRuns } from '../rules/rest-is-kept.js';
import { AskTable } from './ask-table.js';
import { type Ask, type PricedAsk, withAsks } from './cost-of-asking.js';

/** How far the engine relaxes the row of coverage; priorities are integers, so nothing is let through. */
const ROW_SLACK = 1e-4;

/** What is wanted of a set of asks. */
export interface AskQuestion {
  problem: Problem;
  /** The plan at hand: of sets that cost the same the one that changes least of it is taken. */
  rows: readonly SeatRow[];
  /** Reviews that must have a lead then. */
  led: readonly Review[];
  /** Coverage that the plan with the asks must reach. */
  coverage: number;
  /** The asks to choose from, and the most that they may cost together. */
  asks: readonly PricedAsk[];
  mostCost: number;
  /** How many may be made together. */
  mostAsks: number;
}

/** The cheapest asks that do it, with a plan that shows it. */
export interface AskAnswer {
  asks: PricedAsk[];
  cost: number;
  rows: SeatRow[];
}

/** A person's seating that rules forbid, and the asks of which each rule needs one: by number. */
interface Forbidden {
  column: number;
  needs: ReadonlyMap<string, readonly number[]>;
}

/**
 * The allocation model with a column for each ask that says whether it is made (`docs/model.md`, "What would it take"): the
 * seatings that all asks together permit, each at most as much as the asks that it needs, limits with the asks that widen
 * them. The least cost is sought over plans that lead the reviews wanted and reach the coverage, so moves of others are free and
 * chains are found; whatever was found before is forbidden with all its supersets, and the next solve gives the next
 * cheapest minimal set.
 */
export class AskModel {
  private readonly model: AllocationModel;
  /** Null where nobody could lead one of the reviews, whatever were asked. */
  private readonly session: MilpSession | null;
  private readonly askColumn: number[] = [];
  private readonly table: AskTable;
  private readonly planned: ReadonlyMap<string, SeatRow>;

  constructor(
    private readonly question: AskQuestion,
    engine: MilpEngine,
  ) {
    const { problem, rows, asks } = question;
    this.table = new AskTable(problem, asks);
    this.planned = new Map(rows.map((row) => [row.review, row]));
    // Pins are not dropped here: each has a column.
    const facts = asks.map(({ ask }) => ask).filter(({ kind }) => kind !== 'UNPIN');
    const granted = withAsks(problem, facts);
    const kept = usableCandidates(granted)
      .filter((candidate) => candidate.role !== 'SHADOW' || this.mattersAsShadow(candidate))
      .flatMap((candidate) => {
        const needs = this.table.needsOf(candidate);
        const isWithin = needs !== null && this.isWithin(needs);
        return isWithin ? [{ candidate, needs }] : [];
      });
    const forbidden = kept.flatMap(({ needs }, column): Forbidden[] =>
      needs.size > 0 ? [{ column, needs }] : [],
    );
    const candidates = kept.map(({ candidate }) => candidate);
    this.model = buildModel(granted, {
      candidates,
      load: false,
      pins: 'ELASTIC',
      beside: (builder) => {
        for (let i = 0; i < asks.length; i++) this.askColumn.push(builder.column('INTEGER'));
        this.addNeeds(builder, candidates, forbidden);
        this.addLimits(builder, candidates);
        for (const columns of this.wantedColumns(candidates)) builder.row(1, Infinity, columns);
      },
    });
    const canBeLed = this.wantedColumns(candidates).every((columns) => columns.length > 0);
    this.session = canBeLed ? this.open(engine) : null;
    if (canBeLed) this.addSums();
  }

  /**
   * The cheapest set of asks that does it and contains none found before; null when there is none.
   *
   * @param mostWork simplex iterations, after which it gives up
   * @returns 'STOPPED' when it gave up
   */
  next(mostWork: number): AskAnswer | 'STOPPED' | null {
    if (!this.session) return null;
    const { status, values } = this.session.solveInteger(({ work }) => work > mostWork);
    if (status === 'INFEASIBLE') return null;
    if (status === 'STOPPED' || !values) return 'STOPPED';
    const asks = this.question.asks.filter(
      (_, i) => (values[this.askColumn[i] as number] as number) > 0.5,
    );
    const cost = asks.reduce((sum, each) => sum + each.cost, 0);
    return { asks, cost, rows: decode(this.model, values) };
  }

  /** From now on no set that contains all of these. */
  exclude(asks: readonly PricedAsk[]): void {
    const columns = this.columnsOf(asks);
    if (columns.length === 0) throw new EngineFault('Every set contains the empty one.');
    this.sum(-Infinity, columns.length - 1, columns, () => 1);
  }

  dispose(): void {
    this.session?.dispose();
  }

  private open(engine: MilpEngine): MilpSession {
    this.holdPins();
    const session = engine.open(this.model.linear);
    session.setCosts(this.costs());
    return session;
  }

  /** For each review that must have a lead the columns in which somebody leads it. */
  private wantedColumns(candidates: readonly Candidate[]): number[][] {
    const { problem, led } = this.question;
    const wanted = new Map(led.map(({ id }): [string, number[]] => [id, []]));
    candidates.forEach(({ role, review }, column) => {
      if (role === 'LEAD') wanted.get((problem.reviews[review] as Review).id)?.push(column);
    });
    return [...wanted.values()];
  }

  /**
   * A seating is taken at most as much as an ask that it needs. Seatings that need the same and of which a plan has at most
   * one share a row: of a person in a slot or on a review, of a review in a slot by a seat.
   */
  private addNeeds(
    builder: RowBuilder,
    candidates: readonly Candidate[],
    forbidden: readonly Forbidden[],
  ): void {
    const rows = new Map<string, { columns: number[]; options: readonly number[] }>();
    for (const { column, needs } of forbidden) {
      const { lead, review, role, slot } = candidates[column] as Candidate;
      for (const [rule, options] of needs) {
        const alike =
          rule === 'personIsAvailable'
            ? `${lead} ${slot.week} ${slot.window}`
            : rule === 'hostAcceptsSlot'
              ? `${review} ${slot.week} ${slot.window} ${role}`
              : `${lead} ${review}`;
        const key = `${rule} ${alike}`;
        const row = rows.get(key) ?? { columns: [], options };
        row.columns.push(column);
        rows.set(key, row);
      }
    }
    for (const { columns, options } of rows.values()) {
      const asks = options.map((i) => this.askColumn[i] as number);
      builder.row(-Infinity, 0, columns, asks);
    }
  }

  /** The limits of the problem itself, each widened by as much as is asked; of several such asks of a person one is made. */
  private addLimits(builder: RowBuilder, candidates: readonly Candidate[]): void {
    const { problem } = this.question;
    const byPerson = problem.leads.map((): number[] => []);
    candidates.forEach(({ lead }, column) => byPerson[lead]?.push(column));
    problem.leads.forEach((lead, person) => {
      const columns = byPerson[person] ?? [];
      const { term, restReviews } = lead.limits;
      const moreInTerm = this.widenings(`TERM_LIMIT ${lead.id}`, term);
      if (moreInTerm.length > 0) {
        builder.atMost(
          1,
          moreInTerm.map(({ column }) => column),
        );
        builder.widened(term, columns, moreInTerm);
      }
      const moreInRuns = this.widenings(`REST ${lead.id}`, restReviews);
      if (moreInRuns.length === 0) return;
      builder.atMost(
        1,
        moreInRuns.map(({ column }) => column),
      );
      for (const run of restRuns(lead, problem.weeks.length)) {
        const within = columns.filter((column) =>
          isWithin(run, (candidates[column] as Candidate).week),
        );
        builder.widened(restReviews, within, moreInRuns);
      }
    });
  }

  /** The columns of asks that widen a limit, each with by how much. */
  private widenings(subject: string, limit: number): { column: number; by: number }[] {
    return this.table.about(subject).map((i) => {
      const ask = this.question.asks[i]?.ask as Extract<Ask, { reviews: number }>;
      return { column: this.askColumn[i] as number, by: ask.reviews - limit };
    });
  }

  /** A pin holds, unless it is asked to drop it. */
  private holdPins(): void {
    const { linear, held } = this.model;
    held.forEach((column, pin) => {
      if (this.table.about(`UNPIN ${pin}`).length === 0) linear.columnLower[column] = 1;
    });
  }

  /** First what is asked, then how many seats of the plan at hand are lost. */
  private costs(): Float64Array {
    const { rows, asks } = this.question;
    const costs = new Float64Array(this.model.linear.columnCount);
    const seats = rows.flatMap(seatsOf).length;
    asks.forEach(({ cost }, i) => {
      costs[this.askColumn[i] as number] = cost * (seats + 1);
    });
    this.model.candidates.forEach((candidate, column) => {
      if (this.isPlanned(candidate)) costs[column] = -1;
    });
    return costs;
  }

  private addSums(): void {
    const { problem, asks, coverage, mostCost, mostAsks } = this.question;
    const { candidates, held } = this.model;
    const leads = [...candidates.keys()].filter((i) => candidates[i]?.role === 'LEAD');
    const priorityOf = (column: number): number =>
      problem.reviews[(candidates[column] as Candidate).review]?.priority ?? 0;
    this.sum(coverage - ROW_SLACK, Infinity, leads, priorityOf);
    const columns = this.columnsOf(asks);
    this.sum(-Infinity, mostAsks, columns, () => 1);
    if (Number.isFinite(mostCost)) {
      const costs = new Map(columns.map((column, i) => [column, (asks[i] as PricedAsk).cost]));
      this.sum(-Infinity, mostCost, columns, (column) => costs.get(column) as number);
    }
    held.forEach((column, pin) => {
      const dropped = this.table.about(`UNPIN ${pin}`);
      if (dropped.length === 0) return;
      this.sum(1, Infinity, [column, this.askColumn[dropped[0] as number] as number], () => 1);
    });
  }

  private isPlanned(candidate: Candidate): boolean {
    const { problem } = this.question;
    const { week, window } = candidate.slot;
    const row = this.planned.get((problem.reviews[candidate.review] as Review).id);
    const person = (problem.leads[candidate.lead] as Lead).id;
    return (
      row !== undefined &&
      row.week === week &&
      row.window === window &&
      seatsOf(row).some((seat) => seat.role === candidate.role && seat.person === person)
    );
  }

  /** Shadows add nothing to coverage: they are kept where they are planned, or may be pinned. */
  private mattersAsShadow(candidate: Candidate): boolean {
    const { problem } = this.question;
    const { id } = problem.reviews[candidate.review] as Review;
    return this.isPlanned(candidate) || problem.pins.some(({ review }) => review === id);
  }

  private isWithin(needs: ReadonlyMap<string, readonly number[]>): boolean {
    const { asks, mostAsks, mostCost } = this.question;
    const leastCost = (options: readonly number[]): number =>
      Math.min(...options.map((i) => (asks[i] as PricedAsk).cost));
    const least = [...needs.values()].reduce((sum, options) => sum + leastCost(options), 0);
    return needs.size <= mostAsks && least <= mostCost;
  }

  private columnsOf(asks: readonly PricedAsk[]): number[] {
    return asks.map((ask) => this.askColumn[this.question.asks.indexOf(ask)] as number);
  }

  private sum(
    lower: number,
    upper: number,
    columns: number[],
    weight: (column: number) => number,
  ): void {
    const sorted = [...columns].sort((a, b) => a - b);
    if (sorted.length === 0 && lower <= 0 && upper >= 0) return;
    const indices = Int32Array.from(sorted);
    this.session?.addRow(lower, upper, indices, Float64Array.from(sorted, weight));
  }
}
