import type { SeatRow } from '../problem.js';
import { seatsOf } from '../rules/plan-rule.js';

/** A review that two plans do not seat alike. */
export interface Move {
  review: string;
  differs: ('LEAD' | 'SLOT' | 'QUALITY_ASSURER' | 'SHADOW')[];
  before: SeatRow;
  after: SeatRow;
}

/** Who else moves when one plan takes another's place. */
export interface Moves {
  /** In the order of the problem's reviews. */
  reviews: Move[];
  /** Everybody who gets, loses or changes a seat, or its date; in code-point order. */
  people: string[];
}

/** @param before,after two plans of one problem, their rows in the same order */
export function movesBetween(before: readonly SeatRow[], after: readonly SeatRow[]): Moves {
  const reviews = before.flatMap((row, index): Move[] => {
    const other = after[index] ?? row;
    const differs = differences(row, other);
    return differs.length === 0 ? [] : [{ review: row.review, differs, before: row, after: other }];
  });
  return { reviews, people: [...new Set(reviews.flatMap(peopleOf))].sort() };
}

/** The plan that a plan becomes by moves. */
export function afterMoves(before: readonly SeatRow[], { reviews }: Moves): SeatRow[] {
  const moved = new Map(reviews.map(({ review, after }) => [review, after]));
  return before.map((row) => moved.get(row.review) ?? row);
}

function differences(a: SeatRow, b: SeatRow): Move['differs'] {
  const differs: Move['differs'] = [];
  if (a.lead !== b.lead) differs.push('LEAD');
  if (a.week !== b.week || a.window !== b.window) differs.push('SLOT');
  if (a.qualityAssurer !== b.qualityAssurer) differs.push('QUALITY_ASSURER');
  if (a.shadow !== b.shadow) differs.push('SHADOW');
  return differs;
}

function peopleOf({ differs, before, after }: Move): string[] {
  const [was, is] = [seatsOf(before), seatsOf(after)];
  const people = [...was, ...is].map(({ person }) => person);
  if (differs.includes('SLOT')) return people;
  const seatIn = (seats: typeof was, person: string): string | undefined =>
    seats.find((seat) => seat.person === person)?.role;
  return people.filter((person) => seatIn(was, person) !== seatIn(is, person));
}
