import type { EntityManager } from 'typeorm';

/** Which of the reviews a plan or a run under way counts on, each with where, to follow “because”. */
export async function whereCountedOn(
  manager: EntityManager,
  reviews: readonly string[],
): Promise<Map<string, string>> {
  const planned: { review: string }[] = await manager.query(
    `SELECT DISTINCT row->>'review' AS review
     FROM plan, jsonb_array_elements(plan.content->'reviews') AS row WHERE row->>'review' = ANY ($1)`,
    [reviews],
  );
  const running: { review: string; term: string }[] = await manager.query(
    `SELECT r.code AS review, t.name AS term FROM review r
     JOIN review_state s ON s.review_id = r.id AND s.superseded_at IS NULL AND upper_inf(s.valid)
     JOIN term t ON t.id = s.term_id
     WHERE r.code = ANY ($1) AND EXISTS (
       SELECT FROM allocation_run a WHERE a.term_id = t.id AND a.state IN ('QUEUED', 'SOLVING'))`,
    [reviews],
  );
  return new Map([
    ...running.map(({ review, term }) => [review, `a run of ${term} is under way`] as const),
    ...planned.map(({ review }) => [review, 'it is in a plan'] as const),
  ]);
}
