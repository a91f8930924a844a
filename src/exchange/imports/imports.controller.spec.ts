import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ExchangeModule } from '../exchange.module.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.dataSource.query(`
    INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
      VALUES ('London', 'E12000007', 'H', 51.5, -0.1)`);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ExchangeModule],
    environment: { QAR_OPERATOR: 'Test' },
  });
  await application.init();
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());
const CSV = 'URN,Name,Type,Region\n100006,Heath School,Pupil referral unit,London\n';

async function sent(body: string, query = 'fileName=schools.csv'): Promise<request.Response> {
  return api().post(`/api/v1/imports?${query}`).set('Content-Type', 'text/csv').send(body);
}

interface Sent {
  id: string;
}

describe('imports over HTTP', () => {
  it('show the difference, write it, and take it back', async () => {
    const created = await sent(CSV);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      state: 'DRY_RUN',
      recordedBy: 'Test',
      kinds: [{ kind: 'schools', created: 1 }],
    });
    const { id } = created.body as Sent;
    const changes = await api().get(`/api/v1/imports/${id}/changes`);
    expect(changes.body).toMatchObject({
      items: [{ action: 'create', key: '100006' }],
      next: null,
    });
    expect((changes.body as { items: { fields: unknown[] }[] }).items[0]?.fields).toContainEqual({
      column: 'Name',
      before: '–',
      after: 'Heath School',
    });
    expect((await api().post(`/api/v1/imports/${id}/apply`)).body).toMatchObject({
      state: 'APPLIED',
    });
    const again = await api().post(`/api/v1/imports/${id}/apply`);
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'NOT_A_DRY_RUN']);
    const exported = await api().get('/api/v1/exports/schools.csv');
    expect(exported.headers['content-disposition']).toBe('attachment; filename="schools.csv"');
    expect(exported.text).toContain('100006,Heath School');
    expect((await sent(exported.text)).body).toMatchObject({
      kinds: [{ created: 0, updated: 0, unchanged: 1 }],
    });
    expect((await api().post(`/api/v1/imports/${id}/undo`)).body).toMatchObject({
      state: 'UNDONE',
    });
    expect((await api().get('/api/v1/exports/schools.csv')).text).not.toContain('100006');
  });

  it('list faults with their places as a problem', async () => {
    const refused = await sent('URN,Name,Type,Region\nabc,X,Y,London\n');
    expect(refused.status).toBe(422);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      code: 'BAD_SPREADSHEET',
      errors: [{ pointer: '#/schools.csv/2/URN', field: 'schools.csv, row 2, URN, “abc”' }],
    });
  });

  it('page from the newest on', async () => {
    await sent(CSV);
    await sent(CSV);
    const first = (await api().get('/api/v1/imports?limit=1')).body as {
      items: Sent[];
      next: string;
    };
    const second = (await api().get(`/api/v1/imports?limit=1&cursor=${first.next}`)).body as {
      items: Sent[];
    };
    expect(first.next).toBe(first.items[0]?.id);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it.each([
    [
      'an import that is not there',
      'get',
      '/api/v1/imports/0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
      404,
    ],
    ['an id that is none', 'get', '/api/v1/imports/7', 400],
    ['a kind that is not there', 'get', '/api/v1/exports/people.csv', 404],
    ['a form that is not there', 'get', '/api/v1/exports/schools.pdf', 400],
    [
      'a mapping that is not there',
      'delete',
      '/api/v1/column-mappings/0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
      404,
    ],
  ] as const)('refuse %s', async (_, method, path, status) => {
    expect((await api()[method](path)).status).toBe(status);
  });

  it('refuse what is declared bigger than 100 MB before reading it', async () => {
    const refused = await api()
      .post('/api/v1/imports?fileName=schools.csv')
      .set('Content-Type', 'text/csv')
      .set('Content-Length', '100000001')
      .send();
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ message: expect.stringContaining('100 MB') as unknown }],
    });
  });

  it('refuse other content', async () => {
    const refused = await api()
      .post('/api/v1/imports?fileName=a.pdf')
      .set('Content-Type', 'application/pdf')
      .send('x');
    expect(refused.status).toBe(415);
  });
});

describe('column mappings over HTTP', () => {
  it('are remembered, used and forgotten', async () => {
    const mapping = {
      headings: ['Number', 'Label', 'Sort', 'Part'],
      mapping: { Number: 'URN', Label: 'Name', Sort: 'Type', Part: 'Region' },
    };
    const put = await api().put('/api/v1/column-mappings/schools').send(mapping);
    expect(put.status).toBe(200);
    const [item] = (put.body as { items: Sent[] }).items;
    const used = await sent('Number,Label,Sort,Part\n100006,Heath,PRU,London\n');
    expect(used.body).toMatchObject({ kinds: [{ created: 1 }] });
    expect((await api().delete(`/api/v1/column-mappings/${String(item?.id)}`)).status).toBe(204);
    expect((await sent('Number,Label,Sort,Part\n100006,Heath,PRU,London\n')).status).toBe(422);
  });

  it('name only columns that there are', async () => {
    const refused = await api()
      .put('/api/v1/column-mappings/schools')
      .send({ headings: ['A'], mapping: { A: 'Shoe size' } });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      422,
      'UNKNOWN_COLUMN',
    ]);
  });

  it('know every kind and its columns', async () => {
    const kinds = (await api().get('/api/v1/record-kinds')).body as { items: { kind: string }[] };
    expect(kinds.items).toHaveLength(22);
  });
});

describe('workbooks over HTTP', () => {
  it.each(['all.xlsx', 'template.xlsx', 'schools.xlsx'])(
    '%s can be imported and changes nothing',
    async (file) => {
      const workbook = await api()
        .get(`/api/v1/exports/${file}`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            done(null, Buffer.concat(chunks));
          });
        });
      const again = await api()
        .post(`/api/v1/imports?fileName=${file}`)
        .set('Content-Type', 'application/octet-stream')
        .send(workbook.body as Buffer);
      expect(again.status).toBe(201);
    },
  );
});
