import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each person could lead of a term at most, as it was found; and the ways by which reports find a year's seats. */
export class CommitmentReports1764000000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE most_alone (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  term_id     text NOT NULL REFERENCES term,
  -- The problem that was looked at: the same facts give the same one.
  problem_sha256 text NOT NULL CHECK (problem_sha256 ~ '^[0-9a-f]{64}$'),
  -- By the person's reference: [by the declared dates alone, by every rule]; null: there were no reviews to lead.
  most        jsonb CHECK (jsonb_typeof(most) = 'object'),
  computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When the facts were last found to give this problem still.
  checked_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX most_alone_by_term ON most_alone (term_id, computed_at DESC);

-- What was found stays; only that it still holds is noted.
CREATE FUNCTION keep_most_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'checked_at' IS DISTINCT FROM to_jsonb(OLD) - 'checked_at' THEN
    RAISE EXCEPTION 'what was found stays: store another finding instead' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER most_alone_is_kept BEFORE UPDATE OR DELETE ON most_alone
  FOR EACH ROW EXECUTE FUNCTION keep_most_alone();

CREATE INDEX review_by_year ON review (academic_year);
CREATE INDEX seat_by_review ON seat (review_id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
