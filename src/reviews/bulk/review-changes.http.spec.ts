import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { ReviewsModule } from '../reviews.module.js';
import { type ReviewView } from '../review.schema.js';
import { type ReviewChangesResult } from './review-changes.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

const week = { week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  for (const [urn, name] of [
    ['100001', 'Ash School'],
    ['100002', 'Beech School'],
    ['100003', 'Cedar School'],
  ] as const) {
    await registers.school(urn, name);
  }
  await registers.review('QAR-1', '100001', [week]);
  await registers.review('QAR-2', '100002', null);
  await registers.review('QAR-3', '100003', null, { state: 'CONFIRMED' });
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReviewsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

interface Told extends ReviewChangesResult {
  code?: string;
  errors?: { pointer: string; field: string; message: string }[];
}

async function send(address: '' | '/preview', items: object[]): Promise<[number, Told]> {
  const answer = (await request(application.getHttpServer())
    .post(`/api/v1/reviews/changes${address}`)
    .send({ items })) as Answer;
  return [answer.status, answer.body as Told];
}

async function review(code: string): Promise<ReviewView> {
  const answer = (await request(application.getHttpServer())
    .get(`/api/v1/reviews/${code}`)
    .expect(200)) as Answer;
  return answer.body as ReviewView;
}

/** The same change to the reviews as they stand now. */
async function changing(codes: string[], change: object): Promise<object[]> {
  const items = codes.map(async (code) => ({
    review: code,
    version: (await review(code)).version,
    change,
  }));
  return Promise.all(items);
}

const priority = (value: number): object => ({
  kind: 'PRIORITY',
  override: { priority: value, reason: 'Promised' },
});

async function traces(): Promise<number> {
  const [row] = await database.dataSource.query<[{ count: number }]>(
    'SELECT count(*)::int AS count FROM audit_entry',
  );
  return row.count;
}

describe('changes to many reviews', () => {
  it('are tried with nothing kept, each from what to what', async () => {
    const before = await traces();
    const [status, told] = await send('/preview', await changing(['QAR-1', 'QAR-2'], priority(5)));
    expect(status).toBe(200);
    expect(told.items[0]).toEqual({
      review: 'QAR-1',
      school: 'Ash School',
      before: 'Priority 1: the usual weight',
      after: 'Priority 5: set by operations: Promised',
      refusal: null,
    });
    expect([told.accepted, told.refused]).toEqual([2, 0]);
    expect((await review('QAR-1')).priority.value).toBe(1);
    expect((await review('QAR-1')).version).toBe(1);
    expect(await traces()).toBe(before);
  });

  it('say for each that is refused why, and what would become of the others', async () => {
    const items = [
      ...(await changing(['QAR-2', 'QAR-3'], { kind: 'CARRY_OVER', on: '2026-12-21' })),
      { review: 'QAR-9', version: 1, change: priority(5) },
      { review: 'QAR-1', version: 7, change: priority(5) },
    ];
    const [, told] = await send('/preview', items);
    expect(told.items.map(({ school, after, refusal }) => [school, after, refusal?.code])).toEqual([
      ['Beech School', 'Requested, Summer 2027, carried over once', undefined],
      ['Cedar School', null, 'NOT_TO_BE_CARRIED'],
      [null, null, 'NOT_FOUND'],
      ['Ash School', null, 'CHANGED_SINCE'],
    ]);
    expect([told.accepted, told.refused, told.undo]).toEqual([1, 3, null]);
    expect(told.whyNoUndo).toContain('stays in its history');
  });

  it('are saved all together or not at all', async () => {
    const items = await changing(['QAR-1', 'QAR-2'], priority(4));
    const [status, told] = await send('', [
      ...items,
      { review: 'QAR-3', version: 9, change: priority(4) },
    ]);
    expect([status, told.code]).toEqual([409, 'CHANGES_REFUSED']);
    expect(told.errors).toEqual([
      expect.objectContaining({ pointer: '#/items/2', field: 'Cedar School' }),
    ]);
    expect((await review('QAR-1')).priority.value).toBe(1);
    const [saved] = await send('', items);
    expect(saved).toBe(200);
    expect((await review('QAR-2')).priority.value).toBe(4);
  });

  it('are taken back by the changes that come with the answer: priorities, answers, terms', async () => {
    const any = {
      kind: 'HOST_ANSWER',
      answer: { answeredOn: '2026-12-20', anyUsable: true, windows: [] },
    };
    const term = { kind: 'TERM', termId: 'summer-2027', on: '2026-12-21' };
    for (const change of [priority(9), any, term]) {
      const before = await Promise.all(['QAR-1', 'QAR-2'].map(review));
      const [status, told] = await send('', await changing(['QAR-1', 'QAR-2'], change));
      expect([status, told.undo?.length]).toEqual([200, 2]);
      expect((await send('', told.undo ?? []))[0]).toBe(200);
      const after = await Promise.all(['QAR-1', 'QAR-2'].map(review));
      const facts = ({ priority: { value }, answer, termId, state }: ReviewView): object => ({
        value,
        answer,
        termId,
        state,
      });
      expect(after.map(facts)).toEqual(before.map(facts));
    }
  });

  it('move reviews with who and why, which cannot be taken back', async () => {
    const move = { kind: 'MOVE', to: 'CANCELLED', on: '2026-12-21' };
    const [, refused] = await send('/preview', await changing(['QAR-2'], move));
    expect(refused.items[0]?.refusal?.code).toBe('CAUSE_MISSING');
    const whole = { ...move, endedBy: 'SCHOOL', reason: 'Ofsted called' };
    const [status, told] = await send('', await changing(['QAR-2'], whole));
    expect([status, told.undo]).toEqual([200, null]);
    expect(told.items[0]?.after).toBe('Cancelled, Spring 2027');
  });

  it('are asked for in a request that says what is wrong with it', async () => {
    const [status, told] = await send('/preview', await changing(['QAR-1'], priority(12)));
    expect([status, told.errors?.[0]?.pointer]).toEqual([
      400,
      '#/items/0/change/override/priority',
    ]);
    expect((await send('', []))[0]).toBe(400);
  });
});
