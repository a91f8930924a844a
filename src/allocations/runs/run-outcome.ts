import { type EntityManager } from 'typeorm';
import { coveredInWords } from '../summary/phrases.js';

/** What the plan of a run comes to. */
export interface RunOutcome {
  planId: string;
  covered: number;
  reviews: number;
  /** No plan serves the aims better, in their order. */
  isProven: boolean;
}

/** By run; none for a run without a plan. */
export async function outcomesOf(
  manager: EntityManager,
  runs: readonly { id: string }[],
): Promise<Map<string, RunOutcome>> {
  const rows: (RunOutcome & { runId: string })[] = await manager.query(
    `SELECT run_id AS "runId", id AS "planId", status = 'OPTIMAL' AS "isProven",
       jsonb_array_length(content->'reviews') AS reviews,
       (SELECT count(*)::int FROM jsonb_array_elements(content->'reviews') AS seat
        WHERE seat->>'lead' IS NOT NULL) AS covered
     FROM plan WHERE run_id = ANY($1)`,
    [runs.map(({ id }) => id)],
  );
  return new Map(rows.map(({ runId, ...outcome }) => [runId, outcome]));
}

/** The same as people are told it. */
export function outcomeView({
  covered,
  reviews,
  isProven,
}: RunOutcome): Omit<RunOutcome, 'planId'> & { words: string } {
  const proof = isProven
    ? 'Proven: no other plan serves the aims better, in their order.'
    : 'Not proven to be the best plan: the aims say how far from proven.';
  return {
    covered,
    reviews,
    isProven,
    words: `${coveredInWords({ covered, reviews })} ${proof}`,
  };
}
