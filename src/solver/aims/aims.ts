import { roadKm } from '../distance.js';
import type { AimName } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { viewPlan } from '../rules/plan-rule.js';
import type { Aim } from './aim.js';
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

/** The value of every aim for a plan that breaks no rule. Integers. */
export function valueOf(problem: Problem, rows: readonly SeatRow[]): Map<AimName, number> {
  const { seats, leadsById, reviewsById } = viewPlan(problem, rows);
  const valued = seats.flatMap(({ row, role, person }) => {
    const lead = leadsById.get(person);
    const review = reviewsById.get(row.review);
    if (!lead || !review || row.week === null || row.window === null) return [];
    const km = roadKm(lead.home, review, problem.policy.roadFactor);
    return [{ lead, review, role, slot: { week: row.week, window: row.window }, roadKm: km }];
  });
  return new Map(
    aims.map((aim) => {
      const value = aim.seatValues(problem);
      const bySeat = valued.reduce((sum, seat) => sum + value(seat), 0);
      const byLoad = problem.leads.reduce((sum, lead) => {
        const led = valued.filter((seat) => seat.lead === lead && seat.role === 'LEAD').length;
        for (let n = 1; n <= led; n++) sum += aim.ofReviewLed(lead, n);
        return sum;
      }, 0);
      return [aim.name, aim.start(problem) + bySeat + byLoad];
    }),
  );
}
