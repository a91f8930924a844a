import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembered column headings, and imports that can be undone as a whole. */
export class Exchange1764000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE column_mapping (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind        text NOT NULL,
  -- The file's own headings, normalised, in order: the same file layout finds its mapping again.
  headings    text[] NOT NULL,
  mapping     jsonb NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT column_mapping_once UNIQUE (kind, headings)
);

CREATE TABLE import (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- The kinds of record it holds, joined by commas.
  kind            text NOT NULL,
  file_name       text NOT NULL,
  sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  state           text NOT NULL CHECK (state IN ('DRY_RUN', 'APPLIED', 'UNDONE')),
  summary         jsonb NOT NULL,
  -- The rows as read, packed; kept until the import is applied, so that it can be compared again.
  content         bytea,
  -- A repeated request with the same key finds the import it made.
  idempotency_key text UNIQUE,
  recorded_by     text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  applied_at      timestamptz,
  undone_at       timestamptz,
  CONSTRAINT import_says_when_applied CHECK ((state = 'DRY_RUN') = (applied_at IS NULL)),
  CONSTRAINT import_says_when_undone CHECK ((state = 'UNDONE') = (undone_at IS NOT NULL))
);
CREATE INDEX import_newest ON import (recorded_at DESC, id);

-- What the dry run showed, which is what applying writes and undoing takes back.
CREATE TABLE import_change (
  import_id  uuid NOT NULL REFERENCES import,
  position   integer NOT NULL,
  subject    text NOT NULL,
  subject_id text NOT NULL,
  before     jsonb,
  after      jsonb,
  PRIMARY KEY (import_id, position)
);
CREATE TRIGGER import_change_is_append_only BEFORE UPDATE OR DELETE ON import_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
