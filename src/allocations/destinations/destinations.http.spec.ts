import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { runApplication } from '../../../test/runs/run-application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { createLogger } from '../../platform/logging.js';
import { prepareWeb } from '../../platform/web.js';
import type { Destinations } from './destinations.schema.js';

describe('where somebody wants to go', () => {
  let database: TestDatabase;
  let web: NestExpressApplication;

  beforeAll(async () => {
    database = await createTestDatabase();
    const { manager } = database.dataSource;
    await loadSmallReference(manager);
    const registers = new SmallRegisters(manager);
    await registers.school('100001', 'Old Oak School');
    await registers.school('100002', 'Oak Hill School');
    await registers.school('100003', '100% Ash School');
    await registers.review('QAR-2026-0001', '100001', null);
    await registers.review('QAR-2026-0002', '100002', null, { term: 'summer-2027' });
    await manager.query(
      `INSERT INTO lead_reviewer (code, name, postcode_district)
       VALUES ('LR-001', 'Ada Oak', 'LS1'), ('LR-002', 'Ben Linnet', 'LS1'), ('LR-003', 'Cy Oakes', 'LS1')`,
    );
    await manager.query(`UPDATE lead_reviewer SET removed_at = now() WHERE code = 'LR-003'`);
    web = await runApplication({ databaseUrl: database.url, works: false });
    await prepareWeb(web, createLogger('test', 'silent'));
    await web.init();
  });
  afterAll(async () => {
    await web.close();
    await database.drop();
  });

  async function found(text: string): Promise<{ schools: string[]; people: string[] }> {
    const address = `/api/v1/terms/spring-2027/destinations?text=${encodeURIComponent(text)}`;
    const { status, body } = (await request(web.getHttpServer()).get(address)) as {
      status: number;
      body: Destinations;
    };
    expect(status).toBe(200);
    return {
      schools: body.schools.map(({ name, review }) => `${name} ${review ?? '-'}`),
      people: body.people.map(({ name, region }) => `${name}, ${region}`),
    };
  }

  it('begins with the text, then holds it; a review of another term is not the term’s', async () => {
    expect(await found('oak')).toEqual({
      schools: ['Oak Hill School -', 'Old Oak School QAR-2026-0001'],
      people: ['Ada Oak, Yorkshire and the Humber'],
    });
  });

  it('holds every word, in any order, and takes no sign for a pattern', async () => {
    expect((await found('school old')).schools).toEqual(['Old Oak School QAR-2026-0001']);
    expect((await found('0%')).schools).toEqual(['100% Ash School -']);
    expect((await found('o_k')).schools).toEqual([]);
  });

  it('finds by reference', async () => {
    expect((await found('qar-2026-0001')).schools).toEqual(['Old Oak School QAR-2026-0001']);
    expect((await found('LR-002')).people).toEqual(['Ben Linnet, Yorkshire and the Humber']);
    expect((await found('100003')).schools).toEqual(['100% Ash School -']);
  });

  it('refuses an empty text and a term that is not there', async () => {
    const server = request(web.getHttpServer());
    expect((await server.get('/api/v1/terms/spring-2027/destinations?text=+')).status).toBe(400);
    expect((await server.get('/api/v1/terms/spring-2031/destinations?text=a')).status).toBe(404);
  });
});
