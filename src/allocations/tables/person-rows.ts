import { type Plan } from '../../solver/plan.js';
import {
  type Lead,
  type Problem,
  type Review,
  type Role,
  type SeatRow,
  type Window,
} from '../../solver/problem.js';
import { type PlanNames } from '../summary/plan-names.js';
import { isOvernight, milesTo } from './allocation-rows.js';

/** A seat that the plan gives to somebody. */
export interface PersonSeat {
  role: Role;
  /** The Monday, a civil date. */
  week: string;
  window: Window;
  school: string;
}

/** What the plan asks of one person. */
export interface PersonRow {
  person: string;
  roles: Role[];
  isNew: boolean;
  reviewsLed: number;
  target: number;
  /** Of the year: the minimum, and what was led in earlier terms. */
  minimum: number;
  done: number;
  /** Leading, assuring and shadowing, in order of time. */
  seats: PersonSeat[];
  /** By road, one way, to every seat; to one decimal. */
  miles: number;
  /** Seats further away than the policy's overnight distance. */
  overnights: number;
}

const SEATS = [
  ['lead', 'LEAD'],
  ['qualityAssurer', 'QUALITY_ASSURER'],
  ['shadow', 'SHADOW'],
] as const satisfies [keyof SeatRow, Role][];

/** In the order of their names. */
export function personRows(problem: Problem, plan: Plan, names: PlanNames): PersonRow[] {
  const reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  return problem.leads
    .map((lead) => personRow(problem, lead, takenBy(lead, plan, reviews), names))
    .sort((one, other) => one.person.localeCompare(other.person, 'en-GB'));
}

interface Taken {
  role: Role;
  row: SeatRow & { week: string; window: Window };
  review: Review;
}

function takenBy(lead: Lead, plan: Plan, reviews: ReadonlyMap<string, Review>): Taken[] {
  const taken = plan.reviews.flatMap((row): Taken[] => {
    const { week, window } = row;
    const review = reviews.get(row.review);
    const seat = SEATS.find(([field]) => row[field] === lead.id);
    if (week === null || window === null || !review || !seat) return [];
    return [{ role: seat[1], row: { ...row, week, window }, review }];
  });
  return taken.sort((one, other) => (one.row.week < other.row.week ? -1 : 1));
}

function personRow(
  problem: Problem,
  lead: Lead,
  taken: readonly Taken[],
  names: PlanNames,
): PersonRow {
  const { id, roles, isNew, commitment } = lead;
  const miles = taken.reduce((sum, { review }) => sum + milesTo(problem, lead, review), 0);
  return {
    person: names.person(id),
    roles,
    isNew,
    reviewsLed: taken.filter(({ role }) => role === 'LEAD').length,
    target: commitment.target,
    minimum: commitment.minimum,
    done: commitment.done,
    seats: taken.map(({ role, row: { review, week, window } }) => ({
      role,
      week,
      window,
      school: names.schoolContext(review) ? names.school(review) : review,
    })),
    miles: Math.round(miles * 10) / 10,
    overnights: taken.filter(({ review }) => isOvernight(problem, lead, review)).length,
  };
}
