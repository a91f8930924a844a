import { type EntityManager } from 'typeorm';
import { believedAt } from '../../audit/believed-at.js';
import { type GateFacts } from '../../reviewers/gates.js';

/** A person with what decides whether gates are open to them, as it was on record. */
export interface GatePerson extends GateFacts {
  lead: string;
  name: string;
  synthetic: boolean;
  /** Of the home. */
  region: string;
}

const PERIOD = `'from', lower(f.valid), 'to', upper(f.valid) - 1`;

function factsOf(table: string, fields: string, order = 'lower(f.valid)', more = ''): string {
  return `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${table} f
           WHERE f.lead_id = l.id AND ${believedAt('f', '$1')} ${more})`;
}

const PEOPLE = `
  SELECT l.code AS lead, l.name, l.synthetic, d.region,
         ${factsOf('standing', `${PERIOD}, 'standing', f.standing`)} AS standings,
         ${factsOf('gate', `${PERIOD}, 'gate', f.kind`, 'f.kind, lower(f.valid)')} AS gates,
         ${factsOf('contract', PERIOD)} AS contracts,
         ${factsOf('employment', `${PERIOD}, 'servingLeader', f.serving_leader, 'schoolUrn', f.school_urn, 'trustUid', f.trust_uid, 'employer', f.employer`)} AS employments,
         ${factsOf('training_attendance', `'trainingDay', f.training_day`, 'f.training_day', 'AND f.on_date <= $2::date')} AS training
  FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district
  WHERE l.removed_at IS NULL OR l.removed_at > $1
  ORDER BY lower(l.name), l.code`;

/** Everybody on the register at the instant, by name. */
export async function loadGatePeople(
  manager: EntityManager,
  { asAt, knownAt }: { asAt: string; knownAt: string },
): Promise<GatePerson[]> {
  return manager.query(PEOPLE, [knownAt, asAt]);
}
