import { tablesOf, type ToldPlan } from '../../allocations/tables/told-plan.js';
import { planCsv, planWorkbook } from './plan-workbook.js';

/** The workbook of a plan, from facts that can cross into a thread. */
export function toldPlanWorkbook(told: ToldPlan): Promise<Uint8Array> {
  return planWorkbook(tablesOf(told));
}

/** The allocation of a plan as CSV, likewise. */
export function toldPlanCsv(told: ToldPlan): string {
  return planCsv(tablesOf(told));
}
