import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { ExchangeModule } from './exchange.module.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ExchangeModule],
  });
  await application.init();
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

describe('the description of the API', () => {
  it('says of every route of imports and exports what it does and answers', () => {
    const { paths, components } = SwaggerModule.createDocument(
      application,
      new DocumentBuilder().build(),
    );
    const ours = Object.entries(paths).filter(([path]) =>
      /imports|exports|record-kinds|column-mappings/u.test(path),
    );
    expect(ours).toHaveLength(12);
    for (const [, methods] of ours) {
      for (const operation of Object.values(methods) as { summary?: string; responses: object }[]) {
        expect(operation.summary).toMatch(/\S/u);
        expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(
          true,
        );
      }
    }
    expect(Object.keys(components?.schemas ?? {})).toEqual(
      expect.arrayContaining([
        'Import',
        'ImportPage',
        'ImportChangePage',
        'ColumnMappingRequest',
        'ColumnMappingList',
        'RecordKindList',
      ]),
    );
  });
});
