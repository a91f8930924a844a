import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { refuseIfChangedSince, timesChanged } from '../audit/changed-meanwhile.js';
import { type Waiver } from './grades.js';

/** What operations counts somebody as who has not answered, and who said so. */
export interface StoredWaiver extends Waiver {
  leadId: string;
  lead: string;
  recordedAt: string;
  recordedBy: string;
}

interface RoundKey {
  id: string;
  termId: string;
}
interface LeadKey {
  id: string;
  code: string;
  name: string;
}

const SUBJECT = 'availability_waiver';

/** The waivers that count in a round, by the person's reference. */
export async function currentWaivers(
  manager: EntityManager,
  roundId: string,
): Promise<StoredWaiver[]> {
  const rows: (Omit<StoredWaiver, 'recordedAt'> & { recordedAt: Date })[] = await manager.query(
    `SELECT w.lead_id AS "leadId", l.code AS lead, w.grade, w.reason,
            w.recorded_at AS "recordedAt", w.recorded_by AS "recordedBy"
     FROM availability_waiver w JOIN lead_reviewer l ON l.id = w.lead_id
     WHERE w.round_id = $1 AND w.superseded_at IS NULL ORDER BY l.code`,
    [roundId],
  );
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

/** The version of somebody's waiver, also where none stands: how often it was changed. */
export function waiverVersion(
  manager: EntityManager,
  { termId }: Pick<RoundKey, 'termId'>,
  { code }: Pick<LeadKey, 'code'>,
): Promise<number> {
  return timesChanged(manager, { subject: SUBJECT, subjectId: `${termId} ${code}` });
}

/** The same for everybody of a term whose waiver was ever changed, by reference. */
export async function waiverVersions(
  manager: EntityManager,
  termId: string,
): Promise<Map<string, number>> {
  const rows: { lead: string; version: number }[] = await manager.query(
    `SELECT substr(subject_id, length($2) + 2) AS lead, count(*)::int AS version FROM audit_entry
     WHERE subject = $1 AND starts_with(subject_id, $2 || ' ') GROUP BY 1`,
    [SUBJECT, termId],
  );
  return new Map(rows.map(({ lead, version }) => [lead, version]));
}

/**
 * Counts somebody who has not answered as `waiver.grade` throughout the term; undefined: no longer.
 *
 * @param seen the waiver's version when this was thought of
 * @returns whether anything changed
 * @throws Refusal when somebody else waived or took back since
 */
export async function replaceWaiver(
  manager: EntityManager,
  round: RoundKey,
  lead: LeadKey,
  waiver: Waiver | undefined,
  seen: number,
  author: string,
): Promise<boolean> {
  const about = { subject: SUBJECT, subjectId: `${round.termId} ${lead.code}` };
  await refuseIfChangedSince(manager, `As what ${lead.name} counts`, about, seen);
  const before = (await currentWaivers(manager, round.id)).find((w) => w.leadId === lead.id);
  if (before?.grade === waiver?.grade && before?.reason === waiver?.reason) return false;
  if (before) {
    await manager.query(
      `UPDATE availability_waiver SET superseded_at = clock_timestamp(), superseded_by = $3
       WHERE round_id = $1 AND lead_id = $2 AND superseded_at IS NULL`,
      [round.id, lead.id, author],
    );
  }
  if (waiver) {
    await manager.query(
      `INSERT INTO availability_waiver (round_id, lead_id, grade, reason, recorded_by)
       VALUES ($1, $2, $3, $4, $5)`,
      [round.id, lead.id, waiver.grade, waiver.reason, author],
    );
  }
  // The reason is said about a person: the waiver keeps it, the trail does not.
  await recordAudit(manager, {
    actor: author,
    action: waiver ? 'availability waived' : 'availability waiver withdrawn',
    ...about,
    ...(before ? { before: { grade: before.grade } } : {}),
    ...(waiver ? { after: { grade: waiver.grade } } : {}),
  });
  return true;
}
