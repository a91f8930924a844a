import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { SchoolsModule } from '../schools.module.js';
import { type SchoolChangesResult } from './school-changes.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  await registers.school('100001', 'Ash School');
  await registers.school('100002', 'Beech School');
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [SchoolsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

interface Told extends SchoolChangesResult {
  code?: string;
  errors?: { pointer: string; field: string; message: string }[];
}

async function send(address: '' | '/preview', items: object[]): Promise<[number, Told]> {
  const answer = (await request(application.getHttpServer())
    .post(`/api/v1/schools/changes${address}`)
    .send({ items })) as Answer;
  return [answer.status, answer.body as Told];
}

async function read(path: string): Promise<Record<string, unknown>> {
  const answer = (await request(application.getHttpServer())
    .get(`/api/v1/schools/${path}`)
    .expect(200)) as Answer;
  return answer.body as Record<string, unknown>;
}

/** The revision of a school whose membership was written so often. */
async function item(urn: string, ...changes: object[]): Promise<object> {
  const [{ revision }] = await database.dataSource.query<[{ revision: number }]>(
    `SELECT (version + (SELECT count(*) + count(superseded_at) FROM membership WHERE urn = $1))::int AS revision
     FROM school WHERE urn = $1`,
    [urn],
  );
  return { urn, revision, changes };
}

const facts = (edit: object): object => ({ kind: 'FACTS', edit });
const both = async (change: object): Promise<object[]> => [
  await item('100001', change),
  await item('100002', change),
];

describe('changes to many schools', () => {
  it('are tried with nothing kept, each from what to what', async () => {
    const [status, told] = await send('/preview', await both(facts({ region: 'North East' })));
    expect([status, told.accepted]).toEqual([200, 2]);
    expect(told.items[0]).toEqual({
      urn: '100001',
      name: 'Ash School',
      before: 'Region: London',
      after: 'Region: North East',
      refusal: null,
    });
    expect((await read('100001')).region).toBe('London');
  });

  it('say for each that is refused why', async () => {
    const [, told] = await send('/preview', [
      await item('100001', facts({ region: 'London' })),
      await item('100001', facts({ region: 'Atlantis' })),
      { urn: '999999', revision: 1, changes: [facts({ status: 'CLOSED' })] },
      { urn: '100002', revision: 1, changes: [facts({ status: 'CLOSED' })] },
      await item('100002', { kind: 'NO_MEMBER', from: '2027-01-01' }),
    ]);
    expect(told.items.map(({ name, after, refusal }) => [name, after, refusal?.code])).toEqual([
      ['Ash School', null, 'SO_ALREADY'],
      ['Ash School', null, 'UNKNOWN_REFERENCE'],
      [null, null, 'NOT_FOUND'],
      ['Beech School', null, 'CHANGED_SINCE'],
      ['Beech School', 'Member 1 September 2025 to 31 December 2026', undefined],
    ]);
  });

  it('are refused when the membership was recorded meanwhile', async () => {
    const stale = await item('100002', facts({ status: 'CLOSED' }));
    await request(application.getHttpServer())
      .post('/api/v1/schools/100002/memberships/end')
      .set('If-Match', '"1"')
      .set('Qar-Author', 'Ruth')
      .send({ from: '2029-09-01' })
      .expect(200);
    const [, told] = await send('/preview', [stale]);
    expect(told.items[0]?.refusal?.message).toBe(
      'Beech School was changed by Ruth meanwhile. Your change is not saved, and theirs is not overwritten: look at what they changed, then put yours on top or leave it.',
    );
  });

  it('are saved all together or not at all', async () => {
    const items = await both(facts({ status: 'CLOSED' }));
    const stale = { urn: '100002', revision: 1, changes: [facts({ phase: 'NURSERY' })] };
    const [status, told] = await send('', [items[0] ?? {}, stale]);
    expect([status, told.code]).toEqual([409, 'CHANGES_REFUSED']);
    expect(told.errors?.[0]).toMatchObject({ pointer: '#/items/1', field: 'Beech School' });
    expect((await read('100001')).status).toBe('OPEN');
  });

  it.each([
    facts({ region: 'North East', phase: null }),
    facts({ trust: { uid: '7', name: 'Trees' } }),
    { kind: 'MEMBER', from: '2020-09-01', to: '2021-08-31' },
    { kind: 'NO_MEMBER', from: '2026-01-01', to: '2026-03-31' },
  ])('are taken back by the changes that come with the answer: %j', async (change) => {
    const believed = async (): Promise<unknown> => [
      { ...(await read('100001')), version: 0 },
      { ...(await read('100001/memberships')), version: 0 },
    ];
    const before = await believed();
    const [status, told] = await send('', await both(change));
    expect([status, told.accepted]).toEqual([200, 2]);
    expect(await believed()).not.toEqual(before);
    expect((await send('', told.undo))[0]).toBe(200);
    expect(await believed()).toEqual(before);
  });

  it('are asked for in a request that says what is wrong with it', async () => {
    const [status, told] = await send('/preview', await both(facts({})));
    expect([status, told.errors?.[0]?.pointer]).toEqual([400, '#/items/0/changes/0/edit']);
  });
});
