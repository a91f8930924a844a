/**
 * The best plan of a tiny problem by trying every plan: the third reading of problem-format.md,
 * sharing nothing with the solver's model nor with the checker.
 *
 * Each review is reduced to its list of choices (nobody, or a lead with a slot and perhaps one more
 * person), judged alone; a depth-first search over the reviews then keeps what people share: weeks,
 * term, rest, one shadow seat, one assured review for a new lead. Meant for about five people,
 * four reviews and four weeks.
 */
import type { Pin, Problem, SeatRow } from '../../src/solver/problem.js';
import { type Choice, choicesOfReview, reviewOfTheYear } from './choices.js';

export type BruteForceResult =
  | {
      status: 'OPTIMAL';
      /** The seven aims' values in their order. */
      values: number[];
      /** One of the plans that attain them, in the problem's order of reviews. */
      rows: SeatRow[];
    }
  | {
      status: 'INFEASIBLE';
      /** How many pins the smallest set has that cannot hold together. */
      smallestConflict: number;
    };

/** Coverage and shadowing are wanted large; every aim is searched as if wanted small. */
const SIGNS = [-1, 1, -1, 1, 1, 1, 1];

/** The lexicographically best values of the seven aims, or how small a set of pins rules all plans out. */
export function bruteForce(problem: Problem): BruteForceResult {
  const best = new Search(problem, problem.pins).best();
  if (best === null) return { status: 'INFEASIBLE', smallestConflict: smallestConflict(problem) };
  return {
    status: 'OPTIMAL',
    values: best.cost.map((cost, aim) => cost * (SIGNS[aim] ?? 1) + 0),
    rows: problem.reviews.map((review, index) => {
      const choice = best.choices[index];
      return choice?.row ?? emptyRow(review.id);
    }),
  };
}

/** Whether some plan keeps every rule and these pins, whatever the problem's own pins are. */
export function canHoldTogether(problem: Problem, pins: readonly Pin[]): boolean {
  return new Search(problem, pins).anyPlan();
}

function smallestConflict(problem: Problem): number {
  for (let size = 1; size <= problem.pins.length; size += 1) {
    for (const pins of subsets(problem.pins, size)) {
      if (!canHoldTogether(problem, pins)) return size;
    }
  }
  throw new Error('All pins hold together, yet there was no plan: the brute force is wrong.');
}

function* subsets<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, first] of items.entries()) {
    for (const rest of subsets(items.slice(index + 1), size - 1)) yield [first, ...rest];
  }
}

interface Found {
  cost: number[];
  choices: Choice[];
}

/** What one person has been given so far. */
interface Load {
  /** Bit w is set when they have a seat in weeks[w]. */
  weeks: number;
  led: number;
  assuredAsLead: number;
  shadowed: number;
}

class Search {
  private readonly choices: Choice[][];
  /** rest[i]: no completion of the reviews from i on costs less. */
  private readonly leastFrom: number[][];
  private readonly loads: Load[];
  private readonly runsByPerson: number[][];
  private found: Found | null = null;

  constructor(
    private readonly problem: Problem,
    pins: readonly Pin[],
  ) {
    const { leads, reviews, weeks } = problem;
    this.loads = leads.map(() => ({ weeks: 0, led: 0, assuredAsLead: 0, shadowed: 0 }));
    this.runsByPerson = leads.map(({ limits }) => runsOfWeeks(weeks.length, limits.restWeeks));
    this.choices = reviews.map((review) =>
      choicesOfReview(problem, review, pins).sort((a, b) => compare(a.leastCost, b.leastCost)),
    );
    this.leastFrom = [...this.choices, []].map(() => SIGNS.map(() => 0));
    for (let index = reviews.length - 1; index >= 0; index -= 1) {
      const least = this.choices[index]?.[0]?.leastCost ?? [];
      this.leastFrom[index] = add(this.leastFrom[index + 1] ?? [], least);
    }
  }

  best(): Found | null {
    this.extend([], this.startingCost(), false);
    return this.found;
  }

  anyPlan(): boolean {
    this.extend([], this.startingCost(), true);
    return this.found !== null;
  }

  /** Before any review is led everybody with role `LEAD` is short of their whole target. */
  private startingCost(): number[] {
    const short = this.problem.leads
      .filter(({ roles }) => roles.some((role) => role === 'LEAD'))
      .reduce((total, { commitment }) => total + commitment.target, 0);
    return [0, 0, 0, short, 0, 0, 0];
  }

  private extend(taken: Choice[], cost: number[], anyWillDo: boolean): void {
    if (anyWillDo && this.found) return;
    if (
      this.found &&
      compare(add(cost, this.leastFrom[taken.length] ?? []), this.found.cost) >= 0
    ) {
      return;
    }
    const choices = this.choices[taken.length];
    if (choices === undefined) {
      if (this.everyNewLeadIsAssured()) this.found = { cost, choices: taken };
      return;
    }
    for (const choice of choices) {
      if (!this.fits(choice)) continue;
      const shared = this.sharedCost(choice);
      this.take(choice, 1);
      this.extend([...taken, choice], add(add(cost, choice.ownCost), shared), anyWillDo);
      this.take(choice, -1);
    }
  }

  private everyNewLeadIsAssured(): boolean {
    return this.loads.every(
      ({ led, assuredAsLead }, person) =>
        !this.problem.leads[person]?.isNew || led === 0 || assuredAsLead > 0,
    );
  }

  private fits(choice: Choice): boolean {
    const bit = 2 ** choice.week;
    for (const person of choice.people) {
      const load = this.loads[person];
      const limits = this.problem.leads[person]?.limits;
      if (!load || !limits) throw new Error(`No person ${person}`);
      if ((load.weeks & bit) !== 0) return false;
      const weeks = load.weeks | bit;
      if (bitsIn(weeks) > limits.term) return false;
      const runs = this.runsByPerson[person] ?? [];
      if (runs.some((run) => bitsIn(weeks & run) > limits.restReviews)) return false;
    }
    return choice.shadow === null || this.loads[choice.shadow]?.shadowed === 0;
  }

  /** Commitment and balance: what this review costs its lead depends on the others they lead. */
  private sharedCost(choice: Choice): number[] {
    const cost = SIGNS.map(() => 0);
    if (choice.lead === null) return cost;
    const person = this.problem.leads[choice.lead];
    const led = this.loads[choice.lead]?.led ?? 0;
    if (!person) throw new Error(`No person ${choice.lead}`);
    cost[3] = led < person.commitment.target ? -1 : 0;
    cost[4] = reviewOfTheYear(person.commitment.done + led + 1, person.commitment.minimum);
    return cost;
  }

  private take(choice: Choice, sign: 1 | -1): void {
    for (const person of choice.people) {
      const load = this.loads[person];
      if (load) load.weeks ^= 2 ** choice.week;
    }
    const lead = choice.lead === null ? undefined : this.loads[choice.lead];
    if (lead) {
      lead.led += sign;
      if (choice.assurer !== null) lead.assuredAsLead += sign;
    }
    const shadow = choice.shadow === null ? undefined : this.loads[choice.shadow];
    if (shadow) shadow.shadowed += sign;
  }
}

/** Each run of `length` neighbours among `count` weeks as a bit mask; too long a run is all of them. */
function runsOfWeeks(count: number, length: number): number[] {
  if (length >= count) return [2 ** count - 1];
  return Array.from({ length: count - length + 1 }, (_, start) => (2 ** length - 1) * 2 ** start);
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value + (b[index] ?? 0));
}

/** Lexicographic: below 0 when `a` is the smaller. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function emptyRow(review: string): SeatRow {
  return { review, week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
}
