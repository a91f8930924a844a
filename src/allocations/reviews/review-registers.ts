import { type EntityManager } from 'typeorm';
import { urnFamily } from '../../schools/urn-families.js';

/** What the registers say of a school today that a problem leaves out. */
export interface SchoolFacts {
  /** The Department for Education's type of establishment. */
  type: string;
  trust: string | null;
}

/** Schools by URN, as far as the register knows them. */
export async function schoolFacts(
  manager: EntityManager,
  urns: readonly string[],
): Promise<Map<string, SchoolFacts>> {
  const rows = await manager.query<(SchoolFacts & { urn: string })[]>(
    `SELECT s.urn, s.type, t.name AS trust FROM school s LEFT JOIN trust t ON t.uid = s.trust_uid
     WHERE s.urn = ANY($1)`,
    [urns],
  );
  return new Map(rows.map(({ urn, ...facts }) => [urn, facts]));
}

/** What people call a need, by its code. */
export async function needNames(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ code: string; name: string }[]>('SELECT code, name FROM need');
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** A review that a school had before. */
export interface EarlierReview {
  /** The Monday of its week. */
  week: string;
  /** Who led it. */
  lead: string;
}

/** The last review that was led at a school, under any of its URNs, other than this one; null: none on record. */
export async function lastReviewOf(
  manager: EntityManager,
  { urn, review }: { urn: string; review: string },
): Promise<EarlierReview | null> {
  const [last] = await manager.query<EarlierReview[]>(
    `SELECT s.week::text, l.name AS lead
     FROM seat s
     JOIN review r ON r.id = s.review_id
     JOIN lead_reviewer l ON l.id = s.lead_id
     JOIN seat_event e ON e.seat_id = s.id AND e.kind = 'LED' AND e.superseded_at IS NULL
     WHERE r.urn = ANY($1) AND r.code <> $2 AND s.role = 'LEAD'
     ORDER BY s.week DESC LIMIT 1`,
    [await urnFamily(manager, urn), review],
  );
  return last ?? null;
}
