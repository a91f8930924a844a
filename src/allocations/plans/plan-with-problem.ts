import { type DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { StoredPlan } from './plan.entity.js';

/**
 * A plan about which something can be asked, with the problem that it solves.
 *
 * @throws Refusal when there is no such plan, or it is the proof that there is none
 */
export async function planWithProblem(
  dataSource: DataSource,
  id: string,
): Promise<{ plan: StoredPlan; problem: FrozenProblem }> {
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
