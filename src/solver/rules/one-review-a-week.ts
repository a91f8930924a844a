import type { PlanRule } from './plan-rule.js';

/** Nobody has two seats in one week: both windows hold the Wednesday. */
export const oneReviewAWeek: PlanRule = {
  name: 'oneReviewAWeek',
  title: 'At most one review a week',
  breaches: ({ seatsByPerson }) =>
    [...seatsByPerson].flatMap(([person, seats]) => {
      const weeks = seats.map((seat) => seat.row.week);
      const twice = new Set(weeks.filter((week, i) => weeks.indexOf(week) !== i));
      return [...twice].map((week) => `${person} has two seats in the week of ${week}.`);
    }),
};
