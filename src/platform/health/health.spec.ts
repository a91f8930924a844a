import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';

describe('health', () => {
  let database: TestDatabase;
  let application: NestExpressApplication;

  beforeAll(async () => {
    database = await createTestDatabase();
    application = await createTestApplication({ databaseUrl: database.url });
  });
  afterAll(async () => {
    await application.close();
    await database.drop();
  });

  it('is ready when database, migrations and queue are', async () => {
    const { status, body } = (await request(application.getHttpServer()).get('/health/ready')) as {
      status: number;
      body: unknown;
    };
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ready' });
  });

  it('says which part is not ready: a migration is missing', async () => {
    await database.dataSource.query(`delete from schema_migration where name like 'Platform%'`);
    const { status, body } = (await request(application.getHttpServer()).get('/health/ready')) as {
      status: number;
      body: unknown;
    };
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'not ready',
      parts: [
        { name: 'database', isReady: true },
        {
          name: 'migrations',
          isReady: false,
          detail: expect.stringContaining('Platform1764000000001'),
        },
        { name: 'queue', isReady: true },
      ],
    });
  });

  it('is live even when it is not ready', async () => {
    const { status } = await request(application.getHttpServer()).get('/health/live');
    expect(status).toBe(200);
  });
});
