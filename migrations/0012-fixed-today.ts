import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data that belong to a day of their own, such as the sample's, keep it; explanations are found anew. */
export class FixedToday1764000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
-- The day that stands for today while the data of this import are in the database; null: the real one.
ALTER TABLE import ADD COLUMN fixed_today date;

-- What the clock asks when a process starts: at most one row.
CREATE VIEW fixed_today AS
  SELECT fixed_today AS on_date FROM import
  WHERE state = 'APPLIED' AND fixed_today IS NOT NULL
  ORDER BY applied_at DESC, id LIMIT 1;

-- They can always be found again, and lack what is told now: whom one rule alone keeps out, who would lead.
TRUNCATE plan_explanation;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
