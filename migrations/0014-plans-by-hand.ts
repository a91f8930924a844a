import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans made by hand: from nothing for a term, or as the next version of a plan, at most one. */
export class PlansByHand1764000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE plan
  ADD COLUMN note text CHECK (length(note) BETWEEN 1 AND 2000),
  DROP CONSTRAINT plan_comes_from_a_run_or_a_plan,
  -- A run's own plan, the next version of another, or begun by hand for a term; never two of these.
  ADD CONSTRAINT plan_comes_from_one_place
    CHECK (num_nonnulls(run_id, parent_id) <= 1 AND num_nonnulls(run_id, parent_id, term_id) >= 1),
  ADD CONSTRAINT plan_first_version_has_no_parent CHECK ((version = 1) = (parent_id IS NULL)),
  ADD CONSTRAINT plan_by_hand_has_seats CHECK (run_id IS NOT NULL OR status <> 'INFEASIBLE'),
  -- Two people who edit one plan cannot both save the next version: nothing is overwritten or forgotten.
  ADD CONSTRAINT plan_has_one_next_version UNIQUE (parent_id);

-- A version goes on from its parent: the next number, the same frozen problem, the same term.
CREATE FUNCTION plan_goes_on_from_its_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM plan parent
    WHERE parent.id = NEW.parent_id AND parent.version = NEW.version - 1 AND parent.status <> 'INFEASIBLE'
      AND parent.problem_sha256 = NEW.problem_sha256 AND parent.term_id IS NOT DISTINCT FROM NEW.term_id
  ) THEN
    RAISE EXCEPTION 'plan version % does not go on from plan %', NEW.version, NEW.parent_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_goes_on BEFORE INSERT ON plan
  FOR EACH ROW EXECUTE FUNCTION plan_goes_on_from_its_parent();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
