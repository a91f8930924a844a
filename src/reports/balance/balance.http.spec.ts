import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { SolverPool } from '../../allocations/solving/solver-pool.js';
import { StudyWork } from '../../allocations/studies/study-work.js';
import { SAMPLE_TODAY } from '../../cli/demo-sample.js';
import { ReportsModule } from '../reports.module.js';
import { BalanceBehind, BalanceView } from './balance.schema.js';

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

const address = '/api/v1/reports/balance';
const ask = (path = '', status = 200): request.Test =>
  request(application.getHttpServer()).get(`${address}${path}`).expect(status);
const compute = (query: string, status: number): request.Test =>
  request(application.getHttpServer()).post(`${address}${query}`).expect(status);

async function latest(query = ''): Promise<BalanceView> {
  return BalanceView.strict().parse((await ask(query)).body);
}

async function work(): Promise<void> {
  const [row] = await database.dataSource.query<{ id: string }[]>(
    'SELECT id FROM study ORDER BY requested_at DESC LIMIT 1',
  );
  const surroundings = {
    dataSource: database.dataSource,
    solver,
    now: () => new Date('2026-12-21T10:42:00Z'),
    report: (where: string, error: unknown) => {
      throw new Error(where, { cause: error });
    },
  };
  const settings = { heartbeatMs: 20, staleMs: 100 };
  await new StudyWork(surroundings, settings).perform(row?.id ?? '', new AbortController().signal);
}

describe('supply and demand over HTTP', () => {
  it('say that nothing was compared yet, and what could be', async () => {
    const view = await latest();
    expect(view).toMatchObject({ balance: null, underWay: null, failure: null });
    expect(view.scope.id).toBe('spring-2027');
    expect(view.scopes.map(({ name }) => name)).toEqual([
      'Spring 2027',
      'Summer 2027',
      'The rest of 2026/27',
    ]);
    await ask('/files/csv', 404);
    await ask('/reviews?figure=demand', 404);
  });

  it('are computed by a worker for a term, once for the same facts', async () => {
    const registers = new SmallRegisters(database.dataSource.manager);
    const window = { week: '2027-01-11', window: 'MON_WED', grade: 'ACCEPTABLE' } as const;
    for (const [code, urn] of [
      ['QAR-1', '100001'],
      ['QAR-2', '100002'],
    ] as const) {
      await registers.school(urn, `School ${urn}`);
      await registers.review(code, urn, [window]);
    }
    await registers.lead('LR-001', 'Ada Example');
    await compute('', 202);
    expect((await latest()).underWay?.words).toBe('Waiting for a worker');
    await compute('?scope=spring-2027', 200);
    await work();
    const { balance } = await latest();
    expect(balance).toMatchObject({ computed: '21 December 2026, 10:42', isStale: false });
    expect(balance).toMatchObject({ demand: 2, canBeLed: 1, without: 1 });
    await compute('', 200);
  });

  it('are computed for what is left of the year, and say what one more would add', async () => {
    await compute('?scope=2026-27', 202);
    await work();
    const { balance, scope } = await latest('?scope=2026/27');
    expect(scope).toEqual({ kind: 'YEAR', id: '2026/27', name: 'The rest of 2026/27' });
    // Two schools accept one week alone, and Ada can be in one of them.
    expect(balance?.sentence).toBe(
      'One more Lead Reviewer for primary reviews in London would let 1 more review go ahead.',
    );
    expect(balance?.rows).toMatchObject([
      { region: 'London', demand: 2, canBeLed: 1, short: 1, without: 1, added: { reviews: 1 } },
    ]);
    expect((await latest('?scope=2026/27&region=Nowhere')).balance?.rows).toEqual([]);
    const answer = await ask(
      '/reviews?scope=2026-27&figure=added&region=London&specialism=PRIMARY',
    );
    expect(BalanceBehind.strict().parse(answer.body)).toMatchObject({
      items: [{ region: 'London', words: 'No lead in the best plan.' }],
    });
  });

  it('are never computed for the term where the year was asked for in the body, which is not read', async () => {
    const answer = await compute('', 400).send({ scope: '2026/27' });
    expect(answer.body).toMatchObject({ code: 'INVALID_REQUEST' });
    await compute('', 400).type('form').send('scope=2026/27');
    await compute('', 200).send({});
  });

  it('are downloaded with the day and the filter', async () => {
    const { text } = await ask('/files/csv?scope=2026-27&only=WITHOUT').expect(
      'Content-Disposition',
      `attachment; filename="supply-and-demand-2026-27-${SAMPLE_TODAY}.csv"`,
    );
    expect(text).toContain('Only where some reviews have no lead');
    expect(text).toContain('As at 21 December 2026; computed 21 December 2026, 10:42');
    expect(text).toContain('London,Primary,2,1,1,1,1');
    await ask('/files/xlsx?scope=2026-27');
  });

  it('go stale when a fact is recorded', async () => {
    await database.dataSource.query(
      `INSERT INTO audit_entry (actor, action, subject, subject_id) VALUES ('Test', 'test', 'review', 'x')`,
    );
    expect((await latest('?scope=2026-27')).balance?.isStale).toBe(true);
  });

  it('are not computed for a term that is over, and known of no other', async () => {
    await compute('?scope=autumn-2026', 422);
    await ask('?scope=spring-2099', 404);
    await ask('?scope=2098-99', 404);
  });
});
