import { type EntityManager } from 'typeorm';
import { type CivilDate } from '../../calendar/civil-date.js';
import { type StudyKind } from './study-kind.js';

export interface StoredStudy<Facts, Result> {
  id: string;
  /** What it is asked about: a year, a term, a scenario. */
  subject: string;
  asAt: string;
  state: 'QUEUED' | 'COMPUTING' | 'DONE' | 'FAILED';
  done: number;
  total: number;
  result: Result | null;
  facts: Facts;
  failure: string | null;
  requestedBy: string;
  requestedAt: Date;
  computedAt: Date | null;
  /** Whether something was recorded since, of which the study does not know, or another day has begun. */
  isStale: boolean;
}

/** What is known of a question that a study answers. */
export interface NewestStudies<Facts, Result> {
  done: StoredStudy<Facts, Result> | null;
  underWay: StoredStudy<Facts, Result> | null;
  /** The last one that failed, where none was done since. */
  failed: StoredStudy<Facts, Result> | null;
}

/** Through what, and as at which day, studies are looked for. */
export interface StudyMoment {
  manager: EntityManager;
  /** Studies of a later day are not there yet. */
  asAt: CivilDate;
  /** Whether that is how things stand: only then can facts have changed since, and is something under way. */
  isNow: boolean;
}

/** What concerns no fact of a year: runs, plans, studies and ways to look at things. */
export const NO_FACTS = [
  ...['allocation_run', 'plan', 'saved_view', 'forecast', 'study', 'scenario', 'test'],
];

/** The newest entry of the audit trail that may tell of a changed fact. */
export async function lastRecorded(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ last: string | null }[]>(
    `SELECT max(id)::text AS last FROM audit_entry WHERE NOT subject = ANY($1)`,
    [NO_FACTS],
  );
  return row?.last ?? '0';
}

const COLUMNS = `s.id, s.subject, s.as_at::text AS "asAt", s.state, s.done, s.total, s.result,
  s.facts, s.failure, s.requested_by AS "requestedBy", s.requested_at AS "requestedAt", s.computed_at AS "computedAt",
  EXISTS (SELECT FROM audit_entry e WHERE e.id > s.known_until AND NOT e.subject = ANY($3)) AS "isStale"`;

/** @param subject what it is asked about */
export async function newestStudies<Facts, Result>(
  { manager, asAt, isNow }: StudyMoment,
  kind: StudyKind,
  subject: string,
): Promise<NewestStudies<Facts, Result>> {
  const newest = async (states: string): Promise<StoredStudy<Facts, Result> | null> => {
    const [row] = await manager.query<StoredStudy<Facts, Result>[]>(
      `SELECT ${COLUMNS} FROM study s WHERE s.kind = $1 AND s.subject = $2 AND s.state IN (${states}) AND s.as_at <= $4
       ORDER BY s.requested_at DESC, s.id DESC LIMIT 1`,
      [kind, subject, NO_FACTS, asAt],
    );
    if (row === undefined) return null;
    return { ...row, isStale: isNow && (row.isStale || row.asAt !== asAt) };
  };
  const done = await newest(`'DONE'`);
  if (!isNow) return { done, underWay: null, failed: null };
  const failed = await newest(`'FAILED'`);
  const isNews = failed !== null && (done === null || failed.requestedAt > done.requestedAt);
  return {
    done,
    underWay: await newest(`'QUEUED', 'COMPUTING'`),
    failed: isNews ? failed : null,
  };
}
