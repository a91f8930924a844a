import { type EntityManager } from 'typeorm';
import { believedAt } from '../../audit/believed-at.js';
import { type AcademicYear } from '../../calendar/school-days.js';
import { type ReviewState } from '../../reviews/lifecycle.js';
import { type Moment } from '../moment.js';
import { type LeadSeatLife, type ReviewLife } from './review-life.js';

/** What was on record of a fact row at the instant `$3`. */
const believed = (row: string): string => believedAt(row, '$3');

const REVIEWS = `
  WITH standing AS (
    SELECT DISTINCT ON (r.id) r.id, r.code, r.urn, st.term_id, st.carried_over,
           -- A review that was recorded as requested from a later day on is due all the same; nothing has happened to it.
           CASE WHEN lower(st.valid) > $2::date THEN 'REQUESTED' ELSE st.state END AS state,
           CASE WHEN lower(st.valid) <= $2::date THEN st.ended_by END AS ended_by,
           CASE WHEN lower(st.valid) <= $2::date THEN st.reason END AS reason
    FROM review r JOIN review_state st ON st.review_id = r.id
    WHERE r.academic_year = $1 AND (r.removed_at IS NULL OR r.removed_at > $3) AND ${believed('st')}
    ORDER BY r.id, (st.valid @> $2::date) DESC, lower(st.valid))
  SELECT s.code, s.urn, s.state, s.term_id AS "termId", s.carried_over AS "carriedOver",
         s.ended_by AS "endedBy", s.reason, a.id IS NOT NULL AS "windowsKnown"
  FROM standing s
  LEFT JOIN host_answer a ON a.review_id = s.id AND a.term_id = s.term_id AND a.answered_on <= $2 AND ${believed('a')}
  ORDER BY s.code COLLATE "C"`;

const ENDING = `('DECLINED', 'WITHDRAWN', 'CANCELLED')`;
const dayOf = (kind: string): string =>
  `min(e.on_date) FILTER (WHERE e.kind = '${kind}' AND e.on_date <= $2)`;

/**
 * Every lead seat of the year, one row each. A seat without any event is one that was placed by hand: it has no day, so it
 * counts on every day once it is on record, until it is closed. Events later than the day have not happened, and a seat
 * that has only such is not there yet.
 */
const LEAD_SEATS = `
  SELECT r.code, l.code AS lead, s.term_id AS "termId", s.week, s.review_window AS "window",
         e.offered, e.accepted, e.led, e.ended
  FROM review r
  JOIN seat s ON s.review_id = r.id AND s.role = 'LEAD' AND s.recorded_at <= $3
  JOIN lead_reviewer l ON l.id = s.lead_id
  CROSS JOIN LATERAL (
    SELECT min(e.on_date) AS first, ${dayOf('OFFERED')} AS offered, ${dayOf('ACCEPTED')} AS accepted, ${dayOf('LED')} AS led,
           (array_agg(json_build_object('on', e.on_date, 'by', e.caused_by) ORDER BY e.on_date, e.recorded_at, e.kind)
              FILTER (WHERE e.kind IN ${ENDING} AND e.on_date <= $2))[1] AS ended
    FROM seat_event e WHERE e.seat_id = s.id AND ${believed('e')}) e
  WHERE r.academic_year = $1 AND (r.removed_at IS NULL OR r.removed_at > $3)
    AND CASE WHEN e.first IS NULL THEN s.closed_at IS NULL OR s.closed_at > $3 ELSE e.first <= $2 END
  ORDER BY s.week, s.review_window, l.code`;

const SCHOOLS = `
  WITH member AS (
    SELECT DISTINCT m.urn FROM membership m
    WHERE ${believed('m')} AND m.valid && daterange($1, $2, '[]'))
  SELECT s.urn, s.name, s.region, s.phase, s.needs, s.needs_invented AS "needsInvented", s.trust_uid AS trust, s.la_code AS authority,
         member.urn IS NOT NULL AND (s.removed_at IS NULL OR s.removed_at > $3) AS "isMember"
  FROM school s LEFT JOIN member ON member.urn = s.urn
  WHERE member.urn IS NOT NULL OR s.urn = ANY ($4)
  ORDER BY s.name, s.urn`;

export interface CoverageSchool {
  urn: string;
  name: string;
  region: string;
  /** Null: a task for operations. */
  phase: string | null;
  /** DfE need codes. */
  needs: string[];
  needsInvented: boolean;
  trust: string | null;
  authority: string | null;
  /** On some day of the year until the day looked at. */
  isMember: boolean;
}

/** A year's reviews with their schools, and the other schools that were members. */
export interface CoverageFacts {
  reviews: ReviewLife[];
  /** By name. */
  schools: CoverageSchool[];
}

/**
 * A year as it was on record at an instant and had come to pass until a day: three statements, whatever its size.
 */
export async function loadCoverage(
  manager: EntityManager,
  year: AcademicYear,
  { asAt, knownAt }: Pick<Moment, 'asAt' | 'knownAt'>,
): Promise<CoverageFacts> {
  const rows: (Omit<ReviewLife, 'leadSeats'> & { state: ReviewState })[] = await manager.query(
    REVIEWS,
    [year.id, asAt, knownAt],
  );
  const seats: (LeadSeatLife & { code: string })[] = await manager.query(LEAD_SEATS, [
    year.id,
    asAt,
    knownAt,
  ]);
  const reviews = rows.map((row): ReviewLife => ({ ...row, leadSeats: [] }));
  const byCode = new Map(reviews.map((review) => [review.code, review]));
  for (const { code, ...seat } of seats) byCode.get(code)?.leadSeats.push(seat);
  const lastDay = asAt < year.endsOn ? asAt : year.endsOn;
  const schools: CoverageSchool[] = await manager.query(SCHOOLS, [
    year.startsOn,
    lastDay < year.startsOn ? year.startsOn : lastDay,
    knownAt,
    reviews.map(({ urn }) => urn),
  ]);
  return { reviews, schools };
}
