import { type Role, type SeatRow } from '../../solver/problem.js';
import { type Breach, type LedRow, seatsOf, viewPlan } from '../../solver/rules/plan-rule.js';
import { breachesIn } from '../../solver/rules/plan-rules.js';
import { emptyRow } from '../../solver/empty-rows.js';
import { seatRules } from '../../solver/rules/seat-rules.js';
import { type HomeFacts, ledRows } from './home-facts.js';

/**
 * The newest plan held against the registers as they stand today. It kept every rule when it was saved, so
 * whatever is wrong with it now came since: an illness, a decline, a conflict, a gate, a school's change of mind.
 */

/** A seat of the plan that a fact recorded since forbids. */
export interface LostSeat {
  row: LedRow;
  role: Role;
  person: string;
  /** Broken rules about this seat alone, in their order; none where the person takes no part in the term any more. */
  breaches: Breach[];
}

export interface PlanToday {
  lost: LostSeat[];
  /** Planned rows whose review is not in the term's problem any more. */
  gone: SeatRow[];
  /** Broken rules about several seats together, such as rest. */
  together: Breach[];
}

/** Weeks that have begun are past mending: they are left out, though their seats count towards rest and limits. */
export function planToday(facts: HomeFacts): PlanToday {
  const { problem, today } = facts;
  const planned = ledRows(facts.plan);
  const reviews = new Set(problem.reviews.map(({ id }) => id));
  const isAhead = ({ week }: SeatRow): boolean => week !== null && week > today;
  const ahead = [...planned.values()].filter(isAhead).filter(isLed);
  const known = ahead.filter(({ review }) => reviews.has(review));
  const people = new Set(problem.leads.map(({ id }) => id));
  const missing = known.flatMap((row) =>
    seatsOf(row)
      .filter(({ person }) => !people.has(person))
      .map(({ role, person }): LostSeat => ({ row, role, person, breaches: [] })),
  );
  const rows = problem.reviews.map(
    ({ id }) => withKnownPeople(planned.get(id), people) ?? emptyRow(id),
  );
  const breaches = breachesIn(viewPlan(problem, rows)).filter(({ reviews: concerned }) =>
    known.some(({ review }) => concerned.includes(review)),
  );
  const lost = [...missing, ...known.flatMap((row) => lostSeats(row, breaches))];
  const told = new Set(lost.map(({ row }) => row.review));
  return {
    lost,
    gone: ahead.filter(({ review }) => !reviews.has(review)),
    // What follows from a lost seat goes with it.
    together: breaches.filter(
      (breach) => !isAboutOneSeat(breach) && !breach.reviews.some((review) => told.has(review)),
    ),
  };
}

function isLed(row: SeatRow): row is LedRow {
  return row.lead !== null && row.week !== null && row.window !== null;
}

/** A row whose people the problem all knows; undefined without a lead, since then there is nobody to sit beside. */
function withKnownPeople(
  row: SeatRow | undefined,
  people: ReadonlySet<string>,
): SeatRow | undefined {
  if (row?.lead === undefined || row.lead === null || !people.has(row.lead)) return undefined;
  const known = (person: string | null): string | null =>
    person !== null && people.has(person) ? person : null;
  return { ...row, qualityAssurer: known(row.qualityAssurer), shadow: known(row.shadow) };
}

/** The rules about one seat alone. */
const ABOUT_ONE_SEAT: ReadonlySet<string> = new Set(seatRules.map(({ name }) => name));

function isAboutOneSeat({ rule }: Breach): boolean {
  return ABOUT_ONE_SEAT.has(rule);
}

function lostSeats(row: LedRow, breaches: readonly Breach[]): LostSeat[] {
  return seatsOf(row).flatMap(({ role, person }) => {
    const own = breaches.filter(
      (breach) =>
        isAboutOneSeat(breach) &&
        breach.reviews.includes(row.review) &&
        breach.people.includes(person),
    );
    return own.length === 0 ? [] : [{ row, role, person, breaches: own }];
  });
}
