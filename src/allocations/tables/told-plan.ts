import { readProblem } from '../../solver/file/read-problem.js';
import { type Plan } from '../../solver/plan.js';
import { type AboutPlan, type PlanTables, planTables } from './plan-tables.js';

/** A plan with all that is told of it, as plain data that can cross into a thread. */
export interface ToldPlan {
  /** The bytes of its problem file. */
  problem: Uint8Array;
  plan: Plan;
  about: AboutPlan;
}

/** @throws BadFile when the problem file is not one */
export function tablesOf({ problem, plan, about }: ToldPlan): PlanTables {
  return planTables(readProblem(problem), plan, about);
}
