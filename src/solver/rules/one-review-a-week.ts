import { weekInWords } from '../slot-words.js';
import type { PlanRule } from './plan-rule.js';

/** Nobody has two seats in one week: both windows hold the Wednesday. */
export const oneReviewAWeek: PlanRule = {
  name: 'oneReviewAWeek',
  title: 'At most one review a week',
  breaches: ({ seatsByPerson }) =>
    [...seatsByPerson].flatMap(([person, seats]) => {
      const weeks = seats.map((seat) => seat.row.week ?? '');
      const crowded = new Set(weeks.filter((week, i) => weeks.indexOf(week) !== i));
      crowded.delete('');
      return [...crowded].map((week) => {
        const inWeek = seats.filter((seat) => seat.row.week === week);
        return {
          sentence: `${person} has ${inWeek.length} seats in the ${weekInWords(week)}; one is the most.`,
          reviews: [...new Set(inWeek.map(({ row }) => row.review))],
          people: [person],
        };
      });
    }),
};
