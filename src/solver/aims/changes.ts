import type { Problem, SeatRow } from '../problem.js';
import { nothing, type Aim } from './aim.js';

/**
 * Over the published rows that name a lead and whose review is in the problem: 1 if the lead
 * differs or is none, plus 1 if the slot differs or is none.
 */
export const changes: Aim = {
  name: 'changes',
  title: 'Published leads and dates that change',
  sense: 'MIN',
  start: (problem) => 2 * publishedByReview(problem).size,
  seatValues: (problem) => {
    const published = publishedByReview(problem);
    return ({ role, lead, review, slot }) => {
      const row = role === 'LEAD' ? published.get(review.id) : undefined;
      if (!row) return 0;
      const sameLead = row.lead === lead.id ? 1 : 0;
      const sameSlot = row.week === slot.week && row.window === slot.window ? 1 : 0;
      return 0 - sameLead - sameSlot;
    };
  },
  ofReviewLed: nothing,
  trivialBound: nothing,
};

function publishedByReview(problem: Problem): Map<string, SeatRow> {
  const reviews = new Set(problem.reviews.map((review) => review.id));
  return new Map(
    problem.published
      .filter((row) => row.lead !== null && reviews.has(row.review))
      .map((row) => [row.review, row]),
  );
}
