import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { runApplication, SPRING_2027 } from '../../../test/runs/run-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { createLogger } from '../../platform/logging.js';
import { prepareWeb } from '../../platform/web.js';
import { type Pin, type Problem } from '../../solver/problem.js';
import { type PlansSideBySideView } from '../comparison/plan-comparison.schema.js';
import { type PlanView } from '../plans/plan.schema.js';
import { type RunView } from '../runs/run.schema.js';
import { type RunChoices } from './run-choices.js';

const noPlan = '11111111-1111-4111-8111-111111111111';

/** An established lead for either of two schools. */
function term(name: string, pins: Pin[] = []): Problem {
  const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
  return {
    ...problem,
    name,
    pins,
    leads: problem.leads.map((lead) => ({ ...lead, isNew: false })),
  };
}

describe('a run before it is asked for, and what it has come to', () => {
  let database: TestDatabase;
  let web: NestExpressApplication;
  let frozen = term('Spring 2027');
  let context = smallContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(SPRING_2027);
    web = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: () => Promise.resolve({ problem: frozen, context, policyName: 'Standard' }),
    });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.init();
  });
  afterAll(async () => {
    await web.close();
    await database.drop();
  });

  async function get<Body>(path: string): Promise<{ status: number; body: Body }> {
    return request(web.getHttpServer()).get(`/api/v1/${path}`);
  }
  async function solved(problem: Problem): Promise<{ runId: string; planId: string }> {
    return storeSolvedRun(database.dataSource, problem, {
      context: smallContext,
      termId: 'spring-2027',
    });
  }

  it('says what can be chosen, who takes part and who is left out', async () => {
    const { status, body } = await get<RunChoices>('terms/spring-2027/run-choices');
    expect(status).toBe(200);
    expect(body.asOfInWords).toBe('Monday 21 December 2026');
    expect(body.policies.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Standard', true],
      ['Least travel', false],
      ['Wishes first', false],
    ]);
    expect(body.scope).toMatchObject({
      words: '2 reviews of the term and 2 people who can have a seat take part.',
      leftOut: [
        { kind: 'Lead Reviewer', who: 'Zoe Quiet' },
        { kind: 'School', who: 'Silent School, York' },
      ],
    });
    expect(body.kept).toEqual({
      words: 'Nobody has accepted a review of this term yet, so nothing is kept as it is.',
      reviews: [],
      notKept: [],
    });
  });

  it('names what was accepted and is not kept', async () => {
    frozen = term('Spring 2027');
    context = {
      ...smallContext,
      notKept: ['L2 accepted R2 and is no longer able: DBS check runs out'],
    };
    const { body } = await get<RunChoices>('terms/spring-2027/run-choices');
    context = smallContext;
    expect(body.kept).toEqual({
      words:
        'Nothing is kept as it is: nobody who has accepted a review of this term is able to do it any more.',
      reviews: [],
      notKept: [
        'Ben Linnet accepted Vale School, Leeds and is no longer able: DBS check runs out.',
      ],
    });
  });

  it('names what every run keeps', async () => {
    frozen = term('Spring 2027', [{ review: 'R2', lead: 'L2' }]);
    const { body } = await get<RunChoices>('terms/spring-2027/run-choices');
    expect(body.kept.words).toMatch(/^1 review is kept as it is/);
    expect(body.kept.reviews).toEqual([
      {
        review: 'R2',
        school: 'Vale School, Leeds',
        words: 'Vale School, Leeds is pinned to Ben Linnet.',
      },
    ]);
  });

  it('names what of the newest plan could stay besides, but not what every run keeps', async () => {
    frozen = term('Spring 2027');
    const none = await get<RunChoices>('terms/spring-2027/run-choices');
    expect(none.body.plan).toBeNull();
    const { planId } = await solved(term('Pinned', [{ review: 'R2', lead: 'L2' }]));
    const { body } = await get<RunChoices>('terms/spring-2027/run-choices');
    expect(body.plan).toMatchObject({
      id: planId,
      words: 'Nothing is pinned in it.',
      pinned: 0,
      reviews: [
        { review: 'R1', school: 'St Mary’s, Hove', region: 'South East', isPinned: false },
        { review: 'R2', school: 'Vale School, Leeds', isPinned: false },
      ],
    });
    expect(body.plan?.reviews[1]?.words).toMatch(/^Ben Linnet leads on Monday 11 to/);
    frozen = term('Spring 2027', [{ review: 'R2', lead: 'L2' }]);
    const kept = await get<RunChoices>('terms/spring-2027/run-choices');
    expect(kept.body.plan?.reviews.map(({ review }) => review)).toEqual(['R1']);
  });

  it('refuses a term that is not there', async () => {
    expect((await get('terms/spring-2031/run-choices')).status).toBe(404);
  });

  it('tells what a run came to, aim by aim', async () => {
    const { runId } = await solved(term('Solved'));
    const { body } = await get<RunView>(`allocation-runs/${runId}`);
    expect(body.outcome).toEqual({
      covered: 2,
      reviews: 2,
      isProven: true,
      pinned: 0,
      words:
        '2 of 2 reviews have a lead. Proven: no other plan serves the aims better, in their order.',
    });
    expect(body.canUseBest).toBe(false);
    expect(body.aims).toHaveLength(7);
  });

  it('says that what is best is so among the plans that keep what was pinned by hand', async () => {
    const pinned = term('Around', [{ review: 'R2', lead: 'L2' }]);
    const { runId } = await storeSolvedRun(database.dataSource, pinned, {
      context: { ...smallContext, pinnedByHand: ['R2'] },
    });
    const { body } = await get<RunView>(`allocation-runs/${runId}`);
    expect(body.outcome).toMatchObject({ isProven: true, pinned: 1 });
    expect(body.outcome?.words).toMatch(
      /no other plan that keeps the 1 pinned review serves the aims better, in their order\.$/u,
    );
  });

  it('names the pins that cannot hold together', async () => {
    const slot = { week: '2027-01-11', window: 'MON_WED' as const };
    const both = ['R1', 'R2'].map((review) => ({ review, lead: 'L2', ...slot }));
    const { runId } = await solved(term('Impossible', both));
    expect((await get<RunView>(`allocation-runs/${runId}`)).body.outcome).toBeNull();
    const { body } = await get<PlanView>(`allocation-runs/${runId}/plan`);
    expect(body.conflict.map(({ words }) => words)).toEqual([
      'St Mary’s, Hove is pinned to Ben Linnet on Monday 11 to Wednesday 13 January 2027.',
      'Vale School, Leeds is pinned to Ben Linnet on Monday 11 to Wednesday 13 January 2027.',
    ]);
    expect(body.conflict[0]?.rules).toEqual(['At most one review a week']);
  });

  it('sets plans side by side, by their names', async () => {
    const one = await solved(term('One'));
    const other = await solved(term('Other', [{ review: 'R1', lead: 'L2' }]));
    const path = `plans/${one.planId}/side-by-side`;
    const { status, body } = await get<PlansSideBySideView>(`${path}?with=${other.planId}`);
    expect(status).toBe(200);
    expect(body.plans.map(({ id }) => id)).toEqual([one.planId, other.planId]);
    expect(body.plans[0]?.name).toMatch(/^Run of .* \(Standard\), version 1$/);
    expect(body.plans[0]).toMatchObject({ isNewest: true, covered: 2, reviews: 2 });
    expect(body.isComparable).toBe(false);
    const same = await get<PlansSideBySideView>(`${path}?with=${one.planId},${one.planId}`);
    expect(same.body).toMatchObject({
      isComparable: true,
      verdict: 'All serve the aims alike.',
      reviews: [],
      people: [],
    });
  });

  it('compares no plan that is not there, or that is none', async () => {
    const { planId } = await solved(term('Third'));
    expect((await get(`plans/${planId}/side-by-side?with=${noPlan}`)).status).toBe(404);
    expect((await get(`plans/${planId}/side-by-side?with=x`)).status).toBe(400);
    expect((await get(`plans/${planId}/side-by-side`)).status).toBe(400);
  });
});
