import { type EntityManager } from 'typeorm';
import { StoredPlan } from './plan.entity.js';

/** The newest plan of a term that has seats, whichever run or person made it; null where there is none. */
export function newestPlanOf(manager: EntityManager, termId: string): Promise<StoredPlan | null> {
  return manager
    .createQueryBuilder(StoredPlan, 'plan')
    .where('plan.termId = :termId', { termId })
    .andWhere("plan.status <> 'INFEASIBLE'")
    .orderBy('plan.createdAt', 'DESC')
    .addOrderBy('plan.id', 'DESC')
    .limit(1)
    .getOne();
}

/** Who leads what in a plan and when, by review; null: nobody. */
export interface PlannedLead {
  lead: string;
  week: string;
  window: 'MON_WED' | 'WED_FRI';
}

/** What a plan says of each of its reviews. */
export function plannedLeads(plan: StoredPlan | null): Map<string, PlannedLead | null> {
  const rows = plan?.content.reviews ?? [];
  return new Map(
    rows.map(({ review, lead, week, window }) => [
      review,
      lead === null || week === null || window === null ? null : { lead, week, window },
    ]),
  );
}
