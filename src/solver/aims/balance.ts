import { nothing, type Aim } from './aim.js';

/**
 * Σ over reviews led: the k-th review of the year of a person with minimum c costs
 * `round(1000 (2k − 1) / max(1, c))`, half up, where their first in the plan is k = `done` + 1.
 * The cost is convex in k, so load settles in proportion to commitment.
 */
export const balance: Aim = {
  name: 'balance',
  title: 'Load shared in proportion to commitment',
  sense: 'MIN',
  start: nothing,
  seatValues: () => nothing,
  ofReviewLed: (lead, n) => {
    const c = Math.max(1, lead.commitment.minimum);
    const thousandths = 1000 * (2 * (lead.commitment.done + n) - 1);
    // Half up in integers: floor(x / c + 1/2) = floor((2x + c) / 2c).
    return Math.floor((2 * thousandths + c) / (2 * c));
  },
  trivialBound: nothing,
};
