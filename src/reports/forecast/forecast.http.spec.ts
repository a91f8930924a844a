import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { SAMPLE_TODAY } from '../../cli/demo-sample.js';
import { StudyWork } from '../../allocations/studies/study-work.js';
import { SolverPool } from '../../allocations/solving/solver-pool.js';
import { newestStudies } from '../../allocations/studies/stored-study.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { ReportsModule } from '../reports.module.js';
import { CommitmentsReport } from '../compliance/commitments.schema.js';
import { ForecastView } from './forecast.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
const solver = new SolverPool();

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSmallReference(database.dataSource.manager);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReportsModule],
    environment: { QAR_TODAY: SAMPLE_TODAY },
  });
});
afterAll(async () => {
  await solver.close();
  await application.close();
  await database.drop();
});

const address = '/api/v1/reports/forecast';

async function latest(query: Record<string, string> = {}): Promise<ForecastView> {
  const { body } = (await request(application.getHttpServer())
    .get(address)
    .query(query)
    .expect(200)) as { body: unknown };
  return ForecastView.strict().parse(body);
}

function work(now = new Date('2026-12-21T10:42:00Z')): StudyWork {
  return new StudyWork(
    {
      dataSource: database.dataSource,
      solver,
      now: () => now,
      report: (where, error) => {
        throw new Error(where, { cause: error });
      },
    },
    { heartbeatMs: 20, staleMs: 100 },
  );
}

async function newestId(): Promise<string> {
  const [row] = await database.dataSource.query<{ id: string }[]>(
    'SELECT id FROM study ORDER BY requested_at DESC LIMIT 1',
  );
  return row?.id ?? '';
}

/** Before anything was computed. */
let beforeFirst: string;
async function instant(): Promise<string> {
  const [row] = await database.dataSource.query<{ at: Date }[]>('SELECT clock_timestamp() AS at');
  return row?.at.toISOString() ?? '';
}

const never = new AbortController().signal;
const compute = (status: number): request.Test =>
  request(application.getHttpServer()).post(address).expect(status);

describe('the forecast over HTTP', () => {
  it('says that there is none yet, and has no file of it', async () => {
    expect(await latest()).toEqual({
      year: '2026/27',
      isNow: true,
      forecast: null,
      underWay: null,
      failure: null,
    });
    await request(application.getHttpServer())
      .post(`${address}/files/csv`)
      .send({ leads: [] })
      .expect(404);
  });

  it('is computed by a worker, once for the same facts', async () => {
    const registers = new SmallRegisters(database.dataSource.manager);
    await registers.school('100001', 'Vale School');
    await registers.review('QAR-1', '100001', null);
    await registers.lead('LR-001', 'Ada Example');
    beforeFirst = await instant();
    await compute(202);
    const { underWay } = await latest();
    expect(underWay).toMatchObject({ done: 0, words: 'Waiting for a worker' });
    await compute(200);
    await Promise.all([
      work().perform(await newestId(), never),
      work().perform(await newestId(), never),
    ]);
    const { forecast } = await latest();
    expect(forecast).toMatchObject({
      asAt: SAMPLE_TODAY,
      computed: '21 December 2026, 10:42',
      isStale: false,
    });
    expect(forecast?.leads).toMatchObject([{ lead: 'LR-001', best: 1, inPlan: 1 }]);
    // Its facts are those of the report of commitments as it was known then.
    const then = await request(application.getHttpServer())
      .get('/api/v1/reports/commitments')
      .query({ asAt: forecast?.asAt, knownAt: forecast?.knownAt })
      .expect(200);
    expect(
      CommitmentsReport.parse(then.body).rows.map(({ lead, figures }) => [lead, figures.minimum]),
    ).toEqual(forecast?.leads.map(({ lead, minimum }) => [lead, minimum]));
    await compute(200);
  });

  it('says in the report of commitments what the year can still come to', async () => {
    const report = async (query: string): Promise<CommitmentsReport> => {
      const answer = await request(application.getHttpServer())
        .get(`/api/v1/reports/commitments${query}`)
        .expect(200);
      return CommitmentsReport.parse(answer.body);
    };
    const now = await report('');
    // One review is all there is for a minimum of six.
    expect(now.rows).toMatchObject([{ lead: 'LR-001', best: 1, standing: 'BEHIND' }]);
    expect(now.reachWords).toContain('the forecast of 21 December 2026, 10:42');
    // Before the day that it looked ahead from, and before it was known, nobody knew.
    for (const query of ['?asAt=2026-12-20', `?knownAt=${beforeFirst}`]) {
      const { rows, reachWords } = await report(query);
      expect(rows.map(({ best, standing }) => [best, standing])).not.toContainEqual([1, 'BEHIND']);
      expect(reachWords).toContain('No forecast had been computed');
    }
  });

  it('goes stale when a fact is recorded, and not by runs or forecasts', async () => {
    const recorded = (subject: string): Promise<unknown> =>
      database.dataSource.query(
        `INSERT INTO audit_entry (actor, action, subject, subject_id) VALUES ('Test', 'test', $1, 'x')`,
        [subject],
      );
    await recorded('allocation_run');
    expect((await latest()).forecast?.isStale).toBe(false);
    // On another day it no longer stands on today's facts.
    const { manager } = database.dataSource;
    const tomorrow = await newestStudies(
      { manager, asAt: '2026-12-22', isNow: true },
      'FORECAST',
      '2026/27',
    );
    expect(tomorrow.done?.isStale).toBe(true);
    await recorded('review');
    expect((await latest()).forecast?.isStale).toBe(true);
    // Nothing that the forecast looks at is otherwise: it is found to hold.
    await compute(200);
    expect((await latest()).forecast?.isStale).toBe(false);
  });

  it('is taken up again when its worker fell silent', async () => {
    await database.dataSource.query(`UPDATE school SET lat = lat + 0.1 WHERE urn = '100001'`);
    const before = await instant();
    await compute(202);
    const id = await newestId();
    await database.dataSource.query(
      `UPDATE study SET state = 'COMPUTING', attempt = 1, heartbeat_at = clock_timestamp() WHERE id = $1`,
      [id],
    );
    await work(new Date('2026-12-21T11:00:00Z')).perform(id, never);
    const [row] = await database.dataSource.query<{ state: string; attempt: number }[]>(
      'SELECT state, attempt FROM study WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'DONE', attempt: 2 });
    expect((await latest()).forecast?.computed).toBe('21 December 2026, 11:00');
    expect(await latest({ knownAt: before })).toMatchObject({
      ...{ isNow: false, underWay: null },
      forecast: { computed: '21 December 2026, 10:42', isStale: false },
    });
  });

  it('is the newest one of the day and the instant, and stale on a later day', async () => {
    const none = { forecast: null, isNow: false, underWay: null };
    expect(await latest({ asAt: '2026-12-20' })).toMatchObject(none);
    expect(await latest({ knownAt: beforeFirst })).toMatchObject(none);
    const on = (asAt: string, isNow: boolean): ReturnType<typeof newestStudies> =>
      newestStudies({ manager: database.dataSource.manager, asAt, isNow }, 'FORECAST', '2026/27');
    expect((await on('2026-12-22', true)).done?.isStale).toBe(true);
    expect((await on('2026-12-22', false)).done?.isStale).toBe(false);
  });

  it('is downloaded with the day and how its rows were chosen', async () => {
    const { text } = await request(application.getHttpServer())
      .post(`${address}/files/csv`)
      .send({ leads: ['LR-001'], chosenBy: ['Cannot reach the minimum'] })
      .expect(200)
      .expect('Content-Disposition', `attachment; filename="forecast-${SAMPLE_TODAY}.csv"`);
    expect(text).toContain('Forecast 2026-27');
    expect(text).toContain('Cannot reach the minimum');
    expect(text).toContain('As at 21 December 2026; computed 21 December 2026, 11:00');
    await request(application.getHttpServer())
      .post(`${address}/files/xlsx`)
      .send({ leads: ['LR-001'] })
      .expect(200);
  });

  it('knows no other year', async () => {
    await request(application.getHttpServer()).post(`${address}?year=2031-32`).expect(404);
  });
});
