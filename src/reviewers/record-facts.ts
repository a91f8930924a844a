import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { assertFact, retractFact, type Fact } from '../audit/facts.js';
import { replaceFact, type SingleFactTable } from '../audit/single-facts.js';
import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';
import { type NewFact, type Retraction } from './facts.schema.js';
import { reviewerByCode } from './register.js';

/** The international mile. */
const KM_PER_MILE = 1.609344;

/** Where a fact is kept: under a period, or once. */
type Place =
  | { dated: Omit<Fact, 'values'> }
  | { single: { table: SingleFactTable; key: Record<string, string> } };

/**
 * Records a fact about a Lead Reviewer; what it corrects is superseded and kept.
 *
 * @returns whether anything changed
 * @throws Refusal when the person, a school, trust, region or training day it names is not known
 */
export async function recordFact(
  manager: EntityManager,
  code: string,
  fact: NewFact,
  author: string,
): Promise<boolean> {
  const { id } = await reviewerByCode(manager, code);
  const place = placeOf(id, fact);
  const values = valuesOf(fact);
  let changed: boolean;
  try {
    changed =
      'dated' in place
        ? await assertFact(manager, { ...place.dated, values }, author)
        : await replaceFact(manager, place.single.table, place.single.key, values, author);
  } catch (error) {
    throw inWords(error);
  }
  if (changed) await trace(manager, 'fact recorded', code, fact, author);
  return changed;
}

/**
 * Records that a fact no longer holds throughout the period; what was believed is kept.
 *
 * @returns whether anything changed
 */
export async function retract(
  manager: EntityManager,
  code: string,
  fact: Retraction,
  author: string,
): Promise<boolean> {
  const { id } = await reviewerByCode(manager, code);
  const place = placeOf(id, fact);
  const changed =
    'dated' in place
      ? await retractFact(manager, place.dated, author)
      : await replaceFact(manager, place.single.table, place.single.key, null, author);
  if (changed) await trace(manager, 'fact retracted', code, fact, author);
  return changed;
}

function placeOf(leadId: string, fact: NewFact | Retraction): Place {
  const lead = { lead_id: leadId };
  switch (fact.kind) {
    case 'EMPLOYMENT':
      return { dated: { table: 'employment', key: lead, valid: fact } };
    case 'STANDING':
      return { dated: { table: 'standing', key: lead, valid: fact } };
    case 'GATE':
      return { dated: { table: 'gate', key: { ...lead, kind: fact.gate }, valid: fact } };
    case 'REGION':
      return {
        dated: { table: 'region_grade', key: { ...lead, region: fact.region }, valid: fact },
      };
    case 'CONFLICT': {
      const key = { ...lead, kind: fact.conflict, urn: fact.urn, trust_uid: fact.trustUid };
      return { dated: { table: 'conflict', key, valid: fact } };
    }
    case 'CONFLICT_OVERRIDE':
      return {
        dated: { table: 'conflict_override', key: { ...lead, urn: fact.urn }, valid: fact },
      };
    case 'OWN_LIMIT':
      return { dated: { table: 'own_limit', key: lead, valid: fact } };
    case 'FORMER_HOME':
      return { dated: { table: 'former_home', key: lead, valid: fact } };
    case 'TRAINING': {
      const key = { ...lead, training_day: fact.trainingDay };
      return { single: { table: 'training_attendance', key } };
    }
    case 'INDUCTION':
      return { single: { table: 'induction_stage', key: { ...lead, stage: fact.stage } } };
  }
}

function valuesOf(fact: NewFact): Record<string, string | number | boolean | null> {
  switch (fact.kind) {
    case 'EMPLOYMENT':
      return {
        serving_leader: fact.servingLeader,
        school_urn: fact.schoolUrn,
        trust_uid: fact.trustUid,
        employer: fact.employer,
      };
    case 'STANDING':
      return { standing: fact.standing, reason: fact.reason };
    case 'GATE':
      return {};
    case 'TRAINING':
      return { outcome: fact.outcome, on_date: fact.onDate };
    case 'INDUCTION':
      return { done_on: fact.doneOn };
    case 'REGION':
      return { grade: fact.grade, reason: fact.reason };
    case 'CONFLICT':
    case 'CONFLICT_OVERRIDE':
      return { reason: fact.reason };
    case 'OWN_LIMIT':
      return {
        term_limit: fact.termLimit,
        rest_reviews: fact.restReviews,
        rest_weeks: fact.restWeeks,
        max_km: kmOf(fact),
      };
    case 'FORMER_HOME':
      return { postcode_district: fact.postcodeDistrict };
  }
}

/** The whole miles that so many km are told as. */
export function milesIn(km: number): number {
  return Math.floor(km / KM_PER_MILE);
}

/** Distances are kept in km: the fewest whole ones that hold so many miles, so that they are told as the same miles again. */
function kmOf({ maxKm, maxMiles }: Extract<NewFact, { kind: 'OWN_LIMIT' }>): number | null {
  if (maxMiles === undefined) return maxKm;
  return maxMiles === null ? null : Math.ceil(maxMiles * KM_PER_MILE);
}

function inWords(error: unknown): unknown {
  if (databaseErrorCode(error) !== '23503') return error;
  return new Refusal(
    'UNKNOWN_REFERENCE',
    'The school, trust, region, training day or postcode district named here is not on our register. Check it, or add it first.',
  );
}

const PERSONAL: readonly string[] = ['reason', 'employer', 'postcodeDistrict'];

async function trace(
  manager: EntityManager,
  action: string,
  code: string,
  fact: NewFact | Retraction,
  actor: string,
): Promise<void> {
  // Reasons, employers and homes are personal: the fact row keeps them, the trail names the fact.
  const { kind, ...rest } = fact;
  const told = Object.fromEntries(
    Object.entries(rest).filter(([field]) => !PERSONAL.includes(field)),
  );
  await recordAudit(manager, {
    actor,
    action: `${kind.toLowerCase().replaceAll('_', ' ')} ${action}`,
    subject: 'lead_reviewer',
    subjectId: code,
    after: told,
  });
}
