import type { Candidate } from './candidates.js';
import { withoutDominated } from './dominance.js';
import { EngineFault, type MilpEngine } from './milp/milp.js';
import { type AllocationModel, buildModel, decode, usableCandidates } from './model.js';
import { emptyRows } from './empty-rows.js';
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

/**
 * The allocation model with a column for each person that says whether they are disturbed, and a row that counts them
 * (`docs/model.md`, "Disturbance"): a person's new seats of a week, together at most one, are at most the column; a seat
 * they had, or else the column, is taken.
 */
export class DisturbanceModel {
  private readonly model: AllocationModel;
  private readonly columns: number[] = [];

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
    const unavoidable: number[] = [];
    this.model = buildModel(problem, {
      candidates,
      beside: (builder) => {
        problem.leads.forEach(({ id }, person) => {
          const column = builder.column('INTEGER');
          this.columns.push(column);
          const theirs = [...candidates.keys()].filter((i) => candidates[i]?.lead === person);
          const had = theirs.filter((i) => isGiven(candidates[i] as Candidate));
          if (had.length < (seats.get(id)?.size ?? 0)) unavoidable.push(column);
          addPerson(builder, candidates, { column, theirs, had });
        });
        builder.row(0, problem.leads.length, this.columns);
      },
    });
    for (const column of unavoidable) this.model.linear.columnLower[column] = 1;
  }

  /** A plan that disturbs as few people as possible; null when none keeps the pins. */
  least(engine: MilpEngine): SeatRow[] | null {
    const { problem, model } = this;
    if (model.candidates.length === 0) return problem.pins.length > 0 ? null : emptyRows(problem);
    const session = engine.open(model.linear);
    try {
      const costs = new Float64Array(model.linear.columnCount);
      for (const column of this.columns) costs[column] = 1;
      session.setCosts(costs);
      const { status, values } = session.solveInteger(() => false);
      if (status === 'INFEASIBLE') return null;
      if (!values) throw new EngineFault('The engine stopped unasked.');
      const rows = decode(model, values);
      const [breach] = breachesOf(problem, rows);
      if (breach !== undefined) throw new EngineFault(`A plan breaks a rule: ${breach}`);
      return rows;
    } finally {
      session.dispose();
    }
  }

  /** The model of the plans that disturb at most so many people; null where nobody may take any seat. */
  atMost(people: number): AllocationModel | null {
    const { problem, given, model } = this;
    if (model.candidates.length === 0) return null;
    const rowUpper = model.linear.rowUpper.slice();
    rowUpper[model.linear.rowCount - 1] = people;
    return {
      ...model,
      linear: { ...model.linear, rowUpper },
      admits: (rows) => disturbedBetween(problem, given, rows).length <= people,
    };
  }
}

/** @param of their columns: `theirs` all they may take, `had` those of the plan given */
function addPerson(
  builder: RowBuilder,
  candidates: readonly Candidate[],
  of: { column: number; theirs: readonly number[]; had: readonly number[] },
): void {
  const weeks = new Map<number, number[]>();
  for (const i of of.theirs) {
    if (of.had.includes(i)) continue;
    const { week } = candidates[i] as Candidate;
    weeks.set(week, [...(weeks.get(week) ?? []), i]);
  }
  for (const fresh of weeks.values()) builder.row(-Infinity, 0, fresh, [of.column]);
  for (const i of of.had) builder.row(1, Infinity, [i, of.column]);
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
