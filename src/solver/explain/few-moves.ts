import { valueOf } from '../aims/aims.js';
import { AIMS } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { seatsOf } from '../rules/plan-rule.js';
import { breachesOf } from '../rules/plan-rules.js';
import { movesBetween } from './moves.js';

/** Larger tangles of moves are left as they are: trying parts of them would take too long. */
const MOST_REVIEWS = 60;
/** Two parts are put back together only in tangles of so many reviews. */
const MOST_REVIEWS_FOR_PAIRS = 16;

/**
 * A plan as good as `found` that keeps more of `given`, by a cheap pass: wherever putting reviews back as they were
 * breaks no rule and leaves every aim as it is, they are put back.
 *
 * Moves that share nobody do not touch each other: each tangle of moves linked by people is put back as a whole where
 * that costs nothing (between a best plan and a best plan with one thing more asked of it, all but the tangle of that
 * thing can). What is left is tried piece by piece. The result is one plan with few moves, not always the fewest.
 *
 * @param problem the problem that `found` keeps; `given` need not
 * @param given,found plans of that problem's reviews, their rows in the same order
 */
export function withFewMoves(
  problem: Problem,
  given: readonly SeatRow[],
  found: readonly SeatRow[],
): SeatRow[] {
  const givenRows = new Map(given.map((row) => [row.review, row]));
  const rows = new Map(found.map((row) => [row.review, row]));
  for (const tangle of tanglesOf(given, found)) {
    new Tangle(problem, givenRows, rows, tangle).putBack();
  }
  return found.map((row) => rows.get(row.review) ?? row);
}

type Rows = Map<string, SeatRow>;

/** Reviews that move, those linked by a person together. */
function tanglesOf(given: readonly SeatRow[], found: readonly SeatRow[]): string[][] {
  const tangles = new Map<string, string[]>();
  const tangleOfPerson = new Map<string, string>();
  for (const { review, before, after } of movesBetween(given, found).reviews) {
    const people = [...seatsOf(before), ...seatsOf(after)].map(({ person }) => person);
    const linked = new Set(people.flatMap((person) => tangleOfPerson.get(person) ?? []));
    const reviews = [review, ...[...linked].flatMap((name) => tangles.get(name) ?? [])];
    for (const name of linked) tangles.delete(name);
    tangles.set(review, reviews);
    for (const [person, name] of tangleOfPerson) {
      if (linked.has(name)) tangleOfPerson.set(person, review);
    }
    for (const person of people) tangleOfPerson.set(person, review);
  }
  return [...tangles.values()];
}

/** One tangle, judged by the people in it alone: nobody else's seats change. */
class Tangle {
  private readonly part: Problem;
  private readonly fixed: SeatRow[];
  private readonly values: string;

  /** @param rows the plan as it stands; what can be put back is, in it */
  constructor(
    problem: Problem,
    private readonly given: Rows,
    private readonly rows: Rows,
    private readonly reviews: readonly string[],
  ) {
    const moving = new Set(reviews);
    const seatsIn = (row: SeatRow | undefined): string[] =>
      row === undefined ? [] : seatsOf(row).map(({ person }) => person);
    const people = new Set(
      reviews.flatMap((review) => [...seatsIn(given.get(review)), ...seatsIn(rows.get(review))]),
    );
    this.fixed = [...rows.values()].filter(
      (row) => !moving.has(row.review) && seatsIn(row).some((person) => people.has(person)),
    );
    const seated = new Set([...people, ...this.fixed.flatMap(seatsIn)]);
    const around = new Set([...reviews, ...this.fixed.map(({ review }) => review)]);
    this.part = {
      ...problem,
      leads: problem.leads.filter(({ id }) => seated.has(id)),
      reviews: problem.reviews.filter(({ id }) => around.has(id)),
      pins: problem.pins.filter(({ review }) => around.has(review)),
    };
    this.values = this.valuesOf(this.rowsWith([]));
  }

  putBack(): void {
    if (this.tryBack(this.reviews)) return;
    if (this.reviews.length > MOST_REVIEWS) return;
    while (this.putOneBack()) continue;
  }

  /** Whether something more could be put back. */
  private putOneBack(): boolean {
    const moving = this.reviews.filter(
      (review) => this.rows.get(review) !== this.given.get(review),
    );
    const pieces = moving.map((review) => this.withCollisions(review, moving));
    if (pieces.some((piece) => this.tryBack(piece))) return true;
    if (moving.length > MOST_REVIEWS_FOR_PAIRS) return false;
    return pieces.some((piece, index) =>
      pieces.slice(index + 1).some((other) => this.tryBack([...new Set([...piece, ...other])])),
    );
  }

  /** A review and all that must be put back with it, since its people cannot be in two places in one week. */
  private withCollisions(review: string, moving: readonly string[]): string[] {
    const piece = new Set([review]);
    for (const each of piece) {
      const back = this.given.get(each);
      if (!back) continue;
      const people = new Set(seatsOf(back).map(({ person }) => person));
      for (const other of moving) {
        const row = this.rows.get(other);
        if (row?.week !== back.week || row.week === null) continue;
        if (seatsOf(row).some(({ person }) => people.has(person))) piece.add(other);
      }
    }
    return [...piece];
  }

  /** Puts these back if that keeps every rule and every value. */
  private tryBack(reviews: readonly string[]): boolean {
    const rows = this.rowsWith(reviews);
    if (breachesOf(this.part, rows).length > 0 || this.valuesOf(rows) !== this.values) return false;
    for (const row of rows) this.rows.set(row.review, row);
    return true;
  }

  private rowsWith(back: readonly string[]): SeatRow[] {
    const moving = this.reviews.flatMap((review) => {
      const row = (back.includes(review) ? this.given : this.rows).get(review);
      return row === undefined ? [] : [row];
    });
    return [...moving, ...this.fixed];
  }

  private valuesOf(rows: readonly SeatRow[]): string {
    const values = valueOf(this.part, rows);
    return AIMS.map((aim) => values.get(aim)).join(' ');
  }
}
