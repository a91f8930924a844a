import { type EntityManager } from 'typeorm';
import { minuteInWords } from '../../calendar/words.js';
import { LEAD_FACTS } from '../../reviewers/revisions.js';
import { reviewerByCode } from '../../reviewers/register.js';
import { type RecordedRow, rowInWords } from './recorded-rows.js';
import { type HistoryView } from './plan-lead.schema.js';

type Line = HistoryView['items'][number]['lines'][number];

/** So many moments are told; what is older is in the audit trail. */
const MOST_MOMENTS = 60;

/**
 * What was recorded of somebody, the latest first. What takes the place of something in the same moment is told as it is
 * now; what ends without anything in its place is told as no longer so.
 *
 * @throws Refusal when nobody on the register has this reference
 */
export async function personHistory(manager: EntityManager, code: string): Promise<HistoryView> {
  const { id } = await reviewerByCode(manager, code);
  const rows: RecordedRow[] = await manager.query(RECORDED, [id]);
  const moments = new Map<string, { at: Date; by: string; lines: Line[] }>();
  const tell = (at: Date, by: string, line: Line): void => {
    const key = `${minuteInWords(at)} ${by}`;
    const moment = moments.get(key) ?? { at, by, lines: [] };
    const isTold = moment.lines.some(({ words }) => words === line.words);
    if (!isTold) moment.lines.push(line);
    moments.set(key, moment);
  };
  for (const row of rows) tell(row.recordedAt, row.recordedBy, rowInWords(row));
  for (const row of rows) {
    if (row.supersededAt === null || row.supersededBy === null || isReplaced(row, rows)) continue;
    const line = rowInWords(row);
    tell(row.supersededAt, row.supersededBy, { ...line, words: `No longer: ${line.words}` });
  }
  const latest = [...moments.values()].sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    items: latest.slice(0, MOST_MOMENTS).map(({ at, by, lines }) => ({
      at: at.toISOString(),
      when: minuteInWords(at),
      by,
      lines,
    })),
  };
}

/** Whether something about the same was recorded in the transaction that ended it. */
function isReplaced(row: RecordedRow, rows: readonly RecordedRow[]): boolean {
  const ended = row.supersededAt?.getTime() ?? 0;
  return rows.some(
    (other) =>
      other !== row &&
      other.kind === row.kind &&
      other.subject === row.subject &&
      Math.abs(other.recordedAt.getTime() - ended) < 1000,
  );
}

/** What a fact is about besides the person: a later one about the same takes its place. */
const SUBJECTS: Partial<Record<(typeof LEAD_FACTS)[number], string>> = {
  gate: 'f.kind',
  training_attendance: 'f.training_day::text',
  induction_stage: 'f.stage',
  region_grade: 'f.region',
  conflict: "coalesce(f.urn, f.trust_uid, '')",
  conflict_override: 'f.urn',
  contract: 'f.academic_year',
  commitment_override: 'f.academic_year',
};

const WHEN = `f.recorded_at AS "recordedAt", f.recorded_by AS "recordedBy",
  f.superseded_at AS "supersededAt", f.superseded_by AS "supersededBy"`;

function factRows(table: (typeof LEAD_FACTS)[number]): string {
  const about = ['conflict', 'conflict_override'].includes(table)
    ? ", 'school', (SELECT name FROM school WHERE urn = f.urn)"
    : '';
  const period = ['training_attendance', 'induction_stage', 'commitment_override'].includes(table)
    ? ''
    : ", 'from', lower(f.valid), 'to', upper(f.valid) - 1";
  return `SELECT '${table}' AS kind, ${SUBJECTS[table] ?? "''"} AS subject,
      to_jsonb(f) || jsonb_build_object('table', '${table}'${about}${period}) AS row, ${WHEN}
    FROM ${table} f WHERE f.lead_id = $1`;
}

/** Every row that was ever recorded of a person, of whatever kind: a person has some tens. */
const RECORDED =
  [
    ...LEAD_FACTS.map(factRows),
    `SELECT 'answer', t.id, to_jsonb(f) || jsonb_build_object('term', t.name,
      'statements', (SELECT count(*) FROM availability_statement s WHERE s.answer_id = f.id)), ${WHEN}
    FROM availability_answer f JOIN availability_round r ON r.id = f.round_id JOIN term t ON t.id = r.term_id
    WHERE f.lead_id = $1`,
    `SELECT 'waiver', t.id, to_jsonb(f) || jsonb_build_object('term', t.name), ${WHEN}
    FROM availability_waiver f JOIN availability_round r ON r.id = f.round_id JOIN term t ON t.id = r.term_id
    WHERE f.lead_id = $1`,
    `SELECT 'seat', f.id::text, to_jsonb(f) || jsonb_build_object('school', s.name, 'week', seat.week, 'role', seat.role), ${WHEN}
    FROM seat_event f JOIN seat ON seat.id = f.seat_id JOIN review r ON r.id = seat.review_id JOIN school s ON s.urn = r.urn
    WHERE seat.lead_id = $1`,
  ].join('\nUNION ALL\n') + '\nORDER BY "recordedAt" DESC';
