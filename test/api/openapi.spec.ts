import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { createLogger, NestLogger } from '../../src/platform/logging.js';
import { prepareWeb } from '../../src/platform/web.js';
import { testConfiguration } from '../support/configuration.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Test } from '@nestjs/testing';

interface Operation {
  summary?: string;
  tags?: string[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

let database: TestDatabase;
let application: NestExpressApplication;
let operations: [string, Operation][];

beforeAll(async () => {
  database = await createTestDatabase();
  const logger = createLogger('test', 'silent');
  const whole = AppModule.for({
    configuration: testConfiguration(),
    databaseUrl: database.url,
    logger,
    works: false,
  });
  const module = await Test.createTestingModule({ imports: [whole] }).compile();
  application = module.createNestApplication<NestExpressApplication>({
    logger: new NestLogger(logger),
    bodyParser: false,
    rawBody: true,
  });
  await prepareWeb(application, logger);
  const { body } = (await request(application.getHttpServer()).get('/api/openapi.json')) as {
    body: { paths: Record<string, Record<string, Operation>> };
  };
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

describe('the API’s description', () => {
  it('holds the routes of every part of the product', () => {
    const paths = operations.map(([name]) => name);
    expect(paths).toContain('post /api/v1/allocation-runs');
    expect(paths).toContain('get /api/v1/plans/{id}/uncovered');
    expect(paths).toContain('post /api/v1/imports');
    expect(paths.some((path) => path.includes('/schools'))).toBe(true);
    expect(paths.some((path) => path.includes('lead-reviewers'))).toBe(true);
  });

  it('says of every route what it does, where it belongs and how it fails', () => {
    const lacking = operations.filter(
      ([, { summary, tags, responses }]) =>
        !summary || !tags?.length || !responses.default?.content?.['application/problem+json'],
    );
    expect(lacking.map(([name]) => name)).toEqual([]);
  });

  it('is shown by pages of the same server', async () => {
    const page = await request(application.getHttpServer()).get('/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/src="https?:/);
  });
});
