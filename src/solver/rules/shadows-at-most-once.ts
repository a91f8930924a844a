import type { PlanRule } from './plan-rule.js';

/** Nobody shadows more than once in a plan. */
export const shadowsAtMostOnce: PlanRule = {
  name: 'shadowsAtMostOnce',
  title: 'Nobody shadows twice',
  breaches: ({ seatsByPerson }) =>
    [...seatsByPerson].flatMap(([person, seats]) => {
      const shadowed = seats.filter((seat) => seat.role === 'SHADOW');
      return shadowed.length > 1
        ? [
            {
              sentence: `${person} shadows ${shadowed.length} reviews; once is the most.`,
              reviews: shadowed.map(({ row }) => row.review),
              people: [person],
            },
          ]
        : [];
    }),
};
