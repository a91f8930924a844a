import type { EntityManager } from 'typeorm';
import { REVISIONS } from '../../reviewers/revisions.js';
import { type Standing } from '../../reviewers/seat-facts.js';

/** A Lead Reviewer on the register with what is so on the day. */
export interface RegisteredLead {
  code: string;
  name: string;
  email: string | null;
  district: string;
  region: string;
  /** Names of the phases. */
  phases: string[];
  needs: string[];
  ledBefore: number;
  synthetic: boolean;
  version: number;
  /** Of the entry and all facts. */
  revision: number;
  standing: Standing | null;
  servingLeader: boolean;
  employer: string | null;
  dbsUntil: string | null;
  contractUntil: string | null;
  prefers: string[];
  refuses: string[];
}

/** Everybody on the register by name: one statement, however many. */
export async function registeredLeads(
  manager: EntityManager,
  today: string,
): Promise<RegisteredLead[]> {
  return manager.query(LEADS, [today]);
}

/** What of a fact table is believed and so on the day. */
const now = `f.superseded_at IS NULL AND f.valid @> $1::date`;

const LEADS = `
  SELECT l.code, l.name, l.email, l.postcode_district AS district, d.region, l.needs,
         array(SELECT p.name FROM unnest(l.phases) WITH ORDINALITY AS own(code, place)
               JOIN phase p ON p.code = own.code ORDER BY own.place) AS phases,
         l.reviews_led_before AS "ledBefore", l.synthetic, l.version, rev.revision, st.standing,
         coalesce(job.serving, false) AS "servingLeader", job.employer, dbs.until AS "dbsUntil",
         contract.until AS "contractUntil", coalesce(grades.prefers, '{}') AS prefers,
         coalesce(grades.refuses, '{}') AS refuses
  FROM lead_reviewer l
  JOIN postcode_district d ON d.district = l.postcode_district
  JOIN (${REVISIONS}) rev ON rev.lead_id = l.id
  LEFT JOIN (SELECT lead_id, max(standing) AS standing FROM standing f WHERE ${now}
             GROUP BY lead_id) st ON st.lead_id = l.id
  LEFT JOIN (SELECT lead_id, bool_or(serving_leader) AS serving, string_agg(employer, '; ') AS employer
             FROM employment f WHERE ${now} GROUP BY lead_id) job ON job.lead_id = l.id
  LEFT JOIN (SELECT lead_id, (max(upper(valid)) - 1)::text AS until FROM gate f
             WHERE kind = 'DBS' AND superseded_at IS NULL GROUP BY lead_id) dbs ON dbs.lead_id = l.id
  LEFT JOIN (SELECT lead_id, (max(upper(valid)) - 1)::text AS until FROM contract f
             WHERE superseded_at IS NULL GROUP BY lead_id) contract ON contract.lead_id = l.id
  LEFT JOIN (SELECT lead_id,
               array_agg(region ORDER BY region) FILTER (WHERE grade = 'PREFERRED') AS prefers,
               array_agg(region ORDER BY region) FILTER (WHERE grade = 'NO') AS refuses
             FROM region_grade f WHERE ${now} GROUP BY lead_id) grades ON grades.lead_id = l.id
  WHERE l.removed_at IS NULL
  ORDER BY lower(l.name), l.code`;
