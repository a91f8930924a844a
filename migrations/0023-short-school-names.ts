import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operations call a school where room is scarce: short, and no two schools alike. */
export class ShortSchoolNames1764000000023 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE school ADD CONSTRAINT school_short_name_is_short
  CHECK (char_length(short_name) BETWEEN 2 AND 30 AND short_name = trim(short_name));
CREATE UNIQUE INDEX school_short_name_is_its_own ON school (lower(short_name)) WHERE removed_at IS NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
