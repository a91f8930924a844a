import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the registers that somebody named; the whole office shares them. */
export class SavedViews1764000000019 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE saved_view (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  register   text NOT NULL CHECK (register IN ('schools', 'lead-reviewers', 'availability', 'reviews')),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  -- The part of the register's address behind the question mark, by field.
  search     jsonb NOT NULL CHECK (jsonb_typeof(search) = 'object'),
  saved_by   text NOT NULL CHECK (saved_by <> ''),
  saved_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Deleted ones can be put back.
  removed_at timestamptz,
  version    integer NOT NULL DEFAULT 1
);
-- Two views of a register never share a name, whatever its capitals.
CREATE UNIQUE INDEX saved_view_name ON saved_view (register, lower(name)) WHERE removed_at IS NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
