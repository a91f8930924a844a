import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  JANUARY_11,
  loadSmallReference,
  SmallRegisters,
  SPRING,
} from '../../../test/support/small-registers.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { AllocationsModule } from '../allocations.module.js';
import { freezeTerm } from '../snapshot/freeze-term.js';
import { TermHomeView } from './term-home.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSmallReference(database.dataSource.manager);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [AllocationsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function home(term = SPRING): Promise<TermHomeView> {
  const { body } = (await request(application.getHttpServer())
    .get(`/api/v1/terms/${term}/home`)
    .expect(200)) as { body: unknown };
  return TermHomeView.strict().parse(body);
}

describe('the home of a term over HTTP', () => {
  it('of a term without reviews, people or rounds says what to begin with', async () => {
    const { attention, funnel, plan, run, regions, weeks } = await home('summer-2027');
    expect(attention.map(({ kind }) => kind)).toEqual(['NO_MEMBERS']);
    // A review is a member school's.
    expect(attention[0]?.actions).toMatchObject([{ kind: 'IMPORT', label: 'Import schools' }]);
    expect(funnel[0]?.action).toMatchObject({ kind: 'IMPORT', label: 'Import schools' });
    expect(funnel.map(({ state }) => state)).toEqual([
      'COUNTED',
      'NOT_BEGUN',
      'NOT_BEGUN',
      'NOT_BEGUN',
      'NOT_IN_USE',
      'NOT_IN_USE',
    ]);
    expect({ plan, run }).toEqual({ plan: null, run: null });
    expect(new Set(regions.map(({ standing }) => standing))).toEqual(new Set(['NO_REVIEWS']));
    expect(weeks.length).toBeGreaterThan(9);
  });

  it('tells of the newest plan and run, and of what came since', async () => {
    const registers = new SmallRegisters(database.dataSource.manager);
    await registers.school('100001', 'Vale School');
    const begun = await home();
    expect(begun.attention).toMatchObject([{ kind: 'NO_REVIEWS_DUE' }]);
    expect(begun.funnel[0]?.action).toMatchObject({ kind: 'SEE_REVIEWS' });
    await registers.review('QAR-1', '100001', [
      { week: JANUARY_11, window: 'MON_WED', grade: 'PREFERRED' },
    ]);
    await registers.lead('LR-A', 'Ann Skylark');
    const { problem, context } = await freezeTerm(database.dataSource.manager, SPRING, {
      today: '2026-12-21',
    });
    expect((await home()).attention.map(({ kind }) => kind)).toEqual(['NO_PLAN']);

    const solved = await storeSolvedRun(database.dataSource, problem, { context, termId: SPRING });
    const before = await home();
    expect(before.plan).toMatchObject({
      id: solved.planId,
      asOf: '2026-12-21',
      isOutdated: false,
      reviews: 1,
      withLead: 1,
    });
    expect(before.run).toMatchObject({ id: solved.runId, state: 'SOLVED' });
    expect(before.attention.map(({ kind }) => kind)).toEqual(['UNDER_TARGET']);
    expect(before.isInvented.people).toBe(true);
    expect(before.term.words.at(-1)).toContain('the people');

    await registers.answers('LR-A', { default: 'UNAVAILABLE', answeredOn: '2026-12-21' });
    const { attention, plan } = await home();
    expect(plan?.isOutdated).toBe(true);
    expect(attention.map(({ kind }) => kind)).toEqual([
      'PERSON_CANNOT',
      'NOBODY_CAN_LEAD',
      'PLAN_OUTDATED',
    ]);
  });

  it('refuses what is no term and a term that is not there', async () => {
    const get = (term: string): request.Test =>
      request(application.getHttpServer()).get(`/api/v1/terms/${term}/home`);
    await get('winter-2027').expect(400);
    await get('spring-2099').expect(404);
  });
});
