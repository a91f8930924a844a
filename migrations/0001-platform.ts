import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, and the outbox through which the application's transactions reach the queue. */
export class Platform1764000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- A job waits here until the relay has given it to the queue; the row goes once the queue has it.
CREATE TABLE outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_name   text NOT NULL CHECK (job_name <> ''),
  job_id     text NOT NULL CHECK (job_id ~ '[^0-9]' AND job_id !~ ':'),
  payload    jsonb NOT NULL,
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT outbox_one_row_a_job UNIQUE (job_name, job_id)
);

CREATE FUNCTION wake_outbox_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_wakes_relay AFTER INSERT ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION wake_outbox_relay();
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
