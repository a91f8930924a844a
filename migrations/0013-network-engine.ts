import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs may be solved by the network engine, which is the usual one; plans made before keep their own. */
export class NetworkEngine1764000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE allocation_run DROP CONSTRAINT allocation_run_engine_check;
ALTER TABLE allocation_run ADD CONSTRAINT allocation_run_engine_check CHECK (engine IN ('network', 'milp'));
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
