import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forecasts become one kind of study: each a solve over frozen facts that answers a question, kept with when it was computed. */
export class Studies1764000000024 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
-- The old kind of job has no worker any more.
UPDATE forecast SET state = 'FAILED', finished_at = clock_timestamp(),
  failure = 'The service was renewed before this was done. Compute again.'
WHERE state IN ('QUEUED', 'COMPUTING');
DELETE FROM outbox WHERE job_name = 'compute-forecast';

ALTER TABLE forecast RENAME TO study;
ALTER TABLE study RENAME CONSTRAINT forecast_done_has_a_result TO study_done_has_a_result;
ALTER TABLE study RENAME CONSTRAINT forecast_failed_says_why TO study_failed_says_why;
ALTER TABLE study RENAME CONSTRAINT forecast_ended_has_an_end TO study_ended_has_an_end;
ALTER TABLE study
  ADD COLUMN kind text NOT NULL DEFAULT 'FORECAST' CHECK (kind IN ('FORECAST', 'RECRUITING', 'WHAT_IF')),
  -- What is asked about: a year, a term, a scenario.
  ADD COLUMN subject text;
UPDATE study SET subject = academic_year;
ALTER TABLE study
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN subject SET NOT NULL,
  DROP COLUMN academic_year;
CREATE INDEX study_newest ON study (kind, subject, requested_at DESC, id DESC);
-- The same study is not computed twice at once.
CREATE UNIQUE INDEX study_under_way ON study (kind, subject, fingerprint)
  WHERE state IN ('QUEUED', 'COMPUTING');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
