import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { smallProblem } from '../../../test/crash/small-problem.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { StoredPlan } from '../plans/plan.entity.js';
import { FrozenProblem } from '../runs/frozen-problem.entity.js';
import { SeatExplanations } from './seat-explanations.service.js';

let database: TestDatabase;
let explanations: SeatExplanations;
let planId: string;
let covered: string[];

beforeAll(async () => {
  database = await createTestDatabase({ entities: [StoredPlan, FrozenProblem] });
  const solved = await storeSolvedRun(database.dataSource, smallProblem(7));
  planId = solved.planId;
  covered = solved.plan.reviews.filter(({ lead }) => lead !== null).map(({ review }) => review);
  explanations = new SeatExplanations(database.dataSource, new OpenedPlans(database.dataSource));
});
afterAll(async () => {
  await explanations.onModuleDestroy();
  await database.drop();
});

const keptFor = async (review: string): Promise<number> => {
  const rows = await database.dataSource.query<object[]>(
    `SELECT 1 FROM plan_answer WHERE kind = 'REVIEW_CANDIDATES' AND subject = $1`,
    [JSON.stringify([review])],
  );
  return rows.length;
};

describe('a ranking that is worked out', () => {
  it('is one for all who ask at once, and all hear it from its beginning', async () => {
    const question = { kind: 'REVIEW_CANDIDATES', review: covered[0] ?? '' } as const;
    const first = await explanations.ranking(planId, question);
    const begun = firstValueFrom(first.steps);
    const second = await explanations.ranking(planId, question);
    expect(second.steps).toBe(first.steps);
    const whole = lastValueFrom(second.steps);
    expect(await begun).toMatchObject({ kind: 'LIST' });
    expect(await whole).toMatchObject({ kind: 'ANSWER' });
    expect(await keptFor(question.review)).toBe(1);
  });

  it('is given up when the last listener leaves, and begun anew when somebody asks again', async () => {
    const question = { kind: 'REVIEW_CANDIDATES', review: covered[1] ?? '' } as const;
    const { steps } = await explanations.ranking(planId, question);
    expect(await firstValueFrom(steps)).toMatchObject({ kind: 'LIST' });
    // The next question waits in the same queue, so the one given up has ended by then.
    await explanations.why(planId, covered[0] ?? '');
    expect(await keptFor(question.review)).toBe(0);
    const { permitted } = await explanations.candidates(planId, question);
    expect(permitted[0]?.isPresent).toBe(true);
    expect(await keptFor(question.review)).toBe(1);
  });

  it('is broken off with a sentence when the service stops', async () => {
    const stopping = new SeatExplanations(
      database.dataSource,
      new OpenedPlans(database.dataSource),
    );
    const question = { kind: 'REVIEW_CANDIDATES', review: covered[2] ?? '' } as const;
    const { steps } = await stopping.ranking(planId, question);
    const whole = lastValueFrom(steps);
    await stopping.onModuleDestroy();
    await expect(whole).rejects.toMatchObject({
      status: 503,
      message: 'The service is stopping. Ask again once it is back.',
    });
  });
});
