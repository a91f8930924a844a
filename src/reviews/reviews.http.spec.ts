import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer, refusal, refusedWith } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { ReviewsModule } from './reviews.module.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('Leeds side', 'E1', 'A', 53, -1);
    INSERT INTO postcode_district (district, lat, lon, region, la_name)
      VALUES ('ZZ1', 53, -1, 'Leeds side', 'Leeds');
    INSERT INTO need (code, name, broad_area, gias_label) VALUES ('XX', 'X', 'X', 'X') ON CONFLICT DO NOTHING;
    INSERT INTO school (urn, name, type, phase, region, status)
      VALUES ('100001', 'A', 'Community school', 'PRIMARY', 'Leeds side', 'OPEN');
    INSERT INTO school (urn, name, type, phase, region, status)
      SELECT urn, 'School ' || urn, 'Community school', 'PRIMARY', 'Leeds side', 'OPEN'
      FROM unnest('{100002,100003,100004}'::text[]) urn;
    INSERT INTO membership (urn, valid, recorded_by)
      SELECT urn, daterange('2026-01-01', NULL), 'x' FROM school;
    INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-1', 'Ada', 'ZZ1'), ('LR-2', 'Ben', 'ZZ1');
    INSERT INTO school_calendar (id, name, source) VALUES ('typical', 'Typical', 'a test') ON CONFLICT DO NOTHING;
    INSERT INTO academic_year VALUES ('2030/31', '2030-09-01', '2031-08-31');
    INSERT INTO half_term VALUES ('typical', '2030/31', 1, 'Autumn', '2030-09-02', '2030-12-20');
    INSERT INTO half_term VALUES ('typical', '2030/31', 2, 'Spring', '2031-01-06', '2031-04-04');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
      VALUES ('autumn-2030', '2030/31', 'AUTUMN', 'Autumn 2030', '2030-09-02', '2030-12-20'),
             ('spring-2031', '2030/31', 'SPRING', 'Spring 2031', '2031-01-06', '2031-04-04')`);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReviewsModule],
    environment: { QAR_TODAY: '2030-09-10' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const base = '/api/v1';
const today = '2030-09-10';
const code = 'QAR-2030-0001';
const api = (): ReturnType<typeof request> => request(application.getHttpServer());
const ask = (path: string): request.Test => api().get(`${base}${path}`);

/** Changes a review from the version that it has now. */
async function change(
  method: 'post' | 'put',
  path: string,
  body: object,
  review = code,
): Promise<Answer> {
  const { status, headers } = await ask(`/reviews/${review}`);
  return api()
    [method](`${base}/reviews/${review}${path}`)
    .set('If-Match', status === 200 ? String(headers.etag) : '"1"')
    .send(body);
}

describe('the reviews of a year', () => {
  const open = (body: object): request.Test => api().post(`${base}/reviews/openings`).send(body);
  const spread = (academicYear: string): request.Test =>
    api().post(`${base}/reviews/spreadings`).send({ academicYear });
  const asked = [{ urn: '100001', termId: 'autumn-2030' }];

  it('are opened, one for each member, with the terms that hosts asked for', async () => {
    const opened = await open({ academicYear: '2030/31', asked }).expect(200);
    expect((opened.body as { reviews: string[] }).reviews).toHaveLength(4);
    const again = await open({ academicYear: '2030/31' }).expect(200);
    expect(again.body).toEqual({ reviews: [], reviewsByTerm: {}, undo: null });
    const strangers = {
      academicYear: '2030/31',
      asked: [{ urn: '199999', termId: 'autumn-2030' }],
    };
    expect(await refusal(open(strangers))).toEqual([422, 'NOT_A_MEMBER']);
    expect(await refusal(open({ academicYear: '2031/32' }))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(open({ academicYear: '2030' }))).toEqual([400, 'INVALID_REQUEST']);
  });

  it('are spread over the terms where no host asked', async () => {
    const { body } = (await spread('2030/31').expect(200)) as Answer;
    const { reviewsByTerm } = body as { reviewsByTerm: Record<string, number> };
    expect(Object.values(reviewsByTerm).reduce((sum, each) => sum + each, 0)).toBe(3);
    expect(await refusal(spread('2031/32'))).toEqual([404, 'NOT_FOUND']);
  });

  it('are listed by what is asked for, in pages', async () => {
    const waiting = await ask('/reviews?term=autumn-2030&windowsNotKnown=true&limit=1').expect(200);
    expect(waiting.body).toMatchObject({ items: [{ code, state: 'REQUESTED' }], next: code });
    const rest = await ask(`/reviews?cursor=${code}`).expect(200);
    expect((rest.body as { items: object[] }).items).toHaveLength(3);
    expect(await refusal(ask('/reviews?state=LOST'))).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('a review', () => {
  it('is shown with its version', async () => {
    const { headers, body } = (await ask(`/reviews/${code}`).expect(200)) as Answer;
    expect([headers.etag, body]).toMatchObject([
      '"1"',
      { code, urn: '100001', termId: 'autumn-2030', answer: null, version: 1 },
    ]);
  });

  it('that is not there is said so, whatever is asked of it', async () => {
    for (const path of ['', '/history', '/seats']) {
      expect(await refusal(ask(`/reviews/QAR-9${path}`))).toEqual([404, 'NOT_FOUND']);
    }
    expect(await refusal(ask('/terms/autumn-2040/seats'))).toEqual([404, 'NOT_FOUND']);
    const answer = { answeredOn: today, anyUsable: true };
    const priority = { override: { priority: 5, reason: 'Promised' } };
    expect(refusedWith(await change('put', '/host-answer', answer, 'QAR-9'))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(refusedWith(await change('put', '/priority', priority, 'QAR-9'))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(refusedWith(await change('post', '/carry-overs', { on: today }, 'QAR-9'))).toEqual([
      404,
      'NOT_FOUND',
    ]);
  });

  it('takes its host’s windows, those in which the school can be reviewed', async () => {
    const windows = [{ week: '2030-10-07', window: 'MON_WED', grade: 'PREFERRED' }];
    const answered = await change('put', '/host-answer', { answeredOn: today, windows });
    expect([answered.status, answered.body]).toMatchObject([
      200,
      { answer: { windows }, version: 2 },
    ]);
    const holidays = [{ week: '2030-12-23', window: 'MON_WED', grade: 'PREFERRED' }];
    expect(
      refusedWith(await change('put', '/host-answer', { answeredOn: today, windows: holidays })),
    ).toEqual([422, 'WINDOW_NOT_USABLE']);
    const both = { answeredOn: today, anyUsable: true, windows };
    expect(refusedWith(await change('put', '/host-answer', both))).toEqual([422, 'ANSWER_UNCLEAR']);
    const unconditional = api().put(`${base}/reviews/${code}/host-answer`);
    expect(await refusal(unconditional.send({ answeredOn: today, windows }))).toEqual([
      428,
      'IF_MATCH_MISSING',
    ]);
  });

  it('is given another priority with a reason, and its own again', async () => {
    const given = await change('put', '/priority', {
      override: { priority: 5, reason: 'Promised' },
    });
    expect(given.body).toMatchObject({
      priority: { value: 5, reason: 'Set by operations: Promised' },
    });
    const taken = await change('put', '/priority', { override: null });
    expect(taken.body).toMatchObject({ priority: { value: 1 } });
    expect(refusedWith(await change('put', '/priority', { override: { priority: 5 } }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
  });

  it('is carried over to the next term, while it is only requested', async () => {
    const { body } = (await ask(`/reviews?term=autumn-2030&cursor=${code}`).expect(200)) as Answer;
    const [other] = (body as { items: { code: string }[] }).items;
    const carry = (on: string): Promise<Answer> =>
      change('post', '/carry-overs', { on }, other?.code);
    expect((await carry(today)).body).toMatchObject({ carriedOver: 1, termId: 'spring-2031' });
    expect(refusedWith(await carry('2031-01-06'))).toEqual([422, 'MOVE_REFUSED']);
  });
});

describe('seats', () => {
  const seat = { lead: 'LR-1', role: 'LEAD', week: '2030-10-07', window: 'MON_WED' };
  const seats = async (): Promise<{ id: string; status: string; events: object[] }[]> =>
    ((await ask(`/reviews/${code}/seats`).expect(200)).body as { items: never[] }).items;
  const record = async (kind: string, more: object = {}): Promise<Answer> =>
    change('post', `/seats/${(await seats())[0]?.id ?? ''}/events`, { kind, on: today, ...more });
  const correct = async (kind: string, correction: object | null): Promise<Answer> =>
    change('put', `/seats/${(await seats())[0]?.id ?? ''}/events/${kind}`, { correction });

  it('are given by hand, each once', async () => {
    expect((await change('post', '/seats', seat)).status).toBe(200);
    expect(refusedWith(await change('post', '/seats', { ...seat, lead: 'LR-2' }))).toEqual([
      409,
      'SEAT_TAKEN',
    ]);
    expect(refusedWith(await change('post', '/seats', { ...seat, lead: 'LR-9' }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    const [mine] = await seats();
    expect(mine).toMatchObject({ lead: 'LR-1', status: 'PLANNED', events: [] });
    const ofTerm = await ask('/terms/autumn-2030/seats').expect(200);
    expect(ofTerm.body).toMatchObject({ items: [{ id: mine?.id }] });
    const stale = api().post(`${base}/reviews/${code}/seats`).set('If-Match', '"1"');
    expect(await refusal(stale.send(seat))).toEqual([412, 'CHANGED_SINCE']);
  });

  it('keep what happened to them, in an order that can be', async () => {
    expect(refusedWith(await record('ACCEPTED'))).toEqual([422, 'EVENT_REFUSED']);
    expect((await record('OFFERED')).body).toMatchObject({ state: 'OFFERED' });
    const none = '11111111-1111-4111-8111-111111111111';
    const elsewhere = change('post', `/seats/${none}/events`, { kind: 'OFFERED', on: today });
    expect(refusedWith(await elsewhere)).toEqual([404, 'NOT_FOUND']);
  });

  it('are corrected; what was believed is kept', async () => {
    const corrected = await correct('OFFERED', { on: '2030-09-09' });
    expect(corrected.status).toBe(200);
    expect((await seats())[0]).toMatchObject({ events: [{ kind: 'OFFERED', on: '2030-09-09' }] });
    const believed = await database.dataSource.query<unknown[]>(
      `SELECT 1 FROM seat_event WHERE kind = 'OFFERED'`,
    );
    expect(believed).toHaveLength(2);
    expect(refusedWith(await correct('OFFERED', { on: '2030-10-09' }))).toEqual([
      422,
      'EVENT_REFUSED',
    ]);
    expect(refusedWith(await correct('LED', null))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('the course of a review', () => {
  const move = (body: object): Promise<Answer> => change('post', '/moves', body);
  const cancel = { to: 'CANCELLED', on: today, endedBy: 'SCHOOL', reason: 'Ofsted called' };

  it('follows the table of states, with who and why', async () => {
    expect(refusedWith(await move({ to: 'CLOSED', on: today }))).toEqual([422, 'MOVE_REFUSED']);
    expect(refusedWith(await move({ to: 'CANCELLED', on: today }))).toEqual([422, 'CAUSE_MISSING']);
    expect(refusedWith(await move({ ...cancel, to: 'REQUESTED', termId: 'autumn-2040' }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect((await move(cancel)).body).toMatchObject({ state: 'CANCELLED', endedBy: 'SCHOOL' });
    expect(refusedWith(await change('post', '/carry-overs', { on: today }))).toEqual([
      422,
      'NOT_TO_BE_CARRIED',
    ]);
    const { body } = (await ask(`/reviews/${code}/history`).expect(200)) as Answer;
    const states = (body as { items: { state: string }[] }).items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['REQUESTED', 'OFFERED', 'CANCELLED']));
  });

  it('leaves a trail that tells why a school cancelled, but nothing of a person', async () => {
    const ill = { ...cancel, endedBy: 'LEAD_REVIEWER', reason: 'Broken leg' };
    await change('post', '/moves', ill, 'QAR-2030-0004');
    const rows = await database.dataSource.query<{ subject_id: string; reason: string | null }[]>(
      `SELECT subject_id, reason FROM audit_entry WHERE action = 'review cancelled' ORDER BY id`,
    );
    expect(rows).toEqual([
      { subject_id: code, reason: 'Ofsted called' },
      { subject_id: 'QAR-2030-0004', reason: null },
    ]);
  });
});
