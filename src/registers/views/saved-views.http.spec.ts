import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { SavedViewView } from './saved-view.schema.js';
import { SavedViewsController } from './saved-views.controller.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createTestApplication({
    databaseUrl: database.url,
    controllers: [SavedViewsController],
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});
beforeEach(async () => {
  await database.dataSource.query('DELETE FROM saved_view');
});

const base = '/api/v1/registers/schools/views';
const view = { name: 'North East', search: { region: 'north-east', sort: '-lastReviewed' } };

async function send(
  method: 'post' | 'put' | 'delete',
  address: string,
  body: object = {},
  version?: number,
): Promise<{ status: number; body: SavedViewView & { code?: string } }> {
  const sent = request(application.getHttpServer())[method](address);
  if (version !== undefined) void sent.set('If-Match', `"${version}"`);
  const answer = (await sent.set('Qar-Author', 'Ruth').send(body)) as Answer;
  return { status: answer.status, body: answer.body as never };
}

async function names(address = base): Promise<string[]> {
  const answer = (await request(application.getHttpServer()).get(address).expect(200)) as Answer;
  return (answer.body as { items: SavedViewView[] }).items.map(({ name }) => name);
}

describe('views that the office shares', () => {
  it('are saved for one register, by whom and when, and listed by name', async () => {
    const { status, body } = await send('post', base, view);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...view, savedBy: 'Ruth', version: 1 });
    const alone = (await request(application.getHttpServer()).get(`${base}/${body.id}`)) as Answer;
    expect([alone.headers.etag, alone.body]).toEqual(['"1"', body]);
    await send('post', base, { ...view, name: 'all special' });
    expect(await names()).toEqual(['all special', 'North East']);
    expect(await names('/api/v1/registers/reviews/views')).toEqual([]);
  });

  it('never share a name within a register, whatever its capitals', async () => {
    await send('post', base, view);
    const { status, body } = await send('post', base, { ...view, name: 'north EAST' });
    expect([status, body.code]).toEqual([409, 'ALREADY_THERE']);
    const elsewhere = await send('post', '/api/v1/registers/reviews/views', view);
    expect(elsewhere.status).toBe(201);
  });

  it('are changed from the version that was seen only', async () => {
    const { body: saved } = await send('post', base, view);
    const address = `${base}/${saved.id}`;
    const first = await send('put', address, { ...view, name: 'North' }, 1);
    expect(first.body).toMatchObject({ name: 'North', version: 2 });
    const second = await send('put', address, { ...view, name: 'South' }, 1);
    expect([second.status, second.body.code]).toEqual([412, 'CHANGED_SINCE']);
    expect((await send('delete', address, {}, 1)).status).toBe(412);
    expect((await send('put', address, view)).status).toBe(428);
    expect(await names()).toEqual(['North']);
  });

  it('can be deleted and put back as they were, unless their name is taken meanwhile', async () => {
    const { body: saved } = await send('post', base, view);
    const address = `${base}/${saved.id}`;
    expect((await send('delete', address, {}, 1)).status).toBe(204);
    expect(await names()).toEqual([]);
    expect((await send('put', address, view, 2)).status).toBe(404);
    const { body: other } = await send('post', base, view);
    expect((await send('post', `${address}/restorations`)).status).toBe(409);
    await send('delete', `${base}/${other.id}`, {}, 1);
    const { status, body } = await send('post', `${address}/restorations`);
    expect([status, body.search]).toEqual([200, view.search]);
    // Putting back what is there changes nothing.
    expect((await send('post', `${address}/restorations`)).body.version).toBe(body.version);
    expect(await names()).toEqual(['North East']);
  });

  it('leave a trace of each change', async () => {
    const { body: saved } = await send('post', base, view);
    await send('put', `${base}/${saved.id}`, { ...view, name: 'North' }, 1);
    await send('delete', `${base}/${saved.id}`, {}, 2);
    await send('post', `${base}/${saved.id}/restorations`);
    const rows = await database.dataSource.query<{ action: string; actor: string }[]>(
      `SELECT action, actor FROM audit_entry WHERE subject = 'saved_view' AND subject_id = $1 ORDER BY id`,
      [saved.id],
    );
    expect(rows).toEqual(
      ['view saved', 'view changed', 'view deleted', 'view put back'].map((action) => ({
        action,
        actor: 'Ruth',
      })),
    );
  });

  it('keep what an address can hold, and nothing else', async () => {
    const odd = await send('post', base, { name: 'Odd', search: { 'a b': 'c' } });
    expect(odd.status).toBe(400);
    expect((await send('post', base, { name: '', search: {} })).status).toBe(400);
    const nowhere = `${base}/11111111-1111-4111-8111-111111111111`;
    expect((await send('delete', nowhere, {}, 1)).status).toBe(404);
    expect((await send('post', `${nowhere}/restorations`)).status).toBe(404);
    expect((await send('post', '/api/v1/registers/inspectors/views', view)).status).toBe(400);
  });
});
