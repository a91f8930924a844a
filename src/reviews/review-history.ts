import type { EntityManager } from 'typeorm';
import { type ReviewState } from './lifecycle.js';

/** One state of a review, as it was believed from one instant to another. */
export interface StateOnRecord {
  state: ReviewState;
  termId: string | null;
  from: string;
  to: string | null;
  endedBy: string | null;
  reason: string | null;
  recordedAt: string;
  recordedBy: string;
  /** When something else was believed instead; null: believed today. */
  supersededAt: string | null;
}

/** Everything ever recorded of a review's state, in the order in which it was recorded. */
export async function reviewHistory(
  manager: EntityManager,
  code: string,
): Promise<StateOnRecord[]> {
  const rows: (Omit<StateOnRecord, 'recordedAt' | 'supersededAt'> & {
    recordedAt: Date;
    supersededAt: Date | null;
  })[] = await manager.query(
    `SELECT st.state, st.term_id AS "termId", lower(st.valid)::text AS "from",
            (upper(st.valid) - 1)::text AS "to", st.ended_by AS "endedBy", st.reason,
            st.recorded_at AS "recordedAt", st.recorded_by AS "recordedBy",
            st.superseded_at AS "supersededAt"
     FROM review_state st JOIN review r ON r.id = st.review_id
     WHERE r.code = $1 ORDER BY st.recorded_at, st.valid`,
    [code],
  );
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
  }));
}
