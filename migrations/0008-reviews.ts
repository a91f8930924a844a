import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews due, the windows their hosts accept, their seats and what happened to each. */
export class Reviews1764000000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE review (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- The reference used in files and problems, such as QAR-2026-0042.
  code          text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  urn           text NOT NULL REFERENCES school,
  academic_year text NOT NULL REFERENCES academic_year,
  removed_at    timestamptz,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT review_once_a_school_and_year UNIQUE (urn, academic_year)
);

-- The state of a review and the one term it belongs to, from a day on.
CREATE TABLE review_state (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  review_id     uuid NOT NULL REFERENCES review,
  state         text NOT NULL CHECK (state IN
                  ('REQUESTED', 'SCHEDULED', 'OFFERED', 'CONFIRMED', 'UNDER_WAY', 'REPORT_SUBMITTED',
                   'CLOSED', 'POSTPONED', 'CANCELLED', 'NOT_COVERED')),
  -- Null: the host asked for no term and operations has not chosen one.
  term_id       text REFERENCES term,
  carried_over  smallint NOT NULL DEFAULT 0 CHECK (carried_over >= 0),
  ended_by      text CHECK (ended_by IN ('SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME')),
  reason        text,
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT review_state_says_who_ended_it
    CHECK (state NOT IN ('CANCELLED', 'POSTPONED') OR (ended_by IS NOT NULL AND reason IS NOT NULL)),
  CONSTRAINT review_state_one_at_a_time
    EXCLUDE USING gist (review_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);

CREATE TABLE review_priority (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  review_id     uuid NOT NULL REFERENCES review,
  priority      integer NOT NULL CHECK (priority BETWEEN 1 AND 9),
  reason        text NOT NULL CHECK (reason <> ''),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT review_priority_one_current
    EXCLUDE USING gist (review_id WITH =) WHERE (superseded_at IS NULL)
);

-- The host's answer about its windows in a term; no current row: windows not known.
CREATE TABLE host_answer (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  review_id     uuid NOT NULL REFERENCES review,
  term_id       text NOT NULL REFERENCES term,
  answered_on   date NOT NULL,
  -- Operations' choice where the host did not answer: any usable window is acceptable.
  any_usable    boolean NOT NULL DEFAULT false,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT host_answer_one_current
    EXCLUDE USING gist (review_id WITH =, term_id WITH =) WHERE (superseded_at IS NULL)
);
CREATE TABLE host_window (
  answer_id uuid NOT NULL REFERENCES host_answer,
  week      date NOT NULL CHECK (extract(isodow FROM week) = 1),
  review_window text NOT NULL CHECK (review_window IN ('MON_WED', 'WED_FRI')),
  grade     text NOT NULL CHECK (grade IN ('PREFERRED', 'ACCEPTABLE')),
  PRIMARY KEY (answer_id, week, review_window)
);
CREATE TRIGGER host_window_is_append_only BEFORE UPDATE OR DELETE ON host_window
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A person's place on a review in a slot. It is open until something ends it.
CREATE TABLE seat (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  review_id uuid NOT NULL REFERENCES review,
  term_id   text NOT NULL REFERENCES term,
  role      text NOT NULL CHECK (role IN ('LEAD', 'QUALITY_ASSURER', 'SHADOW')),
  lead_id   uuid NOT NULL REFERENCES lead_reviewer,
  week      date NOT NULL CHECK (extract(isodow FROM week) = 1),
  review_window text NOT NULL CHECK (review_window IN ('MON_WED', 'WED_FRI')),
  days      daterange GENERATED ALWAYS AS (
              CASE review_window WHEN 'MON_WED' THEN daterange(week, week + 3)
                                 ELSE daterange(week + 2, week + 5) END) STORED,
  is_open   boolean NOT NULL DEFAULT true,
  CONSTRAINT seat_one_holder_a_role
    EXCLUDE USING gist (review_id WITH =, role WITH =) WHERE (is_open),
  CONSTRAINT seat_one_a_person_and_week
    EXCLUDE USING gist (lead_id WITH =, week WITH =) WHERE (is_open),
  CONSTRAINT seat_all_in_one_week
    EXCLUDE USING gist (review_id WITH =, week WITH <>) WHERE (is_open),
  CONSTRAINT seat_all_in_one_window
    EXCLUDE USING gist (review_id WITH =, review_window WITH <>) WHERE (is_open)
);
CREATE INDEX seat_by_lead ON seat (lead_id, week);

-- Dated facts about a seat; a correction supersedes.
CREATE TABLE seat_event (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id       uuid NOT NULL REFERENCES seat,
  kind          text NOT NULL CHECK (kind IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED')),
  on_date       date NOT NULL,
  caused_by     text CHECK (caused_by IN ('SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME')),
  reason        text,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT seat_event_ending_has_cause_and_reason
    CHECK (kind NOT IN ('DECLINED', 'WITHDRAWN', 'CANCELLED') OR (caused_by IS NOT NULL AND reason IS NOT NULL)),
  CONSTRAINT seat_event_once_a_kind
    EXCLUDE USING gist (seat_id WITH =, kind WITH =) WHERE (superseded_at IS NULL)
);
CREATE INDEX seat_event_by_seat ON seat_event (seat_id);
CREATE TRIGGER review_state_keeps_history BEFORE UPDATE OR DELETE ON review_state
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER review_priority_keeps_history BEFORE UPDATE OR DELETE ON review_priority
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER host_answer_keeps_history BEFORE UPDATE OR DELETE ON host_answer
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER seat_event_keeps_history BEFORE UPDATE OR DELETE ON seat_event
  FOR EACH ROW EXECUTE FUNCTION keep_history();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
