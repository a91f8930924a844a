import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { loadSmallReference, SmallRegisters, SPRING } from '../../test/support/small-registers.js';
import { AvailabilityModule } from './availability.module.js';
import { type Unanswered } from './availability.schema.js';
import { type WaiverChangesResult } from './waiver-changes.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  await registers.lead('LR-1', 'Ada');
  await registers.lead('LR-2', 'Ben', null);
  await registers.lead('LR-3', 'Cy', null);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [AvailabilityModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

type Told = WaiverChangesResult & { code?: string };
const round = `/api/v1/availability-rounds/${SPRING}`;
const waiver = { grade: 'IF_NEEDED', reason: 'On the telephone' };

async function send(address: '' | '/preview', items: object[]): Promise<[number, Told]> {
  const answer = (await request(application.getHttpServer())
    .post(`${round}/waivers/changes${address}`)
    .send({ items })) as Answer;
  return [answer.status, answer.body as Told];
}

async function waivedAs(): Promise<unknown[]> {
  const answer = (await request(application.getHttpServer())
    .get(`${round}/unanswered`)
    .expect(200)) as Answer;
  return (answer.body as Unanswered).items.map((each) => each.waivedAs);
}

describe('waivers for many people', () => {
  it('are tried first: who has answered is refused, and nothing is kept', async () => {
    const [status, told] = await send(
      '/preview',
      ['LR-1', 'LR-2', 'LR-9'].map((lead) => ({ lead, waiver, version: 0 })),
    );
    expect(status).toBe(200);
    expect(told.items.map(({ name, after, refusal }) => [name, after, refusal?.code])).toEqual([
      ['Ada', null, 'NOT_WAITED_FOR'],
      ['Ben', 'Counted as only if needed: On the telephone', undefined],
      [null, null, 'NOT_FOUND'],
    ]);
    expect(await waivedAs()).toEqual([null, null]);
  });

  it('are saved together or not at all, and taken back', async () => {
    const [refused, { code }] = await send(
      '',
      ['LR-1', 'LR-2'].map((lead) => ({ lead, waiver, version: 0 })),
    );
    expect([refused, code]).toEqual([409, 'CHANGES_REFUSED']);
    expect(await waivedAs()).toEqual([null, null]);
    const [status, told] = await send(
      '',
      ['LR-2', 'LR-3'].map((lead) => ({ lead, waiver, version: 0 })),
    );
    expect([status, told.accepted]).toEqual([200, 2]);
    expect(await waivedAs()).toEqual(['IF_NEEDED', 'IF_NEEDED']);
    expect((await send('', told.undo))[0]).toBe(200);
    expect(await waivedAs()).toEqual([null, null]);
  });

  it('by two at once: the second is told who was first, and may put theirs on top on purpose', async () => {
    const before = Number(
      (await send('/preview', [{ lead: 'LR-2', waiver, version: 0 }]))[1].items[0]?.refusal
        ?.version,
    );
    expect((await send('', [{ lead: 'LR-2', waiver, version: before }]))[0]).toBe(200);
    const mine = { grade: 'AVAILABLE', reason: 'By e-mail' };
    const [status, told] = await send('/preview', [
      { lead: 'LR-2', waiver: mine, version: before },
    ]);
    expect(status).toBe(200);
    expect(told.items[0]).toMatchObject({
      before: 'Counted as only if needed: On the telephone',
      refusal: { code: 'CHANGED_SINCE', version: before + 1 },
    });
    expect((await send('', [{ lead: 'LR-2', waiver: mine, version: before }]))[0]).toBe(409);
    expect(await waivedAs()).toEqual(['IF_NEEDED', null]);
    const [onTop] = await send('', [{ lead: 'LR-2', waiver: mine, version: before + 1 }]);
    expect(onTop).toBe(200);
    expect(await waivedAs()).toEqual(['AVAILABLE', null]);
  });

  it('need a round', async () => {
    const answer = (await request(application.getHttpServer())
      .post('/api/v1/availability-rounds/summer-2027/waivers/changes/preview')
      .send({ items: [{ lead: 'LR-2', waiver, version: 0 }] })) as Answer;
    expect(answer.status).toBe(404);
  });
});
