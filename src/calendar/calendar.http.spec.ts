import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer, refusal, tagOf } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { SettingsModule } from '../settings/settings.module.js';
import { CalendarModule } from './calendar.module.js';
import { loadCalendarReference } from './reference-data.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.transaction(loadCalendarReference);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [SettingsModule, CalendarModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const base = '/api/v1';
const api = (): ReturnType<typeof request> => request(application.getHttpServer());
const ask = (path: string): request.Test => api().get(`${base}${path}`);

const terms = [
  { season: 'AUTUMN', startsOn: '2027-09-01', endsOn: '2027-12-17' },
  { season: 'SPRING', startsOn: '2028-01-04', endsOn: '2028-04-07' },
  { season: 'SUMMER', startsOn: '2028-04-24', endsOn: '2028-07-21' },
];
const year = { id: '2027-28', startsOn: '2027-09-01', endsOn: '2028-08-31', terms };

describe('academic years and terms', () => {
  const open = (body: object): request.Test => api().post(`${base}/academic-years`).send(body);
  const changeSpring = (tag: string, dates: object): request.Test =>
    api().patch(`${base}/terms/spring-2028`).set('If-Match', tag).send(dates);

  test('a year is opened with its terms, once', async () => {
    expect((await open(year).expect(201)).body).toMatchObject({ id: '2027/28' });
    expect(await refusal(open(year))).toEqual([409, 'ALREADY_THERE']);
    const { body } = (await ask('/academic-years').expect(200)) as Answer;
    const ids = (body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(ids).toEqual(['2026/27', '2027/28']);
  });

  test('a year is refused when its dates cannot be', async () => {
    const next = { ...year, id: '2028-29' };
    expect(await refusal(open(next))).toEqual([422, 'DATES_OVERLAP']);
    const outside = [{ ...terms[0], startsOn: '2026-09-01' }, terms[1], terms[2]];
    expect(await refusal(open({ ...next, terms: outside }))).toEqual([422, 'TERM_OUTSIDE_YEAR']);
    expect(await refusal(open({ ...next, terms: terms.slice(1) }))).toEqual([
      400,
      'INVALID_REQUEST',
    ]);
    const endless = { startsOn: '2030-09-01', endsOn: '2099-08-31' };
    const spread = terms.map((term) => ({ ...term, ...endless }));
    expect(await refusal(open({ ...next, ...endless, terms: spread }))).toEqual([
      422,
      'YEAR_TOO_LONG',
    ]);
  });

  test('a term is read with its version, and changed from that version only', async () => {
    const read = await ask('/terms/spring-2028').expect(200);
    expect(read.headers.etag).toBe('"1"');
    expect(read.body).toMatchObject({ academicYear: '2027/28', name: 'Spring 2028' });
    const dates = { startsOn: '2028-01-05', endsOn: '2028-04-07' };
    const changed = await changeSpring('"1"', dates).expect(200);
    expect([changed.headers.etag, changed.body]).toMatchObject(['"2"', dates]);
    expect(await refusal(changeSpring('"1"', dates))).toEqual([412, 'CHANGED_SINCE']);
    expect(await refusal(changeSpring('2', dates))).toEqual([400, 'BAD_IF_MATCH']);
    const unconditional = api().patch(`${base}/terms/spring-2028`).send(dates);
    expect(await refusal(unconditional)).toEqual([428, 'IF_MATCH_MISSING']);
    expect(await refusal(changeSpring('"2"', { ...dates, endsOn: '2028-12-24' }))).toEqual([
      422,
      'TERM_OUTSIDE_YEAR',
    ]);
    expect(await refusal(changeSpring('"2"', { ...dates, endsOn: '2028-05-24' }))).toEqual([
      422,
      'DATES_OVERLAP',
    ]);
  });

  test('a term that is not there is said so', async () => {
    expect(await refusal(ask('/terms/spring-2040'))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(ask('/terms/winter-2027'))).toEqual([400, 'INVALID_REQUEST']);
    const change = api().patch(`${base}/terms/spring-2040`).set('If-Match', '"1"');
    const dates = { startsOn: '2040-01-05', endsOn: '2040-04-07' };
    expect(await refusal(change.send(dates))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('days on which nobody reviews', () => {
  const day = { date: '2027-09-23', title: 'Training day', mode: 'IN_PERSON' };

  test('training days are added once, listed in order, and taken away while nobody attended', async () => {
    const add = (): request.Test => api().post(`${base}/training-days`).send(day);
    const remove = (date: string): request.Test => api().delete(`${base}/training-days/${date}`);
    expect((await add().expect(201)).body).toEqual(day);
    expect(await refusal(add())).toEqual([409, 'ALREADY_THERE']);
    const { body } = (await ask('/training-days').expect(200)) as Answer;
    const dates = (body as { items: { date: string }[] }).items.map(({ date }) => date);
    expect(dates).toEqual(['2026-09-24', '2027-01-07', '2027-09-23']);
    await remove(day.date).expect(204);
    expect(await refusal(remove(day.date))).toEqual([404, 'NOT_FOUND']);
    await database.dataSource.query(`
      INSERT INTO postcode_district (district, lat, lon, region, la_name) VALUES ('LS1', 53.8, -1.55, 'London', 'Leeds');
      INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-1', 'Ann Other', 'LS1');
      INSERT INTO training_attendance (lead_id, training_day, outcome, on_date, recorded_by)
        SELECT id, '2026-09-24', 'ATTENDED', '2026-09-24', 'Test' FROM lead_reviewer`);
    expect(await refusal(remove('2026-09-24'))).toEqual([422, 'TRAINING_DAY_IN_USE']);
    expect(await refusal(remove('0000-01-01'))).toEqual([400, 'INVALID_REQUEST']);
  });

  test('bank holidays are those of England and Wales', async () => {
    expect((await ask('/bank-holidays').expect(200)).body).toMatchObject({
      items: expect.arrayContaining([{ date: '2027-03-26', title: 'Good Friday' }]) as unknown,
    });
  });
});

describe('the calendars that schools follow', () => {
  const dated = {
    name: 'Leeds',
    source: 'Its site',
    insetDays: ['2027-09-01'],
    halfTerms: [{ number: 1, name: 'Autumn 1', startsOn: '2027-09-01', endsOn: '2027-10-22' }],
  };
  const store = (which: string, dates: object = dated, version = 0): request.Test =>
    api()
      .put(`${base}/school-calendars/${which}`)
      .set('If-Match', `"${version}"`)
      .set('Qar-Author', 'Ruth')
      .send(dates);

  test('are stored year by year and listed', async () => {
    expect((await store('leeds/years/2027-28').expect(200)).body).toMatchObject({
      id: 'leeds',
      halfTerms: [{ startsOn: '2027-09-01', endsOn: '2027-10-22' }],
      insetDays: ['2027-09-01'],
    });
    const { body } = (await ask('/school-calendars').expect(200)) as Answer;
    const ids = (body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['leeds', 'typical']));
  });

  test('by two at once: the second is told what the first changed, and loses nothing', async () => {
    const mine = { ...dated, insetDays: ['2027-09-02'] };
    const second = await store('leeds/years/2027-28', mine);
    expect([second.status, second.body]).toMatchObject([
      412,
      {
        code: 'CHANGED_SINCE',
        detail: expect.stringMatching(/^The calendar “Leeds” was changed by Ruth/u) as unknown,
        details: { version: 1, meanwhile: [{ by: 'Ruth', what: 'school calendar stored' }] },
      },
    ]);
    const stands = await ask('/school-calendars/leeds').expect(200);
    expect([stands.headers.etag, stands.body]).toMatchObject([
      '"1"',
      { insetDays: ['2027-09-01'] },
    ]);
    await store('leeds/years/2027-28', mine, 1).expect(200);
    expect(await refusal(ask('/school-calendars/york'))).toEqual([404, 'NOT_FOUND']);
  });

  test('are refused for a year that is not open, and with dates that cannot be', async () => {
    expect(await refusal(store('leeds/years/2029-30', dated, 2))).toEqual([404, 'NOT_FOUND']);
    expect(await refusal(store('leeds/years/2026-27', dated, 2))).toEqual([
      422,
      'HALF_TERM_OUTSIDE_YEAR',
    ]);
    const twice = [...dated.halfTerms, { ...dated.halfTerms[0], number: 2 }];
    expect(await refusal(store('leeds/years/2027-28', { ...dated, halfTerms: twice }, 2))).toEqual([
      422,
      'HALF_TERMS_OVERLAP',
    ]);
    expect(await refusal(store('Leeds!/years/2027-28'))).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('settings', () => {
  const rest = `${base}/settings/rest`;
  const put = async (change: object, tag?: string): Promise<request.Response> =>
    api()
      .put(rest)
      .set('If-Match', tag ?? (await tagOf(api(), `${rest}/history`)))
      .send(change);
  const restore = async (change: object): Promise<request.Response> =>
    api()
      .post(`${rest}/restore`)
      .set('If-Match', await tagOf(api(), `${rest}/history`))
      .send(change);
  const on = async (date: string): Promise<unknown> =>
    (await ask(`/settings?on=${date}`).expect(200)).body;

  test('are changed from a day on, dated, traced and restored', async () => {
    const change = { value: { reviews: 2, weeks: 4 }, from: '2027-01-04', reason: 'Agreed' };
    expect((await put(change)).body).toMatchObject({ changed: ['rest'] });
    const before = await ask('/settings').expect(200);
    expect(before.body).toMatchObject({
      on: '2026-12-21',
      changed: [],
      settings: { rest: { reviews: 3 } },
    });
    await put(change); // the same again writes nothing
    const rows = await database.dataSource.query<unknown[]>('SELECT 1 FROM setting');
    expect(rows).toHaveLength(1);
    expect((await restore({ from: '2027-02-01', reason: 'Trial over' })).status).toBe(200);
    expect(await on('2027-01-31')).toMatchObject({ settings: { rest: { reviews: 2 } } });
    expect(await on('2027-02-01')).toMatchObject({ settings: { rest: { reviews: 3 } } });
    const traces = await database.dataSource.query<unknown[]>(
      `SELECT action, reason FROM audit_entry WHERE subject = 'setting' ORDER BY id`,
    );
    expect(traces).toEqual([
      { action: 'setting changed', reason: 'Agreed' },
      { action: 'setting restored', reason: 'Trial over' },
    ]);
  });

  test('are refused with the field at fault', async () => {
    const change = { value: { reviews: 2, weeks: 4 }, from: '2027-01-04', reason: 'Agreed' };
    const wrong = await put({ ...change, value: { reviews: 2 } });
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ field: 'value, weeks' }] });
    expect(await refusal(put({ ...change, to: '2027-01-01' }))).toEqual([
      422,
      'DATES_OUT_OF_ORDER',
    ]);
    expect(await refusal(restore({ ...change, value: undefined, to: '2027-01-01' }))).toEqual([
      422,
      'DATES_OUT_OF_ORDER',
    ]);
    expect(await refusal(restore({ from: '2027-01-04' }))).toEqual([400, 'INVALID_REQUEST']);
    const unknown = api().put(`${base}/settings/colour`).set('If-Match', '"0"').send(change);
    expect(await refusal(unknown)).toEqual([400, 'INVALID_REQUEST']);
    expect(await refusal(ask('/settings?on=never'))).toEqual([400, 'INVALID_REQUEST']);
  });

  test('changed by several in one moment are changed by one of them, and the others are told', async () => {
    const tag = await tagOf(api(), `${rest}/history`);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((reviews) =>
        put({ value: { reviews, weeks: 9 }, from: '2028-01-03', reason: `Moment ${reviews}` }, tag),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body]).toMatchObject([
        412,
        { code: 'CHANGED_SINCE', details: { meanwhile: [{ what: 'setting changed' }] } },
      ]);
    }
    const rows = await database.dataSource.query<unknown[]>(
      `SELECT 1 FROM setting WHERE superseded_at IS NULL AND valid @> '2028-02-01'::date`,
    );
    expect(rows).toHaveLength(1);
  });
});
