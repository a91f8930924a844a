import { type EntityManager } from 'typeorm';
import { firstDay } from '../../calendar/slots.js';
import { type SeatRole } from '../../commitments/counts.js';
import { type Place, type SeatFacts } from './seat-facts.js';
import { seatState } from './seat-state.js';

const BELIEVED = (row: string): string =>
  `${row}.recorded_at <= $1 AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > $1)`;

const WHERE_THEY_ARE = `
  json_build_object('lat', d.lat, 'lon', d.lon) AS home,
  CASE WHEN sc.lat IS NOT NULL THEN json_build_object('lat', sc.lat, 'lon', sc.lon) END AS place`;

/** Joined, not asked row by row: a year has thousands of seats, and one state of each review is believed. */
const SEATS = `
  SELECT s.id, r.code AS review, r.urn, sc.name AS school, sc.region, r.academic_year AS "academicYear",
         s.term_id AS "termId", s.role, l.code AS lead, l.name, l.synthetic, s.week, s.review_window AS "window",
         s.closed_at IS NULL OR s.closed_at > $1 AS "isOpen",
         coalesce(r.removed_at <= $1, false) AS "isRemoved", st.state AS "reviewState", e.events,
         ${WHERE_THEY_ARE}
  FROM seat s
  JOIN review r ON r.id = s.review_id
  JOIN school sc ON sc.urn = r.urn
  JOIN lead_reviewer l ON l.id = s.lead_id
  JOIN postcode_district d ON d.district = l.postcode_district
  LEFT JOIN review_state st ON st.review_id = r.id AND ${BELIEVED('st')} AND st.valid @> $2::date
  LEFT JOIN (
    SELECT f.seat_id, json_agg(json_build_object('kind', f.kind) ORDER BY f.on_date, f.kind) AS events
    FROM seat_event f JOIN seat x ON x.id = f.seat_id JOIN review y ON y.id = x.review_id
    WHERE ${BELIEVED('f')} AND f.on_date <= $2::date AND ($3::text IS NULL OR y.academic_year = $3)
    GROUP BY f.seat_id) e ON e.seat_id = s.id
  WHERE s.recorded_at <= $1 AND ($3::text IS NULL OR r.academic_year = $3)
  ORDER BY s.week, r.code COLLATE "C", s.role, s.id`;

export interface SeatMoment {
  asAt: string;
  /** ISO 8601 */
  knownAt: string;
}

/**
 * Every seat of a year, those of the newest plans that lie ahead and were offered to nobody yet included.
 *
 * @param academicYear null: of all years, without plans
 */
export async function loadSeats(
  manager: EntityManager,
  academicYear: string | null,
  moment: SeatMoment,
): Promise<SeatFacts[]> {
  const { asAt, knownAt } = moment;
  const rows: (Omit<SeatFacts, 'events'> & { events: SeatFacts['events'] | null })[] =
    await manager.query(SEATS, [knownAt, asAt, academicYear]);
  const seats: SeatFacts[] = rows.map((row) => ({ ...row, events: row.events ?? [] }));
  return academicYear === null
    ? seats
    : [...seats, ...(await plannedSeats(manager, academicYear, moment, seats))];
}

interface PlanRow {
  review: string;
  lead: string | null;
  week: string | null;
  window: 'MON_WED' | 'WED_FRI' | null;
  qualityAssurer: string | null;
  shadow: string | null;
}

const NEWEST_PLANS = `
  SELECT DISTINCT ON (p.term_id) p.term_id AS "termId", p.content->'reviews' AS rows
  FROM plan p JOIN term t ON t.id = p.term_id
  WHERE t.academic_year = $1 AND p.status <> 'INFEASIBLE' AND p.created_at <= $2
  ORDER BY p.term_id, p.created_at DESC, p.id DESC`;

const REVIEWS = `
  SELECT r.code AS review, r.urn, sc.name AS school, sc.region, r.academic_year AS "academicYear",
         coalesce(r.removed_at <= $1, false) AS "isRemoved", st.state AS "reviewState",
         CASE WHEN sc.lat IS NOT NULL THEN json_build_object('lat', sc.lat, 'lon', sc.lon) END AS place
  FROM review r JOIN school sc ON sc.urn = r.urn
  LEFT JOIN review_state st ON st.review_id = r.id AND ${BELIEVED('st')} AND st.valid @> $2::date
  WHERE r.academic_year = $3`;

const PEOPLE = `
  SELECT l.code AS lead, l.name, l.synthetic, json_build_object('lat', d.lat, 'lon', d.lon) AS home
  FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district`;

/** Seats of each term’s newest plan that lie ahead, where nobody holds that seat of the review. */
async function plannedSeats(
  manager: EntityManager,
  academicYear: string,
  { asAt, knownAt }: SeatMoment,
  held: readonly SeatFacts[],
): Promise<SeatFacts[]> {
  const plans: { termId: string; rows: PlanRow[] }[] = await manager.query(NEWEST_PLANS, [
    academicYear,
    knownAt,
  ]);
  if (plans.length === 0) return [];
  type Review = Pick<
    SeatFacts,
    'review' | 'urn' | 'school' | 'region' | 'academicYear' | 'isRemoved' | 'reviewState'
  > & { place: Place | null };
  const found: Review[] = await manager.query(REVIEWS, [knownAt, asAt, academicYear]);
  const people: (Pick<SeatFacts, 'lead' | 'name' | 'synthetic'> & { home: Place })[] =
    await manager.query(PEOPLE);
  const reviews = new Map(found.map((review) => [review.review, review]));
  const leads = new Map(people.map((person) => [person.lead, person]));
  const taken = new Set(
    held.filter((seat) => seatState(seat) !== null).map(({ review, role }) => `${review} ${role}`),
  );
  return plans.flatMap(({ termId, rows }) =>
    rows.flatMap((row) => {
      const review = reviews.get(row.review);
      const { week, window } = row;
      if (review === undefined || week === null || window === null) return [];
      if (firstDay({ week, window }) <= asAt) return [];
      return seatsOfRow(row).flatMap(({ role, lead }): SeatFacts[] => {
        const person = leads.get(lead);
        if (person === undefined || taken.has(`${row.review} ${role}`)) return [];
        const seat = { id: null, role, termId, week, window, events: [], isOpen: true };
        return [{ ...review, ...person, ...seat }];
      });
    }),
  );
}

function seatsOfRow({ lead, qualityAssurer, shadow }: PlanRow): { role: SeatRole; lead: string }[] {
  const seats = [
    ['LEAD', lead],
    ['QUALITY_ASSURER', qualityAssurer],
    ['SHADOW', shadow],
  ] as const;
  return seats.flatMap(([role, person]) => (person === null ? [] : [{ role, lead: person }]));
}
