import { type EntityManager } from 'typeorm';
import { phase } from '../columns/codes.js';
import { homeDistrict, ownReference } from '../columns/shared-columns.js';
import { code, email, listOf, text, whole, yesNo } from '../columns/types.js';
import { expectAll } from '../fact-rows.js';
import { canonicalRow, type Change, type RecordKind, type Stored } from '../record-kind.js';
import { countOf, takeOff, versionedRows } from '../register-rows.js';

const need = code('A need code such as ASD.', /^[A-Z]{2,5}$/u, 'a need code such as ASD');

export const leadReviewers: RecordKind = {
  name: 'lead-reviewers',
  title: 'Lead Reviewers',
  note: 'The register of Lead Reviewers.',
  columns: [
    ownReference,
    {
      heading: 'Name',
      type: text,
      required: true,
      personal: true,
      synonyms: ['Full name', 'Reviewer name', 'Lead Reviewer name'],
      note: 'The person’s name.',
    },
    {
      heading: 'E-mail',
      type: email,
      personal: true,
      synonyms: ['Email', 'Email address', 'Mail'],
      note: 'Where offers are sent.',
    },
    {
      ...homeDistrict,
      note: `${homeDistrict.note} Whoever moved has the old one among Former homes.`,
    },
    {
      heading: 'Phases',
      type: listOf(phase),
      names: 'phase',
      blank: [],
      synonyms: ['Phase', 'Expertise'],
      note: 'Phases of expertise.',
    },
    {
      heading: 'Needs',
      type: listOf(need),
      names: 'need',
      blank: [],
      synonyms: ['SEND', 'SEND specialisms', 'Specialisms'],
      note: 'Codes of the needs of expertise.',
    },
    {
      heading: 'Reviews led before',
      type: whole(0, 10_000),
      blank: 0,
      synonyms: ['Led before', 'Previous reviews'],
      note: 'Reviews led before this register began.',
    },
    {
      heading: 'Synthetic',
      type: yesNo,
      blank: false,
      note: 'Yes for people who are made up for demonstration.',
    },
  ],
  adds: [{ register: 'lead', heading: 'Reference' }],
  load,
  write,
};

async function load(manager: EntityManager): Promise<Stored[]> {
  const rows: (Record<string, unknown> & { id: string; version: number })[] = await manager.query(
    `SELECT id, version, code AS "Reference", name AS "Name", email AS "E-mail",
            postcode_district AS "Postcode district", phases AS "Phases", needs AS "Needs",
            reviews_led_before AS "Reviews led before", synthetic AS "Synthetic"
     FROM lead_reviewer WHERE removed_at IS NULL`,
  );
  return rows.map((raw) => ({
    id: raw.id,
    version: raw.version,
    row: canonicalRow(leadReviewers, raw),
  }));
}

const FACTS = {
  employment: 'employment',
  standing: 'a standing',
  gate: 'gates',
  training_attendance: 'training attendance',
  induction_stage: 'induction stages',
  region_grade: 'graded regions',
  conflict: 'conflicts',
  conflict_override: 'conflict overrides',
  own_limit: 'own limits',
  former_home: 'former homes',
  contract: 'contracts',
  commitment_override: 'commitment overrides',
  availability_answer: 'availability answers',
  availability_waiver: 'availability waivers',
} as const;

const REGISTER = {
  table: 'lead_reviewer',
  keyColumn: 'code',
  title: 'the register of Lead Reviewers',
  dependents: [
    ...Object.entries(FACTS).map(([table, what]) => ({
      what,
      sql: `SELECT l.code AS key FROM ${table} t JOIN lead_reviewer l ON l.id = t.lead_id
            WHERE t.superseded_at IS NULL AND l.code = ANY($1) LIMIT 1`,
    })),
    {
      what: 'seats on reviews',
      sql: `SELECT l.code AS key FROM seat t JOIN lead_reviewer l ON l.id = t.lead_id
            WHERE l.code = ANY($1) AND (t.is_open OR EXISTS (
              SELECT 1 FROM seat_event e WHERE e.seat_id = t.id AND e.superseded_at IS NULL)) LIMIT 1`,
    },
  ],
};

const SHAPE = `r(version integer, "Reference" text, "Name" text, "E-mail" text,
  "Postcode district" text, "Phases" text[], "Needs" text[], "Reviews led before" integer,
  "Synthetic" boolean)`;
const VALUES = `"Name", "E-mail", "Postcode district", "Phases", "Needs", "Reviews led before", "Synthetic"`;
const COLUMNS = 'name, email, postcode_district, phases, needs, reviews_led_before, synthetic';

async function write(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  await takeOff(manager, REGISTER, changes);
  const inserted: unknown[] = await manager.query(
    `INSERT INTO lead_reviewer AS l (code, ${COLUMNS})
     SELECT "Reference", ${VALUES} FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     ON CONFLICT (code) DO UPDATE
       SET (${COLUMNS}) = (EXCLUDED.name, EXCLUDED.email, EXCLUDED.postcode_district,
             EXCLUDED.phases, EXCLUDED.needs, EXCLUDED.reviews_led_before, EXCLUDED.synthetic),
           removed_at = NULL, version = l.version + 1
       WHERE l.removed_at IS NOT NULL
     RETURNING id`,
    [versionedRows(changes, 'create')],
  );
  expectAll(REGISTER.title, inserted.length, countOf(changes, 'create'));
  const updated: unknown[] = await manager.query(
    `WITH done AS (
       UPDATE lead_reviewer l SET (${COLUMNS}) = (${VALUES}), version = l.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
       WHERE l.code = r."Reference" AND l.version = r.version AND l.removed_at IS NULL RETURNING 1)
     SELECT * FROM done`,
    [versionedRows(changes, 'update')],
  );
  expectAll(REGISTER.title, updated.length, countOf(changes, 'update'));
}
