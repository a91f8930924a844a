import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { type Answer, type Grade, type Statement } from './answer.js';
import { type Window } from '../calendar/slots.js';
import { readRule } from './recurrence.js';

/** What a person answered to a round, apart from who and when it was recorded. */
export interface AnswerDraft extends Answer {
  /** Civil date on which the person answered. */
  answeredOn: string;
  /** Most reviews in the term, 0 to 1000; null for no limit of their own. */
  ceiling: number | null;
  note: string | null;
  /** What they said, word for word, where operations wrote it down for them; null: they answered otherwise. */
  said: string | null;
}

export interface StoredAnswer extends AnswerDraft {
  id: string;
  leadId: string;
  /** The person's reference, such as LR-001. */
  lead: string;
  recordedAt: string;
  recordedBy: string;
  /** When a later answer took its place; null for the one that counts. */
  supersededAt: string | null;
  /** Who recorded what took its place, or took it back. */
  supersededBy: string | null;
}

interface AnswerRow {
  id: string;
  leadId: string;
  lead: string;
  answeredOn: string;
  default: Grade;
  ceiling: number | null;
  note: string | null;
  said: string | null;
  recordedAt: Date;
  recordedBy: string;
  supersededAt: Date | null;
  supersededBy: string | null;
  statements: StatementRow[];
}

interface StatementRow {
  kind: Statement['kind'];
  rule: string | null;
  from: string | null;
  to: string | null;
  week: string | null;
  window: Window | null;
  grade: Grade;
}

/** One statement for any number of people: the answers of a round with all that they say. */
const ANSWERS = `
  SELECT a.id, a.lead_id AS "leadId", l.code AS lead, a.answered_on AS "answeredOn",
         a.default_grade AS "default", a.ceiling, a.note, a.said, a.recorded_at AS "recordedAt",
         a.recorded_by AS "recordedBy", a.superseded_at AS "supersededAt",
         a.superseded_by AS "supersededBy",
         coalesce(json_agg(json_build_object(
             'kind', s.kind, 'rule', s.rule, 'from', lower(s.days), 'to', upper(s.days) - 1,
             'week', s.week, 'window', s.review_window, 'grade', s.grade)
           ORDER BY s.position) FILTER (WHERE s.answer_id IS NOT NULL), '[]') AS statements
  FROM availability_answer a
  JOIN lead_reviewer l ON l.id = a.lead_id
  LEFT JOIN availability_statement s ON s.answer_id = a.id`;

/** The answers that count in a round, by the person's reference. */
export async function currentAnswers(
  manager: EntityManager,
  roundId: string,
): Promise<StoredAnswer[]> {
  const rows: AnswerRow[] = await manager.query(
    `${ANSWERS} WHERE a.round_id = $1 AND a.superseded_at IS NULL
     GROUP BY a.id, l.code ORDER BY l.code`,
    [roundId],
  );
  return rows.map(toAnswer);
}

/** All that one person has answered to a round, the answer that counts first. */
export async function answersOf(
  manager: EntityManager,
  roundId: string,
  leadId: string,
): Promise<StoredAnswer[]> {
  const rows: AnswerRow[] = await manager.query(
    `${ANSWERS} WHERE a.round_id = $1 AND a.lead_id = $2
     GROUP BY a.id, l.code ORDER BY a.superseded_at DESC NULLS FIRST`,
    [roundId, leadId],
  );
  return rows.map(toAnswer);
}

/** What is to be the person's answer, and the one that stood when it was written, where that is known. */
export interface Replacement extends AnswerDraft {
  /** Null: none stood. Undefined: whichever stands is replaced. */
  follows?: string | null | undefined;
}

/**
 * Makes `draft` the person's answer to the round; the earlier one is superseded as a whole. Nothing is
 * written when it says the same already. Rules are stored in their one canonical form.
 *
 * @returns whether anything changed
 * @throws RuleNotUnderstood
 * @throws AnsweredMeanwhile when another answer stands than the one it follows
 */
export async function replaceAnswer(
  manager: EntityManager,
  round: { id: string; termId: string },
  lead: { id: string; code: string },
  draft: Replacement,
  author: string,
): Promise<boolean> {
  await takeTurns(manager, round.id, lead.id);
  const wanted = canonical(draft);
  const before = await standingAnswer(manager, round.id, lead.id);
  if (before && JSON.stringify(canonical(before)) === JSON.stringify(wanted)) return false;
  refuseIfAnsweredMeanwhile(before, draft.follows);
  if (before) await supersede(manager, round.id, lead.id, author);
  const inserted: { id: string }[] = await manager.query(
    `INSERT INTO availability_answer
       (round_id, lead_id, answered_on, default_grade, ceiling, note, said, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      ...[round.id, lead.id, wanted.answeredOn, wanted.default, wanted.ceiling],
      ...[wanted.note, wanted.said, author],
    ],
  );
  await insertStatements(manager, inserted[0]?.id, wanted.statements);
  await recordAudit(manager, {
    actor: author,
    action: before ? 'availability answer replaced' : 'availability answer recorded',
    subject: 'availability_answer',
    subjectId: `${round.termId} ${lead.code}`,
    ...(before ? { before: summary(before) } : {}),
    after: summary(wanted),
  });
  return true;
}

/**
 * Takes the person's answer back, as if they had not answered; it is kept.
 *
 * @returns whether there was one
 * @throws AnsweredMeanwhile when another answer stands than the one that is meant
 */
export async function withdrawAnswer(
  manager: EntityManager,
  round: { id: string; termId: string },
  lead: { id: string; code: string },
  meant: string,
  author: string,
): Promise<boolean> {
  await takeTurns(manager, round.id, lead.id);
  const before = await standingAnswer(manager, round.id, lead.id);
  if (!before) return false;
  refuseIfAnsweredMeanwhile(before, meant);
  await supersede(manager, round.id, lead.id, author);
  await recordAudit(manager, {
    actor: author,
    action: 'availability answer taken back',
    subject: 'availability_answer',
    subjectId: `${round.termId} ${lead.code}`,
    before: summary(before),
  });
  return true;
}

/** The answer that counts. */
export async function standingAnswer(
  manager: EntityManager,
  roundId: string,
  leadId: string,
): Promise<StoredAnswer | undefined> {
  const answers = await answersOf(manager, roundId, leadId);
  return answers.find(({ supersededAt }) => supersededAt === null);
}

/** Somebody recorded or took back an answer while another was written. */
export class AnsweredMeanwhile extends Error {
  override name = 'AnsweredMeanwhile';
  constructor(readonly standing: StoredAnswer | undefined) {
    super('Another answer stands by now.');
  }
}

function refuseIfAnsweredMeanwhile(
  standing: StoredAnswer | undefined,
  follows: string | null | undefined,
): void {
  if (follows !== undefined && follows !== (standing?.id ?? null)) {
    throw new AnsweredMeanwhile(standing);
  }
}

/** Two writers about one person wait for each other instead of meeting at the constraint. */
async function takeTurns(manager: EntityManager, roundId: string, leadId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `availability ${roundId} ${leadId}`,
  ]);
}

async function supersede(
  manager: EntityManager,
  roundId: string,
  leadId: string,
  author: string,
): Promise<void> {
  await manager.query(
    `UPDATE availability_answer SET superseded_at = clock_timestamp(), superseded_by = $3
     WHERE round_id = $1 AND lead_id = $2 AND superseded_at IS NULL`,
    [roundId, leadId, author],
  );
}

async function insertStatements(
  manager: EntityManager,
  answerId: string | undefined,
  statements: readonly Statement[],
): Promise<void> {
  await manager.query(
    `INSERT INTO availability_statement (answer_id, position, kind, rule, days, week, review_window, grade)
     SELECT $1, position, kind, rule, CASE WHEN "from" IS NOT NULL THEN daterange("from", "to", '[]') END,
            week, "window", grade
     FROM json_to_recordset($2) AS s(position int, kind text, rule text, "from" date, "to" date,
                                     week date, "window" text, grade text)`,
    [answerId, JSON.stringify(statements.map((said, position) => ({ position, ...toRow(said) })))],
  );
}

function toRow(statement: Statement): StatementRow {
  const row = { kind: statement.kind, grade: statement.grade };
  const nothing = { rule: null, from: null, to: null, week: null, window: null };
  switch (statement.kind) {
    case 'DATE':
      return { ...nothing, ...row, from: statement.on, to: statement.on };
    case 'RANGE':
      return { ...nothing, ...row, from: statement.from, to: statement.to };
    case 'RULE':
      return { ...nothing, ...row, rule: statement.rule };
    case 'WINDOW':
      return { ...nothing, ...row, week: statement.week, window: statement.window };
  }
}

function toAnswer(row: AnswerRow): StoredAnswer {
  return {
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    supersededAt: row.supersededAt?.toISOString() ?? null,
    statements: row.statements.map(toStatement),
  };
}

function toStatement(row: StatementRow): Statement {
  const { kind, grade } = row;
  if (kind === 'RULE' && row.rule !== null) return { kind, rule: row.rule, grade };
  if (kind === 'DATE' && row.from !== null) return { kind, on: row.from, grade };
  if (kind === 'RANGE' && row.from !== null) return { kind, from: row.from, to: row.to, grade };
  if (kind === 'WINDOW' && row.week !== null && row.window !== null) {
    return { kind, week: row.week, window: row.window, grade };
  }
  throw new Error(`A stored statement of kind ${kind} lacks what its kind needs.`);
}

/** Fields in one order and rules in one form, so that equal answers are equal texts. */
function canonical(draft: AnswerDraft): AnswerDraft {
  return {
    answeredOn: draft.answeredOn,
    default: draft.default,
    ceiling: draft.ceiling,
    note: draft.note,
    said: draft.said,
    statements: draft.statements.map((statement) =>
      toStatement({
        ...toRow(statement),
        ...(statement.kind === 'RULE' ? { rule: readRule(statement.rule).text } : {}),
      }),
    ),
  };
}

/** For the audit trail: note and words are the person's own and stay out of it. */
function summary(draft: AnswerDraft): object {
  return {
    answeredOn: draft.answeredOn,
    default: draft.default,
    ceiling: draft.ceiling,
    statements: draft.statements,
  };
}
