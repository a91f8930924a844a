import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer, refusedWith } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { type Problem } from '../../solver/problem.js';
import { AllocationsModule } from '../allocations.module.js';
import { type CandidatesView, type WhyNotView, type WhyThisOneView } from './explanation.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
let planId: string;
let infeasibleId: string;

const noPlan = '11111111-1111-4111-8111-111111111111';
const days = 'Monday 11 to Wednesday 13 January 2027';

/** Ana or Ben leads the first school; nobody is free for the second. */
function named(name: string, changes: Partial<Problem> = {}): Problem {
  const problem = smallProblem([
    smallReview('R1'),
    {
      ...smallReview('R2', '100002'),
      windows: [{ week: '2027-03-29', window: 'WED_FRI', grade: 'PREFERRED' }],
    },
  ]);
  const [ana, ben] = problem.leads.map((lead) => ({ ...lead, isNew: false }));
  if (!ana || !ben) throw new Error('There are two people.');
  const further = { ...ben, home: { lat: 50.5, lon: 0 } };
  return { ...problem, name, leads: [ana, further], ...changes };
}

beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  ({ planId } = await storeSolvedRun(dataSource, named('With names'), { context: smallContext }));
  const pin = { review: 'R2', lead: 'L1' };
  ({ planId: infeasibleId } = await storeSolvedRun(dataSource, named('Pinned', { pins: [pin] })));
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [AllocationsModule],
  });
  await application.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function ask<Body>(path: string, plan = planId): Promise<Answer & { body: Body }> {
  const answer: Answer = await request(application.getHttpServer()).get(
    `/api/v1/plans/${plan}${path}`,
  );
  return answer as Answer & { body: Body };
}

/** Events of a stream until it ends, as pairs of type and data. */
async function events(path: string): Promise<[string, unknown][]> {
  const { port } = application.getHttpServer().address() as AddressInfo;
  const asked = get(`http://127.0.0.1:${port}/api/v1/plans/${planId}${path}`);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text
    .split('\n\n')
    .map((event): [string, unknown] => {
      const [, type = ''] = /^event: (.*)$/mu.exec(event) ?? [];
      const [, data = 'null'] = /^data: (.*)$/mu.exec(event) ?? [];
      return [type, JSON.parse(data === '' ? 'null' : data)];
    })
    .filter(([type]) => type !== '' && type !== 'heartbeat');
}

describe('explanations of lead seats over HTTP', () => {
  it('say why this one, with names, dates and miles', async () => {
    const { status, body } = await ask<WhyThisOneView>('/reviews/R1/why');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      school: 'St Mary’s, Hove',
      name: 'Ana Ní Bhriain',
      facts: { days, miles: 90 },
      without: { isPossible: true, price: { firstAim: 'fit', verdict: 'LOSS' } },
      nextBest: { name: 'Ben Linnet' },
    });
    expect(body.words).toContain(
      'In the best plan without Ana Ní Bhriain here, Ben Linnet leads it, and the plan is the worse for it.',
    );
  });

  it('say why not somebody, for any seat', async () => {
    const { body } = await ask<WhyNotView>('/reviews/R1/why-not/L2');
    expect(body).toMatchObject({
      name: 'Ben Linnet',
      role: 'LEAD',
      hasSeat: false,
      isPermitted: true,
    });
    expect(body.words[0]).toBe('Ben Linnet may lead St Mary’s, Hove.');
    const refused = await ask<WhyNotView>('/reviews/R2/why-not/L1?seat=SHADOW');
    expect(refused.body).toMatchObject({ role: 'SHADOW', isPermitted: false, chosen: null });
  });

  it('rank who could lead a review', async () => {
    const { status, body } = await ask<CandidatesView>('/reviews/R1/candidates');
    expect(status).toBe(200);
    expect(body.permitted.map(({ name }) => name)).toEqual(['Ana Ní Bhriain', 'Ben Linnet']);
    expect(body.permitted[0]?.alternative.price?.verdict).toBe('NOTHING');
  });

  it('rank what somebody could lead in a window', async () => {
    const path = '/lead-reviewers/L2/candidates?week=2027-01-11&window=MON_WED';
    const { body } = await ask<CandidatesView>(path);
    expect(body.permitted.map(({ school }) => school)).toEqual(['St Mary’s, Hove']);
    expect(body.refused[0]?.words[0]).toBe(`Vale School, Leeds does not accept ${days}.`);
  });

  it('tell a ranking as it is worked out, and at once when it is known', async () => {
    const path = '/reviews/R2/candidates/events';
    const first = await events(path);
    expect(first.map(([type]) => type)).toEqual(['list', 'ended']);
    expect(first[0]?.[1]).toMatchObject({ toPrice: 0, refused: [{ lead: 'L1' }, { lead: 'L2' }] });
    const window = '/lead-reviewers/L1/candidates/events?week=2027-01-11&window=MON_WED';
    const told = await events(window);
    expect(told.map(([type]) => type)).toEqual(['list', 'candidate', 'ended']);
    expect(told[1]?.[1]).toMatchObject({ review: 'R1', isPresent: true });
    expect(told[2]?.[1]).toMatchObject({ permitted: [told[1]?.[1]] });
    expect((await events(window)).map(([type]) => type)).toEqual(['ended']);
    const { body } = await ask<CandidatesView>(window.replace('/events', ''));
    expect(told[2]?.[1]).toEqual(body);
  });

  it('are kept, and are the same when they are asked for again', async () => {
    const { body } = await ask('/reviews/R1/why');
    expect((await ask('/reviews/R1/why')).body).toEqual(body);
    const kept = await database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM plan_answer WHERE plan_id = $1 AND kind = 'WHY'`,
      [planId],
    );
    expect(kept).toEqual([{ subject: '["R1"]' }]);
    await expect(
      database.dataSource.query(`UPDATE plan_answer SET answer = '{}'`),
    ).rejects.toThrow();
  });

  it('refuse what is not there, in words, also as a stream', async () => {
    const slot = 'week=2027-01-11&window=MON_WED';
    for (const path of [
      '/reviews/R9/why',
      '/reviews/R9/why-not/L1',
      '/reviews/R1/why-not/L9',
      '/reviews/R9/candidates',
      '/reviews/R9/candidates/events',
      `/lead-reviewers/L9/candidates?${slot}`,
      `/lead-reviewers/L9/candidates/events?${slot}`,
      '/lead-reviewers/L1/candidates?week=2027-01-18&window=MON_WED',
    ]) {
      expect([path, ...refusedWith(await ask(path))]).toEqual([path, 404, 'NOT_FOUND']);
    }
    expect(refusedWith(await ask('/reviews/R1/why', noPlan))).toEqual([404, 'NOT_FOUND']);
    const { body } = await ask<{ detail: string }>(
      '/lead-reviewers/L1/candidates?week=2027-01-12&window=MON_WED',
    );
    expect(body.detail).toBe(
      'There is no school week of 12 January 2027 in this plan. Name the Monday of one of its weeks.',
    );
  });

  it('refuse what makes no sense', async () => {
    for (const path of [
      '/lead-reviewers/L1/candidates',
      '/lead-reviewers/L1/candidates/events?week=2027-01-11',
      '/reviews/R1/why-not/L1?seat=CHAIR',
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 400]);
    }
    expect((await ask('/reviews/R1/candidates/events', 'x')).status).toBe(400);
  });

  it('refuse a review without a lead, and a plan that is none', async () => {
    expect(refusedWith(await ask('/reviews/R2/why'))).toEqual([409, 'REVIEW_HAS_NO_LEAD']);
    expect(refusedWith(await ask('/reviews/R1/why', infeasibleId))).toEqual([
      409,
      'PLAN_IS_INFEASIBLE',
    ]);
  });
});
