import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that operations wrote down for somebody keeps the words that they said. */
export class WhatWasSaid1764000000018 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
ALTER TABLE availability_answer ADD COLUMN said text CHECK (said <> '');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
