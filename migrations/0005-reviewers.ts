import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lead Reviewers and the dated facts about them. */
export class Reviewers1764000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE lead_reviewer (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- The reference used in files and problems, such as LR-001: never a name.
  code               text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  name               text NOT NULL CHECK (name <> ''),
  email              text,
  -- A district locates a home well enough and reveals less than an address.
  postcode_district  text NOT NULL REFERENCES postcode_district,
  phases             text[] NOT NULL DEFAULT '{}',
  needs              text[] NOT NULL DEFAULT '{}',
  -- Reviews led before this register began, for "experienced".
  reviews_led_before integer NOT NULL DEFAULT 0 CHECK (reviews_led_before >= 0),
  synthetic          boolean NOT NULL DEFAULT false,
  removed_at         timestamptz,
  version            integer NOT NULL DEFAULT 1
);

-- Where somebody works: whether a serving leader, and at which school or trust. No row: not known.
CREATE TABLE employment (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id        uuid NOT NULL REFERENCES lead_reviewer,
  serving_leader boolean NOT NULL,
  school_urn     text REFERENCES school,
  trust_uid      text REFERENCES trust,
  employer       text NOT NULL,
  valid          daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT employment_serving_leader_has_a_place
    CHECK (NOT serving_leader OR school_urn IS NOT NULL OR trust_uid IS NOT NULL),
  CONSTRAINT employment_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);

CREATE TABLE standing (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  standing      text NOT NULL CHECK (standing IN
                  ('CANDIDATE', 'OFFERED', 'IN_INDUCTION', 'IN_POOL', 'PAUSED', 'LEFT')),
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  reason        text,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT standing_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);

-- Checks and acknowledgements that every seat needs on the review's last day.
CREATE TABLE gate (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  kind          text NOT NULL CHECK (kind IN ('DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY')),
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT gate_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, kind WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);

CREATE TABLE training_attendance (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  training_day  date NOT NULL REFERENCES training_day,
  outcome       text NOT NULL CHECK (outcome IN ('ATTENDED', 'CAUGHT_UP')),
  on_date       date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT training_attendance_once
    EXCLUDE USING gist (lead_id WITH =, training_day WITH =) WHERE (superseded_at IS NULL)
);

-- Induction stages other than the training days; each done once, on a day.
CREATE TABLE induction_stage (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  stage         text NOT NULL CHECK (stage IN
                  ('VIRTUAL_INDUCTION', 'REVIEWER_TRAINING', 'SHADOWING', 'QUALITY_ASSURED_REVIEW')),
  done_on       date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT induction_stage_once
    EXCLUDE USING gist (lead_id WITH =, stage WITH =) WHERE (superseded_at IS NULL)
);

CREATE TABLE region_grade (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  region        text NOT NULL REFERENCES region,
  grade         text NOT NULL CHECK (grade IN ('PREFERRED', 'WILLING', 'RELUCTANT', 'NO')),
  reason        text,
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT region_grade_no_has_a_reason CHECK (grade <> 'NO' OR reason IS NOT NULL),
  CONSTRAINT region_grade_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, region WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);

-- Declared or known ties. Own school, own trust and reviews led lately are derived, never stored.
CREATE TABLE conflict (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  kind          text NOT NULL CHECK (kind IN ('WORKED_AT', 'DECLARED_TIE')),
  urn           text CHECK (urn ~ '^[0-9]{6}$'),
  trust_uid     text REFERENCES trust,
  reason        text NOT NULL CHECK (reason <> ''),
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT conflict_names_a_school_or_a_trust CHECK (urn IS NOT NULL OR trust_uid IS NOT NULL)
);
CREATE UNIQUE INDEX conflict_once ON conflict (lead_id, kind, coalesce(urn, ''), coalesce(trust_uid, ''), valid)
  WHERE superseded_at IS NULL;

-- Operations may override a tie or a recent review, never an own school or trust (checked when used).
CREATE TABLE conflict_override (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  urn           text NOT NULL REFERENCES school,
  reason        text NOT NULL CHECK (reason <> ''),
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT conflict_override_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, urn WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);

-- Own limits, where they are lower than the programme's.
CREATE TABLE own_limit (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lead_id       uuid NOT NULL REFERENCES lead_reviewer,
  term_limit    integer CHECK (term_limit BETWEEN 0 AND 1000),
  rest_reviews  integer CHECK (rest_reviews BETWEEN 0 AND 1000),
  rest_weeks    integer CHECK (rest_weeks BETWEEN 1 AND 1000),
  max_km        integer CHECK (max_km BETWEEN 0 AND 1000000),
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT own_limit_rest_comes_together CHECK ((rest_reviews IS NULL) = (rest_weeks IS NULL)),
  CONSTRAINT own_limit_one_at_a_time
    EXCLUDE USING gist (lead_id WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE TRIGGER employment_keeps_history BEFORE UPDATE OR DELETE ON employment
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER standing_keeps_history BEFORE UPDATE OR DELETE ON standing
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER gate_keeps_history BEFORE UPDATE OR DELETE ON gate
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER training_attendance_keeps_history BEFORE UPDATE OR DELETE ON training_attendance
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER induction_stage_keeps_history BEFORE UPDATE OR DELETE ON induction_stage
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER region_grade_keeps_history BEFORE UPDATE OR DELETE ON region_grade
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER conflict_keeps_history BEFORE UPDATE OR DELETE ON conflict
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER conflict_override_keeps_history BEFORE UPDATE OR DELETE ON conflict_override
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER own_limit_keeps_history BEFORE UPDATE OR DELETE ON own_limit
  FOR EACH ROW EXECUTE FUNCTION keep_history();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
