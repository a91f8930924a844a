import type { EntityManager } from 'typeorm';
import { type Closure } from '../../calendar/school-days.js';
import { type SeatHistory } from '../../commitments/counts.js';
import { type ReviewState } from '../../reviews/lifecycle.js';
import { urnFamilies } from '../../schools/urn-families.js';
import { type HostWindowInput } from './snapshot-input.js';

/** A review of the year with its school, as believed on a day. */
export interface ReviewRecord {
  code: string;
  state: ReviewState;
  termId: string | null;
  carriedOver: number;
  /** The priority that operations set; null: worked out. */
  override: { priority: number; reason: string } | null;
  urn: string;
  schoolName: string;
  town: string | null;
  trust: string | null;
  region: string;
  isPriorityRegion: boolean;
  phase: string | null;
  lat: number | null;
  lon: number | null;
  needs: string[];
  needsInvented: boolean;
  calendarId: string | null;
  closures: Closure[];
  hostAnswer: { anyUsable: boolean; windows: HostWindowInput[] } | null;
}

/** What happened to every seat, whatever the year. */
export interface SeatRecord extends SeatHistory {
  review: string;
  urn: string;
  academicYear: string;
  isOpen: boolean;
}

export interface MemberRecord {
  calendarId: string | null;
  closures: Closure[];
}

/** How the schools of the register hang together, for conflicts. */
export interface SchoolLinks {
  trusts: { urn: string; trust: string }[];
  /** Every URN of a school that has had several, by each of them. */
  families: ReadonlyMap<string, string[]>;
}

const CLOSURES = `
  (SELECT coalesce(json_agg(json_build_object('from', lower(c.days), 'to', upper(c.days) - 1, 'reason', c.reason)
                            ORDER BY lower(c.days)), '[]')
   FROM school_closure c WHERE c.urn = s.urn AND c.superseded_at IS NULL) AS closures`;

/** The reviews of the term's year; windows are those the host gave for this term. */
export async function loadReviews(
  manager: EntityManager,
  termId: string,
  today: string,
): Promise<ReviewRecord[]> {
  return manager.query(
    `SELECT r.code, st.state, st.term_id AS "termId", st.carried_over AS "carriedOver",
            CASE WHEN p.id IS NOT NULL THEN json_build_object('priority', p.priority, 'reason', p.reason) END AS override,
            s.urn, s.name AS "schoolName", s.town, s.trust_uid AS trust, s.region,
            g.is_priority AS "isPriorityRegion", s.phase, s.lat, s.lon, s.needs,
            s.needs_invented AS "needsInvented", s.calendar_id AS "calendarId", ${CLOSURES},
            (SELECT json_build_object('anyUsable', a.any_usable, 'windows',
               (SELECT coalesce(json_agg(json_build_object('week', w.week, 'window', w.review_window,
                         'grade', w.grade) ORDER BY w.week, w.review_window), '[]')
                FROM host_window w WHERE w.answer_id = a.id))
             FROM host_answer a
             WHERE a.review_id = r.id AND a.term_id = $1 AND a.superseded_at IS NULL) AS "hostAnswer"
     FROM review r
     JOIN term t ON t.id = $1 AND t.academic_year = r.academic_year
     -- A review that was recorded as requested from a later day on is due all the same.
     JOIN LATERAL (
       SELECT * FROM review_state WHERE review_id = r.id AND superseded_at IS NULL
       ORDER BY (valid @> $2::date) DESC, lower(valid) LIMIT 1) st ON true
     JOIN school s ON s.urn = r.urn
     JOIN region g ON g.name = s.region
     LEFT JOIN review_priority p ON p.review_id = r.id AND p.superseded_at IS NULL
     WHERE r.removed_at IS NULL
     ORDER BY r.code`,
    [termId, today],
  );
}

/** Every seat with what is believed to have happened to it. */
export async function loadSeats(manager: EntityManager): Promise<SeatRecord[]> {
  return manager.query(
    `SELECT r.code AS review, r.urn, r.academic_year AS "academicYear", s.term_id AS "termId",
            s.role, l.code AS lead, s.week, s.review_window AS "window", s.is_open AS "isOpen",
            coalesce(json_agg(json_build_object('kind', e.kind, 'on', e.on_date, 'causedBy', e.caused_by)
                              ORDER BY e.kind) FILTER (WHERE e.id IS NOT NULL), '[]') AS events
     FROM seat s
     JOIN review r ON r.id = s.review_id
     JOIN lead_reviewer l ON l.id = s.lead_id
     LEFT JOIN seat_event e ON e.seat_id = s.id AND e.superseded_at IS NULL
     GROUP BY s.id, r.code, r.urn, r.academic_year, l.code
     ORDER BY r.code, s.role, s.week, s.review_window, l.code`,
  );
}

/** The schools that are members on some day of the period, as far as school weeks need them. */
export async function loadMembers(
  manager: EntityManager,
  from: string,
  to: string,
): Promise<MemberRecord[]> {
  return manager.query(
    `SELECT s.calendar_id AS "calendarId", ${CLOSURES}
     FROM school s
     WHERE s.removed_at IS NULL AND EXISTS (
       SELECT 1 FROM membership m
       WHERE m.urn = s.urn AND m.superseded_at IS NULL AND m.valid && daterange($1, $2, '[]'))
     ORDER BY s.urn`,
    [from, to],
  );
}

export async function loadSchoolLinks(manager: EntityManager): Promise<SchoolLinks> {
  return {
    trusts: await manager.query(
      `SELECT urn, trust_uid AS trust FROM school WHERE trust_uid IS NOT NULL ORDER BY urn`,
    ),
    families: await urnFamilies(manager),
  };
}
