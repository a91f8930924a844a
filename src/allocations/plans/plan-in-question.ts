import { type DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { StoredPlan } from './plan.entity.js';

/** A plan that has seats, with the problem that it solves. */
export interface PlanInQuestion {
  plan: StoredPlan;
  problem: FrozenProblem;
}

/** @throws Refusal when there is no such plan, or it is the proof that there is none */
export async function findPlanInQuestion(
  dataSource: DataSource,
  id: string,
): Promise<PlanInQuestion> {
  const plan = await dataSource.getRepository(StoredPlan).findOneBy({ id });
  if (plan === null) throw new Refusal('NOT_FOUND', `There is no plan ${id}.`);
  if (plan.status === 'INFEASIBLE') {
    throw new Refusal(
      'PLAN_IS_INFEASIBLE',
      'No plan keeps all pins, so there is nothing to show. Drop one of the pins in its conflict and run again.',
      409,
    );
  }
  const problem = await dataSource
    .getRepository(FrozenProblem)
    .findOneByOrFail({ sha256: plan.problemSha256 });
  return { plan, problem };
}
