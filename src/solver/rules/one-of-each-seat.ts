import type { PlanRule } from './plan-rule.js';

/** A review has at most one slot, one lead, one quality assurer and one shadow: one row. */
export const oneOfEachSeat: PlanRule = {
  name: 'oneOfEachSeat',
  title: 'A review has one lead, at most one quality assurer and one shadow, all in one window',
  breaches: ({ rows }) => {
    const seen = new Set<string>();
    const repeated = new Set<string>();
    for (const { review } of rows) (seen.has(review) ? repeated : seen).add(review);
    return [...repeated].map((review) => ({
      sentence: `${review} stands in the plan more than once.`,
      reviews: [review],
      people: [],
    }));
  },
};
