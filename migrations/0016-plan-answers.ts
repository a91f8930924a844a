import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was asked of a plan and took a while to answer (what it would take, drop-outs, the price of disturbance). A plan
 * never changes, so neither do its answers: they are kept.
 */
export class PlanAnswers1764000000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE plan_answer (
  plan_id    uuid NOT NULL REFERENCES plan,
  question   text NOT NULL CHECK (question <> ''),
  answer     jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (plan_id, question)
);
CREATE TRIGGER plan_answer_is_immutable BEFORE UPDATE OR DELETE ON plan_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
