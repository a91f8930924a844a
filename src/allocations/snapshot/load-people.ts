import type { EntityManager } from 'typeorm';
import { type ConflictFacts } from '../../reviewers/conflicts.js';
import { type Span } from '../../reviewers/dated.js';
import { type Employment, type SeatFacts } from '../../reviewers/seat-facts.js';

/** A person with every dated fact that is believed about them; ends of periods are inclusive. */
export interface PersonRecord {
  id: string;
  code: string;
  name: string;
  synthetic: boolean;
  removed: boolean;
  lat: number;
  lon: number;
  phases: string[];
  needs: string[];
  reviewsLedBefore: number;
  standings: SeatFacts['standings'];
  gates: SeatFacts['gates'];
  /** `schoolPhase`: the phase of their own school; null where there is none, or it is blank. */
  employments: (Employment & { schoolPhase: string | null })[];
  training: SeatFacts['training'];
  induction: SeatFacts['induction'];
  declared: ConflictFacts['declared'];
  overrides: ConflictFacts['overrides'];
  contracts: { from: string; to: string; academicYear: string }[];
  exceptions: { academicYear: string; minimum: number; reason: string }[];
  regions: (Span & { region: string; grade: 'PREFERRED' | 'WILLING' | 'RELUCTANT' | 'NO' })[];
  limits: (Span & {
    term: number | null;
    restReviews: number | null;
    restWeeks: number | null;
    maxKm: number | null;
  })[];
}

const PERIOD = `'from', lower(f.valid), 'to', upper(f.valid) - 1`;

/** The believed rows of a fact table about the person `l`, as a list of objects in a fixed order. */
function factsOf(table: string, fields: string, order = 'lower(f.valid)'): string {
  return `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]')
           FROM ${table} f WHERE f.lead_id = l.id AND f.superseded_at IS NULL)`;
}

/** One statement for everybody: a person's facts are few, and each table has its index by person. */
const PEOPLE = `
  SELECT l.id, l.code, l.name, l.synthetic, l.removed_at IS NOT NULL AS removed, d.lat, d.lon,
         l.phases, l.needs, l.reviews_led_before AS "reviewsLedBefore",
         ${factsOf('standing', `${PERIOD}, 'standing', f.standing`)} AS standings,
         ${factsOf('gate', `${PERIOD}, 'gate', f.kind`, 'f.kind, lower(f.valid)')} AS gates,
         ${factsOf(
           'employment',
           `${PERIOD}, 'servingLeader', f.serving_leader, 'schoolUrn', f.school_urn, 'trustUid', f.trust_uid, 'employer', f.employer,
           'schoolPhase', (SELECT s.phase FROM school s WHERE s.urn = f.school_urn)`,
         )} AS employments,
         ${factsOf('training_attendance', `'trainingDay', f.training_day`, 'f.training_day')} AS training,
         ${factsOf('induction_stage', `'stage', f.stage, 'doneOn', f.done_on`, 'f.stage')} AS induction,
         ${factsOf('conflict', `${PERIOD}, 'kind', f.kind, 'urn', f.urn, 'trustUid', f.trust_uid, 'reason', f.reason`, 'f.kind, f.urn, f.trust_uid, lower(f.valid)')} AS declared,
         ${factsOf('conflict_override', `${PERIOD}, 'urn', f.urn, 'reason', f.reason`, 'f.urn, lower(f.valid)')} AS overrides,
         ${factsOf('contract', `${PERIOD}, 'academicYear', f.academic_year`)} AS contracts,
         ${factsOf('commitment_override', `'academicYear', f.academic_year, 'minimum', f.minimum, 'reason', f.reason`, 'f.academic_year')} AS exceptions,
         ${factsOf('region_grade', `${PERIOD}, 'region', f.region, 'grade', f.grade`, 'f.region, lower(f.valid)')} AS regions,
         ${factsOf('own_limit', `${PERIOD}, 'term', f.term_limit, 'restReviews', f.rest_reviews, 'restWeeks', f.rest_weeks, 'maxKm', f.max_km`)} AS limits
  FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district
  ORDER BY l.code`;

/** Everybody on the register, and those taken off it who may still sit somewhere. */
export async function loadPeople(manager: EntityManager): Promise<PersonRecord[]> {
  return manager.query(PEOPLE);
}
