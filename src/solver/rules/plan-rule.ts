import type { Lead, Problem, Review, Role, SeatRow } from '../problem.js';
import type { SeatRule } from './seat-rule.js';

/** A plan row that has a lead and a slot. */
export type LedRow = SeatRow & { lead: string; week: string; window: 'MON_WED' | 'WED_FRI' };

/** A person's place in a plan. */
export interface Seat {
  row: SeatRow;
  role: Role;
  person: string;
}

/** The people and reviews of a problem by their ids. */
export interface ProblemIndex {
  leadsById: ReadonlyMap<string, Lead>;
  reviewsById: ReadonlyMap<string, Review>;
}

/** A plan's rows with what the rules ask of them. */
export interface PlanView extends ProblemIndex {
  problem: Problem;
  rows: readonly SeatRow[];
  seats: readonly Seat[];
  seatsByPerson: ReadonlyMap<string, readonly Seat[]>;
}

/** One way in which a plan breaks a hard rule. */
export interface Breach {
  /** The name of the rule: of the one about a seat alone where that is what is broken. */
  rule: string;
  /** The rule as staff would say it. */
  title: string;
  /** What is wrong, for people; names reviews and people by their ids. */
  sentence: string;
  /** The reviews that a remedy could begin with; never one that has nothing to do with it. */
  reviews: readonly string[];
  people: readonly string[];
}

/** A breach as the rule itself tells it: without its own name, unless it speaks for a rule about one seat. */
export type Found = Omit<Breach, 'rule' | 'title'> & {
  seatRule?: Pick<SeatRule, 'name' | 'title'>;
};

/** A hard rule over a whole plan (`docs/problem-format.md`, "Hard rules", 1 to 5). */
export interface PlanRule {
  name: string;
  /** The rule as staff would say it. */
  title: string;
  /** Every way in which the plan breaks the rule; none when it is kept. */
  breaches(plan: PlanView): Found[];
}

/** Who sits on a row, in the order of the roles. */
export function seatsOf(row: SeatRow): Seat[] {
  const seats: Seat[] = [];
  if (row.lead !== null) seats.push({ row, role: 'LEAD', person: row.lead });
  if (row.qualityAssurer !== null) {
    seats.push({ row, role: 'QUALITY_ASSURER', person: row.qualityAssurer });
  }
  if (row.shadow !== null) seats.push({ row, role: 'SHADOW', person: row.shadow });
  return seats;
}

/** Whether a row, or a pin, gives somebody one of its seats. */
export function sitsOn(
  { lead, qualityAssurer, shadow }: Partial<Pick<SeatRow, 'lead' | 'qualityAssurer' | 'shadow'>>,
  person: string,
): boolean {
  return [lead, qualityAssurer, shadow].includes(person);
}

/** "1 seat", "3 seats" */
export function seatsInWords(count: number): string {
  return `${count} ${count === 1 ? 'seat' : 'seats'}`;
}

export function indexProblem({ leads, reviews }: Problem): ProblemIndex {
  return {
    leadsById: new Map(leads.map((lead) => [lead.id, lead])),
    reviewsById: new Map(reviews.map((review) => [review.id, review])),
  };
}

export function viewPlan(
  problem: Problem,
  rows: readonly SeatRow[],
  index = indexProblem(problem),
): PlanView {
  const seats = rows.flatMap(seatsOf);
  const seatsByPerson = new Map<string, Seat[]>();
  for (const seat of seats) {
    const theirs = seatsByPerson.get(seat.person);
    if (theirs) theirs.push(seat);
    else seatsByPerson.set(seat.person, [seat]);
  }
  return {
    problem,
    rows,
    ...index,
    seats,
    seatsByPerson,
  };
}
