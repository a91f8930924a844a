import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people asked about a plan and what was found by solving again: it never changes for a plan, so it is kept. */
export class PlanAnswers1764000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE plan_answer (
  plan_id    uuid NOT NULL REFERENCES plan,
  kind       text NOT NULL CHECK (kind ~ '^[A-Z_]{1,40}$'),
  -- What it is about, such as a review and a person: references in a JSON array.
  subject    text NOT NULL,
  -- Raised when the program keeps answers in another shape; those of an earlier one are left aside.
  format     integer NOT NULL CHECK (format > 0),
  answer     jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (plan_id, kind, subject, format)
);
CREATE TRIGGER plan_answer_is_immutable BEFORE UPDATE OR DELETE ON plan_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
