import type { EntityManager } from 'typeorm';
import { termsOf } from '../../calendar/academic-years.js';
import { plannedTerm } from '../../calendar/today.js';
import { type ReviewState } from '../../reviews/lifecycle.js';
import { type Phase, PHASE_WORDS, type SchoolStatus } from '../../schools/school-record.js';
import { stateWords, STATUS_WORDS } from '../register-words.js';
import { type SchoolRow } from './schools-register.schema.js';

interface Row extends Omit<SchoolRow, 'phase' | 'status' | 'membership' | 'review'> {
  phase: Phase | null;
  status: SchoolStatus;
  state: ReviewState | null;
  isMember: boolean;
  wasMember: boolean;
  willBeMember: boolean;
}

/**
 * Every school on the register with what operations look for, by name: one statement, however many.
 *
 * @param today civil date, from the Clock
 * @returns also the academic year whose reviews are shown, that of the term being planned
 */
export async function schoolsRegister(
  manager: EntityManager,
  today: string,
): Promise<{ academicYear: string | null; items: SchoolRow[] }> {
  const academicYear = plannedTerm(await termsOf(manager), today)?.academicYear ?? null;
  const rows: Row[] = await manager.query(SCHOOLS, [today, academicYear]);
  const items = rows.map(
    ({ phase, status, state, isMember, wasMember, willBeMember, ...row }): SchoolRow => ({
      ...row,
      phase: phase && PHASE_WORDS[phase],
      status: STATUS_WORDS[status],
      review: state && stateWords(state),
      membership: isMember
        ? 'Member'
        : willBeMember
          ? 'Not yet a member'
          : wasMember
            ? 'Former member'
            : 'Not a member',
    }),
  );
  return { academicYear, items };
}

/** Each part is gathered once for all schools and joined, so that nothing is looked up school by school. */
const SCHOOLS = `
  WITH member AS (
    SELECT urn, bool_or(valid @> $1::date) AS is, bool_or(upper(valid) <= $1::date) AS was,
           bool_or(lower(valid) > $1::date) AS will,
           min(lower(valid)) FILTER (WHERE valid @> $1::date)::text AS since
    FROM membership WHERE superseded_at IS NULL GROUP BY urn),
  written AS (
    SELECT urn, count(*) + count(superseded_at) AS rows FROM membership GROUP BY urn),
  closed AS (
    SELECT urn, count(*)::int AS ahead FROM school_closure
    WHERE superseded_at IS NULL AND upper(days) > $1::date GROUP BY urn),
  due AS (
    SELECT DISTINCT ON (r.urn) r.urn, r.code, st.state, st.term_id
    FROM review r JOIN review_state st ON st.review_id = r.id AND st.superseded_at IS NULL
    WHERE r.removed_at IS NULL AND r.academic_year = $2
    ORDER BY r.urn, r.code DESC, (st.valid @> $1::date) DESC, lower(st.valid)),
  led AS (
    SELECT DISTINCT ON (r.urn) r.urn, e.on_date::text AS led_on, l.name AS lead
    FROM seat_event e JOIN seat s ON s.id = e.seat_id AND s.role = 'LEAD'
    JOIN review r ON r.id = s.review_id JOIN lead_reviewer l ON l.id = s.lead_id
    WHERE e.kind = 'LED' AND e.superseded_at IS NULL
    ORDER BY r.urn, e.on_date DESC)
  SELECT s.urn, s.name, s.town, s.postcode, s.region, a.name AS authority, s.phase, s.type,
         t.name AS trust, s.needs, s.needs_invented AS "needsInvented", s.status, c.name AS calendar,
         coalesce(m.is, false) AS "isMember", coalesce(m.was, false) AS "wasMember",
         coalesce(m.will, false) AS "willBeMember", m.since AS "memberSince",
         coalesce(closed.ahead, 0) AS closures, due.state, term.name AS term,
         due.code AS "reviewCode", led.led_on AS "lastReviewed", led.lead AS "lastLead", s.version,
         (s.version + coalesce(written.rows, 0))::int AS revision
  FROM school s
  LEFT JOIN local_authority a ON a.code = s.la_code
  LEFT JOIN trust t ON t.uid = s.trust_uid
  LEFT JOIN school_calendar c ON c.id = s.calendar_id
  LEFT JOIN member m ON m.urn = s.urn
  LEFT JOIN written ON written.urn = s.urn
  LEFT JOIN closed ON closed.urn = s.urn
  LEFT JOIN due ON due.urn = s.urn
  LEFT JOIN term ON term.id = due.term_id
  LEFT JOIN led ON led.urn = s.urn
  WHERE s.removed_at IS NULL
  ORDER BY lower(s.name), s.urn`;
