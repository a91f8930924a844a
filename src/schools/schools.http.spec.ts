import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { tagOf } from '../../test/support/answers.js';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { admit } from './membership.js';
import { loadReferenceData } from './reference-data.js';
import { declareClosure } from './closures.js';
import { upsertSchool } from './school-register.js';
import type { SchoolRecord } from './school-record.js';
import type { SchoolPage, SchoolView } from './school.schema.js';
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
    imports: [CalendarModule, SchoolsModule],
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
    const listed = (await api().get(`${address}/closures`)).body as { version: number };
    expect(listed).toEqual({ version: expect.any(Number) as unknown, items: [flood] });
    const withdraw = (version: number): request.Test =>
      api().delete(`${address}/closures/2027-01-12`).set('If-Match', `"${version}"`);
    const stale = await withdraw(listed.version - 1);
    expect([stale.status, stale.body]).toMatchObject([
      412,
      {
        details: {
          meanwhile: [{ what: 'closure declared', changes: [{}, {}, {}] }],
        },
      },
    ]);
    await withdraw(listed.version).expect(204);
    expect(await usable()).toBe(21);
  });

  describe('takes a closure once that is declared by several at the same moment, and refuses the others', () => {
    const address = '/api/v1/schools/100003/closures';
    const declare = async (many: number, from: string): Promise<number[]> => {
      const flood = { from, to: from, reason: 'Flood' };
      const asked = Array.from({ length: many }, () => api().post(address).send(flood));
      const answers = await Promise.all(asked);
      const refused = answers.filter(({ status }) => status !== 201);
      for (const { body } of refused) expect(body).toMatchObject({ code: 'CLOSURE_OVERLAPS' });
      return answers.map(({ status }) => status).sort();
    };

    test('many times', async () => {
      for (let day = 10; day < 30; day++) {
        expect(await declare(2, `2027-05-${day}`)).toEqual([201, 422]);
        expect(await declare(5, `2027-06-${day}`)).toEqual([201, 422, 422, 422, 422]);
      }
    }, 60_000);

    test('also where each has to wait for the other', async () => {
      const { dataSource } = database;
      const waiting = async (): Promise<number> => {
        const [row] = await dataSource.query<{ waiting: number }[]>(
          'SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted',
        );
        return row?.waiting ?? 0;
      };
      const first = dataSource.createQueryRunner();
      await first.startTransaction();
      await declareClosure(
        first.manager,
        '100003',
        { from: '2027-07-01', to: '2027-07-01', reason: 'Flood' },
        'Test',
      );
      const both = declare(2, '2027-07-01');
      while ((await waiting()) < 2) await sleep(10);
      await first.rollbackTransaction();
      await first.release();
      expect(await both).toEqual([201, 422]);
    }, 20_000);
  });

  test('joins and leaves the partnership', async () => {
    const address = '/api/v1/schools/100004/memberships';
    const send = async (path: string, from: string, tag?: string): Promise<request.Response> =>
      api()
        .post(path)
        .set('If-Match', tag ?? (await tagOf(api(), address)))
        .send({ from });
    const tag = await tagOf(api(), address);
    expect((await send(address, '2026-09-01')).status).toBe(200);
    const left = await send(`${address}/end`, '2027-04-01');
    expect(left.body).toMatchObject({ items: [{ from: '2026-09-01', to: '2027-03-31' }] });
    // Who had not seen the first change is told of the last one, and overwrites nothing.
    const late = await send(`${address}/end`, '2027-01-01', tag);
    expect([late.status, late.body]).toMatchObject([
      412,
      { code: 'CHANGED_SINCE', details: { meanwhile: [{ what: 'membership ended' }] } },
    ]);
    const { body } = (await api().get(address)) as { body: object };
    expect(body).toMatchObject({ items: [{ to: '2027-03-31' }] });
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
});

describe('the short name of a school', () => {
  interface Answer {
    status: number;
    body: Partial<SchoolView> & { code?: string; detail?: string };
  }
  const patch = async (urn: string, edit: object): Promise<Answer> => {
    const { body } = (await api().get(`/api/v1/schools/${urn}`)) as Answer;
    return api()
      .patch(`/api/v1/schools/${urn}`)
      .set('If-Match', `"${body.version ?? 0}"`)
      .send(edit);
  };

  test('is derived, can be given with a trace of who gave it, and derived again', async () => {
    expect(await read('/api/v1/schools/100001')).toMatchObject({
      shortName: null,
      derivedShortName: 'Beech 100%',
    });
    const given = await patch('100001', { shortName: ' Beech, Leeds ' });
    expect(given.body).toMatchObject({ shortName: 'Beech, Leeds', derivedShortName: 'Beech 100%' });
    const [trace] = await database.dataSource.query<{ before: object; after: object }[]>(
      `SELECT before, after FROM audit_entry WHERE subject = 'school' AND subject_id = '100001'
       ORDER BY id DESC LIMIT 1`,
    );
    expect(trace).toMatchObject({
      before: { shortName: null },
      after: { shortName: 'Beech, Leeds' },
    });
    const restored = await patch('100001', { shortName: null });
    expect(restored.body.shortName).toBeNull();
  });

  test.each([
    ['B', 'must have at least 2 characters'],
    ['123', 'must have a letter'],
    ['x'.repeat(31), '30'],
  ])('is refused when it is “%s”', async (shortName, message) => {
    const { status, body } = await patch('100001', { shortName });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(message);
  });

  test('is no other school’s, neither its short name nor its whole one', async () => {
    expect((await patch('100002', { shortName: 'Ash, London' })).status).toBe(200);
    const taken = await patch('100001', { shortName: 'ASH, london' });
    expect(taken.status).toBe(422);
    expect(taken.body).toMatchObject({
      code: 'NAME_TAKEN',
      errors: [{ pointer: '#/shortName' }],
    });
    const whole = await patch('100001', { shortName: 'Beech school' });
    expect(whole.body.detail).toBe(
      'Beech School is called “Beech school” already. Choose another short name, such as one with the town.',
    );
    await expect(
      database.dataSource.query(
        `UPDATE school SET short_name = 'ash, LONDON' WHERE urn = '100001'`,
      ),
    ).rejects.toThrow('school_short_name_is_its_own');
  });
});
