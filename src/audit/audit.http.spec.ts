import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { type AuditEntry, recordAudit } from './audit.js';
import { AuditModule } from './audit.module.js';
import { type AuditPage } from './audit.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

const changes: AuditEntry[] = [
  {
    actor: 'Operations',
    action: 'school added',
    subject: 'school',
    subjectId: '100001',
    after: { region: 'London' },
  },
  {
    actor: 'Operations',
    action: 'school changed',
    subject: 'school',
    subjectId: '100001',
    before: { region: 'London' },
    after: { region: 'North East' },
  },
  {
    actor: 'Worker',
    action: 'allocation run ended',
    subject: 'allocation_run',
    subjectId: 'a',
    after: { state: 'SOLVED' },
  },
  { actor: 'Operations', action: 'school added', subject: 'school', subjectId: '100002' },
  {
    actor: 'Operations',
    action: 'review cancelled',
    subject: 'review',
    subjectId: '100001',
    reason: 'Ofsted called',
  },
];
/** When each of these was recorded, by the database's own clock. */
let instants: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  for (const change of changes) await recordAudit(manager, change);
  const rows = await manager.query<{ at: string }[]>(
    `SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
     FROM audit_entry ORDER BY id`,
  );
  instants = rows.map(({ at }) => at);
  application = await createTestApplication({ databaseUrl: database.url, imports: [AuditModule] });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const ask = (query: Record<string, string | number>): request.Test =>
  request(application.getHttpServer()).get('/api/v1/audit-entries').query(query);

/** Which of the changes above an answer holds, by their place. */
async function found(query: Record<string, string | number>): Promise<number[]> {
  const { body } = (await ask(query).expect(200)) as Answer;
  return (body as AuditPage).items.map(({ id }) => id - 1);
}

describe('the audit trail over HTTP', () => {
  it('tells who changed what, when and why, the newest first', async () => {
    const { body } = (await ask({}).expect(200)) as Answer;
    const { items, next } = body as AuditPage;
    expect(items.map(({ id }) => id - 1)).toEqual([4, 3, 2, 1, 0]);
    expect(next).toBeNull();
    expect(items[0]).toEqual({
      id: 5,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
      actor: 'Operations',
      action: 'review cancelled',
      subject: 'review',
      subjectId: '100001',
      before: null,
      after: null,
      changes: [],
      reason: 'Ofsted called',
    });
    expect(items[3]).toMatchObject({
      before: { region: 'London' },
      after: { region: 'North East' },
      reason: null,
    });
  });

  it('is filtered by what changed, by whom and how, and by all of them together', async () => {
    expect(await found({ subject: 'school' })).toEqual([3, 1, 0]);
    expect(await found({ subjectId: '100001' })).toEqual([4, 1, 0]);
    expect(await found({ subject: 'school', subjectId: '100001' })).toEqual([1, 0]);
    expect(await found({ actor: 'Worker' })).toEqual([2]);
    expect(await found({ action: 'school added' })).toEqual([3, 0]);
    expect(await found({ subject: 'school', action: 'school added', subjectId: '100002' })).toEqual(
      [3],
    );
    expect(await found({ actor: 'Nobody' })).toEqual([]);
  });

  it('is filtered by when: from an instant on, and before another', async () => {
    expect(await found({ from: instants[2]! })).toEqual([4, 3, 2]);
    expect(await found({ to: instants[2]! })).toEqual([1, 0]);
    expect(await found({ from: instants[1]!, to: instants[3]! })).toEqual([2, 1]);
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const answer = await ask({ limit: 2, ...(cursor === null ? {} : { cursor }) }).expect(200);
      const { items, next } = answer.body as AuditPage;
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ id }) => id - 1));
      cursor = next;
    } while (cursor !== null);
    expect(seen).toEqual([4, 3, 2, 1, 0]);
  });

  it('says which part of a question it does not understand', async () => {
    const { body } = (await ask({ from: 'yesterday', limit: 0, who: 'me' }).expect(400)) as Answer;
    expect(body).toMatchObject({ code: 'INVALID_REQUEST' });
    const fields = (body as { errors: { field: string }[] }).errors.map(({ field }) => field);
    expect(fields).toEqual(['from', 'limit', 'the request']);
  });

  it('is only read', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const answer = await request(application.getHttpServer())[method]('/api/v1/audit-entries');
      expect([method, answer.status]).toEqual([method, 405]);
    }
  });
});
