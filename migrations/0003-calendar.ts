import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Academic years, terms, half-terms and the days on which nobody reviews. */
export class Calendar1764000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE region (
  name         text PRIMARY KEY,
  ons_code     text NOT NULL UNIQUE,
  gias_code    text NOT NULL UNIQUE,
  centroid_lat double precision NOT NULL,
  centroid_lon double precision NOT NULL,
  is_priority  boolean NOT NULL DEFAULT false
);

CREATE TABLE academic_year (
  id        text PRIMARY KEY CHECK (id ~ '^[0-9]{4}/[0-9]{2}$'),
  starts_on date NOT NULL,
  ends_on   date NOT NULL,
  CONSTRAINT academic_year_is_ordered CHECK (starts_on < ends_on),
  CONSTRAINT academic_years_do_not_overlap
    EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&)
);

CREATE TABLE term (
  id            text PRIMARY KEY CHECK (id ~ '^(autumn|spring|summer)-[0-9]{4}$'),
  academic_year text NOT NULL REFERENCES academic_year,
  season        text NOT NULL CHECK (season IN ('AUTUMN', 'SPRING', 'SUMMER')),
  name          text NOT NULL,
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  CONSTRAINT term_is_ordered CHECK (starts_on < ends_on),
  CONSTRAINT term_once_a_year UNIQUE (academic_year, season),
  CONSTRAINT terms_do_not_overlap
    EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&)
);

-- Term dates differ by authority and trust: a school follows one calendar.
CREATE TABLE school_calendar (
  id     text PRIMARY KEY,
  name   text NOT NULL,
  source text NOT NULL
);
CREATE TABLE half_term (
  calendar_id   text NOT NULL REFERENCES school_calendar,
  academic_year text NOT NULL REFERENCES academic_year,
  number        smallint NOT NULL CHECK (number BETWEEN 1 AND 6),
  name          text NOT NULL,
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  PRIMARY KEY (calendar_id, academic_year, number),
  CONSTRAINT half_term_is_ordered CHECK (starts_on <= ends_on),
  CONSTRAINT half_terms_do_not_overlap
    EXCLUDE USING gist (calendar_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
-- Pupil-free days inside a half-term of that calendar.
CREATE TABLE calendar_inset_day (
  calendar_id text NOT NULL REFERENCES school_calendar,
  on_date     date NOT NULL,
  PRIMARY KEY (calendar_id, on_date)
);
CREATE TABLE bank_holiday (
  on_date date PRIMARY KEY,
  title   text NOT NULL,
  status  text NOT NULL CHECK (status IN ('published', 'calculated'))
);
CREATE TABLE training_day (
  on_date date PRIMARY KEY,
  title   text NOT NULL,
  mode    text NOT NULL CHECK (mode IN ('IN_PERSON', 'ONLINE'))
);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
