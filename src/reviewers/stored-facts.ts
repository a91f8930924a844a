import type { EntityManager } from 'typeorm';
import { type ConflictFacts } from './conflicts.js';
import { type Span } from './dated.js';
import {
  type Employment,
  type Gate,
  type InductionStage,
  type SeatFacts,
  type Standing,
} from './seat-facts.js';

export const REGION_GRADES = ['PREFERRED', 'WILLING', 'RELUCTANT', 'NO'] as const;
export type RegionGrade = (typeof REGION_GRADES)[number];

/** A Lead Reviewer on the register with everything believed of them today, past and future included. */
export interface StoredReviewer {
  id: string;
  /** The reference used in files and problems, such as LR-001. */
  code: string;
  /** Personal data: for screens, never for problem files or logs. */
  name: string;
  /** Degrees WGS84 of the postcode district's centre. */
  home: { lat: number; lon: number };
  phases: string[];
  needs: string[];
  reviewsLedBefore: number;
  /** Invented for the sample; labelled so wherever shown. */
  synthetic: boolean;
  employments: (Employment & { schoolPhase: string | null })[];
  standings: (Span & { standing: Standing })[];
  gates: (Span & { gate: Gate })[];
  training: { trainingDay: string; outcome: 'ATTENDED' | 'CAUGHT_UP'; onDate: string }[];
  induction: SeatFacts['induction'][number][];
  regions: (Span & { region: string; grade: RegionGrade; reason: string | null })[];
  declared: ConflictFacts['declared'][number][];
  overrides: ConflictFacts['overrides'][number][];
  limits: OwnLimit[];
  formerHomes: FormerHome[];
}

/** Where they lived before; journeys to reviews that begin in the period are measured from there. */
export interface FormerHome {
  from: string;
  to: string;
  postcodeDistrict: string;
}

/** Own limits, where they are lower than the programme's; null: none of their own. */
export interface OwnLimit extends Span {
  termLimit: number | null;
  restReviews: number | null;
  restWeeks: number | null;
  maxKm: number | null;
}

interface OfLead {
  lead: string;
}

/**
 * Everybody on the register, or those with these references, by reference: eleven statements however many people.
 */
export async function storedReviewers(
  manager: EntityManager,
  codes: readonly string[] | null = null,
): Promise<StoredReviewer[]> {
  const people: (Pick<
    StoredReviewer,
    'id' | 'code' | 'name' | 'phases' | 'needs' | 'reviewsLedBefore' | 'synthetic'
  > & { lat: number; lon: number })[] = await manager.query(
    `SELECT l.id, l.code, l.name, l.phases, l.needs, l.reviews_led_before AS "reviewsLedBefore",
            l.synthetic, d.lat, d.lon
     FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district
     WHERE l.removed_at IS NULL AND ($1::text[] IS NULL OR l.code = ANY($1))
     ORDER BY l.code COLLATE "C"`,
    [codes],
  );
  const read = <Row>(table: string, columns: string, join = ''): Promise<Map<string, Row[]>> =>
    factsByLead<Row>(manager, table, columns, codes, join);
  const dated = `lower(f.valid)::text AS "from", (upper(f.valid) - 1)::text AS "to"`;
  const employments = await read<StoredReviewer['employments'][number]>(
    'employment',
    `${dated}, f.serving_leader AS "servingLeader", f.school_urn AS "schoolUrn",
     f.trust_uid AS "trustUid", f.employer, s.phase AS "schoolPhase"`,
    'LEFT JOIN school s ON s.urn = f.school_urn',
  );
  const standings = await read<StoredReviewer['standings'][number]>(
    'standing',
    `${dated}, f.standing`,
  );
  const gates = await read<StoredReviewer['gates'][number]>('gate', `${dated}, f.kind AS gate`);
  const training = await read<StoredReviewer['training'][number]>(
    'training_attendance',
    `f.training_day AS "trainingDay", f.outcome, f.on_date AS "onDate"`,
  );
  const induction = await read<{ stage: InductionStage; doneOn: string }>(
    'induction_stage',
    `f.stage, f.done_on AS "doneOn"`,
  );
  const regions = await read<StoredReviewer['regions'][number]>(
    'region_grade',
    `${dated}, f.region, f.grade, f.reason`,
  );
  const declared = await read<StoredReviewer['declared'][number]>(
    'conflict',
    `${dated}, f.kind, f.urn, f.trust_uid AS "trustUid", f.reason`,
  );
  const overrides = await read<StoredReviewer['overrides'][number]>(
    'conflict_override',
    `${dated}, f.urn, f.reason`,
  );
  const limits = await read<OwnLimit>(
    'own_limit',
    `${dated}, f.term_limit AS "termLimit", f.rest_reviews AS "restReviews",
     f.rest_weeks AS "restWeeks", f.max_km AS "maxKm"`,
  );
  const formerHomes = await read<FormerHome>(
    'former_home',
    `${dated}, f.postcode_district AS "postcodeDistrict"`,
  );
  return people.map(({ lat, lon, ...person }) => ({
    ...person,
    home: { lat, lon },
    employments: employments.get(person.code) ?? [],
    standings: standings.get(person.code) ?? [],
    gates: gates.get(person.code) ?? [],
    training: training.get(person.code) ?? [],
    induction: induction.get(person.code) ?? [],
    regions: regions.get(person.code) ?? [],
    declared: declared.get(person.code) ?? [],
    overrides: overrides.get(person.code) ?? [],
    limits: limits.get(person.code) ?? [],
    formerHomes: formerHomes.get(person.code) ?? [],
  }));
}

/** What is believed today in one fact table, by the person's reference; in an order that does not depend on storage. */
export async function factsByLead<Row>(
  manager: EntityManager,
  table: string,
  columns: string,
  codes: readonly string[] | null,
  join = '',
): Promise<Map<string, Row[]>> {
  // The person's reference, then every column in turn.
  const order = Array.from({ length: columns.split(',').length + 1 }, (_, i) => i + 1);
  const rows: OfLead[] = await manager.query(
    `SELECT l.code AS lead, ${columns}
     FROM ${table} f JOIN lead_reviewer l ON l.id = f.lead_id ${join}
     WHERE f.superseded_at IS NULL AND l.removed_at IS NULL AND ($1::text[] IS NULL OR l.code = ANY($1))
     ORDER BY ${order.join(', ')}`,
    [codes],
  );
  const byLead = new Map<string, Row[]>();
  for (const { lead, ...row } of rows) {
    byLead.set(lead, [...(byLead.get(lead) ?? []), row as Row]);
  }
  return byLead;
}
