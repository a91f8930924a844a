import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { CommitmentsModule } from '../commitments/commitments.module.js';
import { ReviewersModule } from '../reviewers/reviewers.module.js';
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
    INSERT INTO membership (urn, valid, recorded_by) VALUES ('100001', daterange('2026-01-01', NULL), 'x');
    INSERT INTO school_calendar (id, name, source) VALUES ('typical', 'Typical', 'a test') ON CONFLICT DO NOTHING;
    INSERT INTO academic_year VALUES ('2030/31', '2030-09-01', '2031-08-31');
    INSERT INTO half_term VALUES ('typical', '2030/31', 1, 'Autumn', '2030-09-02', '2030-12-20');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
      VALUES ('autumn-2030', '2030/31', 'AUTUMN', 'Autumn 2030', '2030-09-02', '2030-12-20')`);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReviewersModule, CommitmentsModule, ReviewsModule],
    environment: { QAR_TODAY: '2030-09-10' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = () => request(application.getHttpServer());
const base = '/api/v1';
const code = 'QAR-2030-0001';

describe('Lead Reviewers over HTTP', () => {
  it('are registered, edited from the version last loaded, and keep what was not sent', async () => {
    const ada = {
      code: 'LR-1',
      name: 'Ada',
      postcodeDistrict: 'ZZ1',
      phases: ['PRIMARY'],
      needs: ['XX'],
    };
    const made = await api().post(`${base}/lead-reviewers`).send(ada).expect(201);
    expect(made.headers).toMatchObject({ etag: '"1"', location: `${base}/lead-reviewers/LR-1` });
    await api().post(`${base}/lead-reviewers`).send(ada).expect(409);
    const edit = api().patch(`${base}/lead-reviewers/LR-1`);
    await edit.send({ reviewsLedBefore: 3 }).expect(428);
    const edited = await api()
      .patch(`${base}/lead-reviewers/LR-1`)
      .set('If-Match', '"1"')
      .send({ reviewsLedBefore: 3 })
      .expect(200);
    expect(edited.body).toMatchObject({
      reviewsLedBefore: 3,
      phases: ['PRIMARY'],
      needs: ['XX'],
      version: 2,
    });
    await api()
      .patch(`${base}/lead-reviewers/LR-1`)
      .set('If-Match', '"1"')
      .send({ name: 'B' })
      .expect(412);
    const odd = await api()
      .post(`${base}/lead-reviewers`)
      .send({ ...ada, code: 'LR-2', needs: ['??'] });
    expect(odd).toMatchObject({ status: 422, body: { code: 'UNKNOWN_CODE' } });
  });
  it('have dated facts and contracts, which are recorded once', async () => {
    const fact = { kind: 'REGION', region: 'Leeds side', from: '2030-09-01', grade: 'PREFERRED' };
    const send = (body: object) => api().post(`${base}/lead-reviewers/LR-1/facts`).send(body);
    expect((await send(fact).expect(200)).body).toEqual({ changed: true });
    expect((await send(fact).expect(200)).body).toEqual({ changed: false });
    await send({ ...fact, grade: 'NO' }).expect(400);
    const facts = await api().get(`${base}/lead-reviewers/LR-1/facts`).expect(200);
    expect(facts.body).toMatchObject({
      regions: [{ region: 'Leeds side', grade: 'PREFERRED', to: null }],
    });
    const contract = { academicYear: '2030/31', from: '2030-09-01', to: '2031-09-01' };
    await api().post(`${base}/lead-reviewers/LR-1/contracts`).send(contract).expect(422);
    await api()
      .post(`${base}/lead-reviewers/LR-1/contracts`)
      .send({ ...contract, to: '2031-08-31' })
      .expect(200);
    const commitments = await api().get(`${base}/lead-reviewers/LR-1/commitments`).expect(200);
    expect(commitments.body).toMatchObject({ contracts: [{ to: '2031-08-31' }], exceptions: [] });
  });
});

describe('reviews over HTTP', () => {
  it('are opened, answered, given a seat and cancelled, each from the version last loaded', async () => {
    const asked = [{ urn: '100001', termId: 'autumn-2030' }];
    const opened = await api()
      .post(`${base}/reviews/openings`)
      .send({ academicYear: '2030/31', asked });
    expect(opened).toMatchObject({ status: 200, body: { reviews: [code] } });
    const waiting = await api()
      .get(`${base}/reviews?term=autumn-2030&windowsNotKnown=true`)
      .expect(200);
    expect(waiting.body).toMatchObject({ items: [{ code, state: 'REQUESTED' }], next: null });
    const windows = [{ week: '2030-10-07', window: 'MON_WED', grade: 'PREFERRED' }];
    const answered = await api()
      .put(`${base}/reviews/${code}/host-answer`)
      .set('If-Match', '"1"')
      .send({ answeredOn: '2030-09-10', windows })
      .expect(200);
    expect(answered.body).toMatchObject({ answer: { windows }, version: 2 });
    const seat = { lead: 'LR-1', role: 'LEAD', week: '2030-10-07', window: 'MON_WED' };
    await api().post(`${base}/reviews/${code}/seats`).set('If-Match', '"1"').send(seat).expect(412);
    const placed = await api()
      .post(`${base}/reviews/${code}/seats`)
      .set('If-Match', '"2"')
      .send(seat);
    expect(placed.status).toBe(200);
    const seats = await api().get(`${base}/terms/autumn-2030/seats`).expect(200);
    const [{ id }] = (seats.body as { items: [{ id: string }] }).items;
    const event = await api()
      .post(`${base}/reviews/${code}/seats/${id}/events`)
      .set('If-Match', String(placed.headers.etag))
      .send({ kind: 'OFFERED', on: '2030-09-10' })
      .expect(200);
    expect(event.body).toMatchObject({ state: 'OFFERED' });
    const move = { to: 'CLOSED', on: '2030-09-10' };
    const moves = (etag: string, body: object) =>
      api().post(`${base}/reviews/${code}/moves`).set('If-Match', etag).send(body);
    const refused = await moves(String(event.headers.etag), move);
    expect(refused).toMatchObject({ status: 422, body: { code: 'MOVE_REFUSED' } });
    const cancel = {
      to: 'CANCELLED',
      on: '2030-09-10',
      endedBy: 'SCHOOL',
      reason: 'Ofsted called',
    };
    await moves(String(event.headers.etag), cancel).expect(200);
    const history = await api().get(`${base}/reviews/${code}/history`).expect(200);
    const states = (history.body as { items: { state: string }[] }).items.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['REQUESTED', 'OFFERED', 'CANCELLED']));
  });
});
