import type { EntityManager } from 'typeorm';
import { refusalOf } from '../platform/bulk/changes-of-many.js';
import { Refusal } from '../platform/problems/refusal.js';
import { reviewerByCode } from '../reviewers/register.js';
import { gradeInWords } from './answer-words.js';
import { type Waiver } from './grades.js';
import { notAnswered, type Round } from './rounds.js';
import { currentWaivers, replaceWaiver, waiverVersion } from './stored-waivers.js';
import { type WaiverChange, type WaiverChangesResult } from './waiver-changes.schema.js';

/**
 * Waivers for many people at once. Each is tried by itself and says why it cannot be; whether all are kept is for the caller
 * to decide.
 *
 * @param today civil date, on which people are asked who are in the pool or in induction
 */
export async function changeWaivers(
  manager: EntityManager,
  round: Round,
  items: readonly WaiverChange[],
  { today, author }: { today: string; author: string },
): Promise<WaiverChangesResult> {
  const waiting = new Set((await notAnswered(manager, round.id, today)).map(({ lead }) => lead));
  const before = new Map(
    (await currentWaivers(manager, round.id)).map(({ lead, grade, reason }) => [
      lead,
      { grade, reason },
    ]),
  );
  const told: WaiverChangesResult['items'] = [];
  const undo: WaiverChange[] = [];
  for (const { lead: code, waiver, version } of items) {
    const known = before.get(code);
    const isWaiting = waiting.has(code);
    const said = isWaiting || known !== undefined ? waiverSaid(known) : null;
    const line = { lead: code, name: null as string | null, before: said };
    try {
      const lead = await reviewerByCode(manager, code);
      line.name = lead.name;
      if (waiver !== null && !isWaiting) throw notWaiting(round);
      await replaceWaiver(manager, round, lead, waiver ?? undefined, version, author);
      told.push({ ...line, after: waiverSaid(waiver ?? undefined), refusal: null });
      const now = await waiverVersion(manager, round, lead);
      undo.push({ lead: code, waiver: known ?? null, version: now });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      told.push({ ...line, after: null, refusal: refusalOf(error) });
    }
  }
  return {
    items: told,
    accepted: undo.length,
    refused: items.length - undo.length,
    undo,
  };
}

function notWaiting({ termId }: Round): Refusal {
  return new Refusal(
    'NOT_WAITED_FOR',
    `They have answered the round of ${termId}, or were not asked: their own answer counts, and a waiver would say nothing.`,
  );
}

function waiverSaid(waiver: Waiver | undefined): string {
  if (waiver === undefined) return 'No answer';
  return `Counted as ${gradeInWords(waiver.grade)}: ${waiver.reason}`;
}
