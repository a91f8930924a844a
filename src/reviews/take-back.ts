import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { Refusal } from '../platform/problems/refusal.js';

/** A review that was opened, and its version then. */
export interface OpenedReview {
  review: string;
  version: number;
}

/**
 * Takes reviews off the register again that were opened and that nothing has used since. Their references are not given
 * out again, and what was believed stays on record.
 *
 * @param elsewhere where reviews are used that the registers do not know of, by reference: “it is in a plan”
 * @throws Refusal 409 when one of them was used or changed since, with why for each; none is taken back then
 */
export async function takeBackReviews(
  manager: EntityManager,
  academicYear: string,
  opened: readonly OpenedReview[],
  elsewhere: ReadonlyMap<string, string>,
  author: string,
): Promise<void> {
  const found = await held(manager, academicYear, opened);
  const used = opened.flatMap(({ review, version }, index) => {
    const row = found.get(review);
    const why = row === undefined ? 'it is no review of that year' : useOf(row, version);
    const message = why ?? elsewhere.get(review);
    const field = row?.school ?? review;
    return message === undefined ? [] : [{ pointer: `#/reviews/${index}`, field, message }];
  });
  if (used.length > 0) throw inUse(used, opened.length);
  await manager.query(
    `UPDATE review SET removed_at = clock_timestamp(), version = version + 1
     WHERE code = ANY ($1) AND removed_at IS NULL`,
    [opened.map(({ review }) => review)],
  );
  await recordAudit(manager, {
    actor: author,
    action: 'opening of reviews taken back',
    subject: 'academic_year',
    subjectId: academicYear,
    before: { reviews: opened.map(({ review }) => review) },
  });
}

interface Held {
  code: string;
  school: string;
  version: number;
  hasAnswer: boolean;
  hasSeat: boolean;
  hasPriority: boolean;
  wasMoved: boolean;
}

/** The reviews as they stand, kept from everybody else’s changes until the transaction ends. */
async function held(
  manager: EntityManager,
  academicYear: string,
  opened: readonly OpenedReview[],
): Promise<Map<string, Held>> {
  const rows: Held[] = await manager.query(
    `SELECT r.code, s.name AS school, r.version,
            EXISTS (SELECT FROM host_answer a WHERE a.review_id = r.id) AS "hasAnswer",
            EXISTS (SELECT FROM seat WHERE seat.review_id = r.id) AS "hasSeat",
            EXISTS (SELECT FROM review_priority p WHERE p.review_id = r.id) AS "hasPriority",
            EXISTS (SELECT FROM review_state t WHERE t.review_id = r.id AND t.state <> 'REQUESTED') AS "wasMoved"
     FROM review r JOIN school s ON s.urn = r.urn
     WHERE r.code = ANY ($1) AND r.academic_year = $2 AND r.removed_at IS NULL
     ORDER BY r.code FOR NO KEY UPDATE OF r`,
    [opened.map(({ review }) => review), academicYear],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

function useOf(row: Held, version: number): string | undefined {
  if (row.hasSeat) return 'somebody was given a seat';
  if (row.wasMoved) return 'its state has changed';
  if (row.hasAnswer) return 'its host has answered';
  if (row.hasPriority) return 'it was given a priority';
  return row.version === version ? undefined : 'it was changed since';
}

function inUse(
  used: readonly { pointer: string; field: string; message: string }[],
  count: number,
): Refusal {
  const which =
    count === 1
      ? 'The review is in use by now'
      : used.length === 1
        ? `One of the ${count} reviews is in use by now`
        : `${used.length} of the ${count} reviews are in use by now`;
  return new Refusal(
    'REVIEWS_IN_USE',
    `${which}, so the opening stays and nothing was taken back. See errors for each.`,
    409,
    used.slice(0, 100),
  );
}
