import { nothing, type Aim } from './aim.js';
import { seatPoints } from './points.js';

/** Σ over lead seats of their points, with the host's window and the needs that are not matched. */
export const fit: Aim = {
  name: 'fit',
  title: 'How well leads, dates and schools suit each other',
  sense: 'MIN',
  start: nothing,
  seatValues: (problem) => {
    const points = seatPoints(problem);
    return (seat) => {
      if (seat.role !== 'LEAD') return 0;
      const { lead, review, slot } = seat;
      const host = review.windows.find(
        ({ week, window }) => week === slot.week && window === slot.window,
      );
      const unmatched = review.needs.filter((need) => !lead.needs.includes(need)).length;
      return (
        points(seat) +
        problem.policy.hostWindow[host?.grade ?? 'ACCEPTABLE'] +
        problem.policy.unmatchedNeed * unmatched
      );
    };
  },
  ofReviewLed: nothing,
  trivialBound: nothing,
};
