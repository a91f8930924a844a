import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pins that operations set by hand: versions of a plan may differ in them, and in nothing else of their problem. */
export class PinsByHand1764000000017 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
-- The same problem without what was pinned by hand, by its hash; null: nothing was.
ALTER TABLE frozen_problem
  ADD COLUMN unpinned_sha256 text CHECK (unpinned_sha256 ~ '^[0-9a-f]{64}$' AND unpinned_sha256 <> sha256);

-- A version goes on from its parent: the next number, the same term, and the same frozen problem but for pins by hand.
CREATE OR REPLACE FUNCTION plan_goes_on_from_its_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM plan parent
    JOIN frozen_problem before ON before.sha256 = parent.problem_sha256
    JOIN frozen_problem after ON after.sha256 = NEW.problem_sha256
    WHERE parent.id = NEW.parent_id AND parent.version = NEW.version - 1 AND parent.status <> 'INFEASIBLE'
      AND coalesce(after.unpinned_sha256, after.sha256) = coalesce(before.unpinned_sha256, before.sha256)
      AND parent.term_id IS NOT DISTINCT FROM NEW.term_id
  ) THEN
    RAISE EXCEPTION 'plan version % does not go on from plan %', NEW.version, NEW.parent_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
