import { type EntityManager } from 'typeorm';
import { expectAll } from '../fact-rows.js';
import { type Change } from '../record-kind.js';
import { countOf, takeOff, versionedRows } from '../register-rows.js';

const SHAPE = `r(version integer, "URN" text, "Name" text, "Type" text, "Phase" text,
  "Trust UID" text, "Trust name" text, "LA code" text, "Region" text, "Town" text, "Postcode" text,
  "Latitude" double precision, "Longitude" double precision, "Needs" text[],
  "Needs are invented" boolean, "Calendar" text, "Status" text, "Opened" date, "Closed" date,
  "Predecessor URNs" text[])`;

const VALUES = `"Name", "Type", "Phase", "Trust UID", "LA code", "Region", "Town", "Postcode",
  "Latitude", "Longitude", "Needs", "Needs are invented", "Calendar", "Status", "Opened", "Closed"`;
const COLUMNS = `name, type, phase, trust_uid, la_code, region, town, postcode, lat, lon, needs,
  needs_invented, calendar_id, status, opened_on, closed_on`;

const REGISTER = {
  table: 'school',
  keyColumn: 'urn',
  title: 'the register of schools',
  dependents: [
    {
      what: 'a membership',
      sql: 'SELECT urn AS key FROM membership WHERE superseded_at IS NULL AND urn = ANY($1) LIMIT 1',
    },
    {
      what: 'closures',
      sql: 'SELECT urn AS key FROM school_closure WHERE superseded_at IS NULL AND urn = ANY($1) LIMIT 1',
    },
    {
      what: 'a review',
      sql: 'SELECT urn AS key FROM review WHERE removed_at IS NULL AND urn = ANY($1) LIMIT 1',
    },
    {
      what: 'people who work there',
      sql: 'SELECT school_urn AS key FROM employment WHERE superseded_at IS NULL AND school_urn = ANY($1) LIMIT 1',
    },
    {
      what: 'conflict overrides',
      sql: 'SELECT urn AS key FROM conflict_override WHERE superseded_at IS NULL AND urn = ANY($1) LIMIT 1',
    },
  ],
};

/** Writes the register of schools, its trusts and its predecessor links. */
export async function writeSchools(
  manager: EntityManager,
  changes: readonly Change[],
): Promise<void> {
  await takeOff(manager, REGISTER, changes);
  const created = versionedRows(changes, 'create');
  const updated = versionedRows(changes, 'update');
  for (const rows of [created, updated]) await writeTrusts(manager, rows);
  const inserted: unknown[] = await manager.query(
    `INSERT INTO school AS s (urn, ${COLUMNS})
     SELECT "URN", ${VALUES} FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     ON CONFLICT (urn) DO UPDATE
       SET (${COLUMNS}) = (${excluded()}), removed_at = NULL, version = s.version + 1
       WHERE s.removed_at IS NOT NULL
     RETURNING urn`,
    [created],
  );
  expectAll('The register of schools', inserted.length, countOf(changes, 'create'));
  const changed: unknown[] = await manager.query(
    `WITH done AS (
       UPDATE school s SET (${COLUMNS}) = (${VALUES}), version = s.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
       WHERE s.urn = r."URN" AND s.version = r.version AND s.removed_at IS NULL RETURNING 1)
     SELECT * FROM done`,
    [updated],
  );
  expectAll('The register of schools', changed.length, countOf(changes, 'update'));
  for (const rows of [created, updated]) await writePredecessors(manager, rows);
}

function excluded(): string {
  return COLUMNS.split(',')
    .map((column) => `EXCLUDED.${column.trim()}`)
    .join(', ');
}

async function writeTrusts(manager: EntityManager, rows: string): Promise<void> {
  await manager.query(
    `INSERT INTO trust (uid, name)
     SELECT DISTINCT ON ("Trust UID") "Trust UID", "Trust name"
     FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     WHERE "Trust UID" IS NOT NULL AND "Trust name" IS NOT NULL
     ORDER BY "Trust UID", "Trust name"
     ON CONFLICT (uid) DO UPDATE SET name = EXCLUDED.name WHERE trust.name <> EXCLUDED.name`,
    [rows],
  );
}

async function writePredecessors(manager: EntityManager, rows: string): Promise<void> {
  await manager.query(
    `DELETE FROM school_predecessor p USING jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     WHERE p.urn = r."URN" AND NOT p.predecessor_urn = ANY(r."Predecessor URNs")`,
    [rows],
  );
  await manager.query(
    `INSERT INTO school_predecessor (urn, predecessor_urn)
     SELECT r."URN", unnest(r."Predecessor URNs") FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     ON CONFLICT DO NOTHING`,
    [rows],
  );
}
