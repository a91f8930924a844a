import { nothing, type Aim } from './aim.js';

/** Σ priority of reviews that have a lead. */
export const coverage: Aim = {
  name: 'coverage',
  title: 'Reviews that get a lead, weighted by priority',
  sense: 'MAX',
  start: nothing,
  seatValues:
    () =>
    ({ role, review }) =>
      role === 'LEAD' ? review.priority : 0,
  ofReviewLed: nothing,
  trivialBound: (problem) => problem.reviews.reduce((sum, review) => sum + review.priority, 0),
};
