import type { Candidate } from './candidates.js';
import type { PersonColumns } from './disturbance.js';
import { append } from './grouping.js';
import type { ColumnBounds } from './model.js';

/**
 * What follows from how few people may be disturbed: whoever cannot be has what they had, and nobody else has that; a new
 * seat that disturbs more people than may be is not to be had.
 */
export class DisturbanceBudget {
  /** For each seating that somebody did not have: the people it disturbs, by number, the one who takes it first. */
  private readonly disturbedBy = new Map<number, number[]>();

  /** @param people those of the problem, in its order; candidate i is column i */
  constructor(
    candidates: readonly Candidate[],
    private readonly people: readonly PersonColumns[],
  ) {
    const had = new Map<number, Candidate[]>();
    for (const person of people) {
      for (const i of person.had) {
        const candidate = candidates[i] as Candidate;
        append(had, candidate.review, candidate);
      }
    }
    for (const person of people) {
      for (const i of person.fresh) {
        const candidate = candidates[i] as Candidate;
        const displaced = (had.get(candidate.review) ?? [])
          .filter((each) => isDisplaced(each, candidate))
          .map(({ lead }) => lead);
        this.disturbedBy.set(i, [...new Set([candidate.lead, ...displaced])]);
      }
    }
  }

  /**
   * Narrows the bounds to what plans within them can use that disturb at most so many people.
   *
   * @param most how many people may be disturbed
   */
  tighten(most: number, { columnLower: lower, columnUpper: upper }: ColumnBounds): void {
    const { people } = this;
    const isOpen = (number: number): boolean => lower[people[number]?.column ?? 0] === 0;
    const left = most - people.filter((_, number) => !isOpen(number)).length;
    for (const [number, { column, had, fresh }] of people.entries()) {
      if (isOpen(number) && left <= 0) upper[column] = 0;
      const canBe = upper[column] !== 0;
      if (!canBe) for (const i of had) lower[i] = 1;
      for (const i of fresh) {
        if (!canBe || this.costOf(i, isOpen, upper) > left) upper[i] = 0;
      }
    }
  }

  /** How many people more a new seat disturbs; infinite where it disturbs somebody who cannot be. */
  private costOf(
    seating: number,
    isOpen: (number: number) => boolean,
    upper: Float64Array,
  ): number {
    let cost = 0;
    for (const number of this.disturbedBy.get(seating) ?? []) {
      if (upper[this.people[number]?.column ?? 0] === 0) return Infinity;
      if (isOpen(number)) cost++;
    }
    return cost;
  }
}

/** Whether somebody loses the seat that they had on a review when another seating is taken there. */
function isDisplaced(had: Candidate, by: Candidate): boolean {
  const isOtherSlot = had.week !== by.week || had.slot.window !== by.slot.window;
  return had.role === by.role || isOtherSlot;
}
