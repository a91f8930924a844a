import type { Lead, Problem, Review, Role, SeatRow } from '../problem.js';

/** A plan row that has a lead and a slot. */
export type LedRow = SeatRow & { lead: string; week: string; window: 'MON_WED' | 'WED_FRI' };

/** A person's place in a plan. */
export interface Seat {
  row: SeatRow;
  role: Role;
  person: string;
}

/** A plan's rows with what the rules ask of them. */
export interface PlanView {
  problem: Problem;
  rows: readonly SeatRow[];
  leadsById: ReadonlyMap<string, Lead>;
  reviewsById: ReadonlyMap<string, Review>;
  seats: readonly Seat[];
  seatsByPerson: ReadonlyMap<string, readonly Seat[]>;
}

/** A hard rule over a whole plan (`docs/problem-format.md`, "Hard rules", 1 to 5). */
export interface PlanRule {
  name: string;
  /** The rule as staff would say it. */
  title: string;
  /** Every way in which the plan breaks the rule, each a sentence; none when it is kept. */
  breaches(plan: PlanView): string[];
}

/** Who sits on a row, in the order of the roles. */
export function seatsOf(row: SeatRow): Seat[] {
  const holders: [Role, string | null][] = [
    ['LEAD', row.lead],
    ['QUALITY_ASSURER', row.qualityAssurer],
    ['SHADOW', row.shadow],
  ];
  return holders.flatMap(([role, person]) => (person === null ? [] : [{ row, role, person }]));
}

export function viewPlan(problem: Problem, rows: readonly SeatRow[]): PlanView {
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
    leadsById: new Map(problem.leads.map((lead) => [lead.id, lead])),
    reviewsById: new Map(problem.reviews.map((review) => [review.id, review])),
    seats,
    seatsByPerson,
  };
}
