import { roadKm } from '../distance.js';
import type { AimName } from '../plan.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { type PlanView, type ProblemIndex, type Seat, viewPlan } from '../rules/plan-rule.js';
import type { Aim, ValuedSeat } from './aim.js';
import { balance } from './balance.js';
import { changes } from './changes.js';
import { commitment } from './commitment.js';
import { company } from './company.js';
import { coverage } from './coverage.js';
import { fit } from './fit.js';
import { shadowing } from './shadowing.js';

/** The seven aims in their order: each outranks all that follow. */
export const aims: readonly Aim[] = [
  coverage,
  changes,
  shadowing,
  commitment,
  balance,
  fit,
  company,
];

/**
 * The value of every aim for a plan that breaks no rule. Integers. For one that does, what its seats and loads come to
 * all the same; a seat of somebody or something that the problem does not know counts nothing.
 */
export function valueOf(problem: Problem, rows: readonly SeatRow[]): Map<AimName, number> {
  return valuesIn(viewPlan(problem, rows));
}

/** As `valueOf`, of a plan that is looked at anyway. */
export function valuesIn(plan: PlanView): Map<AimName, number> {
  const { problem } = plan;
  const valued = valuedSeats(problem, plan.seats, plan);
  const reviewsLed = new Map<Lead, number>();
  for (const { lead, role } of valued) {
    if (role === 'LEAD') reviewsLed.set(lead, (reviewsLed.get(lead) ?? 0) + 1);
  }
  return new Map(aims.map((aim) => [aim.name, valueOfAim(aim, problem, valued, reviewsLed)]));
}

/** Asked for every plan on the way of a solve, so plain loops. */
function valueOfAim(
  aim: Aim,
  problem: Problem,
  valued: readonly ValuedSeat[],
  reviewsLed: ReadonlyMap<Lead, number>,
): number {
  const ofSeat = aim.seatValues(problem);
  let value = aim.start(problem);
  for (const seat of valued) value += ofSeat(seat);
  for (const [lead, led] of reviewsLed) {
    for (let n = 1; n <= led; n++) value += aim.ofReviewLed(lead, n);
  }
  return value;
}

/** Seats as the aims see them; those of nobody, nothing or no slot are left out. */
export function valuedSeats(
  problem: Problem,
  seats: readonly Seat[],
  { leadsById, reviewsById }: ProblemIndex,
): ValuedSeat[] {
  const valued: ValuedSeat[] = [];
  for (const { row, role, person } of seats) {
    const lead = leadsById.get(person);
    const review = reviewsById.get(row.review);
    if (!lead || !review || row.week === null || row.window === null) continue;
    const km = roadKm(lead.home, review, problem.policy.roadFactor);
    const slot = { week: row.week, window: row.window };
    valued.push({ lead, review, role, slot, roadKm: km });
  }
  return valued;
}
