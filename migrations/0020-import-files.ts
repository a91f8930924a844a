import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are looked at before they are compared, and rows that are set aside to be mended. */
export class ImportFiles1764000000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

-- A file as it was sent, until it is imported or a week has passed.
CREATE TABLE import_file (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_name   text NOT NULL,
  bytes       bytea NOT NULL,
  -- The first rows of each sheet: enough to recognise kind and columns and to show examples.
  sheets      jsonb NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- How far a file has been read. A table of its own: it changes while a long transaction refers to the file.
CREATE TABLE import_progress (
  file_id uuid PRIMARY KEY REFERENCES import_file ON DELETE CASCADE,
  words   text NOT NULL,
  done    integer,
  total   integer,
  at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE import
  ADD COLUMN file_id uuid REFERENCES import_file ON DELETE SET NULL,
  -- What was chosen for each sheet, so that the same file can be compared again.
  ADD COLUMN choices jsonb,
  -- Keys of the records that the file names and that are so already, by kind.
  ADD COLUMN unchanged jsonb,
  ADD COLUMN applied_by text,
  ADD COLUMN undone_by text;
CREATE INDEX import_of_file ON import (file_id);
UPDATE import i SET
  applied_by = (SELECT actor FROM audit_entry WHERE subject = 'import' AND subject_id = i.id::text
                  AND action = 'import applied' ORDER BY id LIMIT 1),
  undone_by = (SELECT actor FROM audit_entry WHERE subject = 'import' AND subject_id = i.id::text
                 AND action = 'import undone' ORDER BY id LIMIT 1);

-- Rows that cannot be imported as they are, with what to mend in each.
CREATE TABLE import_refused_row (
  import_id  uuid NOT NULL REFERENCES import,
  position   integer NOT NULL,
  kind       text NOT NULL,
  sheet      text NOT NULL,
  row_number integer NOT NULL,
  -- As they stand in the file, by our headings.
  cells      jsonb NOT NULL,
  faults     jsonb NOT NULL,
  PRIMARY KEY (import_id, position)
);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
