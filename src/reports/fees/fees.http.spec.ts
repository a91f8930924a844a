import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readSheet } from 'read-excel-file/node';
import request from 'supertest';
import { fillSmallPartnership } from '../../../test/api/fuzz/small-partnership.js';
import { type Answer, tagOf } from '../../../test/support/answers.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createWholeApplication } from '../../../test/support/whole-application.js';
import type { FeesBehind, FeesReport } from './fees.schema.js';
import type { Payroll, PayrollBatch, PayrollBatchView } from './payroll.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
const base = '/api/v1/reports/fees';

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url, {
    environment: { QAR_TODAY: '2027-01-20' },
  });
  await fillSmallPartnership(database.dataSource, application);
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());

async function read<Body>(address: string, query: object = {}): Promise<Body> {
  const answer = (await api().get(`${base}${address}`).query(query).expect(200)) as Answer;
  return answer.body as Body;
}
async function send<Body>(address: string, body: object = {}, status = 200): Promise<Body> {
  const answer = (await api().post(`${base}${address}`).send(body).expect(status)) as Answer;
  return answer.body as Body;
}

/** Person LR-002 has the lead seat of 11 to 13 January. */
async function seatOf(review: string): Promise<string> {
  const { body } = (await api().get(`/api/v1/reviews/${review}/seats`).expect(200)) as Answer;
  return (body as { items: { id: string }[] }).items[0]!.id;
}
async function happen(review: string, kind: string, on: string): Promise<void> {
  const { headers } = await api().get(`/api/v1/reviews/${review}`).expect(200);
  await api()
    .post(`/api/v1/reviews/${review}/seats/${await seatOf(review)}/events`)
    .set('If-Match', String(headers.etag))
    .send({ kind, on })
    .expect(200);
}

const fees = {
  basePence: 50_000,
  supplementPence: { London: 5_000 },
  mileagePence: 45,
  overnightPence: 9_500,
};

describe('the report of costs', () => {
  it('has no amount before a fee table is entered, and says so', async () => {
    await api()
      .put('/api/v1/settings/fees')
      .set('If-Match', await tagOf(api(), '/api/v1/settings/fees/history'))
      .send({ value: { table: null }, from: '2026-09-01', reason: 'None agreed' })
      .expect(200);
    await happen('QAR-2026-0042', 'OFFERED', '2026-12-10');
    await happen('QAR-2026-0042', 'ACCEPTED', '2026-12-11');
    const report = await read<FeesReport>('');
    expect(report.isSet).toBe(false);
    expect(report.headline).toMatch(/^Fee not set: \d+ paid seats, and no amount/u);
    // Over since the 13th, and nobody recorded what became of it.
    expect(report.mismatches.map(({ kind }) => kind)).toContain('NOT_RECORDED');
    expect((await read<Payroll>('/payroll')).next.words).toBe('Nothing is due.');
    await send('/payroll/batches', {}, 422);
    await happen('QAR-2026-0042', 'LED', '2027-01-13');
    const [led] = (await read<FeesReport>('')).mismatches.filter(
      ({ kind }) => kind === 'LED_WITHOUT_FEE',
    );
    expect(led?.words).toBe('Fee not set on 11 January 2027');
  });

  it('tells what is done from what lies ahead, adds up, and shows how each amount came about', async () => {
    await api()
      .put('/api/v1/settings/fees')
      .set('If-Match', await tagOf(api(), '/api/v1/settings/fees/history'))
      .send({ value: { table: fees }, from: '2026-09-01', reason: 'Agreed' })
      .expect(200);
    const early = await read<FeesReport>('', { asAt: '2027-01-12' });
    expect([early.total.DONE.seats, early.total.ACCEPTED.seats]).toEqual([0, 1]);
    const report = await read<FeesReport>('');
    expect(report.total.DONE).toMatchObject({ seats: 1, unknown: 0 });
    for (const rows of [report.byTerm, report.byRegion, report.byLead]) {
      expect(rows.reduce((sum, { amounts }) => sum + amounts.all.pence, 0)).toBe(
        report.total.all.pence,
      );
    }
    const done = await read<FeesBehind>('/reviews', { figure: 'DONE', lead: 'LR-002' });
    expect(done.items).toHaveLength(1);
    expect(done.items[0]?.pence).toBe(report.total.DONE.pence);
    expect(done.items[0]?.parts.map(({ words }) => words).slice(0, 2)).toEqual([
      'Fee for leading: £500.00',
      'Supplement, London: £50.00',
    ]);
    const nobody = await read<FeesReport>('', { region: 'North East' });
    expect([nobody.total.all.seats, nobody.regions]).toEqual([0, report.regions]);
  });

  it('is a file that says the day and the filter', async () => {
    const { text, headers } = await api()
      .get(`${base}/files/csv`)
      .query({ table: 'regions', region: 'London' })
      .expect(200);
    expect(headers['content-disposition']).toContain('fees-regions-2027-01-20.csv');
    expect(text).toContain('Region of the school: London');
    for (const table of ['terms', 'leads', 'seats', 'mismatches']) {
      await api().get(`${base}/files/xlsx`).query({ table }).expect(200);
    }
    await api().get(`${base}/files/csv`).query({ academicYear: '2040/41' }).expect(404);
  });
});

describe('payroll', () => {
  it('pays each seat once, gives its file again byte for byte, and corrects by the next batch', async () => {
    const { next } = await read<Payroll>('/payroll');
    expect(next.lines).toHaveLength(1);
    const due = await api().get(`${base}/payroll/files/csv`).expect(200);
    expect(due.headers['content-disposition']).toContain('payroll-due-2027-01-20.csv');
    expect(due.text).toContain('Due for payroll\r\nLines: 1\r\n');
    expect(due.text).toContain('To look at only');
    expect(due.text).toContain(next.lines[0]?.seat);
    await api().get(`${base}/payroll/files/xlsx`).expect(200);
    await send('/payroll/batches', { seen: 'something else' }, 409);
    await send('/payroll/batches', { upTo: '2027-01-21' }, 422);
    await send('/payroll/batches', { upTo: '2027-01-12' }, 422);
    const early = await send<PayrollBatchView>('/payroll/batches', { seen: next.seen }, 201);
    expect(early.batch).toMatchObject({ pence: next.pence, lines: 1, state: 'MADE' });
    await send('/payroll/batches', {}, 422);

    const back = `/payroll/batches/${early.batch.id}/taking-back`;
    await send(back, { reason: '' }, 400);
    expect((await send<PayrollBatch>(back, { reason: 'Too early' })).stateWords).toContain(
      'Taken back on',
    );
    await send(back, { reason: 'Again' }, 409);
    const paid = await send<PayrollBatchView>('/payroll/batches', {}, 201);
    const fileOf = async (form: string): Promise<Buffer> => {
      const answer = await api()
        .get(`${base}/payroll/batches/${paid.batch.id}/files/${form}`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      return answer.body as Buffer;
    };
    const first = [await fileOf('csv'), await fileOf('xlsx')];
    // In the workbook amounts are numbers that add up to the batch, and days are dates.
    const [headings = [], ...rows] = await readSheet(await fileOf('xlsx'), 1);
    const under = (heading: string): unknown[] => rows.map((row) => row[headings.indexOf(heading)]);
    expect(under('Amount in pounds').map((amount) => Number(amount) * 100)).toEqual(
      paid.items.map(({ pence }) => pence),
    );
    expect(under('Amount in pence')).toEqual(paid.items.map(({ pence }) => pence));
    expect(under('Last day')).toEqual([new Date('2027-01-13T00:00:00Z')]);
    expect(under('First day')).toEqual([new Date('2027-01-11T00:00:00Z')]);
    const sent = await send<PayrollBatch>(`/payroll/batches/${paid.batch.id}/sending`);
    expect([sent.state, sent.canBeTakenBack]).toEqual(['SENT', false]);
    await send(`/payroll/batches/${paid.batch.id}/taking-back`, { reason: 'Wrong' }, 409);

    const before = await read<FeesReport>('');
    await api()
      .put('/api/v1/settings/fees')
      .set('If-Match', await tagOf(api(), '/api/v1/settings/fees/history'))
      .send({
        value: { table: { ...fees, basePence: 48_000 } },
        from: '2026-09-01',
        reason: 'Typed wrongly',
      })
      .expect(200);
    const report = await read<FeesReport>('');
    const [changed] = report.mismatches;
    expect(changed).toMatchObject({ kind: 'AMOUNT_CHANGED', difference: -2_000 });
    const correction = await send<PayrollBatchView>('/payroll/batches', {}, 201);
    expect(correction.items).toMatchObject([{ kind: 'CORRECTION', pence: -2_000 }]);
    expect((await read<FeesReport>('')).mismatches).toEqual([]);
    // As it was known before: the very same report, and the very same files.
    expect(await read<FeesReport>('', { knownAt: before.knownAt })).toEqual(before);
    expect([await fileOf('csv'), await fileOf('xlsx')]).toEqual(first);
    const { batches } = await read<Payroll>('/payroll');
    expect(batches.map(({ state }) => state)).toEqual(['MADE', 'SENT', 'TAKEN_BACK']);
    const trail = (await api()
      .get('/api/v1/audit-entries')
      .query({ subject: 'payroll' })) as Answer;
    expect((trail.body as { items: unknown[] }).items.length).toBeGreaterThanOrEqual(4);
  });

  it('knows no other batch', async () => {
    await api().get(`${base}/payroll/batches/0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b11`).expect(404);
    await api().get(`${base}/payroll/batches/seventeen`).expect(400);
  });
});
