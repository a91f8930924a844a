import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { SAMPLE_TODAY } from '../../cli/demo-sample.js';
import { ReportsModule } from '../reports.module.js';
import { SECTIONS, TermlyReport } from './termly.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadSmallReference(database.dataSource.manager);
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReportsModule],
    environment: { QAR_TODAY: SAMPLE_TODAY },
  });
  const registers = new SmallRegisters(database.dataSource.manager);
  await registers.school('100001', 'Vale School', { region: 'North East' });
  await registers.school('100002', 'Hill School');
  await registers.review('QAR-1', '100001', null);
  await registers.review('QAR-2', '100002', null);
  await registers.lead('LR-001', 'Ada Example');
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function report(query = ''): Promise<TermlyReport> {
  const { body } = (await request(application.getHttpServer())
    .get(`/api/v1/reports/termly${query}`)
    .expect(200)) as { body: unknown };
  return TermlyReport.strict().parse(body);
}

describe('the termly report over HTTP', () => {
  it('is of the term of the day or the next one, and sums every report up', async () => {
    const found = await report();
    expect(found).toMatchObject({ term: 'spring-2027', asAt: SAMPLE_TODAY, synthetic: true });
    expect(found.sections.map(({ key }) => key)).toEqual([...SECTIONS]);
    expect(found.summary).toEqual(found.sections.map(({ sentence }) => sentence));
    expect(found.summary).toContain('The rest of the year has not been forecast yet.');
  });

  it('has a value for each part of every bar, and the bars add up to what the reports say', async () => {
    const { sections } = await report();
    for (const { pictures } of sections) {
      for (const { parts, rows } of pictures) {
        for (const { values } of rows) expect(values).toHaveLength(parts.length);
      }
    }
    const coverage = sections.find(({ key }) => key === 'coverage')?.pictures[0];
    const sums = coverage?.rows.map(({ name, values }) => [name, values.reduce((a, b) => a + b)]);
    expect(sums?.filter(([, sum]) => sum !== 0)).toEqual([
      ['North East', 1],
      ['London', 1],
    ]);
    const commitments = sections.find(({ key }) => key === 'commitments');
    expect(commitments?.sentence).toMatch(/^6 reviews are still to place/u);
  });

  it('says no more than a sentence of what has nothing to count', async () => {
    const { sections } = await report('?term=autumn-2026');
    expect(sections[0]).toMatchObject({
      sentence: 'No review is due here.',
      more: [],
      pictures: [],
    });
  });

  it('gives the same for the same day and instant, whatever is recorded later', async () => {
    const first = await report();
    const { asAt, knownAt, sections } = first;
    const same = `?asAt=${asAt}&knownAt=${encodeURIComponent(knownAt)}`;
    const [event] = await database.dataSource.query<{ id: string }[]>(
      `INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window)
       SELECT r.id, 'spring-2027', 'LEAD', l.id, '2027-01-11', 'MON_WED'
       FROM review r CROSS JOIN lead_reviewer l WHERE r.code = 'QAR-1' RETURNING id`,
    );
    await database.dataSource.query(
      `INSERT INTO seat_event (seat_id, kind, on_date, recorded_by) VALUES ($1, 'OFFERED', '2026-12-01', 'Test')`,
      [event?.id],
    );
    const then = await report(same);
    // Only links differ: they lead to the same moment.
    const told = ({ sections: each }: TermlyReport): unknown =>
      each.map((section) => ({ ...section, search: {} }));
    expect(told(then)).toEqual(told(first));
    expect(then.sections[0]?.search).toMatchObject({ asAt, knownAt });
    const now = await report();
    expect(now.summary[0]).not.toEqual(sections[0]?.sentence);
    expect(now.summary[1]).toMatch(/^5 reviews are still to place/u);
  });

  it('knows no other term', async () => {
    await request(application.getHttpServer())
      .get('/api/v1/reports/termly?term=spring-2050')
      .expect(404);
  });
});
