import { type EntityManager } from 'typeorm';
import { NO_FACTS, recordedSince } from '../../audit/facts-recorded.js';

/** By the declared dates alone, and by every rule: reviews that one person could lead of a term at most. */
export type Most = [byAvailability: number, byAllRules: number];

/** What each person could lead of a term at most, as it was found some time. */
export interface StoredMost {
  termId: string;
  /** The instant, ISO 8601. */
  computedAt: string;
  /** No fact has been recorded since the facts were last looked at. */
  isFresh: boolean;
  /** By the person's reference; null: there were no reviews to lead. */
  most: Readonly<Record<string, Most>> | null;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/**
 * The latest findings of each of these terms that were there at the instant; terms that were never looked at are missing.
 *
 * @param knownAt ISO 8601
 */
export async function storedMost(
  manager: EntityManager,
  termIds: readonly string[],
  knownAt: string,
): Promise<StoredMost[]> {
  return manager.query(
    `SELECT DISTINCT ON (m.term_id) m.term_id AS "termId", m.most,
            to_char(m.computed_at AT TIME ZONE 'UTC', ${INSTANT}) AS "computedAt",
            NOT ${recordedSince('recorded_at', 'm.checked_at', '$3')} AS "isFresh"
     FROM most_alone m WHERE m.term_id = ANY($1) AND m.computed_at <= $2
     ORDER BY m.term_id, m.computed_at DESC`,
    [termIds, knownAt, NO_FACTS],
  );
}

/** Stores findings. */
export async function storeMost(
  manager: EntityManager,
  found: Pick<StoredMost, 'termId' | 'most'> & { problemSha256: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO most_alone (term_id, problem_sha256, most) VALUES ($1, $2, $3::jsonb)`,
    [found.termId, found.problemSha256, found.most && JSON.stringify(found.most)],
  );
}

/**
 * Notes that a term's last findings hold still, where they were made of this problem.
 *
 * @param since when the facts were read, ISO 8601: what was recorded later is not in them
 * @returns whether they do
 */
export async function confirmMost(
  manager: EntityManager,
  { termId, problemSha256, since }: { termId: string; problemSha256: string; since: string },
): Promise<boolean> {
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE most_alone SET checked_at = $3
     WHERE id = (SELECT id FROM most_alone WHERE term_id = $1 ORDER BY computed_at DESC LIMIT 1)
       AND problem_sha256 = $2`,
    [termId, problemSha256, since],
  );
  return count > 0;
}

/** Those of the terms for which people were asked when they are free: without that nothing can be said of them. */
export async function askedTerms(
  manager: EntityManager,
  termIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ term: string }[]>(
    'SELECT term_id AS term FROM availability_round WHERE term_id = ANY($1)',
    [termIds],
  );
  return new Set(rows.map(({ term }) => term));
}
