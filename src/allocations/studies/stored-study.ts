import { type EntityManager } from 'typeorm';
import { NO_FACTS, recordedSince } from '../../audit/facts-recorded.js';
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
  /** Whether a fact was recorded since of which the study does not know, or a day has passed. */
  isStale: boolean;
}

/** What is known of a question that a study answers. */
export interface NewestStudies<Facts, Result> {
  done: StoredStudy<Facts, Result> | null;
  underWay: StoredStudy<Facts, Result> | null;
  /** The last one that failed, where none was done since. */
  failed: StoredStudy<Facts, Result> | null;
}

const COLUMNS = `s.id, s.subject, s.as_at::text AS "asAt", s.state, s.done, s.total, s.result,
  s.facts, s.failure, s.requested_by AS "requestedBy", s.requested_at AS "requestedAt", s.computed_at AS "computedAt",
  (s.as_at <> $4 OR ${recordedSince('id', 's.known_until', '$3')}) AS "isStale"`;

/**
 * @param subject what it is asked about
 * @param today civil date, from the Clock
 */
export async function newestStudies<Facts, Result>(
  manager: EntityManager,
  kind: StudyKind,
  subject: string,
  today: string,
): Promise<NewestStudies<Facts, Result>> {
  const newest = async (states: string): Promise<StoredStudy<Facts, Result> | null> => {
    const [row] = await manager.query<StoredStudy<Facts, Result>[]>(
      `SELECT ${COLUMNS} FROM study s WHERE s.kind = $1 AND s.subject = $2 AND s.state IN (${states})
       ORDER BY s.requested_at DESC, s.id DESC LIMIT 1`,
      [kind, subject, NO_FACTS, today],
    );
    return row ?? null;
  };
  const done = await newest(`'DONE'`);
  const failed = await newest(`'FAILED'`);
  const isNews = failed !== null && (done === null || failed.requestedAt > done.requestedAt);
  return {
    done,
    underWay: await newest(`'QUEUED', 'COMPUTING'`),
    failed: isNews ? failed : null,
  };
}
