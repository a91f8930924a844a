import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { recordAudit } from '../audit/audit.js';
import { type CivilDate } from '../calendar/civil-date.js';
import { weekdayInWords } from '../calendar/words.js';
import { programmeZone } from '../platform/clock.js';
import { brokenConstraint } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';

/** A call for availability: one a term. */
export interface Round {
  id: string;
  termId: string;
  /** Civil date. */
  openedOn: string;
  deadlineAt: Date;
  version: number;
}

export interface RoundCounts {
  asked: number;
  answered: number;
  waived: number;
}

/** Somebody who was asked and has not answered. */
export interface NotAnswered {
  lead: string;
  /** Personal data: for screens, never for logs. */
  name: string;
  waivedAs: 'PREFERRED' | 'AVAILABLE' | 'IF_NEEDED' | null;
}

const COLUMNS = `id, term_id AS "termId", opened_on AS "openedOn", deadline_at AS "deadlineAt", version`;

/** Asked are those on the register who are in the pool or in induction on the day that stands at a place of a statement. */
const askedAt = (place: string): string => `lead_reviewer l WHERE l.removed_at IS NULL AND EXISTS (
  SELECT 1 FROM standing s WHERE s.lead_id = l.id AND s.superseded_at IS NULL
    AND s.valid @> ${place}::date AND s.standing IN ('IN_POOL', 'IN_INDUCTION'))`;
const ASKED = askedAt('$2');
const ANSWERED = `EXISTS (SELECT 1 FROM availability_answer a
  WHERE a.round_id = $1 AND a.lead_id = l.id AND a.superseded_at IS NULL)`;
const WAIVER = `(SELECT w.grade FROM availability_waiver w
  WHERE w.round_id = $1 AND w.lead_id = l.id AND w.superseded_at IS NULL)`;

/** @throws Refusal when no round is open for the term */
export async function roundOfTerm(manager: EntityManager, termId: string): Promise<Round> {
  const [round] = await manager.query<Round[]>(
    `SELECT ${COLUMNS} FROM availability_round WHERE term_id = $1`,
    [termId],
  );
  if (round) return round;
  throw new Refusal(
    'NOT_FOUND',
    `There is no availability round for ${termId}. Open one for that term first.`,
  );
}

/** All rounds, the latest first. */
export async function allRounds(manager: EntityManager): Promise<Round[]> {
  return manager.query(
    `SELECT ${COLUMNS} FROM availability_round ORDER BY opened_on DESC, term_id DESC`,
  );
}

/**
 * Opens the round of a term.
 *
 * @param deadline civil date or date and time in the United Kingdom
 * @throws Refusal when the term is unknown or has a round, or the deadline does not exist or lies before the opening
 */
export async function openRound(
  manager: EntityManager,
  round: { termId: string; openedOn: string; deadline: string },
  author: string,
): Promise<Round> {
  const deadline = deadlineAfter(round.openedOn, round.deadline);
  try {
    const [opened] = await manager.query<[Round]>(
      `INSERT INTO availability_round (term_id, opened_on, deadline_at) VALUES ($1, $2, $3) RETURNING ${COLUMNS}`,
      [round.termId, round.openedOn, deadline],
    );
    await recordAudit(manager, {
      actor: author,
      action: 'availability round opened',
      subject: 'availability_round',
      subjectId: round.termId,
      after: { openedOn: round.openedOn, deadlineAt: deadline },
    });
    return opened;
  } catch (error) {
    throw inWords(error, round.termId);
  }
}

/**
 * Moves a round's deadline.
 *
 * @throws Refusal when there is no such round, it was changed since, or the deadline cannot be
 */
export async function moveDeadline(
  manager: EntityManager,
  termId: string,
  version: number,
  deadline: string,
  author: string,
): Promise<Round> {
  const before = await roundOfTerm(manager, termId);
  const at = deadlineAfter(before.openedOn, deadline);
  const [changed] = await manager.query<[Round[], number]>(
    `UPDATE availability_round SET deadline_at = $3, version = version + 1
     WHERE id = $1 AND version = $2 RETURNING ${COLUMNS}`,
    [before.id, version, at],
  );
  const [round] = changed;
  if (!round) {
    const now = await roundOfTerm(manager, termId);
    const about = { subject: 'availability_round', subjectId: termId };
    const versions = { version: now.version, seen: version };
    throw await changedMeanwhile(manager, `The availability round of ${termId}`, about, versions);
  }
  await recordAudit(manager, {
    actor: author,
    action: 'availability deadline moved',
    subject: 'availability_round',
    subjectId: termId,
    before: { deadlineAt: before.deadlineAt },
    after: { deadlineAt: at },
  });
  return round;
}

/** How many were asked, have answered, and have not but are counted as available. */
export async function roundCounts(
  manager: EntityManager,
  roundId: string,
  today: string,
): Promise<RoundCounts> {
  const [counts] = await manager.query<[RoundCounts]>(
    `SELECT count(*) AS asked, count(*) FILTER (WHERE ${ANSWERED}) AS answered,
            count(*) FILTER (WHERE NOT ${ANSWERED} AND ${WAIVER} IS NOT NULL) AS waived FROM ${ASKED}`,
    [roundId, today],
  );
  return counts;
}

/** Whom to chase, by reference. */
export async function notAnswered(
  manager: EntityManager,
  roundId: string,
  today: string,
): Promise<NotAnswered[]> {
  return manager.query(
    `SELECT l.code AS lead, l.name, ${WAIVER} AS "waivedAs" FROM ${ASKED} AND NOT ${ANSWERED}
     ORDER BY l.code COLLATE "C"`,
    [roundId, today],
  );
}

/** References of those who are asked on a day: whoever is in the pool or in induction. */
export async function askedOn(manager: EntityManager, today: string): Promise<Set<string>> {
  const rows: { code: string }[] = await manager.query(`SELECT l.code FROM ${askedAt('$1')}`, [
    today,
  ]);
  return new Set(rows.map(({ code }) => code));
}

/**
 * The instant of a deadline in the United Kingdom: the end of the day when no time is given.
 *
 * @throws Refusal for a time that the clocks leave out, and one before the round opens
 */
export function deadlineAfter(openedOn: string, deadline: string): Date {
  const at = DateTime.fromISO(deadline, { zone: programmeZone });
  const hasTime = deadline.includes('T');
  if (!at.isValid || (hasTime && at.toFormat("yyyy-MM-dd'T'HH:mm") !== deadline)) {
    throw new Refusal(
      'NO_SUCH_TIME',
      `${deadline} does not exist in the United Kingdom: the clocks go forward then. Choose another time.`,
    );
  }
  if (deadline.slice(0, 10) < openedOn) {
    throw new Refusal(
      'DEADLINE_BEFORE_OPENING',
      `The deadline ${deadline} lies before the round opens on ${openedOn}. Correct one of them.`,
    );
  }
  return (hasTime ? at : at.endOf('day').startOf('second')).toJSDate();
}

/** "Friday 11 December 2026, 5:00 pm", "the end of Friday 11 December 2026" */
export function deadlineInWords(at: Date): string {
  const there = DateTime.fromJSDate(at, { zone: programmeZone }).setLocale('en-GB');
  const isEndOfDay = there.plus({ minutes: 1 }).day !== there.minus({ seconds: 1 }).day;
  return isEndOfDay
    ? `the end of ${weekdayInWords(lastDay(at))}`
    : there.toFormat('cccc d MMMM yyyy, h:mm a');
}

/** The last day on which an answer is in time: midnight ends the day before. */
export function lastDay(deadlineAt: Date): CivilDate {
  const last = DateTime.fromJSDate(deadlineAt, { zone: programmeZone }).minus({ seconds: 1 });
  const day = last.toISODate();
  if (day === null) throw new Error('The deadline of the availability round is no date.');
  return day;
}

/** Whether an answer of that civil date came after the deadline's day. */
export function isLate(answeredOn: string, deadlineAt: Date): boolean {
  return answeredOn > lastDay(deadlineAt);
}

function inWords(error: unknown, termId: string): unknown {
  switch (brokenConstraint(error)) {
    case 'availability_round_term_id_key':
      return new Refusal('ALREADY_THERE', `The availability round of ${termId} is open already.`);
    case 'availability_round_term_id_fkey':
      return new Refusal('NOT_FOUND', `There is no term ${termId}. Open its academic year first.`);
    default:
      return error;
  }
}
