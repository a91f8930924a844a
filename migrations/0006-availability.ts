import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Availability rounds and the answers to them. */
export class Availability1764000000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE availability_round (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  term_id     text NOT NULL UNIQUE REFERENCES term,
  opened_on   date NOT NULL,
  deadline_at timestamptz NOT NULL,
  version     integer NOT NULL DEFAULT 1
);

-- One answer a person and round; a new answer supersedes the whole of the earlier one.
CREATE TABLE availability_answer (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id      uuid NOT NULL REFERENCES availability_round,
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  answered_on   date NOT NULL,
  default_grade text NOT NULL CHECK (default_grade IN ('PREFERRED', 'AVAILABLE', 'IF_NEEDED', 'UNAVAILABLE')),
  -- Most reviews in the term; null for none.
  ceiling       integer CHECK (ceiling BETWEEN 0 AND 1000),
  note          text,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT availability_answer_one_current
    EXCLUDE USING gist (round_id WITH =, lead_id WITH =) WHERE (superseded_at IS NULL)
);

CREATE TABLE availability_statement (
  answer_id uuid NOT NULL REFERENCES availability_answer,
  position  smallint NOT NULL CHECK (position >= 0),
  kind      text NOT NULL CHECK (kind IN ('RULE', 'RANGE', 'DATE', 'WINDOW')),
  -- RFC 5545: DTSTART and RRULE, civil dates only.
  rule      text,
  days      daterange,
  week      date CHECK (extract(isodow FROM week) = 1),
  review_window text CHECK (review_window IN ('MON_WED', 'WED_FRI')),
  grade     text NOT NULL CHECK (grade IN ('PREFERRED', 'AVAILABLE', 'IF_NEEDED', 'UNAVAILABLE')),
  PRIMARY KEY (answer_id, position),
  CONSTRAINT availability_statement_has_what_its_kind_needs CHECK (
    (kind = 'RULE') = (rule IS NOT NULL)
    AND (kind IN ('RANGE', 'DATE')) = (days IS NOT NULL)
    AND (kind <> 'DATE' OR upper(days) = lower(days) + 1)
    AND NOT coalesce(isempty(days) OR lower_inf(days), false)
    AND (kind = 'WINDOW') = (week IS NOT NULL)
    AND (week IS NULL) = (review_window IS NULL))
);
CREATE TRIGGER availability_statement_is_append_only BEFORE UPDATE OR DELETE ON availability_statement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- No answer is not availability, unless operations says so.
CREATE TABLE availability_waiver (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id      uuid NOT NULL REFERENCES availability_round,
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  grade         text NOT NULL CHECK (grade IN ('PREFERRED', 'AVAILABLE', 'IF_NEEDED')),
  reason        text NOT NULL CHECK (reason <> ''),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT availability_waiver_one_current
    EXCLUDE USING gist (round_id WITH =, lead_id WITH =) WHERE (superseded_at IS NULL)
);
CREATE TRIGGER availability_answer_keeps_history BEFORE UPDATE OR DELETE ON availability_answer
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER availability_waiver_keeps_history BEFORE UPDATE OR DELETE ON availability_waiver
  FOR EACH ROW EXECUTE FUNCTION keep_history();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
