import type { DataSource, EntityManager } from 'typeorm';
import { readOpenData } from '../calendar/open-data.js';
import { loadCalendarReference } from '../calendar/reference-data.js';

/**
 * Loads everything of `sample/open-data` that the product needs before anybody enters anything:
 * regions, authorities, postcode districts, needs, calendars, bank holidays, the first academic year.
 * One transaction, safe to repeat and to run twice at once; what operations changed stays.
 */
export async function loadReferenceData(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('reference data', 0))`);
    await loadCalendarReference(manager);
    await loadAuthorities(manager);
    await loadDistricts(manager);
    await loadNeeds(manager);
  });
}

async function loadAuthorities(manager: EntityManager): Promise<void> {
  const rows = await readOpenData(
    'local-authorities.csv',
    ['la_code', 'la_name', 'gias_la_name', 'region'],
    ['gias_la_name'],
  );
  await manager.query(
    `INSERT INTO local_authority (code, name, gias_name, region)
     SELECT la_code, la_name, coalesce(nullif(gias_la_name, ''), la_name), region
     FROM jsonb_to_recordset($1::jsonb) AS r(la_code text, la_name text, gias_la_name text, region text)
     ON CONFLICT (code) DO UPDATE
       SET name = excluded.name, gias_name = excluded.gias_name, region = excluded.region`,
    [JSON.stringify(rows)],
  );
}

async function loadDistricts(manager: EntityManager): Promise<void> {
  const rows = await readOpenData('postcode-districts.csv', [
    'postcode_district',
    'lat',
    'lon',
    'region',
    'la_name',
  ]);
  await manager.query(
    `INSERT INTO postcode_district (district, lat, lon, region, la_name)
     SELECT postcode_district, lat, lon, region, la_name FROM jsonb_to_recordset($1::jsonb) AS r(
       postcode_district text, lat double precision, lon double precision, region text, la_name text)
     ON CONFLICT (district) DO UPDATE
       SET lat = excluded.lat, lon = excluded.lon, region = excluded.region, la_name = excluded.la_name`,
    [JSON.stringify(rows)],
  );
}

/** The census code for pupils without an assessment: no school is for it, and nobody is a specialist in it. */
const NOT_A_NEED = 'Not a need';

async function loadNeeds(manager: EntityManager): Promise<void> {
  const rows = await readOpenData(
    'sen-needs.csv',
    ['code', 'name', 'broad_area', 'gias_label'],
    ['gias_label'],
  );
  const needs = rows.filter((row) => row.broad_area !== NOT_A_NEED);
  await manager.query(
    `INSERT INTO need (code, name, broad_area, gias_label)
     SELECT code, name, broad_area, gias_label
     FROM jsonb_to_recordset($1::jsonb) AS r(code text, name text, broad_area text, gias_label text)
     ON CONFLICT (code) DO UPDATE
       SET name = excluded.name, broad_area = excluded.broad_area, gias_label = excluded.gias_label`,
    [JSON.stringify(needs)],
  );
}
