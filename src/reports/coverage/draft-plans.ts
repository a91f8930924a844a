import { type EntityManager } from 'typeorm';

/** The newest plan of a term: a draft, since none can be published yet. */
export interface DraftPlan {
  /** The term's name. */
  term: string;
  version: number;
  createdAt: Date;
  /** Reviews with a lead, and all in the plan. */
  led: number;
  reviews: number;
}

/** The newest plan with seats of each of these terms, as was on record at an instant; by term. */
export async function newestDrafts(
  manager: EntityManager,
  terms: readonly string[],
  knownAt: string,
): Promise<DraftPlan[]> {
  return manager.query(
    `SELECT t.name AS term, p.version, p.created_at AS "createdAt", counted.led, counted.reviews
     FROM term t
     JOIN LATERAL (
       SELECT id FROM plan WHERE term_id = t.id AND status <> 'INFEASIBLE' AND created_at <= $2
       ORDER BY created_at DESC, id DESC LIMIT 1) newest ON true
     JOIN plan p ON p.id = newest.id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS reviews, (count(*) FILTER (WHERE x ->> 'lead' IS NOT NULL))::int AS led
       FROM jsonb_array_elements(p.content -> 'reviews') x) counted
     WHERE t.id = ANY ($1) ORDER BY t.starts_on`,
    [terms, knownAt],
  );
}
