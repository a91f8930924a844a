import type { MilpEngine } from '../milp/milp.js';
import { type LeadSupply, leadSupply } from '../preflight/lead-supply.js';
import { Matching } from '../preflight/matching.js';
import { assurerFindings } from '../preflight/second-findings.js';
import { assurerSeats } from '../preflight/second-seats.js';
import { seatOptions } from '../preflight/seat-options.js';
import type { Problem, Review, SeatRow } from '../problem.js';
import { solve } from '../solve.js';
import { withoutPoints } from './without-points.js';

/**
 * The most of some reviews that have a lead in any plan that keeps the rules and pins, whatever becomes of all the others:
 * what the leads could do there if nothing else were asked of them but what is pinned.
 *
 * A plan at hand gives a lower bound, the flow of the pre-flight an upper one (`docs/model.md`, "Pre-flight"). Where they
 * differ the problem is solved with every such review worth more than all the others together.
 */
export class MostLed {
  private readonly supply: LeadSupply;
  private readonly isLed: readonly boolean[];
  private readonly pinned: readonly number[];

  /** @param rows a plan that keeps the rules and pins */
  constructor(
    private readonly problem: Problem,
    rows: readonly SeatRow[],
    private readonly engine: MilpEngine,
  ) {
    const seats = seatOptions(problem);
    const { never } = assurerFindings(problem, assurerSeats(problem, seats));
    this.supply = leadSupply(problem, seats, never);
    this.isLed = rows.map(({ lead }) => lead !== null);
    const pinned = new Set(problem.pins.map(({ review }) => review));
    this.pinned = problem.reviews.flatMap(({ id }, index) => (pinned.has(id) ? [index] : []));
  }

  /** @param reviews indexes into the problem's reviews, each once */
  of(reviews: readonly number[]): number {
    const least = reviews.filter((index) => this.isLed[index]).length;
    return least === reviews.length || least === this.boundOf(reviews)
      ? least
      : this.solvedOf(reviews);
  }

  /** Pinned reviews are seated first: some plan leads them all, so the rest comes on top. */
  private boundOf(reviews: readonly number[]): number {
    const { supply, options } = this.supply;
    const matching = new Matching(supply, options);
    for (const index of this.pinned) matching.seat(index);
    for (const index of reviews) if (!matching.isSeated(index)) matching.seat(index);
    return reviews.filter((index) => matching.isSeated(index)).length;
  }

  private solvedOf(reviews: readonly number[]): number {
    const { problem } = this;
    const theirs = new Set(reviews.map((index) => (problem.reviews[index] as Review).id));
    const kept = this.reviewsThatMatter(theirs);
    const worth = (id: string): number => (theirs.has(id) ? kept.length + 1 : 1);
    const { reviews: rows } = solve(
      {
        ...withoutPoints(problem),
        reviews: kept.map((review) => ({ ...review, priority: worth(review.id) })),
        published: [],
      },
      this.engine,
    );
    return rows.filter(({ review, lead }) => lead !== null && theirs.has(review)).length;
  }

  /** Seats on other reviews can be taken away from any plan, as long as no new lead needs to be assured there. */
  private reviewsThatMatter(theirs: ReadonlySet<string>): Review[] {
    const { leads, reviews, pins } = this.problem;
    if (leads.some(({ isNew }) => isNew)) return reviews;
    const pinned = new Set(pins.map(({ review }) => review));
    return reviews.filter(({ id }) => theirs.has(id) || pinned.has(id));
  }
}
