import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { assertFact, retractFact, type Period } from '../audit/facts.js';
import type { DayRange } from '../calendar/civil-date.js';
import { schoolByUrn } from './school-register.js';

/** When the school is and was a member of the partnership, in order. */
export async function membershipsOf(
  manager: EntityManager,
  urn: string,
): Promise<Required<Period>[]> {
  return manager.query(
    `SELECT lower(valid)::text AS "from", (upper(valid) - 1)::text AS "to"
     FROM membership WHERE urn = $1 AND superseded_at IS NULL ORDER BY valid`,
    [urn],
  );
}

/** URNs of the schools on the register that are members on some day of the range, ascending. */
export async function membersWithin(manager: EntityManager, range: DayRange): Promise<string[]> {
  const rows = await manager.query<{ urn: string }[]>(
    `SELECT DISTINCT m.urn FROM membership m JOIN school s USING (urn)
     WHERE m.superseded_at IS NULL AND s.removed_at IS NULL AND m.valid && daterange($1, $2, '[]')
     ORDER BY 1`,
    [range.from, range.to],
  );
  return rows.map(({ urn }) => urn);
}

/**
 * Records that the school is a member throughout the period; no end means until further notice.
 *
 * @returns whether anything changed
 * @throws Refusal when there is no such school
 */
export async function admit(
  manager: EntityManager,
  urn: string,
  valid: Period,
  author: string,
): Promise<boolean> {
  await schoolByUrn(manager, urn);
  const changed = await assertFact(
    manager,
    { table: 'membership', key: { urn }, valid, values: {} },
    author,
  );
  if (changed) await trace(manager, 'membership recorded', urn, valid, author);
  return changed;
}

/** Records that the school is no member throughout the period. */
export async function dismiss(
  manager: EntityManager,
  urn: string,
  valid: Period,
  author: string,
): Promise<boolean> {
  await schoolByUrn(manager, urn);
  const changed = await retractFact(manager, { table: 'membership', key: { urn }, valid }, author);
  if (changed) await trace(manager, 'membership ended', urn, valid, author);
  return changed;
}

async function trace(
  manager: EntityManager,
  action: string,
  urn: string,
  after: Period,
  actor: string,
): Promise<void> {
  await recordAudit(manager, { actor, action, subject: 'school', subjectId: urn, after });
}
