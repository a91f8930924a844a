import { disturbedBetween } from '../disturbance.js';
import type { AimName, AimResult } from '../plan.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import type { FreedSeat } from './change.js';

/** A problem and a plan of it. */
export interface Planned {
  problem: Problem;
  /** One row a review, in the problem's order. */
  rows: readonly SeatRow[];
}

/** An aim without the changes, and with them; integers in the aim's own unit. */
export interface AimEffect {
  aim: AimName;
  before: number;
  after: number;
  /** What no plan with the changes can be better than; `after` itself where it is proven. */
  bound: number;
}

/** One person's reviews without the changes, and with them. */
export interface PersonEffect {
  person: string;
  /** `JOINS`: only with the changes. */
  presence: 'BOTH' | 'JOINS';
  /** Of the year: the minimum, and what is led already as far as the problem does not show it. */
  minimum: number;
  done: number;
  before: Load;
  after: Load;
  /** Whether any seat of theirs (review, seat, slot) differs. */
  moves: boolean;
}

export interface Load {
  /** Reviews led in the plan. */
  led: number;
  /** How many are wanted of them in the problem's weeks. */
  target: number;
  /** Reviews short of that: max(0, target − led). */
  short: number;
}

/** Where a review is, in one plan or the other. */
export interface ReviewEffect {
  review: string;
  before: SeatRow | null;
  after: SeatRow | null;
}

/** What changes do to the best plan. */
export interface ScenarioEffect {
  aims: AimEffect[];
  covered: { before: number; after: number };
  /** Reviews of the problem. */
  reviews: { before: number; after: number };
  /** Had a lead and have none, though the review is still due. */
  lost: ReviewEffect[];
  /** Had no lead and have one; those that the changes add among them. */
  gained: ReviewEffect[];
  /** Have a lead in both plans, and another slot or person in any seat. */
  moved: ReviewEffect[];
  /** Due only with the changes. */
  added: string[];
  /** Due only without them. */
  dropped: string[];
  freed: FreedSeat[];
  /** Everybody who may lead or of whom reviews are wanted, in the order of the problem. */
  people: PersonEffect[];
}

/**
 * The difference between two plans, each of its own problem: nothing is solved.
 *
 * @param aims of the plan after, as it was solved
 * @param before values of the plan before
 */
export function effectOf(
  before: Planned & { values: ReadonlyMap<AimName, number> },
  after: Planned & { aims: readonly AimResult[] },
  freed: readonly FreedSeat[],
): ScenarioEffect {
  const [was, is] = [byReview(before.rows), byReview(after.rows)];
  const reviews = [...new Set([...was.keys(), ...is.keys()])].map((review): ReviewEffect => ({
    review,
    before: was.get(review) ?? null,
    after: is.get(review) ?? null,
  }));
  const hadLead = ({ before: row }: ReviewEffect): boolean => (row?.lead ?? null) !== null;
  const hasLead = ({ after: row }: ReviewEffect): boolean => (row?.lead ?? null) !== null;
  return {
    aims: after.aims.map(({ aim, value, bound }) => ({
      aim,
      before: before.values.get(aim) ?? 0,
      after: value ?? 0,
      bound: bound ?? 0,
    })),
    covered: {
      before: reviews.filter(hadLead).length,
      after: reviews.filter(hasLead).length,
    },
    reviews: { before: before.rows.length, after: after.rows.length },
    lost: reviews.filter((each) => each.after !== null && hadLead(each) && !hasLead(each)),
    gained: reviews.filter((each) => !hadLead(each) && hasLead(each)),
    moved: reviews.filter((each) => hadLead(each) && hasLead(each) && !isSameRow(each)),
    added: reviews.filter((each) => each.before === null).map(({ review }) => review),
    dropped: reviews.filter((each) => each.after === null).map(({ review }) => review),
    freed: [...freed],
    people: peopleBetween(before, after),
  };
}

function byReview(rows: readonly SeatRow[]): Map<string, SeatRow> {
  return new Map(rows.map((row) => [row.review, row]));
}

function isSameRow({ before, after }: ReviewEffect): boolean {
  const parts = (row: SeatRow | null): string =>
    JSON.stringify([row?.week, row?.window, row?.lead, row?.qualityAssurer, row?.shadow]);
  return parts(before) === parts(after);
}

function peopleBetween(before: Planned, after: Planned): PersonEffect[] {
  const known = new Map(before.problem.leads.map((lead) => [lead.id, lead]));
  const moved = new Set(disturbedBetween(after.problem, before.rows, after.rows));
  const [was, is] = [ledByPerson(before.rows), ledByPerson(after.rows)];
  return after.problem.leads.flatMap((lead): PersonEffect[] => {
    const earlier = known.get(lead.id);
    if (!counts(lead) && !(earlier && counts(earlier))) return [];
    return [
      {
        person: lead.id,
        presence: earlier ? 'BOTH' : 'JOINS',
        minimum: lead.commitment.minimum,
        done: lead.commitment.done,
        before: loadOf(earlier, was),
        after: loadOf(lead, is),
        moves: moved.has(lead.id),
      },
    ];
  });
}

function counts({ roles, commitment }: Lead): boolean {
  return roles.includes('LEAD') || commitment.target > 0;
}

function loadOf(lead: Lead | undefined, ledBy: ReadonlyMap<string, number>): Load {
  if (lead === undefined) return { led: 0, target: 0, short: 0 };
  const led = ledBy.get(lead.id) ?? 0;
  const { target } = lead.commitment;
  return { led, target, short: Math.max(0, target - led) };
}

function ledByPerson(rows: readonly SeatRow[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { lead } of rows) if (lead !== null) counted.set(lead, (counted.get(lead) ?? 0) + 1);
  return counted;
}
