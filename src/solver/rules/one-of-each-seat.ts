import type { PlanRule } from './plan-rule.js';

/** A review has at most one slot, one lead, one quality assurer and one shadow: one row. */
export const oneOfEachSeat: PlanRule = {
  name: 'oneOfEachSeat',
  title: 'A review has one lead, at most one quality assurer and one shadow, all in one window',
  breaches: ({ rows }) => {
    const reviews = rows.map((row) => row.review);
    const repeated = new Set(reviews.filter((review, i) => reviews.indexOf(review) !== i));
    return [...repeated].map((review) => ({
      sentence: `${review} stands in the plan more than once.`,
      reviews: [review],
      people: [],
    }));
  },
};
