import { type EntityManager } from 'typeorm';
import { assertFact, retractFact } from '../../audit/facts.js';
import { type Row, sameValue } from '../columns/column.js';
import { expectAll, supersedeIds } from '../fact-rows.js';
import { type Change } from '../record-kind.js';
import { countOf, takeOff, versionedRows } from '../register-rows.js';

const REGISTER = {
  table: 'review',
  keyColumn: 'code',
  title: 'the register of reviews',
  dependents: [
    {
      what: 'an answer of its host',
      sql: `SELECT r.code AS key FROM host_answer a JOIN review r ON r.id = a.review_id
            WHERE a.superseded_at IS NULL AND r.code = ANY($1) LIMIT 1`,
    },
    {
      what: 'seats',
      sql: `SELECT r.code AS key FROM seat s JOIN review r ON r.id = s.review_id
            WHERE r.code = ANY($1) AND (s.is_open OR EXISTS (
              SELECT 1 FROM seat_event e WHERE e.seat_id = s.id AND e.superseded_at IS NULL)) LIMIT 1`,
    },
  ],
};

const SHAPE = `r(version integer, "Review" text, "URN" text, "Academic year" text, "State" text,
  "Term" text, "Carried over" smallint, "Since" date, "Ended by" text, "Reason" text,
  "Priority" integer, "Priority reason" text)`;

/** Writes reviews, their state as a dated fact, and priorities that operations set. */
export async function writeReviews(
  manager: EntityManager,
  changes: readonly Change[],
  author: string,
): Promise<void> {
  await takeOff(manager, REGISTER, changes);
  await createReviews(manager, changes, author);
  await updateReviews(manager, changes);
  for (const change of changes) await changeState(manager, change, author);
  await writePriorities(manager, changes, author);
}

async function createReviews(
  manager: EntityManager,
  changes: readonly Change[],
  author: string,
): Promise<void> {
  const rows = versionedRows(changes, 'create');
  const created: { id: string }[] = await manager.query(
    `INSERT INTO review AS t (code, urn, academic_year)
     SELECT "Review", "URN", "Academic year" FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
     ON CONFLICT (code) DO UPDATE
       SET urn = EXCLUDED.urn, academic_year = EXCLUDED.academic_year, removed_at = NULL,
           version = t.version + 1
       WHERE t.removed_at IS NOT NULL
     RETURNING id`,
    [rows],
  );
  expectAll(REGISTER.title, created.length, countOf(changes, 'create'));
  const ids = created.map((review) => review.id);
  // A review that comes back to the register begins anew: what was said of it before is history.
  for (const table of ['review_state', 'review_priority']) {
    const earlier: { id: string }[] = await manager.query(
      `SELECT id FROM ${table} WHERE superseded_at IS NULL AND review_id = ANY($1::uuid[])`,
      [ids],
    );
    await supersedeIds(
      manager,
      table,
      earlier.map((row) => row.id),
      author,
    );
  }
  await manager.query(
    `INSERT INTO review_state (review_id, state, term_id, carried_over, ended_by, reason, valid, recorded_by)
     SELECT t.id, "State", "Term", "Carried over", "Ended by", "Reason", daterange("Since", NULL), $2
     FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE} JOIN review t ON t.code = r."Review"`,
    [rows, author],
  );
}

async function updateReviews(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const updated: unknown[] = await manager.query(
    `WITH done AS (
       UPDATE review t SET urn = r."URN", academic_year = r."Academic year", version = t.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE}
       WHERE t.code = r."Review" AND t.version = r.version AND t.removed_at IS NULL RETURNING 1)
     SELECT * FROM done`,
    [versionedRows(changes, 'update')],
  );
  expectAll(REGISTER.title, updated.length, countOf(changes, 'update'));
}

const STATE_HEADINGS = ['State', 'Term', 'Carried over', 'Ended by', 'Reason'];

async function changeState(manager: EntityManager, change: Change, author: string): Promise<void> {
  const { before, after, stored } = change;
  if (change.action !== 'update' || !before || !after || !stored) return;
  const sameState = STATE_HEADINGS.every((heading) => sameValue(before[heading], after[heading]));
  if (sameState && before.Since === after.Since) return;
  const fact = { table: 'review_state', key: { review_id: stored.id } } as const;
  if (sameState && before.Since !== null) {
    // Only the day moved: what held from the earlier day on is taken back first.
    const earliest = [String(before.Since), String(after.Since)].sort()[0];
    await retractFact(manager, { ...fact, valid: { from: String(earliest) } }, author);
  }
  await assertFact(
    manager,
    { ...fact, valid: { from: String(after.Since) }, values: stateValues(after) },
    author,
  );
}

function stateValues(row: Row): Record<string, string | number | null> {
  return {
    state: String(row.State),
    term_id: row.Term as string | null,
    carried_over: Number(row['Carried over']),
    ended_by: row['Ended by'] as string | null,
    reason: row.Reason as string | null,
  };
}

async function writePriorities(
  manager: EntityManager,
  changes: readonly Change[],
  author: string,
): Promise<void> {
  const changed = changes.filter(
    ({ action, before, after }) =>
      action !== 'remove' &&
      !['Priority', 'Priority reason'].every((heading) =>
        sameValue(before?.[heading], after?.[heading]),
      ),
  );
  const earlier: { id: string }[] = await manager.query(
    `SELECT p.id FROM review_priority p JOIN review r ON r.id = p.review_id
     WHERE p.superseded_at IS NULL AND r.code = ANY($1)`,
    [changed.map((change) => change.key)],
  );
  await supersedeIds(
    manager,
    'review_priority',
    earlier.map((row) => row.id),
    author,
  );
  await manager.query(
    `INSERT INTO review_priority (review_id, priority, reason, recorded_by)
     SELECT t.id, "Priority", "Priority reason", $2
     FROM jsonb_to_recordset($1::jsonb) AS ${SHAPE} JOIN review t ON t.code = r."Review"
     WHERE "Priority" IS NOT NULL`,
    [JSON.stringify(changed.map((change) => change.after)), author],
  );
}
