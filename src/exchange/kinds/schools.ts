import { type EntityManager } from 'typeorm';
import { civilDate } from '../columns/civil-dates.js';
import { phase, region, schoolStatus } from '../columns/codes.js';
import { type Row, type Value } from '../columns/column.js';
import { ownUrn } from '../columns/shared-columns.js';
import {
  authorityCode,
  code,
  decimal,
  listOf,
  text,
  trustUid,
  urn,
  yesNo,
} from '../columns/types.js';
import {
  canonicalRow,
  type RecordKind,
  type RowFault,
  type Stored,
  valueInWords,
} from '../record-kind.js';
import { writeSchools } from './schools-write.js';

const need = code('A need code such as ASD.', /^[A-Z]{2,5}$/u, 'a need code such as ASD');

export const schools: RecordKind = {
  name: 'schools',
  title: 'Schools',
  note: 'The register of schools.',
  columns: [
    ownUrn,
    {
      heading: 'Name',
      type: text,
      required: true,
      synonyms: ['School name', 'Establishment name', 'School'],
      note: 'The school’s name.',
    },
    {
      heading: 'Type',
      type: text,
      required: true,
      synonyms: ['School type', 'Type of establishment'],
      note: 'The type of establishment, as the register of schools has it.',
    },
    {
      heading: 'Phase',
      type: phase,
      names: 'phase',
      synonyms: ['Phase of education'],
      note: 'The phase; blank is a task for operations.',
    },
    {
      heading: 'Trust UID',
      type: trustUid,
      synonyms: ['Trust ID', 'MAT UID'],
      note: 'The trust’s UID, if it has one.',
    },
    {
      heading: 'Trust name',
      type: text,
      synonyms: ['Trust', 'MAT', 'Multi-academy trust'],
      note: 'The trust’s name; needed once for a new trust.',
    },
    {
      heading: 'LA code',
      type: authorityCode,
      names: 'authority',
      synonyms: ['Local authority code', 'LA'],
      note: 'The local authority’s code of three digits.',
    },
    {
      heading: 'Region',
      type: region,
      names: 'region',
      synonyms: ['GOR', 'Government office region'],
      note: 'One of the nine English regions; empty: the authority’s.',
    },
    { heading: 'Town', type: text, synonyms: ['City', 'Post town'], note: 'The town.' },
    { heading: 'Postcode', type: text, synonyms: ['Post code'], note: 'The school’s postcode.' },
    { heading: 'Latitude', type: decimal(-90, 90), synonyms: ['Lat'], note: 'Degrees, WGS84.' },
    {
      heading: 'Longitude',
      type: decimal(-180, 180),
      synonyms: ['Lon', 'Long', 'Lng'],
      note: 'Degrees, WGS84.',
    },
    {
      heading: 'Needs',
      type: listOf(need),
      names: 'need',
      blank: [],
      synonyms: ['SEND', 'SEN', 'Specialisms', 'Need codes'],
      note: 'Codes of the needs the school is for.',
    },
    {
      heading: 'Needs are invented',
      type: yesNo,
      blank: false,
      note: 'Yes where the needs are made up for demonstration.',
    },
    {
      heading: 'Calendar',
      type: text,
      names: 'calendar',
      synonyms: ['Term dates'],
      note: 'The calendar the school follows; empty: the programme’s.',
    },
    { heading: 'Status', type: schoolStatus, blank: 'OPEN', note: 'Open unless said otherwise.' },
    {
      heading: 'Opened',
      type: civilDate,
      synonyms: ['Open date', 'Opened on'],
      note: 'The day it opened.',
    },
    {
      heading: 'Closed',
      type: civilDate,
      synonyms: ['Close date', 'Closed on'],
      note: 'The day it closed.',
    },
    {
      heading: 'Predecessor URNs',
      type: listOf(urn),
      blank: [],
      synonyms: ['Predecessors', 'Previous URN'],
      note: 'URNs of the schools it grew out of.',
    },
  ],
  adds: [
    { register: 'school', heading: 'URN' },
    { register: 'trust', heading: 'Trust UID' },
  ],
  load,
  write: writeSchools,
  completer,
  check,
  checkTogether,
};

async function load(manager: EntityManager): Promise<Stored[]> {
  const rows: (Record<string, unknown> & { URN: string; version: number })[] = await manager.query(
    `SELECT s.version, s.urn AS "URN", s.name AS "Name", s.type AS "Type", s.phase AS "Phase",
            s.trust_uid AS "Trust UID", t.name AS "Trust name", s.la_code AS "LA code",
            s.region AS "Region", s.town AS "Town", s.postcode AS "Postcode",
            s.lat AS "Latitude", s.lon AS "Longitude", s.needs AS "Needs",
            s.needs_invented AS "Needs are invented", s.calendar_id AS "Calendar",
            s.status AS "Status", s.opened_on::text AS "Opened", s.closed_on::text AS "Closed",
            coalesce(p.urns, '{}') AS "Predecessor URNs"
     FROM school s
     LEFT JOIN trust t ON t.uid = s.trust_uid
     LEFT JOIN (SELECT urn, array_agg(predecessor_urn) AS urns
                FROM school_predecessor GROUP BY urn) p ON p.urn = s.urn
     WHERE s.removed_at IS NULL`,
  );
  return rows.map((raw) => ({
    id: raw.URN,
    version: raw.version,
    row: canonicalRow(schools, raw),
  }));
}

/** The region follows from the authority and a known trust's name from its UID, unless given. */
async function completer(
  manager: EntityManager,
): Promise<(row: Row, given: ReadonlySet<string>) => Row> {
  const authorities: { code: string; region: string }[] = await manager.query(
    'SELECT code, region FROM local_authority',
  );
  const trusts: { uid: string; name: string }[] = await manager.query(
    'SELECT uid, name FROM trust',
  );
  const regions = new Map(authorities.map((authority) => [authority.code, authority.region]));
  const names = new Map(trusts.map((trust) => [trust.uid, trust.name]));
  return (row, given) => {
    const uid = row['Trust UID'];
    const named = given.has('Trust name') ? row['Trust name'] : null;
    return {
      ...row,
      'Trust name': typeof uid === 'string' ? (named ?? names.get(uid) ?? null) : null,
      Region: row.Region ?? regions.get(String(row['LA code'])) ?? null,
    };
  };
}

function check(row: Row): RowFault[] {
  const faults: RowFault[] = [];
  if (row.Region === null) {
    faults.push({
      column: 'Region',
      message: 'Give the region, or an LA code from which it follows.',
    });
  }
  if ((row.Latitude === null) !== (row.Longitude === null)) {
    faults.push({
      column: 'Longitude',
      message: 'Latitude and Longitude belong together: fill both or neither.',
    });
  }
  if (row['Trust UID'] !== null && row['Trust name'] === null) {
    faults.push({ column: 'Trust name', message: 'This trust is new: give its name.' });
  }
  if ((row['Predecessor URNs'] as readonly string[]).includes(String(row.URN))) {
    faults.push({
      column: 'Predecessor URNs',
      message: 'A school does not precede itself. Correct the URN.',
    });
  }
  return faults;
}

/** A trust has one name, whichever of its schools says it. */
function checkTogether(rows: ReadonlyMap<string, Row>): Map<string, RowFault> {
  const names = new Map<Value, Value>();
  const faults = new Map<string, RowFault>();
  for (const [key, row] of rows) {
    const uid = row['Trust UID'] ?? null;
    if (uid === null) continue;
    const name = names.get(uid) ?? row['Trust name'] ?? null;
    names.set(uid, name);
    if (name !== row['Trust name']) {
      faults.set(key, {
        column: 'Trust name',
        message: `Another row calls the trust ${valueInWords(uid)} “${valueInWords(name)}”. Give it one name.`,
      });
    }
  }
  return faults;
}
