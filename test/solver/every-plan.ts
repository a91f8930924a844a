/** Every legal plan of a tiny problem: what a re-plan with a budget is tested against. */
import type { Problem, SeatRow } from '../../src/solver/problem.js';
import { type Choice, choicesOfReview } from './choices.js';
import { type LegalPlan, legalPlan } from './random-plans.js';

/** @returns null where there are more combinations than `most` to look at */
export function everyPlan(problem: Problem, most: number): LegalPlan[] | null {
  const choices = problem.reviews.map((review) => choicesOfReview(problem, review, problem.pins));
  if (choices.reduce((product, each) => product * each.length, 1) > most) return null;
  const plans: LegalPlan[] = [];
  const extend = (taken: readonly Choice[]): void => {
    const next = choices[taken.length];
    if (next === undefined) {
      const plan = legalPlan(problem, rowsOf(problem, taken));
      if (plan) plans.push(plan);
      return;
    }
    for (const choice of next) {
      const clashes = taken.some(
        ({ week, people }) =>
          week === choice.week && people.some((person) => choice.people.includes(person)),
      );
      if (!clashes) extend([...taken, choice]);
    }
  };
  extend([]);
  return plans;
}

function rowsOf(problem: Problem, taken: readonly Choice[]): SeatRow[] {
  const nobody = { week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
  return problem.reviews.map(({ id }, i) => taken[i]?.row ?? { review: id, ...nobody });
}
