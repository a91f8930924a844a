import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { loadCalendarReference } from '../calendar/reference-data.js';
import { AvailabilityModule } from './availability.module.js';

const rounds = '/api/v1/availability-rounds';
const spring = `${rounds}/spring-2027`;

let database: TestDatabase;
let web: NestExpressApplication;
const api = (): ReturnType<typeof request> => request(web.getHttpServer());

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.transaction(loadCalendarReference);
  await database.dataSource.query(`
    INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('LS1', 53.8, -1.55, 'Yorkshire and the Humber', 'Leeds');
    INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-1', 'Ann Other', 'LS1'), ('LR-2', 'Ben Else', 'LS1'), ('LR-3', 'Left Long', 'LS1');
    INSERT INTO standing (lead_id, standing, valid, recorded_by)
      SELECT id, CASE code WHEN 'LR-3' THEN 'LEFT' ELSE 'IN_POOL' END, daterange('2025-09-01', null), 'Test' FROM lead_reviewer;
    INSERT INTO gate (lead_id, kind, valid, recorded_by)
      SELECT id, kind, daterange('2025-09-01', '2027-02-01'), 'Test' FROM lead_reviewer, unnest('{DBS,CODE_OF_CONDUCT,SAFEGUARDING_POLICY}'::text[]) kind;
    INSERT INTO employment (lead_id, serving_leader, employer, valid, recorded_by)
      SELECT id, false, 'Self-employed', daterange('2025-09-01', null), 'Test' FROM lead_reviewer;
    INSERT INTO contract (lead_id, academic_year, valid, recorded_by)
      SELECT id, '2026/27', daterange('2026-09-01', '2027-09-01'), 'Test' FROM lead_reviewer;
    INSERT INTO training_attendance (lead_id, training_day, outcome, on_date, recorded_by)
      SELECT id, '2026-09-24', 'ATTENDED', '2026-09-24', 'Test' FROM lead_reviewer`);
  web = await createTestApplication({
    databaseUrl: database.url,
    imports: [AvailabilityModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await web.close();
  await database.drop();
});

interface Graded {
  week: string;
  window: string;
  grade: string;
  because: string;
}

describe('a round', () => {
  it('is opened once a term, with a deadline in United Kingdom time', async () => {
    const opened = await api()
      .post(rounds)
      .send({ termId: 'spring-2027', openedOn: '2026-11-02', deadline: '2026-12-11' });
    expect(opened.status).toBe(201);
    expect(opened.headers.location).toBe(spring);
    expect(opened.body).toMatchObject({
      deadlineAt: '2026-12-11T23:59:59.000Z',
      deadlineInWords: 'the end of Friday 11 December 2026',
      isPast: true,
      asked: 2,
      answered: 0,
    });
    const again = await api().post(rounds).send({ termId: 'spring-2027', deadline: '2026-12-31' });
    expect(again.status).toBe(409);
    const other = await api().post(rounds).send({ termId: 'spring-2031', deadline: '2026-12-31' });
    expect([other.status, other.body]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  it('moves its deadline from the version that was loaded; summer time is an hour ahead', async () => {
    const { headers } = await api().get(spring);
    const move = (tag: string, deadline: string): request.Test =>
      api().patch(spring).set('If-Match', tag).send({ deadline });
    const moved = await move(headers.etag as string, '2027-04-30T12:00');
    expect(moved.body).toMatchObject({ deadlineAt: '2027-04-30T11:00:00.000Z', version: 2 });
    expect((await move(headers.etag as string, '2027-05-01')).status).toBe(412);
    const skipped = await move('"2"', '2027-03-28T01:30');
    expect([skipped.status, skipped.body]).toMatchObject([422, { code: 'NO_SUCH_TIME' }]);
    expect((await move('"2"', '2026-11-01')).body).toMatchObject({
      code: 'DEADLINE_BEFORE_OPENING',
    });
    expect((await api().patch(spring).send({ deadline: '2027-05-01' })).status).toBe(428);
    expect((await move('"2"', '2026-12-11')).status).toBe(200);
  });
});

describe('an answer', () => {
  const answer = {
    default: 'AVAILABLE',
    ceiling: 3,
    answeredOn: '2026-12-10',
    statements: [
      { kind: 'RULE', rule: 'FREQ=WEEKLY;BYDAY=MO', grade: 'UNAVAILABLE' },
      { kind: 'WINDOW', week: '2027-01-18', window: 'MON_WED', grade: 'PREFERRED' },
    ],
  };
  const first = `${spring}/answers/LR-1`;

  it('is recorded whole, said back in words, and takes the person off the chase list', async () => {
    const recorded = await api().put(first).send(answer);
    expect(recorded.body).toMatchObject({
      lead: 'LR-1',
      isLate: false,
      ceiling: 3,
      statements: [
        { rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO', inWords: 'You said never Mondays' },
        { inWords: 'You said preferred for Monday 18 to Wednesday 20 January 2027' },
      ],
    });
    expect((await api().get(`${spring}/unanswered`)).body).toEqual({
      items: [{ lead: 'LR-2', name: 'Ben Else', waivedAs: null }],
    });
    expect((await api().get(spring)).body).toMatchObject({ answered: 1 });
  });

  it('supersedes the earlier one as a whole, which is kept; the same again changes nothing', async () => {
    await api().put(first).send(answer);
    expect((await api().get(`${first}/history`)).body).toMatchObject({ items: [{}] });
    const late = { default: 'IF_NEEDED', answeredOn: '2026-12-12' };
    expect((await api().put(first).send(late)).body).toMatchObject({
      isLate: true,
      ceiling: null,
      statements: [],
    });
    const { items } = (await api().get(`${first}/history`)).body as { items: object[] };
    expect(items).toMatchObject([
      { default: 'IF_NEEDED', supersededAt: null },
      { default: 'AVAILABLE', ceiling: 3 },
    ]);
    await api().put(first).send(answer);
    const audit = await database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entry WHERE subject = 'availability_answer' ORDER BY id`,
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'availability answer recorded',
      'availability answer replaced',
      'availability answer replaced',
    ]);
  });

  it('gives every window its grade with what decided it: answer, calendar, gates, accepted reviews', async () => {
    await database.dataSource.query(`
      INSERT INTO school (urn, name, type, region, status) VALUES ('100001', 'A school', 'x', 'London', 'OPEN');
      INSERT INTO review (code, urn, academic_year) VALUES ('QAR-1', '100001', '2026/27');
      WITH s AS (INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
        SELECT r.id, 'spring-2027', 'LEAD', l.id, '2027-01-25', 'WED_FRI' FROM review r, lead_reviewer l WHERE l.code = 'LR-1' RETURNING id)
      INSERT INTO seat_event (seat_id, kind, on_date, recorded_by) SELECT id, 'ACCEPTED', '2026-12-15', 'Test' FROM s`);
    const { items } = (await api().get(`${spring}/grades/LR-1`)).body as { items: Graded[] };
    const at = (week: string, window: string): Graded | undefined =>
      items.find((slot) => slot.week === week && slot.window === window);
    expect(items).toHaveLength(22);
    expect(at('2027-01-04', 'WED_FRI')?.because).toContain('7 January 2027');
    expect(at('2027-01-11', 'MON_WED')).toMatchObject({ because: 'You said never Mondays' });
    expect(at('2027-01-11', 'WED_FRI')).toMatchObject({ grade: 'AVAILABLE' });
    expect(at('2027-01-18', 'MON_WED')).toMatchObject({ grade: 'PREFERRED' });
    expect(at('2027-01-25', 'WED_FRI')).toMatchObject({
      grade: 'UNAVAILABLE',
      because: 'On review QAR-1 that week',
    });
    expect(at('2027-02-01', 'WED_FRI')?.because).toContain('DBS check runs out on 31 January 2027');
  });

  it('is refused with the field and what to do', async () => {
    const wrong = await api()
      .put(first)
      .send({
        default: 'AVAILABLE',
        statements: [
          { kind: 'RULE', rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', grade: 'UNAVAILABLE' },
          { kind: 'WINDOW', week: '2027-01-19', window: 'MON_WED', grade: 'PREFERRED' },
          { kind: 'RANGE', from: '2027-02-12', to: '2027-02-08', grade: 'IF_NEEDED' },
        ],
      });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toMatch(/must be a Monday/);
    expect(JSON.stringify(wrong.body)).toMatch(/must not end before it begins/);
    expect((await api().put(`${spring}/answers/LR-9`).send({ default: 'AVAILABLE' })).status).toBe(
      404,
    );
    expect((await api().get(`${spring}/answers/LR-2`)).body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells what is wrong with a rule', async () => {
    const send = (rule: unknown): request.Test =>
      api().post('/api/v1/availability-rules/in-words').send({ rule });
    const words = await send({ pattern: 'EVERY_N_WEEKS', weeks: 2, from: '2027-01-04' });
    expect(words.body).toMatchObject({
      inWords: 'every other week, counting from 4 January 2027',
    });
    expect((await send('FREQ=WEEKLY;BYDAY=MO')).body).toMatchObject({ inWords: 'Mondays' });
    expect(JSON.stringify((await send('FREQ=HOURLY')).body)).toContain('whole days');
    const never = await send('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
    expect(JSON.stringify(never.body)).toContain('names no day');
  });
});

describe('a waiver', () => {
  it('counts somebody who has not answered, until it is withdrawn', async () => {
    const waiver = `${spring}/waivers/LR-2`;
    const reason = 'Said so on the telephone';
    const put = (body: object, version = 0): request.Test =>
      api().put(waiver).set('If-Match', `"${version}"`).set('Qar-Author', 'Ruth').send(body);
    expect((await put({ grade: 'UNAVAILABLE', reason })).status).toBe(400);
    expect((await put({ grade: 'AVAILABLE' })).status).toBe(400);
    expect((await api().get(waiver)).body).toEqual({ version: 0, waiver: null });
    expect((await put({ grade: 'AVAILABLE', reason })).status).toBe(204);
    const second = await put({ grade: 'IF_NEEDED', reason: 'A letter' });
    expect([second.status, second.body]).toMatchObject([
      412,
      {
        code: 'CHANGED_SINCE',
        detail: expect.stringMatching(
          /^As what Ben Else counts was changed by Ruth meanwhile\./u,
        ) as unknown,
        details: {
          version: 1,
          meanwhile: [{ by: 'Ruth', what: 'availability waived', changes: [{ field: 'Grade' }] }],
        },
      },
    ]);
    const { body, headers } = (await api().get(waiver)) as Answer;
    expect([headers.etag, body]).toMatchObject(['"1"', { waiver: { reason, recordedBy: 'Ruth' } }]);
    expect((await api().get(`${spring}/unanswered`)).body).toMatchObject({
      items: [{ lead: 'LR-2', waivedAs: 'AVAILABLE' }],
    });
    const { items } = (await api().get(`${spring}/grades/LR-2`)).body as { items: Graded[] };
    expect(items.find((slot) => slot.week === '2027-01-11')).toMatchObject({
      grade: 'AVAILABLE',
      because: `No answer yet; operations counts them as available: ${reason}`,
    });
    expect((await api().delete(waiver)).status).toBe(428);
    expect((await api().delete(waiver).set('If-Match', '"0"')).status).toBe(412);
    expect((await api().delete(waiver).set('If-Match', '"1"')).status).toBe(204);
    expect((await api().get(spring)).body).toMatchObject({ asked: 2, answered: 1, waived: 0 });
    const trail = await database.dataSource.query<object[]>(
      `SELECT action, after, reason FROM audit_entry WHERE subject = 'availability_waiver' ORDER BY id`,
    );
    expect(trail).toEqual([
      { action: 'availability waived', after: { grade: 'AVAILABLE' }, reason: null },
      { action: 'availability waiver withdrawn', after: null, reason: null },
    ]);
  });
});

describe('answers', () => {
  it('come in pages', async () => {
    await api().put(`${spring}/answers/LR-2`).send({ default: 'PREFERRED' });
    const page = await api().get(`${spring}/answers?limit=1`);
    expect(page.body).toMatchObject({ items: [{ lead: 'LR-1' }], next: 'LR-1' });
    const next = await api().get(`${spring}/answers?limit=1&after=LR-1`);
    expect(next.body).toMatchObject({ items: [{ lead: 'LR-2' }], next: null });
  });
});
