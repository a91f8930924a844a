import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of schools, what they belong to and where they are. */
export class Schools1764000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE trust (
  uid  text PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE local_authority (
  code      text PRIMARY KEY CHECK (code ~ '^[0-9]{3}$'),
  name      text NOT NULL,
  gias_name text NOT NULL,
  region    text NOT NULL REFERENCES region
);
CREATE TABLE postcode_district (
  district text PRIMARY KEY,
  lat      double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon      double precision NOT NULL CHECK (lon BETWEEN -180 AND 180),
  region   text NOT NULL REFERENCES region,
  la_name  text NOT NULL
);
CREATE TABLE need (
  code       text PRIMARY KEY,
  name       text NOT NULL,
  broad_area text NOT NULL,
  gias_label text NOT NULL
);
CREATE TABLE phase (
  code text PRIMARY KEY,
  name text NOT NULL
);
INSERT INTO phase (code, name) VALUES
  ('SPECIAL', 'Special'), ('ALTERNATIVE_PROVISION', 'Alternative provision'),
  ('NURSERY', 'Nursery'), ('PRIMARY', 'Primary'), ('SECONDARY', 'Secondary'),
  ('ALL_THROUGH', 'All-through'), ('POST_16', 'Post-16');

CREATE TABLE school (
  urn            text PRIMARY KEY CHECK (urn ~ '^[0-9]{6}$'),
  name           text NOT NULL CHECK (name <> ''),
  short_name     text,
  type           text NOT NULL,
  -- Blank is a task for operations, not a guess.
  phase          text REFERENCES phase,
  trust_uid      text REFERENCES trust,
  la_code        text REFERENCES local_authority,
  region         text NOT NULL REFERENCES region,
  town           text,
  postcode       text,
  lat            double precision CHECK (lat BETWEEN -90 AND 90),
  lon            double precision CHECK (lon BETWEEN -180 AND 180),
  needs          text[] NOT NULL DEFAULT '{}',
  -- Invented needs are labelled wherever they are shown.
  needs_invented boolean NOT NULL DEFAULT false,
  calendar_id    text REFERENCES school_calendar,
  status         text NOT NULL CHECK (status IN ('OPEN', 'CLOSED', 'PROPOSED_TO_CLOSE', 'PROPOSED_TO_OPEN')),
  opened_on      date,
  closed_on      date,
  -- Taken off the register, such as by undoing an import; its history stays.
  removed_at     timestamptz,
  version        integer NOT NULL DEFAULT 1,
  CONSTRAINT school_has_both_coordinates CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX school_by_trust ON school (trust_uid);
CREATE INDEX school_by_region ON school (region, urn);

-- A school that becomes an academy gets a new URN; conflicts follow it.
CREATE TABLE school_predecessor (
  urn             text NOT NULL REFERENCES school,
  predecessor_urn text NOT NULL CHECK (predecessor_urn ~ '^[0-9]{6}$'),
  PRIMARY KEY (urn, predecessor_urn),
  CONSTRAINT school_does_not_precede_itself CHECK (urn <> predecessor_urn)
);

CREATE TABLE membership (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  urn           text NOT NULL REFERENCES school,
  valid         daterange NOT NULL CHECK (NOT isempty(valid)),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT membership_once_at_a_time
    EXCLUDE USING gist (urn WITH =, valid WITH &&) WHERE (superseded_at IS NULL)
);
CREATE TABLE school_closure (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  urn           text NOT NULL REFERENCES school,
  days          daterange NOT NULL CHECK (NOT isempty(days)),
  reason        text NOT NULL CHECK (reason <> ''),
  recorded_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  superseded_at timestamptz,
  superseded_by text,
  CONSTRAINT school_closures_do_not_overlap
    EXCLUDE USING gist (urn WITH =, days WITH &&) WHERE (superseded_at IS NULL)
);
CREATE TRIGGER membership_keeps_history BEFORE UPDATE OR DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE TRIGGER school_closure_keeps_history BEFORE UPDATE OR DELETE ON school_closure
  FOR EACH ROW EXECUTE FUNCTION keep_history();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
