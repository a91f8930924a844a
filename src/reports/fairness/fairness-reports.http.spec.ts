import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { fillSmallPartnership } from '../../../test/api/fuzz/small-partnership.js';
import { type Answer } from '../../../test/support/answers.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createWholeApplication } from '../../../test/support/whole-application.js';
import type { CommitmentsReport } from '../compliance/commitments.schema.js';
import type { FairnessReport, FairnessReviews } from './fairness.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
const base = '/api/v1/reports/fairness';

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

async function read<Body = FairnessReport>(address = '', query: object = {}): Promise<Body> {
  const answer = (await api().get(`${base}${address}`).query(query).expect(200)) as Answer;
  return answer.body as Body;
}

describe('the report of fairness', () => {
  it('compares what everybody carries with their share, as at any day and as known at any instant', async () => {
    const before = await read();
    expect(before.number).toBeNull();
    expect(before.people).toHaveLength(3);
    // Both lead seats are offered; the people live in the district of the schools.
    await database.dataSource.query(
      `INSERT INTO seat_event (seat_id, kind, on_date, recorded_by) SELECT id, 'OFFERED', '2026-12-10', 'Test' FROM seat`,
    );
    const now = await read();
    expect(now.headline).toBe(
      'Load is spread evenly: 3 of 3 people carry within one review of their share.',
    );
    expect(now.number?.percent).toBe(100);
    expect(now.total).toMatchObject({ people: 3, load: 2, seats: 2, nights: 0 });
    expect(now.people.map(({ load, share }) => [load, share])).toEqual([
      [1, 0.7],
      [1, 0.7],
      [0, 0.7],
    ]);
    expect(now.trend).toMatchObject([{ term: 'spring-2027', reviews: 2, withinPercent: 100 }]);
    expect((await read('', { asAt: '2026-12-09' })).number).toBeNull();
    expect(await read('', { knownAt: before.knownAt })).toEqual(before);
  });

  it('has the commitments that the report of commitments has', async () => {
    const { body } = (await api().get('/api/v1/reports/commitments').expect(200)) as Answer;
    const minimums = (body as CommitmentsReport).rows.map(({ lead, figures }) => [
      lead,
      figures.minimum,
    ]);
    const { people } = await read();
    const found = people.map(({ lead, commitment }) => [lead, commitment]);
    expect(found.sort()).toEqual(minimums.sort());
  });

  it('opens the reviews behind each figure, as many as it says', async () => {
    const { total, people, kinds } = await read();
    const asked = [
      [{ figure: 'load' }, total.load],
      [{ figure: 'seats' }, total.seats],
      [{ figure: 'nights' }, total.nights],
      [{ figure: 'awkward' }, total.awkward],
      ...kinds.map(({ kind, seats }) => [{ figure: 'awkward', kind }, seats] as const),
      ...people.map(({ lead, load }) => [{ figure: 'load', lead }, load] as const),
    ] as const;
    for (const [query, count] of asked) {
      const { items } = await read<FairnessReviews>('/reviews', query);
      expect([query, items.length]).toEqual([query, count]);
    }
  });

  it('opens the miles of everybody, which add up to what it says', async () => {
    const { total, people } = await read();
    expect(total.miles).toBeGreaterThan(0);
    for (const [lead, miles] of [
      [undefined, total.miles],
      ...people.map((person) => [person.lead, person.miles] as const),
    ] as const) {
      const { items, title } = await read<FairnessReviews>('/reviews', { figure: 'miles', lead });
      expect([lead, items.reduce((sum, item) => sum + (item.miles ?? 0), 0)]).toEqual([
        lead,
        miles,
      ]);
      expect(title).toContain(`${String(miles)} mile`);
    }
  });

  it('looks at a term, at several years, at the people of one region, and is a file', async () => {
    expect((await read('', { term: 'autumn-2026' })).title).toBe('Fairness, Autumn 2026');
    expect((await read('', { years: 3 })).total).toEqual((await read()).total);
    expect((await read('', { region: 'North East' })).people).toEqual([]);
    const file = await api().get(`${base}/files/csv`).query({ region: 'London' }).expect(200);
    expect(file.headers['content-disposition']).toContain('fairness-2026-12-21.csv');
    expect(file.text).toMatch(/As at 21 December 2026, as on record on/u);
    expect(file.text).toContain('Home region: London');
    const book = await api().get(`${base}/files/xlsx`).expect(200);
    expect(book.headers['content-type']).toContain('spreadsheetml');
  });

  it('knows no other years or terms', async () => {
    await api().get(base).query({ academicYear: '2040-41' }).expect(404);
    await api().get(base).query({ term: 'spring-2050' }).expect(404);
    await api().get(base).query({ years: 11 }).expect(400);
  });
});
