import type { NestExpressApplication } from '@nestjs/platform-express';
import { type DataSource } from 'typeorm';
import request from 'supertest';
import { type Known } from './small-partnership.js';

/** Reviews that were led and fees for them, some handed to payroll already: there is a batch to send, one to take back, and more to make. */
export async function fillPayroll(
  dataSource: DataSource,
  application: NestExpressApplication,
): Promise<Known> {
  const server = application.getHttpServer();
  const table = { basePence: 50_000, supplementPence: {}, mileagePence: 45, overnightPence: 0 };
  await request(server)
    .put('/api/v1/settings/fees')
    .set('If-Match', '"0"')
    .send({ value: { table }, from: '2026-09-01', reason: 'Agreed' })
    .expect(200);
  await dataSource.query(
    `WITH led AS (
       INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
       SELECT r.id, 'autumn-2026', 'LEAD', l.id, date '2026-09-14' + 7 * (right(r.code, 1)::int - 4), 'MON_WED', false
       FROM review r, lead_reviewer l WHERE r.code BETWEEN 'QAR-2026-0044' AND 'QAR-2026-0047' AND l.code = 'LR-001'
       RETURNING id, week)
     INSERT INTO seat_event (seat_id, kind, on_date, recorded_by) SELECT id, 'LED', week + 2, 'Test' FROM led`,
  );
  const batch: string[] = [];
  for (const upTo of ['2026-09-16', '2026-09-23', '2026-09-30']) {
    const made = await request(server)
      .post('/api/v1/reports/fees/payroll/batches')
      .send({ upTo })
      .expect(201);
    batch.push((made.body as { batch: { id: string } }).batch.id);
  }
  return { batch };
}
