import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import request from 'supertest';
import { smallProblem, smallProblemFile } from '../../../test/crash/small-problem.js';
import { ended, runApplication, SPRING_2027 } from '../../../test/runs/run-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createLogger } from '../../platform/logging.js';
import { prepareWeb } from '../../platform/web.js';
import { sha256 } from '../../solver/file/sha256.js';
import { type RunView } from './run.schema.js';

const runs = '/api/v1/allocation-runs';
const noRun = '11111111-1111-4111-8111-111111111111';

/** A reply whose body nobody has looked at yet. */
interface Reply {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  text: string;
}

describe('allocation runs over HTTP', () => {
  let database: TestDatabase;
  let web: NestExpressApplication;
  let worker: NestExpressApplication;
  let frozenSeed = 1;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(SPRING_2027);
    web = await runApplication({
      databaseUrl: database.url,
      works: false,
      freezeTerm: (_manager, _term, { policy = 'Standard' }) =>
        Promise.resolve({ problem: smallProblem(frozenSeed), context: {}, policyName: policy }),
    });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.listen(0, '127.0.0.1');
    worker = await runApplication({ databaseUrl: database.url, works: true });
  });
  afterAll(async () => {
    await worker.close();
    await web.close();
    await database.drop();
  });

  function api(): ReturnType<typeof request> {
    return request(web.getHttpServer());
  }

  /** Sends the file's very bytes. */
  async function post(seed: number, key?: string): Promise<Reply> {
    const sent = api().post(runs).type('application/json');
    if (key !== undefined) void sent.set('Idempotency-Key', key);
    return sent.send(smallProblemFile(seed).toString('utf8'));
  }

  async function change(runId: string, sql: string): Promise<void> {
    await database.dataSource.query(`UPDATE allocation_run SET ${sql} WHERE id = $1`, [runId]);
  }

  describe('before a worker takes them up', () => {
    it('answers 202 with the run and its address', async () => {
      const { status, body, headers } = await post(1);
      const run = body as RunView;
      expect(status).toBe(202);
      expect(run).toMatchObject({
        name: 'Small problem 1',
        state: 'QUEUED',
        termId: null,
        policy: 'As in the file',
        problemSha256: sha256(smallProblemFile(1)),
        requestedBy: 'Operations',
        progress: [],
        planId: null,
      });
      expect(headers.location).toBe(`${runs}/${run.id}`);
      expect((await api().get(`${runs}/${run.id}`)).body).toEqual(run);
    });

    it('keeps the very bytes of the problem', async () => {
      const spaced = ` ${smallProblemFile(1).toString('utf8')}\n`;
      const { body } = (await api().post(runs).type('application/json').send(spaced)) as Reply;
      const file = await api()
        .get(`${runs}/${(body as RunView).id}/problem`)
        .buffer(true);
      expect(file.headers['content-type']).toContain('application/json');
      expect(sha256(Buffer.from(file.text))).toBe(sha256(Buffer.from(spaced)));
    });

    it('freezes a term', async () => {
      frozenSeed = 2;
      const { status, body } = (await api()
        .post(runs)
        .send({ termId: 'spring-2027', policy: 'Least travel' })) as Reply;
      expect(status).toBe(202);
      expect(body).toMatchObject({ termId: 'spring-2027', policy: 'Least travel' });
    });

    it('takes the same request under the same key for one, also at the same time', async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => post(3, 'key-one')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 202]);
      expect(new Set(answers.map(({ body }) => (body as RunView).id)).size).toBe(1);
    });

    it('refuses another request under a used key, and a key that is too long', async () => {
      await post(4, 'key-two');
      expect((await post(5, 'key-two')).body).toMatchObject({
        status: 422,
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect((await post(5, 'k'.repeat(201))).body).toMatchObject({ code: 'BAD_IDEMPOTENCY_KEY' });
    });

    it('names each fault of a bad problem file, and stores nothing', async () => {
      const bad = { ...smallProblem(6), weeks: ['2027-01-12'], name: 7 };
      const { status, body } = (await api().post(runs).send(bad)) as Reply;
      expect({ status, body: body as object }).toMatchObject({
        status: 422,
        body: { code: 'BAD_PROBLEM_FILE' },
      });
      const { errors } = body as { errors: { message: string }[] };
      expect(errors.map(({ message }) => message.split(':')[0])).toEqual(
        expect.arrayContaining(['name', 'weeks[0]']),
      );
    });

    it.each([
      [{}, 400],
      [{ termId: 'spring-2027', polcy: 'x' }, 400],
      [{ format: 'something/else@1' }, 400],
    ])('refuses %j', async (body, status) => {
      expect((await api().post(runs).send(body)).status).toBe(status);
    });

    it('lists them page by page, the newest first', async () => {
      const first = (await api().get(`${runs}?limit=2`)).body as { items: RunView[]; next: string };
      const second = (await api().get(`${runs}?limit=100&cursor=${first.next}`)).body as {
        items: RunView[];
        next: string | null;
      };
      const all = (await api().get(`${runs}?limit=100`)).body as { items: RunView[] };
      expect([...first.items, ...second.items]).toEqual(all.items);
      expect(second.next).toBeNull();
      const ofTerm = await api().get(`${runs}?termId=spring-2027&state=QUEUED`);
      expect((ofTerm.body as { items: RunView[] }).items).toHaveLength(1);
      expect((await api().get(`${runs}?state=DONE`)).status).toBe(400);
    });

    it('has no plan yet, and says why', async () => {
      const { id } = (await post(7)).body as RunView;
      expect((await api().get(`${runs}/${id}/plan`)).body).toMatchObject({
        status: 409,
        code: 'RUN_HAS_NO_PLAN',
      });
    });

    it('ends a waiting run that is discarded; twice is refused', async () => {
      const { id } = (await post(8)).body as RunView;
      const cancel = () => api().post(`${runs}/${id}/cancel`).send({ mode: 'DISCARD' });
      expect((await cancel()).body).toMatchObject({ state: 'CANCELLED', cancelMode: 'DISCARD' });
      expect((await cancel()).body).toMatchObject({ status: 409, code: 'RUN_HAS_ENDED' });
    });

    it('refuses to use a plan that there is not, and asks for the one that there is', async () => {
      const { id } = (await post(9)).body as RunView;
      const cancel = () => api().post(`${runs}/${id}/cancel`).send({ mode: 'USE_BEST' });
      expect((await cancel()).body).toMatchObject({ status: 409, code: 'NO_PLAN_YET' });
      await change(
        id,
        `progress = '[{"aim":"coverage","phase":"SOLVING","value":3,"bound":9,"seconds":1}]'`,
      );
      expect((await cancel()).body).toMatchObject({
        state: 'QUEUED',
        cancelMode: 'USE_BEST',
        progress: [{ value: 3, bound: 9, gap: 6 }],
      });
    });

    it('knows no other runs', async () => {
      for (const path of ['', '/problem', '/plan', '/plan-file', '/events']) {
        const { text } = (await api().get(`${runs}/${noRun}${path}`)) as Reply;
        expect(path + text).toContain('"status":404');
      }
      for (const path of ['', '/events']) {
        expect((await api().get(`${runs}/17${path}`)).status).toBe(400);
      }
    });
  });

  describe('with a worker', () => {
    beforeAll(async () => {
      await worker.init();
    });

    async function solved(seed: number): Promise<RunView> {
      const { id } = (await post(seed)).body as RunView;
      await ended(web, id);
      return (await api().get(`${runs}/${id}`)).body as RunView;
    }

    it('shows the proven plan with the seven aims and the verdict of the checker', async () => {
      const run = await solved(20);
      expect(run).toMatchObject({ state: 'SOLVED', failure: null, attempt: 1 });
      expect(run.progress.map(({ gap }) => gap)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      const { body } = (await api().get(`${runs}/${run.id}/plan`)) as Reply;
      expect(body).toMatchObject({
        id: run.planId,
        runId: run.id,
        status: 'OPTIMAL',
        check: { passed: true, faults: [] },
      });
      expect((await api().get(`/api/v1/plans/${run.planId}`)).body).toEqual(body);
      const file = await api().get(`${runs}/${run.id}/plan-file`);
      expect(file.body).toMatchObject({
        format: 'qa-review-allocation/plan@1',
        problem: run.problemSha256,
      });
    });

    it('puts two plans side by side', async () => {
      const [one, other] = [await solved(21), await solved(22)];
      const { body } = (await api().get(
        `/api/v1/plans/${one.planId}/side-by-side?with=${other.planId}`,
      )) as Reply;
      expect(body).toMatchObject({ isComparable: false });
      const unknown = await api().get(`/api/v1/plans/${one.planId}/side-by-side?with=${noRun}`);
      expect(unknown.body).toMatchObject({ status: 404 });
    });

    it('shows a proven run again when asked to, and solves anew when not', async () => {
      const run = await solved(23);
      const again = (query: string) =>
        api()
          .post(`${runs}${query}`)
          .type('application/json')
          .send(smallProblemFile(23).toString());
      const shown = await again('?reuse=true');
      expect({ status: shown.status, body: shown.body as object }).toEqual({
        status: 200,
        body: run,
      });
      expect((await again('')).status).toBe(202);
    });

    it('tells the course of a run as events, and resumes after the last one seen', async () => {
      const { id } = (await post(24)).body as RunView;
      const course = await events(id);
      const last = course.at(-1);
      expect(last).toMatchObject({ event: 'ended', data: { id, state: 'SOLVED' } });
      const ids = course.flatMap((event) => (event.id === undefined ? [] : [event.id]));
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      const resumed = await events(id, last?.id);
      expect(resumed).toEqual([last]);
    });
  });

  interface ServerSentEvent {
    id?: number;
    event?: string;
    data?: RunView;
  }

  /** All events until the server ends the stream. */
  async function events(id: string, lastSeen?: number): Promise<ServerSentEvent[]> {
    const { port } = web.getHttpServer().address() as AddressInfo;
    const headers = lastSeen === undefined ? {} : { 'Last-Event-ID': String(lastSeen) };
    const asked = get({ port, host: '127.0.0.1', path: `${runs}/${id}/events`, headers });
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += String(part);
    return text
      .split('\n\n')
      .filter((block) => block.includes('event: '))
      .map(readEvent);
  }

  function readEvent(block: string): ServerSentEvent {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [id, event, data] = [field('id'), field('event'), field('data')];
    return {
      ...(id === undefined || !/^\d+$/.test(id) ? {} : { id: Number(id) }),
      ...(event === undefined ? {} : { event }),
      ...(data === undefined || data === '' ? {} : { data: JSON.parse(data) as RunView }),
    };
  }
});
