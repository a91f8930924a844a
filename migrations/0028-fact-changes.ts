import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which transactions changed something, so that an answer that was worked out once can be given again while it holds. */
export class FactChanges1764000000028 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE fact_change (
  xid xid8 PRIMARY KEY DEFAULT pg_current_xact_id(),
  at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A transaction notes itself once, at its first changed row; a savepoint that is rolled back takes the note along.
CREATE FUNCTION note_fact_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('qar.noted', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    INSERT INTO fact_change DEFAULT VALUES ON CONFLICT DO NOTHING;
    PERFORM set_config('qar.noted', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END $$;

-- Signs of life are no facts: of runs and studies only what people see counts.
DO $$
DECLARE
  name text;
  change text;
BEGIN
  FOR name IN
    SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
    AND NOT tablename IN ('outbox', 'schema_migration', 'fact_change', 'import_progress')
  LOOP
    change := CASE name WHEN 'allocation_run' THEN 'UPDATE OF state' WHEN 'study' THEN 'UPDATE OF state, done, known_until' ELSE 'UPDATE' END;
    EXECUTE format('CREATE TRIGGER fact_changes_are_noted AFTER INSERT OR %s OR DELETE ON %I
                    FOR EACH ROW EXECUTE FUNCTION note_fact_change()', change, name);
    EXECUTE format('CREATE TRIGGER emptying_is_noted AFTER TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION note_fact_change()', name);
  END LOOP;
END $$;

-- By these a report finds what was on record about a person, also what was superseded since.
CREATE INDEX contract_by_year ON contract (academic_year, lead_id);
CREATE INDEX commitment_override_by_year ON commitment_override (academic_year, lead_id);
CREATE INDEX employment_by_lead ON employment (lead_id);
CREATE INDEX review_state_by_review ON review_state (review_id);
CREATE INDEX gate_by_lead ON gate (lead_id);
CREATE INDEX standing_by_lead ON standing (lead_id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
