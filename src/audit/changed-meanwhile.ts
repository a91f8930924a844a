import type { EntityManager } from 'typeorm';
import { Refusal } from '../platform/problems/refusal.js';
import { changedValues, type ChangedValue } from './changed-values.js';

/** What entries of the trail are about. */
export interface About {
  subject: string;
  subjectId: string;
  /** How the actions begin that are meant, such as “membership”; left out: all. */
  actions?: string;
}

/** What somebody else did meanwhile, as a page shows it beside one’s own change. */
interface Meanwhile {
  by: string;
  /** ISO 8601. */
  at: string;
  /** As in the trail: “setting changed”. */
  what: string;
  changes: ChangedValue[];
}

/** Most of them that a refusal tells: who has missed more reads the trail. */
const MOST_TOLD = 10;

/** How often a thing was changed, by the trail: its version, where no row of its own counts. */
export async function timesChanged(
  manager: EntityManager,
  { subject, subjectId }: Omit<About, 'actions'>,
): Promise<number> {
  const rows: { times: number }[] = await manager.query(
    'SELECT count(*)::int AS times FROM audit_entry WHERE subject = $1 AND subject_id = $2',
    [subject, subjectId],
  );
  return rows[0]?.times ?? 0;
}

/**
 * For a change of what has no version of its own: writers pass one at a time, and whoever has not seen the last change
 * is sent back.
 *
 * @param what begins a sentence: “The setting ‘Rest’”
 * @param seen how often it had been changed when the caller loaded it
 * @throws Refusal 412, see `changedMeanwhile`
 */
export async function refuseIfChangedSince(
  manager: EntityManager,
  what: string,
  about: About,
  seen: number,
): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `change of ${about.subject} ${about.subjectId}`,
  ]);
  const version = await timesChanged(manager, about);
  if (version !== seen) throw await changedMeanwhile(manager, what, about, { version, seen });
}

/**
 * That somebody else was first: who and what, so that nobody has to look for it, and the version to send to put one’s own
 * change on top of theirs on purpose.
 *
 * @param what begins a sentence: “Spring 2027”
 * @param versions the one that stands and the one that the caller named
 * @returns Refusal 412, with `version` and `meanwhile` as its details
 */
export async function changedMeanwhile(
  manager: EntityManager,
  what: string,
  about: About,
  { version, seen }: { version: number; seen: number },
): Promise<Refusal> {
  const missed = Math.min(Math.max(version - seen, 0), MOST_TOLD);
  const meanwhile = await latest(manager, about, missed);
  const others = [...new Set(meanwhile.map(({ by }) => by))];
  const who = others.length === 0 ? 'somebody else' : others.join(' and ');
  return new Refusal(
    'CHANGED_SINCE',
    `${what} was changed by ${who} meanwhile. Your change is not saved, and theirs is not overwritten: look at what they changed, then put yours on top or leave it.`,
    412,
    [],
    { version, meanwhile },
  );
}

/** What imports write about too: rows of theirs name it first, as in `LR-001 · 2026-09-01`. */
const imported = new Set(['lead_reviewer', 'review', 'school']);

/** The newest entries about a thing. */
async function latest(
  manager: EntityManager,
  { subject, subjectId, actions = '' }: About,
  count: number,
): Promise<Meanwhile[]> {
  const rows: {
    by: string;
    at: Date;
    what: string;
    subject: string;
    before: unknown;
    after: unknown;
  }[] = await manager.query(
    `SELECT actor AS by, recorded_at AS at, action AS what, subject, before, after FROM audit_entry
     WHERE (subject = $1 AND subject_id = $2 AND starts_with(action, $5))
        OR ($3 AND subject <> $1 AND (subject_id = $2 OR starts_with(subject_id, $2 || ' · ')))
     ORDER BY id DESC LIMIT $4`,
    [subject, subjectId, imported.has(subject), count, actions],
  );
  return rows.map(({ by, at, what, ...entry }) => ({
    by,
    at: at.toISOString(),
    what,
    changes: changedValues(entry),
  }));
}
