import type { Problem, SeatRow } from '../problem.js';
import { nothing, type Aim, type ValuedSeat } from './aim.js';
import { seatPoints } from './points.js';

/**
 * Σ over quality-assurer and shadow seats of their points, plus `companyChange` for each of those
 * published, whose review is in the problem, who is not in the same seat of the same review.
 */
export const company: Aim = {
  name: 'company',
  title: 'How well quality assurers and shadows suit, and stay as published',
  sense: 'MIN',
  start: (problem) => {
    const rows = [...publishedByReview(problem).values()];
    const named = rows.flatMap((row) => [row.qualityAssurer, row.shadow]);
    return problem.policy.companyChange * named.filter((person) => person !== null).length;
  },
  seatValues: (problem) => {
    const points = seatPoints(problem);
    const published = publishedByReview(problem);
    return (seat) => {
      if (seat.role === 'LEAD') return 0;
      const kept = isKept(seat, published.get(seat.review.id));
      return points(seat) - (kept ? problem.policy.companyChange : 0);
    };
  },
  ofReviewLed: nothing,
  trivialBound: nothing,
};

function isKept({ role, lead }: ValuedSeat, row: SeatRow | undefined): boolean {
  if (!row) return false;
  return (role === 'SHADOW' ? row.shadow : row.qualityAssurer) === lead.id;
}

function publishedByReview(problem: Problem): Map<string, SeatRow> {
  const reviews = new Set(problem.reviews.map((review) => review.id));
  return new Map(
    problem.published.filter((row) => reviews.has(row.review)).map((row) => [row.review, row]),
  );
}
