import { type EntityManager } from 'typeorm';
import { believedAt } from '../../audit/believed-at.js';
import { firstDay } from '../../calendar/slots.js';
import { type SeatEventKind, type SeatRole } from '../../commitments/counts.js';
import { inTurns } from '../../platform/turns.js';
import { homeOn, type Homes, homesOf } from './homes.js';
import { type SeatFacts } from './seat-facts.js';
import { seatState } from './seat-state.js';

const BELIEVED = (row: string): string => believedAt(row, '$1');

/**
 * Joined, not asked row by row: a year has thousands of seats, and one state of each review is believed. What is known of
 * schools and people is asked for once. A seat is one text, its fields behind tabs: of tens of thousands, to take columns
 * apart takes longer than to find them. It begins with what seats are ordered by, which is quicker done here.
 */
const SEATS = `
  SELECT concat_ws(E'\\t', s.week, r.code, s.role, s.id, r.urn, r.academic_year, s.term_id, l.code, s.review_window,
           (s.closed_at IS NULL OR s.closed_at > $1)::int, coalesce(r.removed_at <= $1, false)::int,
           coalesce(st.state, ''), coalesce(e.kinds, '')) AS seat
  FROM seat s
  JOIN review r ON r.id = s.review_id
  JOIN lead_reviewer l ON l.id = s.lead_id
  LEFT JOIN review_state st ON st.review_id = r.id AND ${BELIEVED('st')} AND st.valid @> $2::date
  LEFT JOIN (
    SELECT f.seat_id, string_agg(f.kind, ' ') AS kinds
    FROM seat_event f
    WHERE ${BELIEVED('f')} AND f.on_date <= $2::date AND ($3::text IS NULL OR f.seat_id IN (
      SELECT x.id FROM seat x JOIN review y ON y.id = x.review_id WHERE y.academic_year = $3))
    GROUP BY f.seat_id) e ON e.seat_id = s.id
  WHERE s.recorded_at <= $1 AND ($3::text IS NULL OR r.academic_year = $3)`;

export interface SeatMoment {
  asAt: string;
  /** ISO 8601 */
  knownAt: string;
}

/**
 * Every seat of a year, by week, review and role, those of the newest plans that lie ahead and were offered to nobody yet included.
 *
 * @param academicYear null: of all years, without plans
 */
export async function loadSeats(
  manager: EntityManager,
  academicYear: string | null,
  moment: SeatMoment,
): Promise<SeatFacts[]> {
  const { asAt, knownAt } = moment;
  const rows: { seat: string }[] = await manager.query(SEATS, [knownAt, asAt, academicYear]);
  const known = await knownBySeats(manager, knownAt);
  const eventsOf = readEvents();
  const lines = rows.map(({ seat }) => seat).sort();
  const seats = await inTurns(lines, (line) => seatOf(line, known, eventsOf));
  return academicYear === null
    ? seats
    : [...seats, ...(await plannedSeats(manager, academicYear, moment, { held: seats, ...known }))];
}

type OfSchool = Pick<SeatFacts, 'urn' | 'school' | 'region' | 'place'>;
type OfPerson = Pick<SeatFacts, 'lead' | 'name' | 'synthetic'> & Homes;
type Fields = [
  ...[week: string, review: string, role: SeatFacts['role'], id: string, urn: string],
  ...[academicYear: string, termId: string, lead: string, window: SeatFacts['window']],
  ...[isOpen: string, isRemoved: string, reviewState: string, kinds: string],
];

/** Field by field: of tens of thousands of seats, copying them whole takes three times as long. */
function seatOf(
  line: string,
  { schools, people }: KnownBySeats,
  eventsOf: (kinds: string) => SeatFacts['events'],
): SeatFacts {
  // prettier-ignore
  const [week, review, role, id, urn, academicYear, termId, lead, window, isOpen, isRemoved, reviewState, kinds] =
    line.split('\t') as Fields;
  const [school, person] = [schools.get(urn), people.get(lead)];
  if (!school || !person) throw new Error(`A seat is of nobody, or of no school: ${id}.`);
  return {
    id,
    review,
    urn,
    academicYear,
    termId,
    role,
    lead,
    week,
    window,
    isOpen: isOpen === '1',
    isRemoved: isRemoved === '1',
    reviewState: reviewState === '' ? null : reviewState,
    school: school.school,
    region: school.region,
    place: school.place,
    name: person.name,
    synthetic: person.synthetic,
    home: homeOn(person, { week, window }),
    events: eventsOf(kinds),
  };
}

interface KnownBySeats {
  /** By URN. */
  schools: ReadonlyMap<string, OfSchool>;
  /** By reference. */
  people: ReadonlyMap<string, OfPerson>;
}

const SCHOOLS = `
  SELECT urn, name AS school, region,
         CASE WHEN lat IS NOT NULL THEN json_build_object('lat', lat, 'lon', lon) END AS place
  FROM school`;

const PEOPLE = `
  SELECT l.code AS lead, l.name, l.synthetic, ${homesOf('$1')}
  FROM lead_reviewer l JOIN postcode_district d ON d.district = l.postcode_district`;

async function knownBySeats(manager: EntityManager, knownAt: string): Promise<KnownBySeats> {
  const schools: OfSchool[] = await manager.query(SCHOOLS);
  const people: OfPerson[] = await manager.query(PEOPLE, [knownAt]);
  return {
    schools: new Map(schools.map((school) => [school.urn, school])),
    people: new Map(people.map((person) => [person.lead, person])),
  };
}

/** Few things happen to seats, and to most the same: each list of kinds is read once. */
function readEvents(): (kinds: string) => SeatFacts['events'] {
  const known = new Map<string, SeatFacts['events']>();
  return (kinds) => {
    if (kinds === '') return [];
    const events =
      known.get(kinds) ?? kinds.split(' ').map((kind) => ({ kind: kind as SeatEventKind }));
    known.set(kinds, events);
    return events;
  };
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
  SELECT r.code AS review, r.urn, r.academic_year AS "academicYear",
         coalesce(r.removed_at <= $1, false) AS "isRemoved", st.state AS "reviewState"
  FROM review r
  LEFT JOIN review_state st ON st.review_id = r.id AND ${BELIEVED('st')} AND st.valid @> $2::date
  WHERE r.academic_year = $3`;

/** Seats of each term’s newest plan that lie ahead, where nobody holds that seat of the review. */
async function plannedSeats(
  manager: EntityManager,
  academicYear: string,
  { asAt, knownAt }: SeatMoment,
  { held, schools, people }: KnownBySeats & { held: readonly SeatFacts[] },
): Promise<SeatFacts[]> {
  const plans: { termId: string; rows: PlanRow[] }[] = await manager.query(NEWEST_PLANS, [
    academicYear,
    knownAt,
  ]);
  if (plans.length === 0) return [];
  type Review = Pick<SeatFacts, 'review' | 'urn' | 'academicYear' | 'isRemoved' | 'reviewState'>;
  const found: Review[] = await manager.query(REVIEWS, [knownAt, asAt, academicYear]);
  const reviews = new Map(found.map((review) => [review.review, review]));
  const taken = new Set(
    held.filter((seat) => seatState(seat) !== null).map(({ review, role }) => `${review} ${role}`),
  );
  return plans.flatMap(({ termId, rows }) =>
    rows.flatMap((row) => {
      const review = reviews.get(row.review);
      const { week, window } = row;
      const school = schools.get(review?.urn ?? '');
      if (!review || !school || week === null || window === null) return [];
      if (firstDay({ week, window }) <= asAt) return [];
      return seatsOfRow(row).flatMap(({ role, lead }): SeatFacts[] => {
        const person = people.get(lead);
        if (person === undefined || taken.has(`${row.review} ${role}`)) return [];
        const { name, synthetic } = person;
        const home = homeOn(person, { week, window });
        const seat = { id: null, role, termId, week, window, events: [], isOpen: true };
        return [{ ...review, ...school, lead, name, synthetic, home, ...seat }];
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
