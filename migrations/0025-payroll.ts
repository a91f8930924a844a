import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was handed to payroll: batches of lines, each line the pay of a seat or a correction of what was paid for it.
 * Fee tables are the setting `fees`, dated and with its history kept, and need no table of their own.
 */
export class Payroll1764000000025 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
CREATE TABLE payroll_batch (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  number        integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- Reviews that end later were left for the next batch.
  up_to         date NOT NULL,
  total_pence   bigint NOT NULL,
  made_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  made_by       text NOT NULL CHECK (made_by <> ''),
  -- The files as they were made, so that they are the same whenever they are fetched.
  csv           bytea NOT NULL,
  xlsx          bytea NOT NULL,
  sent_at       timestamptz,
  sent_by       text,
  taken_back_at timestamptz,
  taken_back_by text,
  reason        text,
  CONSTRAINT payroll_batch_sent_by_somebody CHECK ((sent_at IS NULL) = (sent_by IS NULL)),
  CONSTRAINT payroll_batch_taken_back_with_a_reason
    CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL) AND (taken_back_at IS NULL) = (reason IS NULL)),
  CONSTRAINT payroll_batch_sent_or_taken_back CHECK (sent_at IS NULL OR taken_back_at IS NULL)
);

CREATE TABLE payroll_line (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  batch_id  uuid NOT NULL REFERENCES payroll_batch,
  position  integer NOT NULL,
  seat_id   uuid NOT NULL REFERENCES seat,
  -- The line of the same seat that this one corrects; null: the seat's pay.
  follows   uuid REFERENCES payroll_line,
  pence     integer NOT NULL CHECK (pence <> 0),
  -- Whom, for what and how it came about, as it was then.
  told      jsonb NOT NULL CHECK (jsonb_typeof(told) = 'object'),
  -- Not once its batch was taken back.
  is_live   boolean NOT NULL DEFAULT true,
  UNIQUE (batch_id, position),
  UNIQUE (batch_id, seat_id),
  CONSTRAINT payroll_line_pays_something CHECK (follows IS NOT NULL OR pence > 0)
);
-- No seat is paid twice, and no line is corrected twice.
CREATE UNIQUE INDEX payroll_line_pays_a_seat_once ON payroll_line (seat_id) WHERE is_live AND follows IS NULL;
CREATE UNIQUE INDEX payroll_line_is_followed_once ON payroll_line (follows) WHERE is_live;

CREATE FUNCTION keep_payroll_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.sent_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL
     OR to_jsonb(NEW) - 'sent_at' - 'sent_by' - 'taken_back_at' - 'taken_back_by' - 'reason'
        IS DISTINCT FROM to_jsonb(OLD) - 'sent_at' - 'sent_by' - 'taken_back_at' - 'taken_back_by' - 'reason' THEN
    RAISE EXCEPTION 'a payroll batch is kept: it may only be marked as sent or taken back, once'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.taken_back_at IS NOT NULL THEN
    IF EXISTS (SELECT 1 FROM payroll_line mine JOIN payroll_line later ON later.follows = mine.id AND later.is_live
               WHERE mine.batch_id = NEW.id) THEN
      RAISE EXCEPTION 'a later payroll batch corrects lines of this one' USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE payroll_line SET is_live = false WHERE batch_id = NEW.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payroll_batch_is_kept BEFORE UPDATE OR DELETE ON payroll_batch
  FOR EACH ROW EXECUTE FUNCTION keep_payroll_batch();

CREATE FUNCTION keep_payroll_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.is_live OR to_jsonb(NEW) - 'is_live' IS DISTINCT FROM to_jsonb(OLD) - 'is_live' THEN
    RAISE EXCEPTION 'a line of payroll is kept: take its whole batch back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payroll_line_is_kept BEFORE UPDATE OR DELETE ON payroll_line
  FOR EACH ROW EXECUTE FUNCTION keep_payroll_line();

-- A correction is of the same seat, and of a line that still counts.
CREATE FUNCTION check_payroll_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.follows IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM payroll_line l WHERE l.id = NEW.follows AND l.seat_id = NEW.seat_id AND l.is_live) THEN
    RAISE EXCEPTION 'a correction follows a line of the same seat that still counts' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payroll_line_follows_its_seat BEFORE INSERT ON payroll_line
  FOR EACH ROW EXECUTE FUNCTION check_payroll_line();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
