import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every later table stands on: facts that are superseded but never rewritten, and the audit trail. */
export class HistoryAndAudit1764000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A fact table keeps what was believed and when: a correction supersedes a row and inserts another.
CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'history of % is kept: supersede the row instead of deleting it', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL
     OR to_jsonb(NEW) - 'superseded_at' - 'superseded_by'
        IS DISTINCT FROM to_jsonb(OLD) - 'superseded_at' - 'superseded_by' THEN
    RAISE EXCEPTION 'history of % is kept: a row may only be superseded, once', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE audit_entry (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor       text NOT NULL CHECK (actor <> ''),
  action      text NOT NULL CHECK (action <> ''),
  subject     text NOT NULL,
  subject_id  text NOT NULL,
  before      jsonb,
  after       jsonb,
  reason      text
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, subject_id, id);
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A decided rule is a setting with a default in code; only what operations changed is stored.
CREATE TABLE setting (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key           text NOT NULL,
  value         jsonb NOT NULL,
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  reason        text NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL,
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT setting_one_value_a_day
    EXCLUDE USING gist (key WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE TRIGGER setting_keeps_history BEFORE UPDATE OR DELETE ON setting
  FOR EACH ROW EXECUTE FUNCTION keep_history();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
