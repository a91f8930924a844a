import type { Candidate } from './candidates.js';
import { DisturbanceBudget } from './disturbance-budget.js';
import { withoutDominated } from './dominance.js';
import { emptyRows } from './empty-rows.js';
import { EngineFault, type MilpEngine } from './milp/milp.js';
import { type AllocationModel, buildModel, decode, type Load, usableCandidates } from './model.js';
import { append } from './grouping.js';
import type { Lead, Problem, Review, SeatRow } from './problem.js';
import type { RowBuilder } from './row-builder.js';
import { seatsOf } from './rules/plan-rule.js';
import { breachesOf } from './rules/plan-rules.js';

/**
 * Who is disturbed: the people of the problem one of whose seats (review, seat, slot) differs between the two plans, in the
 * problem's order. Somebody who is no longer in the problem is not: they are gone, whatever is planned.
 */
export function disturbedBetween(
  problem: Problem,
  given: readonly SeatRow[],
  rows: readonly SeatRow[],
): string[] {
  const [before, after] = [seatsByPerson(given), seatsByPerson(rows)];
  return problem.leads.flatMap(({ id }) => {
    const [was, is] = [before.get(id) ?? new Set(), after.get(id) ?? new Set()];
    const isSame = was.size === is.size && [...was].every((seat) => is.has(seat));
    return isSame ? [] : [id];
  });
}

/** A person in the model: the column that says whether they are disturbed, and those of the seats they may take. */
export interface PersonColumns {
  column: number;
  /** Seats of the plan given. */
  had: readonly number[];
  fresh: readonly number[];
}

/**
 * The allocation model with a column for each person that says whether they are disturbed, and a row that counts them
 * (`docs/model.md`, "Disturbance"). Whoever is not disturbed has what they had: no new seat, every seat that they had, and
 * as many reviews led.
 */
export class DisturbanceModel {
  private readonly model: AllocationModel;
  private readonly people: PersonColumns[] = [];
  private readonly budget: DisturbanceBudget;
  /** People whom every plan disturbs: they had a seat that is not permitted any more. */
  private readonly unavoidable: number;

  /** @param given the plan that people know; it may break rules of the problem */
  constructor(
    private readonly problem: Problem,
    private readonly given: readonly SeatRow[],
  ) {
    const usable = usableCandidates(problem);
    const seats = seatsByPerson(given);
    const isGiven = (candidate: Candidate): boolean => {
      const person = (problem.leads[candidate.lead] as Lead).id;
      return seats.get(person)?.has(seatOf(problem, candidate)) ?? false;
    };
    // A window that another makes needless is needed where it is the one that people know.
    const kept = new Set(withoutDominated(problem, usable));
    const candidates = usable.filter((each) => kept.has(each) || isGiven(each));
    const theirs = problem.leads.map((): { had: number[]; fresh: number[] } => ({
      had: [],
      fresh: [],
    }));
    candidates.forEach((candidate, i) => {
      theirs[candidate.lead]?.[isGiven(candidate) ? 'had' : 'fresh'].push(i);
    });
    this.model = buildModel(problem, {
      candidates,
      beside: (builder, load) => {
        theirs.forEach(({ had, fresh }, number) => {
          const person = { column: builder.column('INTEGER'), had, fresh };
          this.people.push(person);
          addPerson(builder, candidates, person);
          addLoads(
            builder,
            candidates,
            person,
            load.filter((unit) => unit.person === number),
          );
        });
        const columns = this.people.map(({ column }) => column);
        builder.row(0, problem.leads.length, columns);
      },
    });
    const unavoidable = this.people.filter(
      ({ had }, number) => had.length < (seats.get(problem.leads[number]?.id ?? '')?.size ?? 0),
    );
    for (const { column } of unavoidable) this.model.linear.columnLower[column] = 1;
    this.unavoidable = unavoidable.length;
    this.budget = new DisturbanceBudget(candidates, this.people);
  }

  /** A plan that disturbs as few people as possible; null when none keeps the pins. */
  least(engine: MilpEngine): SeatRow[] | null {
    const { problem, given, model } = this;
    if (model.candidates.length === 0) return problem.pins.length > 0 ? null : emptyRows(problem);
    const known = this.whatIsLeft();
    if (!known) return this.fewest(problem.leads.length, engine);
    const disturbed = disturbedBetween(problem, given, known).length;
    if (disturbed === this.unavoidable) return known;
    return this.fewest(disturbed - 1, engine) ?? known;
  }

  /** The plan given without the seats that are not permitted any more; null where that breaks a rule. */
  private whatIsLeft(): SeatRow[] | null {
    const { problem, model } = this;
    const values = new Float64Array(model.linear.columnCount);
    for (const { had } of this.people) for (const column of had) values[column] = 1;
    const withLead = new Set(
      model.candidates.flatMap(({ role, review }, i) =>
        role === 'LEAD' && values[i] === 1 ? [review] : [],
      ),
    );
    model.candidates.forEach(({ review }, i) => {
      if (!withLead.has(review)) values[i] = 0;
    });
    const rows = decode(model, values);
    return breachesOf(problem, rows).length > 0 ? null : rows;
  }

  /** A plan that disturbs as few people as possible, of those that disturb at most so many. */
  private fewest(most: number, engine: MilpEngine): SeatRow[] | null {
    const model = this.atMost(most) as AllocationModel;
    const session = engine.open(model.linear);
    try {
      const costs = new Float64Array(model.linear.columnCount);
      for (const { column } of this.people) costs[column] = 1;
      session.setCosts(costs);
      const { status, values } = session.solveInteger(() => false);
      if (status === 'INFEASIBLE') return null;
      if (!values) throw new EngineFault('The engine stopped unasked.');
      const rows = decode(model, values);
      const [breach] = breachesOf(this.problem, rows);
      if (breach !== undefined) throw new EngineFault(`A plan breaks a rule: ${breach}`);
      return rows;
    } finally {
      session.dispose();
    }
  }

  /** The model of the plans that disturb at most so many people; null where nobody may take any seat. */
  atMost(people: number): AllocationModel | null {
    const { problem, given, model, budget } = this;
    if (model.candidates.length === 0) return null;
    const linear = {
      ...model.linear,
      rowUpper: model.linear.rowUpper.slice(),
      columnLower: model.linear.columnLower.slice(),
      columnUpper: model.linear.columnUpper.slice(),
    };
    linear.rowUpper[linear.rowCount - 1] = people;
    budget.tighten(people, linear);
    return {
      ...model,
      linear,
      admits: (rows) => disturbedBetween(problem, given, rows).length <= people,
      tighten: (bounds) => budget.tighten(people, bounds),
    };
  }
}

/** New seats of a week, together at most one, ask that the person is disturbed; so does the loss of a seat they had. */
function addPerson(
  builder: RowBuilder,
  candidates: readonly Candidate[],
  { column, had, fresh }: PersonColumns,
): void {
  const weeks = new Map<number, number[]>();
  for (const i of fresh) append(weeks, (candidates[i] as Candidate).week, i);
  for (const inWeek of weeks.values()) builder.row(-Infinity, 0, inWeek, [column]);
  for (const i of had) builder.row(1, Infinity, [i, column]);
}

/** Whoever is not disturbed leads as many reviews as they did: it follows for plans, and tightens the relaxation. */
function addLoads(
  builder: RowBuilder,
  candidates: readonly Candidate[],
  { column, had }: PersonColumns,
  load: readonly Load[],
): void {
  const led = had.filter((i) => candidates[i]?.role === 'LEAD').length;
  for (const unit of load) {
    if (unit.n <= led) builder.row(1, Infinity, [unit.column, column]);
    else builder.row(-Infinity, 0, [unit.column], [column]);
  }
}

function seatsByPerson(rows: readonly SeatRow[]): Map<string, Set<string>> {
  const seats = new Map<string, Set<string>>();
  for (const { row, role, person } of rows.flatMap(seatsOf)) {
    const key = JSON.stringify([row.review, role, row.week, row.window]);
    seats.set(person, (seats.get(person) ?? new Set<string>()).add(key));
  }
  return seats;
}

function seatOf(problem: Problem, { review, role, slot }: Candidate): string {
  const { id } = problem.reviews[review] as Review;
  return JSON.stringify([id, role, slot.week, slot.window]);
}
