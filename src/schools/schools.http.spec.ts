import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { admit } from './membership.js';
import { loadReferenceData } from './reference-data.js';
import { upsertSchool } from './school-register.js';
import type { SchoolRecord } from './school-record.js';
import type { SchoolPage } from './school.schema.js';
import { SchoolsModule } from './schools.module.js';

let database: TestDatabase;
let application: NestExpressApplication;

function school(urn: string, changes: Partial<SchoolRecord> = {}): SchoolRecord {
  return {
    urn,
    name: `School ${urn}`,
    type: 'Community school',
    phase: 'PRIMARY',
    trust: null,
    laCode: '202',
    region: 'London',
    town: null,
    postcode: null,
    lat: null,
    lon: null,
    needs: [],
    needsInvented: false,
    status: 'OPEN',
    openedOn: null,
    closedOn: null,
    ...changes,
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await loadReferenceData(database.dataSource);
  const { manager } = database.dataSource;
  await upsertSchool(
    manager,
    school('100001', { name: 'Beech 100% School', town: 'Leeds' }),
    'Test',
  );
  await upsertSchool(manager, school('100002', { name: 'Ash School', phase: null }), 'Test');
  await upsertSchool(
    manager,
    school('100003', {
      name: 'Beech School',
      region: 'North East',
      trust: { uid: '7', name: 'Trees' },
    }),
    'Test',
  );
  // Two schools of one name: the page must end between them without losing one.
  await upsertSchool(manager, school('100004', { name: 'Ash School' }), 'Test');
  await admit(manager, '100003', { from: '2026-09-01' }, 'Test');
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [SettingsModule, CalendarModule, SchoolsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

function api(): ReturnType<typeof request> {
  return request(application.getHttpServer());
}

async function read(address: string): Promise<unknown> {
  const answer: { body: unknown } = await api().get(address).expect(200);
  return answer.body;
}

async function list(query: string): Promise<SchoolPage> {
  return (await read(`/api/v1/schools?${query}`)) as SchoolPage;
}

describe('the register', () => {
  test.each([
    ['region=North East', ['100003']],
    ['phase=PRIMARY', ['100004', '100001', '100003']],
    ['phase=NOT_KNOWN', ['100002']],
    ['trust=7', ['100003']],
    ['member=true', ['100003']],
    ['member=false', ['100002', '100004', '100001']],
    ['text=beech', ['100001', '100003']],
    ['text=0%25 s', ['100001']],
    ['text=%25', ['100001']],
    ['text=leeds', ['100001']],
    ['text=trees', ['100003']],
    ['text=100002', ['100002']],
    ['status=CLOSED', []],
    ['sort=urn', ['100001', '100002', '100003', '100004']],
    ['sort=region', ['100001', '100002', '100004', '100003']],
  ])('with %s shows %j', async (query, urns) => {
    expect((await list(query)).items.map(({ urn }) => urn)).toEqual(urns);
  });

  test.each(['name', 'urn', 'region'])('in pages by %s shows every school once', async (sort) => {
    const whole = (await list(`sort=${sort}`)).items.map(({ urn }) => urn);
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 9; pages += 1) {
      const page: SchoolPage = await list(`sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ urn }) => urn));
      cursor = page.next;
    }
    expect(seen).toEqual(whole);
  });

  test('refuses a cursor or filter that makes no sense', async () => {
    const cursor = await api().get('/api/v1/schools?cursor=nonsense').expect(400);
    expect(cursor.body).toMatchObject({ code: 'BAD_CURSOR' });
    const filter = await api().get('/api/v1/schools?phase=TERTIARY&colour=red').expect(400);
    expect(filter.body).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('a school', () => {
  test('is changed from the version that was loaded, and only then', async () => {
    const loaded = await api().get('/api/v1/schools/100002').expect(200);
    expect(loaded.headers['etag']).toBe('"1"');
    const patch = (tag: string, edit: object): request.Test =>
      api().patch('/api/v1/schools/100002').set('If-Match', tag).send(edit);
    const changed = await patch('"1"', { phase: 'PRIMARY', needs: ['SLD', 'ASD'] }).expect(200);
    expect(changed.body).toMatchObject({ phase: 'PRIMARY', needs: ['ASD', 'SLD'], version: 2 });
    await patch('"1"', { phase: 'SPECIAL' }).expect(412);
    await api().patch('/api/v1/schools/100002').send({ phase: 'SPECIAL' }).expect(428);
    await patch('"2"', {}).expect(400);
    const codes = [
      [{ lat: 51 }, 'HALF_A_POSITION'],
      [{ needs: ['NSA'] }, 'UNKNOWN_NEED'],
      [{ calendarId: 'lunar' }, 'UNKNOWN_REFERENCE'],
      [{ predecessorUrns: ['100002'] }, 'PRECEDES_ITSELF'],
    ] as const;
    for (const [edit, code] of codes) {
      expect((await patch('"2"', edit).expect(422)).body).toMatchObject({ code });
    }
    await patch('"2"', { phase: null }).expect(200);
  });

  test('that does not exist is said so, whatever is asked of it', async () => {
    for (const what of ['', '/family', '/closures', '/memberships', '/windows?term=spring-2027']) {
      const answer = await api().get(`/api/v1/schools/199999${what}`).expect(404);
      expect(answer.body).toMatchObject({
        code: 'NOT_FOUND',
        detail: 'There is no school 199999.',
      });
    }
  });

  test('loses the windows of a closure, and has them back when it is withdrawn', async () => {
    const address = '/api/v1/schools/100003';
    const flood = { from: '2027-01-12', to: '2027-01-13', reason: 'Flood' };
    const usable = async (): Promise<number> => {
      const body = await read(`${address}/windows?term=spring-2027`);
      return (body as { items: { reason: unknown }[] }).items.filter((slot) => slot.reason === null)
        .length;
    };
    expect(await usable()).toBe(21);
    await api().post(`${address}/closures`).send(flood).expect(201);
    expect(await usable()).toBe(19);
    await api().post(`${address}/closures`).send(flood).expect(422);
    await api()
      .post(`${address}/closures`)
      .send({ ...flood, to: '2027-01-01' })
      .expect(400);
    expect((await api().get(`${address}/closures`)).body).toEqual({ items: [flood] });
    await api().delete(`${address}/closures/2027-01-12`).expect(204);
    expect(await usable()).toBe(21);
  });

  test('joins and leaves the partnership', async () => {
    const address = '/api/v1/schools/100004/memberships';
    await api().post(address).send({ from: '2026-09-01' }).expect(200);
    const left = await api().post(`${address}/end`).send({ from: '2027-04-01' }).expect(200);
    expect(left.body).toEqual({ items: [{ from: '2026-09-01', to: '2027-03-31' }] });
  });
});

describe('the calendar', () => {
  test('of a term has its weeks and closed windows in words', async () => {
    const body = await read('/api/v1/terms/spring-2027/calendar');
    const { weeks, closed } = body as { weeks: string[]; closed: object[] };
    expect(weeks).toHaveLength(11);
    expect(closed).toEqual([
      {
        week: '2027-01-04',
        window: 'WED_FRI',
        inWords: 'Wednesday 6 to Friday 8 January 2027',
        reason: 'Training day, 7 January 2027 (online)',
      },
      {
        week: '2027-03-22',
        window: 'WED_FRI',
        inWords: 'Wednesday 24 to Friday 26 March 2027',
        reason: 'Good Friday, 26 March 2027',
      },
    ]);
  });

  test('opens a year, changes a term, keeps training days', async () => {
    const terms = [
      { season: 'AUTUMN', startsOn: '2027-09-01', endsOn: '2027-12-17' },
      { season: 'SPRING', startsOn: '2028-01-04', endsOn: '2028-04-07' },
      { season: 'SUMMER', startsOn: '2028-04-24', endsOn: '2028-07-21' },
    ];
    const year = { id: '2027-28', startsOn: '2027-09-01', endsOn: '2028-08-31', terms };
    expect((await api().post('/api/v1/academic-years').send(year).expect(201)).body).toMatchObject({
      id: '2027/28',
    });
    await api().post('/api/v1/academic-years').send(year).expect(409);
    const list = await api().get('/api/v1/academic-years').expect(200);
    expect((list.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([
      '2026/27',
      '2027/28',
    ]);
    const dates = { startsOn: '2028-01-05', endsOn: '2028-04-07' };
    const changed = await api()
      .patch('/api/v1/terms/spring-2028')
      .set('If-Match', '"1"')
      .send(dates)
      .expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const day = { date: '2027-09-23', title: 'Training day', mode: 'IN_PERSON' };
    await api().post('/api/v1/training-days').send(day).expect(201);
    await api().post('/api/v1/training-days').send(day).expect(409);
    await api().delete('/api/v1/training-days/2027-09-23').expect(204);
    await api().delete('/api/v1/training-days/2027-09-23').expect(404);
    const dated = {
      name: 'Leeds',
      source: 'Its site',
      insetDays: [],
      halfTerms: [{ number: 1, name: 'Autumn 1', startsOn: '2027-09-01', endsOn: '2027-10-22' }],
    };
    await api().put('/api/v1/school-calendars/leeds/years/2027-28').send(dated).expect(200);
    await api().put('/api/v1/school-calendars/leeds/years/2029-30').send(dated).expect(404);
    await api().put('/api/v1/school-calendars/leeds/years/2026-27').send(dated).expect(422);
    expect((await api().get('/api/v1/bank-holidays').expect(200)).body).toMatchObject({
      items: expect.arrayContaining([{ date: '2027-03-26', title: 'Good Friday' }]) as unknown,
    });
  });
});

describe('settings', () => {
  test('are changed from a day on, dated, traced and restored', async () => {
    const put = (change: object): request.Test => api().put('/api/v1/settings/rest').send(change);
    const change = { value: { reviews: 2, weeks: 4 }, from: '2027-01-04', reason: 'Agreed' };
    expect((await put(change).expect(200)).body).toMatchObject({ changed: ['rest'] });
    const before = await api().get('/api/v1/settings').expect(200);
    expect(before.body).toMatchObject({
      on: '2026-12-21',
      changed: [],
      settings: { rest: { reviews: 3 } },
    });
    await put(change).expect(200); // the same again writes nothing
    const rows = await database.dataSource.query<unknown[]>('SELECT 1 FROM setting');
    expect(rows).toHaveLength(1);
    const wrong = await put({ ...change, value: { reviews: 2 } }).expect(400);
    expect(wrong.body).toMatchObject({ errors: [{ field: 'value, weeks' }] });
    await put({ ...change, to: '2027-01-01' }).expect(422);
    await api().put('/api/v1/settings/colour').send(change).expect(400);
    const restore = { from: '2027-02-01', reason: 'Trial over' };
    await api().post('/api/v1/settings/rest/restore').send(restore).expect(200);
    const on = (date: string): Promise<unknown> => read(`/api/v1/settings?on=${date}`);
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
});
