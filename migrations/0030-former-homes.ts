import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people lived before they moved: journeys to reviews of that time are measured from there. */
export class FormerHomes1764000000030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE former_home (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id           uuid NOT NULL REFERENCES lead_reviewer,
  postcode_district text NOT NULL REFERENCES postcode_district,
  valid             daterange NOT NULL CHECK (NOT isempty(valid) AND NOT upper_inf(valid)),
  recorded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by       text NOT NULL CHECK (recorded_by <> ''),
  superseded_at     timestamptz,
  superseded_by     text,
  CONSTRAINT former_home_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE TRIGGER former_home_keeps_history BEFORE UPDATE OR DELETE ON former_home
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER fact_changes_are_noted AFTER INSERT OR UPDATE OR DELETE ON former_home
  FOR EACH ROW EXECUTE FUNCTION note_fact_change();
CREATE TRIGGER emptying_is_noted AFTER TRUNCATE ON former_home
  FOR EACH STATEMENT EXECUTE FUNCTION note_fact_change();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
