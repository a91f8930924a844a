import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { generateProblem } from '../../../scripts/generate-problem.js';
import { type SeatRow } from '../../solver/problem.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { StoredPlan } from '../plans/plan.entity.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { SeatExplanations } from './seat-explanations.service.js';
import { WhatIfs } from './what-ifs.service.js';

let database: TestDatabase;
let whatIfs: WhatIfs;
let seats: SeatExplanations;
let longPlan: string;
let otherPlan: string;
let led: SeatRow[];

beforeAll(async () => {
  database = await createTestDatabase({ entities: [StoredPlan, FrozenProblem] });
  const plans = new OpenedPlans(database.dataSource);
  whatIfs = new WhatIfs(database.dataSource, plans);
  seats = new SeatExplanations(database.dataSource, plans);
  const of = { leads: 100, reviews: 160, weeks: 12 };
  ({ planId: longPlan } = await storeSolvedRun(
    database.dataSource,
    generateProblem({ ...of, seed: 1 }),
  ));
  const other = await storeSolvedRun(
    database.dataSource,
    generateProblem({ leads: 12, reviews: 20, weeks: 6, seed: 2 }),
  );
  otherPlan = other.planId;
  led = other.plan.reviews.filter(({ lead }) => lead !== null);
}, 120_000);
afterAll(async () => {
  await Promise.all([whatIfs.onModuleDestroy(), seats.onModuleDestroy()]);
  await database.drop();
});

describe('while somebody’s drop-outs and re-plan of a whole term are worked out', () => {
  const isWorking = async (): Promise<boolean> => {
    const { soFar } = await whatIfs.dropOuts(longPlan, 0);
    const rePlan = await whatIfs.disturbance(longPlan, { further: 5, wait: 0 });
    return soFar.state === 'WORKING' && rePlan.soFar.state === 'WORKING';
  };

  it('somebody else’s why, why-not and drop-out of one person are answered', async () => {
    expect(await isWorking()).toBe(true);
    const [one, two] = led as [SeatRow, SeatRow];
    await seats.why(otherPlan, one.review);
    const whyNot = await seats.whyNot(otherPlan, one.review, two.lead ?? '', 'LEAD');
    expect(whyNot.review).toBe(one.review);
    const { soFar } = await whatIfs.dropOut(otherPlan, two.lead ?? '', 30);
    expect(soFar.state).toBe('DONE');
    // Still: they have not waited for it.
    expect(await isWorking()).toBe(true);
  }, 60_000);
});
