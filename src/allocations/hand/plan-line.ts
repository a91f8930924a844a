import { type EntityManager, In } from 'typeorm';
import { StoredPlan } from '../plans/plan.entity.js';

/** All versions of the plan's line, from the first to the newest; each but the first goes on from the one before. */
export async function lineOf(manager: EntityManager, planId: string): Promise<StoredPlan[]> {
  const found: { id: string }[] = await manager.query(
    `WITH RECURSIVE earlier AS (
       SELECT id, parent_id FROM plan WHERE id = $1
       UNION ALL SELECT plan.id, plan.parent_id FROM plan JOIN earlier ON plan.id = earlier.parent_id
     ), line AS (
       SELECT id FROM earlier WHERE parent_id IS NULL
       UNION ALL SELECT plan.id FROM plan JOIN line ON plan.parent_id = line.id
     )
     SELECT id FROM line`,
    [planId],
  );
  return manager.getRepository(StoredPlan).find({
    where: { id: In(found.map(({ id }) => id)) },
    order: { version: 'ASC' },
  });
}
