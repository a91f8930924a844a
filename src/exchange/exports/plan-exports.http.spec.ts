import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { type Answer } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { type SolvedRun, storeSolvedRun } from '../../../test/support/solved-run.js';
import { planTables } from '../../allocations/tables/plan-tables.js';
import { exampleProblem } from '../../allocations/runs/problem-file.example.js';
import { ExchangeModule } from '../exchange.module.js';
import { planCsv } from '../plan-workbook/plan-workbook.js';

let database: TestDatabase;
let application: NestExpressApplication;
let named: SolvedRun;
let bare: SolvedRun;
let infeasible: SolvedRun;

const [lead] = exampleProblem.leads;
const [review] = exampleProblem.reviews;
const context = {
  people: { [lead!.id]: { name: '=Ada O’Example', synthetic: true, availability: [] } },
  schools: { [review!.urn]: { name: 'Ysgol y Dwyrain', needsInvented: true } },
};

beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  await dataSource.query(`
    INSERT INTO academic_year VALUES ('2026/27', '2026-09-01', '2027-08-31');
    INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
      VALUES ('spring-2027', '2026/27', 'SPRING', 'Spring 2027', '2027-01-04', '2027-03-25')`);
  named = await storeSolvedRun(dataSource, exampleProblem, { context, termId: 'spring-2027' });
  bare = await storeSolvedRun(dataSource, { ...exampleProblem, name: 'From a file' });
  const seat = { review: review!.id, lead: lead!.id };
  infeasible = await storeSolvedRun(dataSource, {
    ...exampleProblem,
    pins: [seat],
    bans: [seat],
  });
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ExchangeModule],
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const download = (planId: string, form: string): request.Test =>
  request(application.getHttpServer())
    .get(`/api/v1/plans/${planId}/export.${form}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

describe('a plan as a file', () => {
  it('is the workbook of the command line, with the names that were frozen', async () => {
    const { status, headers, body } = (await download(named.planId, 'xlsx')) as Answer;
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/spreadsheetml\.sheet$/u);
    expect(headers['content-disposition']).toBe(
      'attachment; filename="spring-2027-allocation.xlsx"',
    );
    const sheets = await readExcelFile(body as Buffer);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Summary',
      'By week',
      'By lead',
      'Without a lead',
      'To follow up',
    ]);
    const [headings, row] = sheets[1]!.data;
    expect(headings!.slice(3, 5)).toEqual(['School', 'Town']);
    expect(headings!.slice(-2)).toEqual(['Review', 'URN']);
    expect(row!.slice(-2)).toEqual(['QAR-2026-0042', '100091']);
    expect(row).toContain('Ysgol y Dwyrain');
    expect(row).toContain("'=Ada O’Example");
  });

  it('is CSV with the same rows', async () => {
    const { status, headers, body } = (await download(named.planId, 'csv')) as Answer;
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('spring-2027-allocation.csv');
    const [row] = parse<Record<string, string>>(body as Buffer, { bom: true, columns: true });
    expect(row).toMatchObject({
      Review: 'QAR-2026-0042',
      School: 'Ysgol y Dwyrain',
      'Week beginning': '2027-01-11',
      Lead: "'=Ada O’Example",
    });
  });

  it('names nobody whom a problem file does not name', async () => {
    const { headers, body } = (await download(bare.planId, 'csv')) as Answer;
    expect(headers['content-disposition']).toContain(`${bare.planId}-allocation.csv`);
    expect((body as Buffer).toString('utf8')).toBe(planCsv(planTables(bare.problem, bare.plan)));
  });

  it('is refused where no plan is possible, and where there is none', async () => {
    const nowhere = '11111111-1111-4111-8111-111111111111';
    for (const form of ['xlsx', 'csv']) {
      const conflict = await download(infeasible.planId, form);
      expect([conflict.status, codeIn(conflict.body)]).toEqual([409, 'PLAN_IS_INFEASIBLE']);
      const missing = await download(nowhere, form);
      expect([missing.status, codeIn(missing.body)]).toEqual([404, 'NOT_FOUND']);
    }
    expect((await download('one', 'csv')).status).toBe(400);
  });
});

function codeIn(body: unknown): unknown {
  return (JSON.parse((body as Buffer).toString('utf8')) as { code: unknown }).code;
}
