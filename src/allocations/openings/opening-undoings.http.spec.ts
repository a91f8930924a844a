import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import {
  loadSmallReference,
  SmallRegisters,
  SPRING,
} from '../../../test/support/small-registers.js';
import { storeSolvedRun } from '../../../test/support/solved-run.js';
import { ReviewsModule } from '../../reviews/reviews.module.js';
import { AllocationsModule } from '../allocations.module.js';
import { type OpenedReviews } from '../../reviews/review.schema.js';

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
    imports: [ReviewsModule, AllocationsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const base = '/api/v1/reviews';
const send = async (path: string, body: object | null): Promise<Answer> =>
  await request(application.getHttpServer())
    .post(`${base}${path}`)
    .send(body ?? {});

async function open(): Promise<OpenedReviews> {
  const opened = await send('/openings', { academicYear: '2026/27', spread: true });
  expect(opened.status).toBe(200);
  return opened.body as OpenedReviews;
}

async function standing(): Promise<string[]> {
  const { body } = (await request(application.getHttpServer()).get(base)) as Answer;
  return (body as { items: { code: string }[] }).items.map(({ code }) => code);
}

it('takes an opening back whole, with the terms that were given; the references stay given out', async () => {
  const { reviews, undo, reviewsByTerm } = await open();
  expect(reviews).toEqual(['QAR-2026-0001', 'QAR-2026-0002']);
  expect(Object.values(reviewsByTerm)).not.toEqual([]);
  expect((await send('/openings/undoings', undo)).status).toBe(204);
  expect(await standing()).toEqual([]);
  const twice = await send('/openings/undoings', undo);
  expect([twice.status, twice.body]).toMatchObject([409, { code: 'REVIEWS_IN_USE' }]);
  expect((await open()).reviews).toEqual(['QAR-2026-0003', 'QAR-2026-0004']);
});

it('is refused once something has used one of them, with why, and takes none back then', async () => {
  const codes = await standing();
  const [first = '', second = ''] = codes;
  const asOpened = {
    academicYear: '2026/27',
    reviews: codes.map((review) => ({ review, version: 2 })),
  };
  const refused = async (): Promise<unknown> => {
    const { status, body } = await send('/openings/undoings', asOpened);
    expect([status, await standing()]).toEqual([409, codes]);
    return (body as { errors: object[] }).errors;
  };
  const planned = smallProblem([smallReview(second, '100002')]);
  await storeSolvedRun(database.dataSource, planned, { termId: SPRING, context: smallContext });
  expect(await refused()).toEqual([
    { pointer: '#/reviews/1', field: 'Beech School', message: 'it is in a plan' },
  ]);
  await request(application.getHttpServer())
    .put(`${base}/${first}/priority`)
    .set('If-Match', '"2"')
    .send({ override: { priority: 5, reason: 'Promised' } })
    .expect(200);
  expect(await refused()).toMatchObject([{ message: 'it was given a priority' }, {}]);
  const fresh = { academicYear: '2026/27', reviews: [{ review: first, version: 1 }] };
  const alone = await send('/openings/undoings', fresh);
  expect((alone.body as { detail: string }).detail).toBe(
    'The review is in use by now, so the opening stays and nothing was taken back. See errors for each.',
  );
});
