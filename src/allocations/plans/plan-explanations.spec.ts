import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { tablesOf } from '../tables/told-plan.js';
import { OpenedPlans } from './opened-plans.js';
import { PlanExplanations } from './plan-explanations.service.js';
import { StoredPlan } from './plan.entity.js';

let database: TestDatabase;
let explanations: PlanExplanations;
beforeAll(async () => {
  database = await createTestDatabase({ entities: [StoredPlan, FrozenProblem] });
  explanations = new PlanExplanations(database.dataSource, new OpenedPlans(database.dataSource));
});
afterAll(async () => {
  await explanations.onModuleDestroy();
  await database.drop();
});

/** Nobody is available in the only window of the second school. */
function oneGap(name: string): ReturnType<typeof smallProblem> {
  const late = { week: '2027-03-29', window: 'WED_FRI', grade: 'PREFERRED' } as const;
  const problem = smallProblem([
    smallReview('R1'),
    { ...smallReview('R2', '100002'), windows: [late] },
  ]);
  const leads = problem.leads.map((lead) => ({ ...lead, isNew: false }));
  return { ...problem, name, leads };
}

describe('why a review of a stored plan has no lead', () => {
  it('is told with the names that were frozen with the problem, and kept', async () => {
    const { planId } = await storeSolvedRun(database.dataSource, oneGap('With names'), {
      context: smallContext,
    });
    const [gap, ...others] = await explanations.uncovered(planId);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      review: 'R2',
      rules: [{ rule: 'personIsAvailable', leads: 2, alone: 2 }],
      oneFact: {
        words: 'Ana Ní Bhriain could review on Wednesday 31 March to Friday 2 April 2027',
        subject: 'L1',
        lead: 'L1',
      },
    });
    await explanations.onModuleDestroy();
    const later = new PlanExplanations(database.dataSource, new OpenedPlans(database.dataSource));
    expect(await later.uncovered(planId)).toEqual([gap]);
    const { told, name } = await later.told(planId);
    expect(tablesOf(told).gaps[0]?.why.remedy[0]).toMatch(
      /^It would be covered if Ana Ní Bhriain could/,
    );
    expect(name).toBe(`${planId}-allocation`);
    await later.onModuleDestroy();
  });

  it('keeps the references of a problem file', async () => {
    const { planId } = await storeSolvedRun(database.dataSource, oneGap('Without names'));
    explanations = new PlanExplanations(database.dataSource, new OpenedPlans(database.dataSource));
    const [gap] = await explanations.uncovered(planId);
    expect(gap?.oneFact?.words).toMatch(/^L1 could review on Wednesday 31 March/);
  });

  it('is broken off with a sentence when the service stops', async () => {
    const { planId } = await storeSolvedRun(database.dataSource, oneGap('Broken off'));
    const broken = expect(explanations.uncovered(planId)).rejects.toMatchObject({
      status: 503,
      message: 'The service is stopping. Ask again once it is back.',
    });
    await explanations.onModuleDestroy();
    await broken;
  });
});
