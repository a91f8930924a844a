import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import type { CivilDate, DayRange } from '../calendar/civil-date.js';
import type { Closure } from '../calendar/school-days.js';
import { dateInWords } from '../calendar/words.js';
import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';

/** The days on which schools declared themselves closed, by URN; all of them, or of the schools named. */
export async function closures(
  manager: EntityManager,
  urns?: readonly string[],
): Promise<Map<string, Closure[]>> {
  const rows = await manager.query<(Closure & { urn: string })[]>(
    `SELECT urn, lower(days)::text AS "from", (upper(days) - 1)::text AS "to", reason
     FROM school_closure WHERE superseded_at IS NULL AND ($1::text[] IS NULL OR urn = ANY ($1))
     ORDER BY urn, days`,
    [urns === undefined ? null : [...urns]],
  );
  const byUrn = new Map<string, Closure[]>();
  for (const { urn, from, to, reason } of rows) {
    byUrn.set(urn, [...(byUrn.get(urn) ?? []), { from, to, reason }]);
  }
  return byUrn;
}

/** A closure with the school that declared it. */
export interface SchoolClosure extends Closure {
  urn: string;
  school: string;
}

/** Closures that have a day in the range, in order. */
export async function closuresWithin(
  manager: EntityManager,
  { from, to }: DayRange,
): Promise<SchoolClosure[]> {
  return manager.query(
    `SELECT c.urn, s.name AS school, lower(c.days)::text AS "from", (upper(c.days) - 1)::text AS "to", c.reason
     FROM school_closure c JOIN school s ON s.urn = c.urn
     WHERE c.superseded_at IS NULL AND c.days && daterange($1, $2, '[]')
     ORDER BY c.days, s.name`,
    [from, to],
  );
}

/**
 * Declares a school closed from one day to another, both included.
 *
 * @throws Refusal when the school is unknown, the range is empty or overlaps a declared closure
 */
export async function declareClosure(
  manager: EntityManager,
  urn: string,
  closure: Closure,
  author: string,
): Promise<void> {
  // One after the other: of many who declare at once, each would wait for every other's row, and be sent back in turn.
  await manager.query('SELECT FROM school WHERE urn = $1 FOR NO KEY UPDATE', [urn]);
  try {
    await manager.query(
      `INSERT INTO school_closure (urn, days, reason, recorded_by)
       VALUES ($1, daterange($2, $3, '[]'), $4, $5)`,
      [urn, closure.from, closure.to, closure.reason, author],
    );
  } catch (error) {
    throw inWords(error, urn, closure);
  }
  await recordAudit(manager, {
    actor: author,
    action: 'closure declared',
    subject: 'school',
    subjectId: urn,
    after: closure,
  });
}

/**
 * Withdraws the closure that begins that day; what was believed stays on record.
 *
 * @throws Refusal when no closure begins then
 */
export async function withdrawClosure(
  manager: EntityManager,
  urn: string,
  from: CivilDate,
  author: string,
): Promise<void> {
  const [rows] = await manager.query<[Closure[], number]>(
    `UPDATE school_closure SET superseded_at = clock_timestamp(), superseded_by = $3
     WHERE urn = $1 AND lower(days) = $2 AND superseded_at IS NULL
     RETURNING lower(days)::text AS "from", (upper(days) - 1)::text AS "to", reason`,
    [urn, from, author],
  );
  if (rows[0] === undefined) {
    throw new Refusal('NOT_FOUND', `The school ${urn} has no closure from ${dateInWords(from)}.`);
  }
  await recordAudit(manager, {
    actor: author,
    action: 'closure withdrawn',
    subject: 'school',
    subjectId: urn,
    before: rows[0],
  });
}

function inWords(error: unknown, urn: string, { from, to }: DayRange): unknown {
  switch (databaseErrorCode(error)) {
    case '23503':
      return new Refusal('NOT_FOUND', `There is no school ${urn}.`);
    case '23P01':
      return new Refusal(
        'CLOSURE_OVERLAPS',
        `The closure from ${dateInWords(from)} to ${dateInWords(to)} overlaps one declared before. Withdraw that first.`,
      );
    case '22000':
      return new Refusal('DATES_OUT_OF_ORDER', 'A closure must begin before it ends.');
    default:
      return error;
  }
}
