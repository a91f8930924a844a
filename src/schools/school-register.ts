import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { recordAudit } from '../audit/audit.js';
import { Refusal } from '../platform/problems/refusal.js';
import type { SchoolRecord } from './school-record.js';

/** A school on the register, with the version that `If-Match` names. */
export type StoredSchool = Required<SchoolRecord> & { version: number };

/** Selects `StoredSchool`s; `s` is the school. */
export const selectSchools = `
  SELECT s.urn, s.name, s.short_name AS "shortName", s.type, s.phase,
         CASE WHEN t.uid IS NULL THEN NULL ELSE jsonb_build_object('uid', t.uid, 'name', t.name) END AS trust,
         s.la_code AS "laCode", s.region, s.town, s.postcode, s.lat, s.lon, s.needs,
         s.needs_invented AS "needsInvented", s.status, s.opened_on AS "openedOn",
         s.closed_on AS "closedOn", s.calendar_id AS "calendarId",
         array(SELECT predecessor_urn FROM school_predecessor p WHERE p.urn = s.urn ORDER BY 1)
           AS "predecessorUrns",
         s.version
  FROM school s LEFT JOIN trust t ON t.uid = s.trust_uid`;

/** The schools on the register by URN: all, or those named. One statement. */
export async function currentSchools(
  manager: EntityManager,
  urns?: readonly string[],
): Promise<Map<string, StoredSchool>> {
  const rows = await manager.query<StoredSchool[]>(
    `${selectSchools}
     WHERE s.removed_at IS NULL AND ($1::text[] IS NULL OR s.urn = ANY ($1)) ORDER BY s.urn`,
    [urns === undefined ? null : [...urns]],
  );
  return new Map(rows.map((school) => [school.urn, school]));
}

/** @throws Refusal when there is no such school on the register */
export async function schoolByUrn(manager: EntityManager, urn: string): Promise<StoredSchool> {
  const school = (await currentSchools(manager, [urn])).get(urn);
  if (school === undefined) throw new Refusal('NOT_FOUND', `There is no school ${urn}.`);
  return school;
}

/**
 * Puts a school on the register or brings it up to date, with its trust and predecessors, and writes
 * the trace. A school taken off the register comes back.
 */
export async function upsertSchool(
  manager: EntityManager,
  record: SchoolRecord,
  author: string,
): Promise<'created' | 'updated' | 'unchanged'> {
  const before = (await currentSchools(manager, [record.urn])).get(record.urn);
  if (before !== undefined) {
    const { version, ...known } = before;
    return (await changeSchool(manager, { ...known, ...record }, version, author))
      ? 'updated'
      : 'unchanged';
  }
  const school = { shortName: null, calendarId: null, predecessorUrns: [], ...record };
  await storeTrust(manager, school.trust);
  await manager.query(
    `INSERT INTO school (urn, ${columns}) VALUES ($1, ${places})
     ON CONFLICT (urn) DO UPDATE SET (${columns}, removed_at, version)
       = (${columns.replaceAll(/\w+/g, 'excluded.$&')}, NULL, school.version + 1)`,
    [school.urn, ...values(school)],
  );
  await storePredecessors(manager, school.urn, school.predecessorUrns);
  await recordAudit(manager, {
    actor: author,
    action: 'school added',
    subject: 'school',
    subjectId: school.urn,
    after: school,
  });
  return 'created';
}

/**
 * Changes a school from the version the caller saw.
 *
 * @returns whether anything changed
 * @throws Refusal when the school is unknown or was changed since
 */
export async function changeSchool(
  manager: EntityManager,
  after: Required<SchoolRecord>,
  version: number,
  author: string,
): Promise<boolean> {
  const { version: stored, ...before } = await schoolByUrn(manager, after.urn);
  if (stored !== version) throw await changedSince(manager, before, version);
  const changed = changedFields(before, after);
  if (changed.length === 0) return false;
  await storeTrust(manager, after.trust);
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE school SET (${columns}, version) = (${places}, version + 1)
     WHERE urn = $1 AND version = $${values(after).length + 2} AND removed_at IS NULL`,
    [after.urn, ...values(after), version],
  );
  if (count === 0) throw await changedSince(manager, before, version);
  await storePredecessors(manager, after.urn, after.predecessorUrns);
  await recordAudit(manager, {
    actor: author,
    action: 'school changed',
    subject: 'school',
    subjectId: after.urn,
    before: Object.fromEntries(changed.map((field) => [field, before[field]])),
    after: Object.fromEntries(changed.map((field) => [field, after[field]])),
  });
  return true;
}

/** That somebody else changed the school. */
async function changedSince(
  manager: EntityManager,
  { urn, name }: Pick<SchoolRecord, 'urn' | 'name'>,
  seen: number,
): Promise<Refusal> {
  const { version } = await schoolByUrn(manager, urn);
  return changedMeanwhile(manager, name, { subject: 'school', subjectId: urn }, { version, seen });
}

const columnNames = [
  'name',
  'short_name',
  'type',
  'phase',
  'trust_uid',
  'la_code',
  'region',
  'town',
  'postcode',
  'lat',
  'lon',
  'needs',
  'needs_invented',
  'calendar_id',
  'status',
  'opened_on',
  'closed_on',
];
const columns = columnNames.join(', ');
const places = columnNames.map((_, index) => `$${index + 2}`).join(', ');

/** In the order of `columnNames`. */
function values(school: Required<SchoolRecord>): unknown[] {
  return [
    school.name,
    school.shortName,
    school.type,
    school.phase,
    school.trust?.uid ?? null,
    school.laCode,
    school.region,
    school.town,
    school.postcode,
    school.lat,
    school.lon,
    [...school.needs],
    school.needsInvented,
    school.calendarId,
    school.status,
    school.openedOn,
    school.closedOn,
  ];
}

function changedFields(
  before: Required<SchoolRecord>,
  after: Required<SchoolRecord>,
): (keyof SchoolRecord)[] {
  const fields = Object.keys(before) as (keyof SchoolRecord)[];
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
}

/** A trust is kept by its UID; its name is the latest one told. */
async function storeTrust(manager: EntityManager, trust: SchoolRecord['trust']): Promise<void> {
  if (trust === null) return;
  await manager.query(
    `INSERT INTO trust (uid, name) VALUES ($1, $2)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name WHERE trust.name <> excluded.name`,
    [trust.uid, trust.name],
  );
}

async function storePredecessors(
  manager: EntityManager,
  urn: string,
  predecessors: readonly string[],
): Promise<void> {
  await manager.query(
    `DELETE FROM school_predecessor WHERE urn = $1 AND predecessor_urn <> ALL ($2)`,
    [urn, [...predecessors]],
  );
  await manager.query(
    `INSERT INTO school_predecessor (urn, predecessor_urn) SELECT $1, unnest($2::text[])
     ON CONFLICT DO NOTHING`,
    [urn, [...predecessors]],
  );
}
