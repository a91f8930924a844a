import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables that are overwritten keep each row as it was before a change, and the schema `as_known` shows every table as it
 * stood at an instant: so a report of an earlier state of the records is asked by the very statements of today's.
 */
export class RowsBefore1764000000029 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
-- Nothing is here of what was before this table: a row that never changed since stands as it was always.
CREATE TABLE row_before (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  table_name text NOT NULL,
  -- The columns of the primary key as text, with a space between them.
  key        text NOT NULL,
  -- As it had stood until then; null: there was none.
  row        jsonb,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX row_before_by_key ON row_before (table_name, key, id);
CREATE INDEX row_before_by_time ON row_before (table_name, changed_at);
CREATE TRIGGER fact_changes_are_noted AFTER INSERT OR UPDATE OR DELETE ON row_before
  FOR EACH ROW EXECUTE FUNCTION note_fact_change();
CREATE TRIGGER emptying_is_noted AFTER TRUNCATE ON row_before
  FOR EACH STATEMENT EXECUTE FUNCTION note_fact_change();

CREATE FUNCTION row_key(kept jsonb, columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(kept ->> name, ' ' ORDER BY place) FROM unnest(columns) WITH ORDINALITY AS c(name, place)
$$;

-- Its arguments are the columns of the table's primary key.
CREATE FUNCTION keep_row_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_key text := CASE WHEN TG_OP <> 'DELETE' THEN row_key(to_jsonb(NEW), TG_ARGV) END;
BEGIN
  IF TG_OP = 'UPDATE' AND was = to_jsonb(NEW) THEN
    RETURN NULL;
  END IF;
  IF was IS NOT NULL THEN
    INSERT INTO row_before (table_name, key, row) VALUES (TG_TABLE_NAME, row_key(was, TG_ARGV), was);
  END IF;
  IF TG_OP = 'INSERT' OR new_key <> row_key(was, TG_ARGV) THEN
    INSERT INTO row_before (table_name, key) VALUES (TG_TABLE_NAME, new_key);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_rows_before_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO row_before (table_name, key, row)
                  SELECT %L, row_key(to_jsonb(t), %L), to_jsonb(t) FROM %I t', TG_TABLE_NAME, TG_ARGV, TG_TABLE_NAME);
  RETURN NULL;
END $$;

-- The instant as of which the schema as_known shows the records.
CREATE FUNCTION known_at() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT current_setting('qar.known_at')::timestamptz
$$;

-- A fact table keeps what was believed and when.
CREATE FUNCTION facts_as_known(name text, columns text[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('SELECT %s FROM %I WHERE recorded_at <= (SELECT known_at())',
    (SELECT string_agg(CASE WHEN c IN ('superseded_at', 'superseded_by')
       THEN format('CASE WHEN superseded_at <= (SELECT known_at()) THEN %1$I END AS %1$I', c)
       ELSE quote_ident(c) END, ', ' ORDER BY place) FROM unnest(columns) WITH ORDINALITY AS u(c, place)), name)
$$;

-- Rows that have not changed since, and of the others what was before their first change since.
CREATE FUNCTION rows_as_known(name text, columns text[], key text[], says_when boolean) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('
    SELECT %2$s FROM %1$I t
    WHERE NOT EXISTS (SELECT FROM row_before b WHERE b.table_name = %1$L AND b.key = %3$s
                        AND b.changed_at > (SELECT known_at())) %5$s
    UNION ALL
    SELECT %4$s FROM (
      SELECT DISTINCT ON (b.key) b.key, b.row FROM row_before b
      WHERE b.table_name = %1$L AND b.changed_at > (SELECT known_at()) ORDER BY b.key, b.id) kept
    CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, kept.row) t WHERE kept.row IS NOT NULL %5$s',
    name,
    (SELECT string_agg(format('t.%I', c), ', ' ORDER BY place) FROM unnest(columns) WITH ORDINALITY AS u(c, place)),
    (SELECT string_agg(format('t.%I::text', c), ' || '' '' || ' ORDER BY place) FROM unnest(key) WITH ORDINALITY AS u(c, place)),
    -- A key of one text stands as it was kept, so that one row is found by the index.
    (SELECT string_agg(CASE WHEN ARRAY[c] = key AND c IN ('urn', 'code', 'district') THEN format('kept.key AS %I', c)
       ELSE format('t.%I', c) END, ', ' ORDER BY place) FROM unnest(columns) WITH ORDINALITY AS u(c, place)),
    CASE WHEN says_when THEN 'AND t.recorded_at <= (SELECT known_at())' ELSE '' END)
$$;

-- Called after migrations: whatever they add or change is kept from then on. Only what no report reads, or what says itself
-- when it was recorded and is never overwritten, is named here.
CREATE FUNCTION renew_records_as_known() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kept record;
  says_when boolean;
  shown text;
BEGIN
  DROP SCHEMA IF EXISTS as_known CASCADE;
  CREATE SCHEMA as_known;
  FOR kept IN
    SELECT c.relname::text AS name,
           (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
           (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::smallint[], a.attnum))
            FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
            WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
    AND NOT c.relname = ANY ('{outbox,schema_migration,fact_change,row_before,import,import_change,import_file,import_progress,import_refused_row,column_mapping,saved_view,allocation_run,frozen_problem,plan_answer,plan_explanation,payroll_batch,payroll_line,availability_statement,host_window}')
  LOOP
    says_when := 'recorded_at' = ANY (kept.columns);
    shown := CASE
      WHEN 'superseded_at' = ANY (kept.columns) THEN facts_as_known(kept.name, kept.columns)
      WHEN kept.name = 'audit_entry' THEN 'SELECT * FROM audit_entry WHERE recorded_at <= (SELECT known_at())'
      WHEN kept.name = 'plan' THEN 'SELECT * FROM plan WHERE created_at <= (SELECT known_at())'
      WHEN kept.name = 'most_alone' THEN 'SELECT * FROM most_alone WHERE computed_at <= (SELECT known_at())'
      -- Of those under way then nothing is known but that they ended later, or never.
      WHEN kept.name = 'study' THEN
        'SELECT * FROM study WHERE state IN (''DONE'', ''FAILED'') AND finished_at <= (SELECT known_at())'
    END;
    IF shown IS NULL THEN
      IF kept.key IS NULL THEN
        RAISE EXCEPTION 'table % needs a primary key: by it its rows are kept as they were before a change', kept.name;
      END IF;
      shown := rows_as_known(kept.name, kept.columns, kept.key, says_when);
      EXECUTE format('CREATE OR REPLACE TRIGGER row_before_is_kept AFTER %s UPDATE OR DELETE ON %I
                      FOR EACH ROW EXECUTE FUNCTION keep_row_before(%s)',
        CASE WHEN says_when THEN '' ELSE 'INSERT OR' END, kept.name,
        (SELECT string_agg(quote_literal(c), ', ') FROM unnest(kept.key) c));
      EXECUTE format('CREATE OR REPLACE TRIGGER rows_before_emptying_are_kept BEFORE TRUNCATE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION keep_rows_before_emptying(%s)',
        kept.name, (SELECT string_agg(quote_literal(c), ', ') FROM unnest(kept.key) c));
    END IF;
    EXECUTE format('CREATE VIEW as_known.%I AS %s', kept.name, shown);
  END LOOP;
END $$;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward: restore a back-up instead.'));
  }
}
