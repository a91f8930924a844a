import type { ValuedSeat } from '../aims/aim.js';
import { aims, valuedSeats } from '../aims/aims.js';
import { append } from '../grouping.js';
import type { Lead, Pin, Problem, SeatRow, Slot } from '../problem.js';
import { seatsOf, viewPlan, type Breach, type PlanView, type Seat } from '../rules/plan-rule.js';
import { breachesIn } from '../rules/plan-rules.js';
import { gainOf, type Gain } from './gains.js';

/**
 * A plan made ready for many questions of one kind: what if this one review's row stood otherwise, and
 * all others as they are? Each is answered from the few rows that it can touch, by the rules and the
 * aims themselves.
 */
export class OpenPlan {
  private readonly plan: PlanView;
  private readonly rowsByReview: ReadonlyMap<string, SeatRow>;
  /** For new leads only: the rows that they lead. */
  private readonly rowsLedByNew = new Map<string, SeatRow[]>();
  private readonly ledBy = new Map<string, number>();
  private readonly pinsByReview = new Map<string, Pin[]>();
  /** Which rules are broken as the plan stands, and about whom. */
  private readonly troubles: ReadonlySet<string>;
  private readonly seatValues: readonly ((seat: ValuedSeat) => number)[];

  /** @param rows one a review; they need not keep the rules */
  constructor(
    readonly problem: Problem,
    rows: readonly SeatRow[],
  ) {
    this.plan = viewPlan(problem, rows);
    this.rowsByReview = new Map(rows.map((row) => [row.review, row]));
    for (const row of rows) {
      if (row.lead !== null && this.isNew(row.lead)) append(this.rowsLedByNew, row.lead, row);
    }
    for (const { lead, role } of valuedSeats(problem, this.plan.seats, this.plan)) {
      if (role === 'LEAD') this.ledBy.set(lead.id, (this.ledBy.get(lead.id) ?? 0) + 1);
    }
    for (const pin of problem.pins) append(this.pinsByReview, pin.review, pin);
    this.troubles = new Set(breachesIn(this.plan).map(troubleOf));
    this.seatValues = aims.map((aim) => aim.seatValues(problem));
  }

  /** @throws RangeError when there is no such row */
  rowOf(review: string): SeatRow {
    const row = this.rowsByReview.get(review);
    if (row === undefined) throw new RangeError(`There is no row of ${review}.`);
    return row;
  }

  /** The windows that the host of a review accepts. */
  windowsOf(review: string): readonly Slot[] {
    return this.plan.reviewsById.get(review)?.windows ?? [];
  }

  /** Whether the person still owes a quality-assured review. */
  isNew(person: string): boolean {
    return this.plan.leadsById.get(person)?.isNew === true;
  }

  /**
   * What speaks against a row: every broken rule that concerns its review, and every other that was
   * not broken before. In a plan that keeps the rules: every rule broken in the plan with it.
   */
  breachesWith(row: SeatRow): Breach[] {
    return breachesIn(this.around(row)).filter(
      (breach) => breach.reviews.includes(row.review) || !this.troubles.has(troubleOf(breach)),
    );
  }

  /** What each aim gains or pays by the row. */
  gainsWith(row: SeatRow): Gain[] {
    const now = this.valued(this.rowOf(row.review));
    const then = this.valued(row);
    const [leader, next] = [leadOf(now), leadOf(then)];
    return aims.map((aim, index) => {
      const ofSeat = this.seatValues[index] as (seat: ValuedSeat) => number;
      const sum = (seats: readonly ValuedSeat[]): number =>
        seats.reduce((total, seat) => total + ofSeat(seat), 0);
      let more = sum(then) - sum(now);
      if (leader !== next) {
        if (leader) more -= aim.ofReviewLed(leader, this.led(leader));
        if (next) more += aim.ofReviewLed(next, this.led(next) + 1);
      }
      return { aim: aim.name, gain: gainOf(more, aim.sense) };
    });
  }

  /**
   * The part of the plan in which a row can make a difference: the row, those who sit on it or leave it
   * with all their seats, and the other reviews of new leads among them, one of which must be assured.
   * The rules about single rows hold elsewhere as they did.
   */
  private around(row: SeatRow): PlanView {
    const before = this.rowOf(row.review);
    const seats = seatsOf(row);
    const people = new Set([...seatsOf(before), ...seats].map(({ person }) => person));
    const seatsByPerson = new Map<string, Seat[]>();
    const rows = [row];
    const leads: Lead[] = [];
    for (const person of people) {
      const others = (this.plan.seatsByPerson.get(person) ?? []).filter(
        (seat) => seat.row !== before,
      );
      const here = seats.filter((seat) => seat.person === person);
      seatsByPerson.set(person, [...others, ...here]);
      for (const led of this.rowsLedByNew.get(person) ?? []) if (led !== before) rows.push(led);
      const lead = this.plan.leadsById.get(person);
      if (lead) leads.push(lead);
    }
    const pins = this.pinsByReview.get(row.review) ?? [];
    const problem = { ...this.problem, leads, pins };
    return { ...this.plan, problem, rows, seats, seatsByPerson };
  }

  private valued(row: SeatRow): ValuedSeat[] {
    return valuedSeats(this.problem, seatsOf(row), this.plan);
  }

  private led(lead: Lead): number {
    return this.ledBy.get(lead.id) ?? 0;
  }
}

function leadOf(seats: readonly ValuedSeat[]): Lead | undefined {
  return seats.find(({ role }) => role === 'LEAD')?.lead;
}

/** What is the same trouble however large it is: a person with seven seats too many has it with six, too. */
function troubleOf({ rule, people }: Breach): string {
  return `${rule} ${people.join(' ')}`;
}
