/** What surrounds a generated problem: the term's weeks, and what has been decided before. */
import { DateTime } from 'luxon';
import { checkPlan } from '../../src/solver/check.js';
import { PLAN_FORMAT } from '../../src/solver/plan.js';
import type {
  Ban,
  ClosedSlot,
  Lead,
  Pin,
  Problem,
  Review,
  SeatRow,
  Slot,
  Week,
} from '../../src/solver/problem.js';
import type { SeededRandom } from '../seeded-random.js';

/** Half-term, and two weeks of Easter holidays. */
const HOLIDAYS = new Set(['2027-02-15', '2027-03-29', '2027-04-05']);

/** School weeks from 4 January 2027 on, without the holidays of spring. */
export function schoolWeeks(count: number): Week[] {
  const weeks: Week[] = [];
  for (
    let monday = DateTime.utc(2027, 1, 4);
    weeks.length < count;
    monday = monday.plus({ weeks: 1 })
  ) {
    const week = monday.toFormat('yyyy-MM-dd');
    if (!HOLIDAYS.has(week)) weeks.push(week);
  }
  return weeks;
}

/** The training day of 7 January, Good Friday, and the bank holiday of 3 May. */
export function closedSlots(weeks: Week[]): ClosedSlot[] {
  const closed: ClosedSlot[] = [
    { week: '2027-01-04', window: 'WED_FRI', reason: 'Training day, 7 January' },
    { week: '2027-03-22', window: 'WED_FRI', reason: 'Good Friday, 26 March' },
    { week: '2027-05-03', window: 'MON_WED', reason: 'Early May bank holiday' },
  ];
  return closed.filter(({ week }) => weeks.includes(week));
}

/**
 * Up to `count` reviews led by people who may, each person at most once, so that the rows break no
 * rule together whatever the limits: they can be pinned or published.
 */
export function permittedRows(problem: Problem, count: number, random: SeededRandom): SeatRow[] {
  const free = random.sample(
    problem.leads.filter(({ roles, isNew }) => roles.includes('LEAD') && !isNew),
    problem.leads.length,
  );
  const rows: SeatRow[] = [];
  for (const review of random.sample(problem.reviews, problem.reviews.length)) {
    if (rows.length >= count) break;
    for (const slot of random.sample(review.windows, review.windows.length)) {
      const index = free.findIndex((person) => mayLead(problem, person, review, slot));
      const [person] = index < 0 ? [] : free.splice(index, 1);
      if (person === undefined) continue;
      rows.push(ledBy(review, slot, person));
      break;
    }
  }
  const place = new Map(problem.reviews.map(({ id }, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.review) ?? 0) - (place.get(b.review) ?? 0));
}

function ledBy(review: Review, { week, window }: Slot, { id }: Lead): SeatRow {
  return { review: review.id, week, window, lead: id, qualityAssurer: null, shadow: null };
}

/** Asks the checker, of a problem cut down to the two of them. */
function mayLead(problem: Problem, person: Lead, review: Review, slot: Slot): boolean {
  const two: Problem = { ...problem, leads: [person], reviews: [review] };
  const { faults } = checkPlan(
    two,
    {
      format: PLAN_FORMAT,
      problem: '',
      status: 'FEASIBLE',
      aims: [],
      reviews: [ledBy(review, slot, person)],
      conflict: [],
    },
    '',
  );
  // The plan states no aims, which the checker says in one sentence; anything more is about the seat.
  return faults.length === 1;
}

/** A pin on the lead and the slot. Throws a TypeError for a row without them. */
export function pinOf({ review, lead, week, window }: SeatRow): Pin {
  if (lead === null || week === null || window === null) {
    throw new TypeError(`Review ${review} has nothing to pin`);
  }
  return { review, lead, week, window };
}

/** Bans of single reviews and of single weeks, on people whom no pin names. */
export function bansOf(
  { leads, reviews, weeks }: Problem,
  pins: Pin[],
  count: number,
  random: SeededRandom,
): Ban[] {
  const pinned = new Set(pins.map(({ lead }) => lead));
  const others = leads.filter(({ id }) => !pinned.has(id));
  if (others.length === 0 || reviews.length === 0) return [];
  return Array.from({ length: count }, () => {
    const lead = random.pick(others).id;
    return random.chance(0.7)
      ? { lead, review: random.pick(reviews).id }
      : { lead, week: random.pick(weeks) };
  });
}
