import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { fillSmallPartnership } from '../../../test/api/fuzz/small-partnership.js';
import { type Answer, tagOf } from '../../../test/support/answers.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createWholeApplication } from '../../../test/support/whole-application.js';
import type { GateRow, GatesBehind, GatesReport } from './gates.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
const base = '/api/v1/reports/gates';

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url, {
    environment: { QAR_TODAY: '2026-12-21' },
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
async function record(fact: object): Promise<void> {
  const facts = '/api/v1/lead-reviewers/LR-002/facts';
  const tag = await tagOf(api(), facts);
  await api().post(facts).set('If-Match', tag).send(fact).expect(200);
}
const of = ({ rows }: GatesReport, lead: string, kind: string): GateRow | undefined =>
  rows.find((row) => row.lead === lead && row.kind === kind);

describe('the report of contracts and checks', () => {
  it('tells what a booked review lacks, as at any day and as known at any instant', async () => {
    const missing = await read<GatesReport>('');
    expect(of(missing, 'LR-002', 'DBS')).toMatchObject({
      urgency: 'BOOKED',
      firstDay: '2027-01-11',
      words: 'No enhanced DBS check is recorded',
      bookings: [{ review: 'QAR-2026-0042', stateWords: 'In the plan, not offered yet' }],
    });
    expect(
      missing.rows.every(
        ({ urgency }, i) => i === 0 || urgency >= (missing.rows[i - 1]?.urgency ?? ''),
      ),
    ).toBe(true);
    await record({ kind: 'GATE', gate: 'DBS', from: '2026-01-01', to: '2027-01-12' });
    const short = await read<GatesReport>('');
    expect(of(short, 'LR-002', 'DBS')).toMatchObject({
      endsOn: '2027-01-12',
      words: 'DBS check runs out on 12 January 2027, before the review’s last day',
    });
    await record({ kind: 'GATE', gate: 'DBS', from: '2026-01-01', to: '2027-01-13' });
    // The review is covered; the check is told of since it ends soon.
    const covered = await read<GatesReport>('');
    expect(of(covered, 'LR-002', 'DBS')).toMatchObject({ urgency: 'SOON', bookings: [] });
    expect(await read<GatesReport>('', { knownAt: short.knownAt })).toEqual(short);
    expect(of(await read('', { asAt: '2026-11-01' }), 'LR-002', 'DBS')).toBeUndefined();
  });

  it('is filtered, and opens the reviews behind', async () => {
    const report = await read<GatesReport>('', { kind: 'CODE_OF_CONDUCT', term: 'spring-2027' });
    expect(report.rows.map(({ kind }) => kind)).toEqual(report.rows.map(() => 'CODE_OF_CONDUCT'));
    const behind = await read<GatesBehind>('/reviews', { kind: 'CODE_OF_CONDUCT' });
    const counted = report.kinds.find(({ kind }) => kind === 'CODE_OF_CONDUCT');
    expect(new Set(behind.items.map(({ review }) => review)).size).toBe(counted?.reviews);
    expect(behind.items[0]?.words).toEqual(['The code of conduct has not been acknowledged']);
    expect((await read<GatesReport>('', { region: 'North East' })).rows).toEqual([]);
    expect((await read<GatesBehind>('/reviews', { lead: 'LR-999' })).items).toEqual([]);
  });

  it('is a file that says the day and the filter', async () => {
    const { text, headers } = await api()
      .get(`${base}/files/csv`)
      .query({ kind: 'DBS' })
      .expect(200);
    expect(headers['content-disposition']).toContain('contracts-and-checks-2026-12-21.csv');
    expect(text).toContain('What: DBS check');
    await api().get(`${base}/files/xlsx`).expect(200);
    await api().get(base).query({ academicYear: '2040/41' }).expect(404);
  });
});
