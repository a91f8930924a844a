import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to each of many seats is read from the index alone: reports of many years ask for tens of thousands. */
export class EventsOfASeat1764000000031 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
DROP INDEX seat_event_by_seat;
CREATE INDEX seat_event_by_seat ON seat_event (seat_id) INCLUDE (kind, on_date, recorded_at, superseded_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
