import { type EntityManager } from 'typeorm';
import { coveredInWords, provenInWords } from '../summary/phrases.js';

/** What the plan of a run comes to. */
export interface RunOutcome {
  planId: string;
  covered: number;
  reviews: number;
  /** No plan serves the aims better, in their order. */
  isProven: boolean;
  /** Reviews that were pinned by hand, which every plan of the run keeps. */
  pinned: number;
}

/** By run; none for a run without a plan. */
export async function outcomesOf(
  manager: EntityManager,
  runs: readonly { id: string }[],
): Promise<Map<string, RunOutcome>> {
  const rows: (RunOutcome & { runId: string })[] = await manager.query(
    `SELECT plan.run_id AS "runId", plan.id AS "planId", plan.status = 'OPTIMAL' AS "isProven",
       jsonb_array_length(coalesce(frozen_problem.context->'pinnedByHand', '[]')) AS pinned,
       jsonb_array_length(content->'reviews') AS reviews,
       (SELECT count(*)::int FROM jsonb_array_elements(content->'reviews') AS seat
        WHERE seat->>'lead' IS NOT NULL) AS covered
     FROM plan JOIN allocation_run ON allocation_run.id = plan.run_id
     JOIN frozen_problem ON frozen_problem.sha256 = allocation_run.problem_sha256
     WHERE plan.run_id = ANY($1)`,
    [runs.map(({ id }) => id)],
  );
  return new Map(rows.map(({ runId, ...outcome }) => [runId, outcome]));
}

/** The same as people are told it. */
export function outcomeView({
  covered,
  reviews,
  isProven,
  pinned,
}: RunOutcome): Omit<RunOutcome, 'planId'> & { words: string } {
  const proof = isProven
    ? provenInWords(pinned)
    : 'Not proven to be the best plan: the aims say how far from proven.';
  return {
    covered,
    reviews,
    isProven,
    pinned,
    words: `${coveredInWords({ covered, reviews })} ${proof}`,
  };
}
