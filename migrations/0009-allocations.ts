import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs over frozen problems, and the plans they yield. */
export class Allocations1764000000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`

CREATE TABLE frozen_problem (
  sha256     text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name       text NOT NULL,
  bytes      bytea NOT NULL,
  -- What the problem's references mean to people, and what was left out of it and why.
  context    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER frozen_problem_is_immutable BEFORE UPDATE OR DELETE ON frozen_problem
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE allocation_run (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name           text NOT NULL,
  term_id        text REFERENCES term,
  problem_sha256 text NOT NULL REFERENCES frozen_problem,
  policy_name    text NOT NULL,
  engine         text NOT NULL CHECK (engine IN ('milp')),
  seed           integer NOT NULL,
  solver_version text NOT NULL,
  max_work       bigint CHECK (max_work > 0),
  state          text NOT NULL DEFAULT 'QUEUED' CHECK (state IN
                   ('QUEUED', 'SOLVING', 'SOLVED', 'INFEASIBLE', 'FAILED', 'CANCELLED')),
  -- Raised each time a worker takes the run up; a worker whose attempt is not this one may write nothing.
  attempt        integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  -- How often the run was handed to the queue; names the job, so that a job the queue gave up blocks nothing.
  deliveries     integer NOT NULL DEFAULT 1 CHECK (deliveries > 0),
  delivered_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Raised with each change that people see; what a reader who lost the line asks to go on from.
  revision       integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  cancel_mode    text CHECK (cancel_mode IN ('USE_BEST', 'DISCARD')),
  progress       jsonb NOT NULL DEFAULT '[]',
  failure        text,
  -- A request sent twice is one run: the sender's key, and what was asked under it.
  idempotency_key text UNIQUE,
  request_sha256 text CHECK (request_sha256 ~ '^[0-9a-f]{64}$'),
  requested_by   text NOT NULL,
  requested_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at     timestamptz,
  heartbeat_at   timestamptz,
  finished_at    timestamptz,
  CONSTRAINT allocation_run_failed_says_why CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
  CONSTRAINT allocation_run_ended_has_an_end
    CHECK ((state IN ('SOLVED', 'INFEASIBLE', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)),
  CONSTRAINT allocation_run_key_says_what_was_asked
    CHECK ((idempotency_key IS NULL) = (request_sha256 IS NULL))
);
CREATE INDEX allocation_run_unfinished ON allocation_run (state, heartbeat_at)
  WHERE state IN ('QUEUED', 'SOLVING');
CREATE INDEX allocation_run_newest ON allocation_run (requested_at DESC, id DESC);
CREATE INDEX allocation_run_of_problem ON allocation_run (problem_sha256);

-- An ended run never changes again.
CREATE FUNCTION keep_ended_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.finished_at IS NOT NULL THEN
    RAISE EXCEPTION 'allocation run % has ended and is kept as it is', OLD.id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER allocation_run_ended_is_final BEFORE UPDATE OR DELETE ON allocation_run
  FOR EACH ROW EXECUTE FUNCTION keep_ended_run();

-- Whoever watches a run hears of its changes in whichever process they listen; a heartbeat is not one.
CREATE FUNCTION tell_of_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.state, OLD.attempt, OLD.progress, OLD.cancel_mode)
       IS NOT DISTINCT FROM (NEW.state, NEW.attempt, NEW.progress, NEW.cancel_mode) THEN
      RETURN NEW;
    END IF;
    NEW.revision := OLD.revision + 1;
  END IF;
  PERFORM pg_notify('allocation_run', NEW.id::text);
  RETURN NEW;
END $$;
CREATE TRIGGER allocation_run_tells_of_changes BEFORE INSERT OR UPDATE ON allocation_run
  FOR EACH ROW EXECUTE FUNCTION tell_of_run();

CREATE TABLE plan (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- At most one plan a run; a plan edited by hand has a parent instead.
  run_id         uuid UNIQUE REFERENCES allocation_run,
  parent_id      uuid REFERENCES plan,
  term_id        text REFERENCES term,
  version        integer NOT NULL CHECK (version > 0),
  problem_sha256 text NOT NULL REFERENCES frozen_problem,
  status         text NOT NULL CHECK (status IN ('OPTIMAL', 'FEASIBLE', 'INFEASIBLE')),
  content        jsonb NOT NULL,
  author         text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT plan_comes_from_a_run_or_a_plan CHECK (run_id IS NOT NULL OR parent_id IS NOT NULL)
);
CREATE INDEX plan_newest ON plan (created_at DESC, id DESC);
CREATE TRIGGER plan_is_immutable BEFORE UPDATE OR DELETE ON plan
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A run that ended with an answer has its plan, and only such a run has one: both or neither.
CREATE FUNCTION run_and_plan_agree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  run     uuid := CASE TG_TABLE_NAME WHEN 'plan' THEN (to_jsonb(NEW) ->> 'run_id')::uuid ELSE NEW.id END;
  answer  text;
  planned text;
BEGIN
  SELECT CASE state WHEN 'SOLVED' THEN 'has seats' WHEN 'INFEASIBLE' THEN 'has a conflict' END
    INTO answer FROM allocation_run WHERE id = run;
  SELECT CASE status WHEN 'INFEASIBLE' THEN 'has a conflict' ELSE 'has seats' END
    INTO planned FROM plan WHERE run_id = run;
  IF run IS NOT NULL AND answer IS DISTINCT FROM planned THEN
    RAISE EXCEPTION 'allocation run % and its plan do not agree', run
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER allocation_run_agrees_with_its_plan AFTER INSERT OR UPDATE OF state ON allocation_run
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION run_and_plan_agree();
CREATE CONSTRAINT TRIGGER plan_agrees_with_its_run AFTER INSERT ON plan
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION run_and_plan_agree();

-- Why reviews have no lead takes seconds to find out, and never changes for a plan: it is kept.
CREATE TABLE plan_explanation (
  plan_id    uuid PRIMARY KEY REFERENCES plan,
  uncovered  jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER plan_explanation_is_immutable BEFORE UPDATE OR DELETE ON plan_explanation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
