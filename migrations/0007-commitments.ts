import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts of an academic year and agreed exceptions to the minimum. */
export class Commitments1764000000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE contract (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  academic_year text NOT NULL REFERENCES academic_year,
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT contract_has_an_end CHECK (NOT upper_inf(valid) AND NOT lower_inf(valid)),
  CONSTRAINT contract_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE TABLE commitment_override (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  academic_year text NOT NULL REFERENCES academic_year,
  minimum       integer NOT NULL CHECK (minimum BETWEEN 0 AND 1000),
  reason        text NOT NULL CHECK (reason <> ''),
  decided_on    date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT commitment_override_one_current
    EXCLUDE USING gist (lead_id WITH =, academic_year WITH =) WHERE (superseded_at IS NULL)
);
CREATE TRIGGER contract_keeps_history BEFORE UPDATE OR DELETE ON contract
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER commitment_override_keeps_history BEFORE UPDATE OR DELETE ON commitment_override
  FOR EACH ROW EXECUTE FUNCTION keep_history();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
