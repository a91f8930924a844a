import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forecasts of what is left of a year: each a solve over frozen facts, kept with when it was computed. */
export class Forecasts1764000000022 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE forecast (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  academic_year  text NOT NULL REFERENCES academic_year,
  -- The day on which the registers stood so.
  as_at          date NOT NULL,
  problem_sha256 text NOT NULL REFERENCES frozen_problem,
  -- Of the problem and of everything that is told beside it: the same facts, the same forecast.
  fingerprint    text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  facts          jsonb NOT NULL,
  -- The last entry of the audit trail that the facts know of, or that was found to change none of them.
  known_until    bigint NOT NULL,
  state          text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'COMPUTING', 'DONE', 'FAILED')),
  -- Raised each time a worker takes it up; a worker whose attempt is not this one may write nothing.
  attempt        integer NOT NULL DEFAULT 0,
  deliveries     integer NOT NULL DEFAULT 1,
  done           integer NOT NULL DEFAULT 0,
  total          integer NOT NULL,
  heartbeat_at   timestamptz,
  result         jsonb,
  failure        text,
  requested_by   text NOT NULL CHECK (requested_by <> ''),
  requested_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  delivered_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- By the product's own clock, which may stand at a day of its own.
  computed_at    timestamptz,
  finished_at    timestamptz,
  CONSTRAINT forecast_done_has_a_result CHECK ((state = 'DONE') = (result IS NOT NULL)),
  CONSTRAINT forecast_failed_says_why CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
  CONSTRAINT forecast_ended_has_an_end
    CHECK ((state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL))
);
CREATE INDEX forecast_newest ON forecast (academic_year, requested_at DESC, id DESC);
-- The same forecast is not computed twice at once.
CREATE UNIQUE INDEX forecast_under_way ON forecast (academic_year, fingerprint)
  WHERE state IN ('QUEUED', 'COMPUTING');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
