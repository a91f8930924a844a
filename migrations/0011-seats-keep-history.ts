import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats say since when they have been on record and until when they were open, and are never moved or
 * deleted; the audit trail cannot be emptied either. A review that was taken off the register no
 * longer stands in the way of another for its school.
 */
export class SeatsKeepHistory1764000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- For seats that are here already the first event tells when they were recorded.
ALTER TABLE seat ADD COLUMN recorded_at timestamptz, ADD COLUMN closed_at timestamptz;
UPDATE seat s SET
  recorded_at = coalesce((SELECT min(e.recorded_at) FROM seat_event e WHERE e.seat_id = s.id), clock_timestamp()),
  closed_at = CASE WHEN NOT s.is_open THEN
    coalesce((SELECT max(greatest(e.recorded_at, e.superseded_at)) FROM seat_event e WHERE e.seat_id = s.id),
             clock_timestamp()) END;
ALTER TABLE seat
  ALTER COLUMN recorded_at SET NOT NULL,
  ALTER COLUMN recorded_at SET DEFAULT clock_timestamp(),
  ADD CONSTRAINT seat_says_when_it_closed CHECK (is_open = (closed_at IS NULL));

-- Of a seat only this may change: whether it is open. Another slot or person is another seat.
CREATE FUNCTION keep_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.closed_at := CASE WHEN NOT NEW.is_open THEN clock_timestamp() END;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (NEW.id, NEW.review_id, NEW.term_id, NEW.role, NEW.lead_id, NEW.week, NEW.review_window, NEW.recorded_at)
     IS DISTINCT FROM (OLD.id, OLD.review_id, OLD.term_id, OLD.role, OLD.lead_id, OLD.week, OLD.review_window, OLD.recorded_at) THEN
    RAISE EXCEPTION 'a seat may only be closed or opened again: another slot or person is another seat'
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.is_open IS DISTINCT FROM OLD.is_open THEN
    NEW.closed_at := CASE WHEN NOT NEW.is_open THEN clock_timestamp() END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER seat_keeps_history BEFORE INSERT OR UPDATE OR DELETE ON seat
  FOR EACH ROW EXECUTE FUNCTION keep_seat();

ALTER TABLE review DROP CONSTRAINT review_once_a_school_and_year;
CREATE UNIQUE INDEX review_once_a_school_and_year ON review (urn, academic_year) WHERE removed_at IS NULL;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
