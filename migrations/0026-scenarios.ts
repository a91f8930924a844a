import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scenarios: what could be otherwise about a term or the rest of a year, saved under a name. What each does is a study. */
export class Scenarios1764000000026 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE scenario (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
  academic_year text NOT NULL REFERENCES academic_year,
  -- Null: all that is left of the year.
  term_id       text REFERENCES term,
  -- What could be otherwise, one after another: people, schools and places as the registers name them.
  changes       jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'array'),
  -- Whether the plan without the changes counts as published.
  keeps_plan    boolean NOT NULL,
  created_by    text NOT NULL CHECK (created_by <> ''),
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_by    text NOT NULL CHECK (changed_by <> ''),
  changed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Deleted ones can be put back.
  removed_at    timestamptz,
  version       integer NOT NULL DEFAULT 1
);
-- Two scenarios never share a name, whatever its capitals.
CREATE UNIQUE INDEX scenario_name ON scenario (lower(name)) WHERE removed_at IS NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
