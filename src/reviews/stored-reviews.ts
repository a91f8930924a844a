import type { EntityManager } from 'typeorm';
import { type Slot } from '../calendar/slots.js';
import { Refusal } from '../platform/problems/refusal.js';
import { type Settings } from '../settings/settings.js';
import { type ReviewState } from './lifecycle.js';
import { priorityOf, type Priority } from './priority.js';

export type HostGrade = 'PREFERRED' | 'ACCEPTABLE';

export interface HostWindow extends Slot {
  grade: HostGrade;
}

/** What the host said of its windows in the review's term. */
export interface HostAnswer {
  answeredOn: string;
  /** Operations' choice for a host that did not answer: any usable window is acceptable. */
  anyUsable: boolean;
  windows: HostWindow[];
}

/** A review as it stands. */
export interface StoredReview {
  id: string;
  /** The reference used in files and problems, such as QAR-2026-0042. */
  code: string;
  urn: string;
  academicYear: string;
  version: number;
  region: string;
  state: ReviewState;
  /** Null: the host asked for no term and operations has not chosen one. */
  termId: string | null;
  /** For how many terms it has been carried over. */
  carriedOver: number;
  /** First day of this state. */
  since: string;
  endedBy: string | null;
  reason: string | null;
  priority: Priority;
  /** Null: windows not known. */
  answer: HostAnswer | null;
}

export interface ReviewFilter {
  academicYear?: string | undefined;
  termId?: string | undefined;
  state?: ReviewState | undefined;
  region?: string | undefined;
  code?: string | undefined;
  /** Only reviews whose host's windows are not known. */
  windowsNotKnown?: boolean | undefined;
  /** References after this one. */
  after?: string | undefined;
  /** At most so many. */
  limit?: number | undefined;
}

interface Row extends Omit<StoredReview, 'priority'> {
  inPriorityRegion: boolean;
  override: { priority: number; reason: string } | null;
}

/**
 * Reviews by reference, each with the state it has on the day, its priority and its host's answer for
 * its term: one statement, however many. A review that comes into being later shows its first state.
 */
export async function storedReviews(
  manager: EntityManager,
  settings: Pick<Settings, 'priority'>,
  today: string,
  filter: ReviewFilter,
): Promise<StoredReview[]> {
  const rows: Row[] = await manager.query(REVIEWS, [
    today,
    filter.academicYear ?? null,
    filter.termId ?? null,
    filter.state ?? null,
    filter.region ?? null,
    filter.code ?? null,
    filter.windowsNotKnown ?? false,
    filter.after ?? null,
    filter.limit ?? null,
  ]);
  return rows.map(({ inPriorityRegion, override, ...review }) => ({
    ...review,
    priority: priorityOf({ ...review, inPriorityRegion, override }, settings),
  }));
}

const REVIEWS = `
  SELECT r.id, r.code, r.urn, r.academic_year AS "academicYear", r.version, s.region,
         g.is_priority AS "inPriorityRegion", st.state, st.term_id AS "termId",
         st.carried_over AS "carriedOver", lower(st.valid)::text AS since,
         st.ended_by AS "endedBy", st.reason,
         CASE WHEN p.id IS NULL THEN NULL
              ELSE json_build_object('priority', p.priority, 'reason', p.reason) END AS override,
         CASE WHEN a.id IS NULL THEN NULL
              ELSE json_build_object('answeredOn', a.answered_on, 'anyUsable', a.any_usable,
                'windows', coalesce((
                  SELECT json_agg(json_build_object('week', w.week, 'window', w.review_window, 'grade', w.grade)
                                  ORDER BY w.week, w.review_window)
                  FROM host_window w WHERE w.answer_id = a.id), '[]')) END AS answer
  FROM review r
  JOIN school s ON s.urn = r.urn
  JOIN region g ON g.name = s.region
  -- A review that was recorded as requested from a later day on is there already.
  JOIN LATERAL (
    SELECT * FROM review_state WHERE review_id = r.id AND superseded_at IS NULL
    ORDER BY (valid @> $1::date) DESC, lower(valid) LIMIT 1) st ON true
  LEFT JOIN review_priority p ON p.review_id = r.id AND p.superseded_at IS NULL
  LEFT JOIN host_answer a ON a.review_id = r.id AND a.term_id = st.term_id AND a.superseded_at IS NULL
  WHERE r.removed_at IS NULL
    AND ($2::text IS NULL OR r.academic_year = $2) AND ($3::text IS NULL OR st.term_id = $3)
    AND ($4::text IS NULL OR st.state = $4) AND ($5::text IS NULL OR s.region = $5)
    AND ($6::text IS NULL OR r.code = $6) AND (NOT $7 OR a.id IS NULL)
    AND ($8::text IS NULL OR r.code COLLATE "C" > $8)
  ORDER BY r.code COLLATE "C" LIMIT $9`;

/** @throws Refusal when there is no such review on that day */
export async function reviewByCode(
  manager: EntityManager,
  settings: Pick<Settings, 'priority'>,
  today: string,
  code: string,
): Promise<StoredReview> {
  const [review] = await storedReviews(manager, settings, today, { code });
  if (review === undefined) throw new Refusal('NOT_FOUND', `There is no review ${code}.`);
  return review;
}

/** The versions of these reviews, by reference. */
export async function reviewVersions(
  manager: EntityManager,
  codes: readonly string[],
): Promise<{ review: string; version: number }[]> {
  return manager.query(
    'SELECT code AS review, version FROM review WHERE code = ANY ($1) ORDER BY code',
    [codes],
  );
}
